import { type Format, ImportError } from './format.ts';
import { guessMapping } from './table/guess-mapping.ts';
import { mappedRowReader } from './table/mapped-row.ts';
import { type Mapping, type Role, ROLES } from './mapping.ts';
import { openTable } from './table/open-table.ts';
import { readTable } from './table/read-table.ts';
import type { SourceFile } from './source-file.ts';
import { surveyTable } from './table/survey-table.ts';
import { looksLikeXlsx } from './table/xlsx.ts';

const GUESS_ROWS = 200;
const [ANY_TABLE, NAMED_TABLE] = [0.1, 0.3];

/** Any table, by a mapping of its columns: the one given, else one guessed from names and values. */
export const mappedTable: Format = {
	id: 'table',

	recognise({ bytes, cells }) {
		const [header = [], ...rows] = cells;
		if (header.length < 2) return looksLikeXlsx(bytes) ? ANY_TABLE : 0;
		const { mapping } = guessMapping(header, rows);
		return mapping.date !== undefined || hasPosition(mapping) || mapping.place !== undefined ? NAMED_TABLE : ANY_TABLE;
	},

	async survey(source, signal) {
		const { columns, rows } = await firstRowsOf(source, signal);
		const { mapping, confidence } = guessMapping(columns, rows);
		const dates = [mapping.date, mapping.dateEnd].filter((column) => column !== undefined);
		const { latitude = -1, longitude = -1, country = -1 } = mapping;
		const table = await openTable(source, signal);
		const survey = await surveyTable(table, { dates, latitude, longitude, country }, signal);
		const hasDates = mapping.date !== undefined;
		return { ...survey, format: 'table', mapping, confidence, hasDates, hasCoordinates: hasPosition(mapping) };
	},

	async read(source, options, sink) {
		const mapping = options.mapping ?? (await guessOf(source, options.signal));
		const table = await openTable(source, options.signal, sink.progress);
		checkMapping(mapping, table.columns.length);
		const read = mappedRowReader(table.columns, mapping, options);
		await readTable(table, ({ cells, line }) => read(cells, line), sink, options.signal);
	},
};

async function guessOf(source: SourceFile, signal: AbortSignal): Promise<Mapping> {
	const { columns, rows } = await firstRowsOf(source, signal);
	return guessMapping(columns, rows).mapping;
}

async function firstRowsOf(source: SourceFile, signal: AbortSignal) {
	const table = await openTable(source, signal);
	const rows: (readonly string[])[] = [];
	for await (const batch of table.rows) {
		rows.push(...batch.slice(0, GUESS_ROWS - rows.length).map(({ cells }) => cells));
		if (rows.length >= GUESS_ROWS) break;
	}
	return { columns: table.columns, rows };
}

function hasPosition({ latitude, longitude, position }: Mapping): boolean {
	return position !== undefined || (latitude !== undefined && longitude !== undefined);
}

/** Throws an `ImportError` where a mapping, remembered from another file, does not fit this one. */
export function checkMapping(mapping: Mapping, columns: number): void {
	for (const role of Object.keys(ROLES) as Role[]) {
		const column = mapping[role];
		if (column === undefined || (Number.isInteger(column) && column >= 0 && column < columns)) continue;
		throw new ImportError(
			`The mapping takes "${ROLES[role]}" from column ${column + 1}, and the table has ${columns}. Choose the columns again.`,
		);
	}
}

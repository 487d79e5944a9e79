import { formatEdtf, precisionOf } from '../model/edtf.ts';
import { buildIncident, NO_FIGURE } from './build-incident.ts';
import { cleanCell } from './clean-cell.ts';
import { codeKind, codeOutcome, codeWeapons } from './code-kind.ts';
import { countryCode } from '../model/country-table.ts';
import type { PlaceCoding } from './crosswalk.ts';
import { basisOf, dateReader, datelessDate } from './date-cells.ts';
import { type Format, ImportError, type ReadOptions } from './format.ts';
import { guessMapping } from './guess-mapping.ts';
import { locateRow, type RowFault } from './locate-row.ts';
import { type Mapping, type Role, ROLES } from './mapping.ts';
import { openTable } from './open-table.ts';
import type { ReadDate, Refusal } from './read-date.ts';
import { type ReadFigure, readFigure } from './read-figure.ts';
import { type LngLat, readPosition } from './read-position.ts';
import { readTable, type RowAnswer } from './read-table.ts';
import type { SourceFile } from './source-file.ts';
import { splitSources } from './split-sources.ts';
import { surveyTable } from './survey-table.ts';
import type { TableRow } from './table-row.ts';
import { looksLikeXlsx } from './xlsx.ts';

const GUESS_ROWS = 200;
const PROVINCE = /\b(?:province|governorate|muhafazah|oblast|wilayah?)\b/i;
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
		await readTable(table, rowReader(table.columns, mapping, options), sink, options.signal);
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

/** A mapping remembered from another file may not fit this one. */
function checkMapping(mapping: Mapping, columns: number): void {
	for (const role of Object.keys(ROLES) as Role[]) {
		const column = mapping[role];
		if (column === undefined || (Number.isInteger(column) && column >= 0 && column < columns)) continue;
		throw new ImportError(
			`The mapping takes "${ROLES[role]}" from column ${column + 1}, and the table has ${columns}. Choose the columns again.`,
		);
	}
}

function rowReader(names: readonly string[], mapping: Mapping, options: ReadOptions): (row: TableRow) => RowAnswer {
	const dateOf = dateReader(options.dateOrder);
	const fallback = datelessDate(options.dateless);
	return ({ cells, line }) => {
		const text = (role: Role) => (mapping[role] === undefined ? '' : cleanCell(cells[mapping[role]]));
		const date =
			text('date') === '' && fallback !== null ? fallback : dateRange(dateOf, text('date'), text('dateEnd'), options);
		if ('reason' in date) return { column: mapping.date ?? null, reason: date.reason };
		const [place, admin1, country] = [text('place'), text('admin1'), text('country')];
		const named = [place, admin1, country].find((name) => name !== '') ?? null;
		const located = locate(cells, mapping, options.latitudeFirst, named !== null);
		if ('reason' in located) return located;
		const days = [text('date'), text('dateEnd')].filter((day) => day !== '').join(' to ');
		const kind = codeKind(text('kind'));
		const weapon = codeWeapons(text('weapon'));
		const feature = buildIncident({
			id: text('id') || `row-${line}`,
			title: text('title') || [text('kind'), named].filter(Boolean).join(', ') || `Row ${line}`,
			summary: text('summary'),
			date,
			datePrec: null,
			dateBasis: basisOf(names[mapping.date ?? -1] ?? 'Given for all rows', days || date.edtf, date.note),
			coding: {
				...kind,
				weapon: weapon.length > 0 ? weapon : kind.weapon,
				outcome: mapping.outcome === undefined ? kind.outcome : codeOutcome(text('outcome')),
			},
			position: located.position,
			place: named,
			country: countryCode(country),
			admin1,
			precision: precisionOfPlace(place, admin1, country, located.written),
			perpetrators: partiesOf(text('perpetrators')),
			targets: partiesOf(text('targets')),
			killed: tollOf(text('killed'), text('killedLow'), text('killedHigh')),
			injured: text('injured') === '' ? NO_FIGURE : readFigure(text('injured')),
		});
		return { feature, sources: splitSources(mapping.sources === undefined ? '' : (cells[mapping.sources] ?? '')) };
	};
}

/** From the first to the last day, where there are two columns. */
function dateRange(
	dateOf: (cell: string) => ReadDate | Refusal,
	first: string,
	last: string,
	{ dateOrder }: ReadOptions,
): ReadDate | Refusal {
	const from = dateOf(first);
	if ('reason' in from || last === '') return from;
	const to = dateOf(last);
	if ('reason' in to) return { reason: `The last day: ${to.reason}` };
	if (to.end < from.start) return { reason: 'The last day is before the first. Interchange them.' };
	const [start, end] = [from.start, Math.max(from.end, to.end)];
	const isAbout = from.precision === 'approx' || to.precision === 'approx';
	return {
		start,
		end,
		edtf: formatEdtf(start, end) + (isAbout ? '~' : ''),
		precision: isAbout ? 'approx' : precisionOf(end - start + 1),
		orderMattered: dateOrder === null && (from.orderMattered || to.orderMattered),
		note: from.note ?? to.note,
	};
}

interface Located {
	readonly position: LngLat | null;
	readonly written: readonly string[];
}

function locate(
	cells: readonly string[],
	mapping: Mapping,
	areSwapped: boolean,
	hasPlace: boolean,
): Located | RowFault {
	const { latitude, longitude, position: column } = mapping;
	if (latitude !== undefined && longitude !== undefined) {
		const located = locateRow(cells, latitude, longitude, areSwapped, hasPlace);
		const written = [cleanCell(cells[latitude]), cleanCell(cells[longitude])];
		return 'reason' in located ? located : { ...located, written };
	}
	const text = column === undefined ? '' : cleanCell(cells[column]);
	if (text === '') return { position: null, written: [] };
	const position = readPosition(text, areSwapped);
	if ('reason' in position) return { column: column!, reason: position.reason };
	return { position, written: position.map(String) };
}

/**
 * How precise a position is, where no column says: that of a country or province where the place named is one, or where
 * it is in whole degrees, as a centroid is; else that of a town.
 */
function precisionOfPlace(place: string, admin1: string, country: string, written: readonly string[]): PlaceCoding {
	const isWhole = written.length === 2 && written.every((text) => /^[+-]?\d{1,3}(?:[.,]0*)?$/.test(text));
	const onlyCountry = place === '' && admin1 === '' && country !== '';
	if (countryCode(place) !== null || (isWhole && onlyCountry)) return { geoPrecision: 'country', wherePrec: 6 };
	if (isWhole || PROVINCE.test(place)) return { geoPrecision: 'province', wherePrec: 4 };
	return { geoPrecision: 'town', wherePrec: 1 };
}

function partiesOf(text: string): string[] {
	return text
		.split(/\s*[;|]\s*/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
}

/** One column of ranges and bounds, or one each for the lowest and the highest. */
function tollOf(best: string, lowest: string, highest: string): Omit<ReadFigure, 'reason'> {
	const { low, best: exact, high } = readFigure(best);
	const [least, most] = [readFigure(lowest), readFigure(highest)];
	const isOrdered = (first: number | null, second: number | null) =>
		first === null || second === null || first <= second;
	const [from, to] = [least.best ?? least.low ?? low, most.best ?? most.high ?? high];
	if (!isOrdered(from, to) || !isOrdered(from, exact) || !isOrdered(exact, to)) return { low, best: exact, high };
	return { low: from, best: exact, high: to };
}

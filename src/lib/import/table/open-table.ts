import { columnNames, isHeader } from './table-header.ts';
import { ImportError } from '../format.ts';
import { LIMITS } from '../limits.ts';
import type { SourceFile } from '../source-file.ts';
import type { TableRow } from './table-row.ts';
import { dialectOf, readTextRows } from './table-text.ts';
import { decodeStart } from './decode-text.ts';
import { looksLikeXlsx, readXlsxRows } from './xlsx.ts';

/** A table of a file, opened. */
export interface Table {
	/** A name for each column, no two alike. */
	readonly columns: readonly string[];
	/** Rows below the header, a few at a time. */
	readonly rows: AsyncIterable<readonly TableRow[]>;
}

const START_BYTES = 65_536;

/** Opens a CSV, TSV or like file, or a workbook, at its first row. Throws an `ImportError` where it is no table. */
export async function openTable(
	source: SourceFile,
	signal: AbortSignal,
	onprogress: (bytes: number) => void = () => undefined,
	namesOf: (first: readonly string[]) => readonly string[] | null = () => null,
): Promise<Table> {
	const batches = await rowsOf(source, signal, onprogress);
	const first = await batches.next();
	if (first.done === true) {
		throw new ImportError('The table has no rows. Save it with a row of column names and at least one row below.');
	}
	const [header, ...others] = first.value as [TableRow, ...TableRow[]];
	if (header.cells.length > LIMITS.columns) {
		throw new ImportError(
			`The table has ${header.cells.length.toLocaleString('en')} columns, and at most ${LIMITS.columns.toLocaleString('en')} are read. Remove those that are not needed.`,
		);
	}
	const names = namesOf(header.cells);
	const hasHeader = names === null && isHeader(header.cells);
	return {
		columns: columnNames(names ?? (hasHeader ? header.cells : header.cells.map(() => ''))),
		rows: rowsAfter(hasHeader ? others : [header, ...others], batches),
	};
}

async function rowsOf(
	source: SourceFile,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
): Promise<AsyncGenerator<TableRow[]>> {
	const start = await source.slice(0, START_BYTES);
	if (looksLikeXlsx(start)) return readXlsxRows(source, signal, onprogress);
	const dialect = dialectOf(decodeStart(start));
	if (dialect === null) {
		throw new ImportError(
			'It is not a table of columns parted by commas, tabs, semicolons or bars, nor a workbook. Save it as CSV with a row of column names.',
		);
	}
	return readTextRows(source, dialect, signal, onprogress);
}

async function* rowsAfter(
	rows: readonly TableRow[],
	batches: AsyncGenerator<TableRow[]>,
): AsyncGenerator<readonly TableRow[]> {
	try {
		if (rows.length > 0) yield rows;
		yield* batches;
	} finally {
		await batches.return(undefined);
	}
}

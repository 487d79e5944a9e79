import Papa from 'papaparse';
import { cellOf, type Column, type Table } from './column.ts';
import type { ExportContext, ExportFile } from './export-context.ts';
import { fileName } from './file-name.ts';
import { neutralCell } from '../model/plain-cell.ts';
import { claimTable, incidentTable } from './tables.ts';

const ROWS_AT_ONCE = 500;
/** Tells spreadsheets that the file is UTF-8; they take it for an older encoding else. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The incidents on show, a row each. */
export async function toCsv(context: ExportContext): Promise<ExportFile[]> {
	return [csvFile(fileName(context, '.csv'), await incidentTable(context))];
}

/** The claims of everything on show, a row each. */
export function toClaimsCsv(context: ExportContext): ExportFile[] {
	return [csvFile(fileName(context, '_claims.csv'), claimTable(context))];
}

/** A table to open by itself, marked as UTF-8. */
export function csvFile<Row>(name: string, table: Pick<Table<Row>, 'columns' | 'rows'>): ExportFile {
	return { name, mediaType: 'text/csv;charset=utf-8', chunks: markedCsv(table) };
}

async function* markedCsv<Row>(table: Pick<Table<Row>, 'columns' | 'rows'>): AsyncGenerator<string> {
	yield BYTE_ORDER_MARK;
	yield* csvChunks(table);
}

/**
 * A table as RFC 4180 has it. What is unknown is empty; text that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
export async function* csvChunks<Row>({ columns, rows }: Pick<Table<Row>, 'columns' | 'rows'>): AsyncGenerator<string> {
	let lines: (string | number | boolean | null)[][] = [columns.map(({ name }) => neutralCell(name))];
	for await (const row of rows) {
		lines.push(columns.map((column) => csvCell(column, row)));
		if (lines.length < ROWS_AT_ONCE) continue;
		yield written(lines);
		lines = [];
	}
	if (lines.length > 0) yield written(lines);
}

function csvCell<Row>(column: Column<Row>, row: Row): string | number | boolean | null {
	const cell = cellOf(column, row);
	return typeof cell === 'string' ? neutralCell(cell) : cell;
}

function written(lines: (string | number | boolean | null)[][]): string {
	return Papa.unparse(lines, { newline: '\r\n' }) + '\r\n';
}

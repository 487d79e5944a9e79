import Papa from 'papaparse';
import { neutralCell } from '../../lib/model/plain-cell.ts';

export type Cell = string | number | null;

/** Rows as lines of CSV, texts that a spreadsheet would take for formulas made harmless. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
	const safe = rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? neutralCell(cell) : cell)));
	return Papa.unparse(safe, { newline: '\r\n' }) + '\r\n';
}

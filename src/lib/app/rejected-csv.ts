import type { Rejection } from '../import/imported-row.ts';
import { neutralCell } from '../model/plain-cell.ts';

const LINES_AT_ONCE = 10_000;

/** Rejected rows as a CSV, in pieces: no cell of it is a formula to a spreadsheet. */
export function rejectedCsv(rejected: readonly Rejection[]): string[] {
	const pieces = ['\ufeffrow,column,value,reason\r\n'];
	for (let from = 0; from < rejected.length; from += LINES_AT_ONCE) {
		const lines = rejected.slice(from, from + LINES_AT_ONCE).map(({ number, column, value, reason }) => {
			const cells = [column ?? '', value, reason].map((text) => `"${neutralCell(text).replaceAll('"', '""')}"`);
			return `${number},${cells.join(',')}\r\n`;
		});
		pieces.push(lines.join(''));
	}
	return pieces;
}

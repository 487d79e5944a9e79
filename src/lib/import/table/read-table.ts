import { cleanCell, quoteCell } from '../cells/clean-cell.ts';
import type { ImportSink } from '../format.ts';
import type { IncidentFeature } from '../../model/feature.ts';
import type { OriginalObject } from '../../model/original.ts';
import type { Table } from './open-table.ts';
import type { TableRow } from './table-row.ts';
import { takeTurns } from '../rows/take-turns.ts';

/** What a row reads as: an incident with its sources, or the column at fault and why. */
export type RowAnswer =
	| { readonly feature: IncidentFeature; readonly sources: readonly string[] }
	| { readonly column: number | null; readonly reason: string };

/** Gives every row of a table to the sink, accepted or rejected. `read` takes one apart; it must not throw. */
export async function readTable(
	{ columns, rows }: Table,
	read: (row: TableRow) => RowAnswer,
	sink: ImportSink,
	signal: AbortSignal,
): Promise<void> {
	const turn = takeTurns(signal);
	for await (const batch of rows) {
		signal.throwIfAborted();
		for (const row of batch) {
			const answer = faultOf(row, columns) ?? read(row);
			if ('reason' in answer) {
				const { column, reason } = answer;
				const value = quoteCell(row.cells[column ?? 0]);
				sink.reject({ number: row.line, column: column === null ? null : columns[column]!, value, reason });
			} else {
				const original = originalOf(row.cells, columns);
				const taken = sink.accept({ ...answer, shape: null, original, number: row.line });
				if (taken !== undefined) await taken;
			}
			const pause = turn();
			if (pause !== null) await pause;
		}
	}
}

function faultOf({ cells, fault }: TableRow, columns: readonly string[]): RowAnswer | null {
	if (fault !== undefined) return { column: null, reason: fault };
	const extra = cells.slice(columns.length).find((cell) => cleanCell(cell) !== '');
	if (extra === undefined) return null;
	return {
		column: null,
		reason: `The row has ${cells.length} cells and the table ${columns.length} columns, so that its values may stand in the wrong ones. Put text that contains the separator in quotation marks.`,
	};
}

/** Columns by name. Made so that a column called `__proto__` is a column like any other. */
function originalOf(cells: readonly string[], columns: readonly string[]): OriginalObject {
	const original: Record<string, string> = columns.includes('__proto__') ? Object.create(null) : {};
	for (let index = 0; index < columns.length; index++) original[columns[index]!] = cells[index] ?? '';
	return original;
}

import { cleanCell, quoteCell } from '../cells/clean-cell.ts';
import { type DateOrderProof, DateOrderTally } from '../cells/date-order.ts';
import type { Survey } from '../format.ts';
import type { Table } from './open-table.ts';
import { readAngle } from '../cells/read-coordinate.ts';
import { SwapTally } from '../cells/swapped-positions.ts';
import { takeTurns } from '../rows/take-turns.ts';

/** Which columns hold what is surveyed; -1 for those that are missing. */
export interface SurveyedColumns {
	readonly dates: readonly number[];
	readonly latitude: number;
	readonly longitude: number;
	readonly country: number;
}

const SAMPLE_ROWS = 8;

/** Reads a table whole to learn what its dates prove of their order, and whether its positions are interchanged. */
export async function surveyTable(
	{ columns, rows }: Table,
	{ dates, latitude, longitude, country }: SurveyedColumns,
	signal: AbortSignal,
): Promise<Pick<Survey, 'columns' | 'sample' | 'dateOrder' | 'latitudeFirst'>> {
	const sample: string[][] = [];
	const orders = dates.map(() => new DateOrderTally());
	const swaps = new SwapTally();
	const turn = takeTurns(signal);
	for await (const batch of rows) {
		signal.throwIfAborted();
		for (const { cells } of batch) {
			if (sample.length < SAMPLE_ROWS) sample.push(columns.map((_, index) => quoteCell(cells[index])));
			dates.forEach((column, index) => orders[index]!.add(cells[column] ?? ''));
			const [first, second] = [angle(cells[latitude], 'latitude'), angle(cells[longitude], 'longitude')];
			if (first !== null && second !== null) swaps.add(first, second, cleanCell(cells[country]));
		}
		const pause = turn();
		if (pause !== null) await pause;
	}
	return {
		columns,
		sample,
		dateOrder: provenTogether(orders.map((order) => order.proof())),
		latitudeFirst: swaps.verdict(),
	};
}

/** The order that several columns prove. What proves one column proves nothing of its neighbour: some copies write them in different orders. */
export function provenTogether(proofs: readonly DateOrderProof[]): DateOrderProof {
	const [first = 'irrelevant', ...others] = new Set(proofs.filter((proof) => proof !== 'irrelevant'));
	return others.length === 0 ? first : 'mixed';
}

function angle(cell: string | undefined, axis: 'latitude' | 'longitude'): number | null {
	const text = cleanCell(cell);
	if (text === '') return null;
	const read = readAngle(text, axis);
	return read === null || 'reason' in read ? null : read.degrees;
}

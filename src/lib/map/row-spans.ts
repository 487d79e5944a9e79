import type { IncidentTable } from '../view/incident-table.ts';

const MOST_LONG_ROWS = 64;

/** How rows last, so that a few that last for years do not widen the range looked at for all. */
export interface RowSpans {
	/** Longest `endDay - startDay` of all rows but the long ones. */
	readonly longestDays: number;
	/** The few rows that last longer, ascending. */
	readonly longRows: Uint32Array;
}

/** Parts off the rows that last longest, at most 64. */
export function rowSpans({ length, startDay, endDay, longestDays }: IncidentTable): RowSpans {
	const lasting = new Uint32Array(longestDays + 1);
	for (let row = 0; row < length; row++) lasting[endDay[row]! - startDay[row]!]!++;
	let limit = longestDays;
	let longer = 0;
	while (limit > 0 && longer + lasting[limit]! <= MOST_LONG_ROWS) longer += lasting[limit--]!;
	const longRows = new Uint32Array(longer);
	for (let row = 0, at = 0; at < longer; row++) if (endDay[row]! - startDay[row]! > limit) longRows[at++] = row;
	return { longestDays: limit, longRows };
}

import type { Day } from '../model/day.ts';
import { type IncidentTable, KIND_CODES } from './incident-table.ts';
import { type DayRange, type FilterFailures, lowerBound } from './select.ts';

/** What bars are stacked by: a code for each row, below `count`. */
export interface BarStack {
	readonly codes: Uint8Array | Uint16Array;
	readonly count: number;
}

/**
 * Incidents over time, stacked by kind or by another code. An incident whose day is known counts 1 in its bin; one known only to an
 * interval is spread evenly over the interval's days, so that the sum over all bins equals the number of incidents.
 */
export interface Histogram {
	/** First day of each bin, and after them the day after the last bin. */
	readonly edges: Int32Array;
	/** How many codes there are. */
	readonly codes: number;
	/** `certain[bin * codes + code]`: incidents with a known day. */
	readonly certain: Float32Array;
	/** The same for the shares of incidents with an uncertain day. */
	readonly uncertain: Float32Array;
	/** Greatest total of a bin. */
	readonly highest: number;
}

/**
 * Bins of equal length in days that cover `domain`, at most `maxBins` (two or more), of a length a reader can name.
 * They are counted from one Monday, so weeks begin on Monday and bins keep their place when the domain moves.
 */
export function binEdges(domain: DayRange, maxBins: number): Int32Array {
	const days = domain[1] - domain[0] + 1;
	const length =
		BIN_LENGTHS.find((candidate) => binsCovering(domain, candidate) <= maxBins) ??
		Math.ceil(days / Math.max(1, maxBins - 1));
	const first = binStart(domain[0], length);
	return Int32Array.from({ length: binsCovering(domain, length) + 1 }, (_, bin) => first + bin * length);
}

const BIN_LENGTHS = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820, 3640];

/** 5 January 1970. */
const A_MONDAY: Day = 4;

function binStart(day: Day, length: number): Day {
	return A_MONDAY + Math.floor((day - A_MONDAY) / length) * length;
}

function binsCovering(domain: DayRange, length: number): number {
	return (binStart(domain[1], length) - binStart(domain[0], length)) / length + 1;
}

/** Counts rows that pass every filter; the time position does not matter, so it is not run per time step. */
export function histogram(
	table: IncidentTable,
	failures: FilterFailures,
	edges: Int32Array,
	{ codes: codeOf, count: codes }: BarStack = { codes: table.kind, count: KIND_CODES.length },
): Histogram {
	const bins = edges.length - 1;
	const certain = new Float32Array(bins * codes);
	const uncertain = new Float32Array(bins * codes);
	const origin = edges[0]!;
	const length = edges[1]! - origin;
	const last = edges[bins]! - 1;
	// By day first: a division for each row would take as long as all the rest.
	const byDay = new Int32Array((last - origin + 1) * codes);
	const { startDay, endDay } = table;
	const endRow = lowerBound(startDay, last + 1);
	// Adds 1 for a row that fails nothing and ends as it starts, without a branch that would be guessed wrong for many.
	for (let row = lowerBound(startDay, origin); row < endRow; row++) {
		const start = startDay[row]!;
		const cell = (start - origin) * codes + codeOf[row]!;
		byDay[cell]! += ((failures[row]! | (endDay[row]! - start)) - 1) >>> 31;
	}
	const spread = rowsOfManyDays(table);
	const firstSpread = lowerBound(spread, lowerBound(startDay, origin - table.longestDays));
	for (let at = firstSpread; at < spread.length && spread[at]! < endRow; at++) {
		const row = spread[at]!;
		const [start, end] = [startDay[row]!, endDay[row]!];
		if (failures[row] !== 0 || end < origin) continue;
		const share = 1 / (end - start + 1);
		const firstBin = Math.floor((Math.max(start, origin) - origin) / length);
		const lastBin = Math.floor((Math.min(end, last) - origin) / length);
		for (let bin = firstBin; bin <= lastBin; bin++) {
			const overlap = daysShared(start, end, edges[bin]!, edges[bin + 1]! - 1);
			uncertain[bin * codes + codeOf[row]!]! += overlap * share;
		}
	}
	for (let cell = 0; cell < byDay.length; cell++) {
		certain[Math.floor(cell / codes / length) * codes + (cell % codes)]! += byDay[cell]!;
	}
	return { edges, codes, certain, uncertain, highest: highestBin(certain, uncertain, codes) };
}

const manyDays = new WeakMap<Int32Array, Int32Array>();

/** Rows known to no day, in table order; looked for once in the life of a table. */
function rowsOfManyDays({ startDay, endDay }: IncidentTable): Int32Array {
	let rows = manyDays.get(endDay);
	if (!rows) {
		const found: number[] = [];
		for (let row = 0; row < endDay.length; row++) if (endDay[row] !== startDay[row]) found.push(row);
		rows = Int32Array.from(found);
		manyDays.set(endDay, rows);
	}
	return rows;
}

function daysShared(start: Day, end: Day, from: Day, to: Day): number {
	return Math.max(0, Math.min(end, to) - Math.max(start, from) + 1);
}

function highestBin(certain: Float32Array, uncertain: Float32Array, codes: number): number {
	let highest = 0;
	for (let offset = 0; offset < certain.length; offset += codes) {
		let total = 0;
		for (let code = 0; code < codes; code++) total += certain[offset + code]! + uncertain[offset + code]!;
		highest = Math.max(highest, total);
	}
	return highest;
}

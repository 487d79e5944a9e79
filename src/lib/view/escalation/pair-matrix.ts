import type { Day } from '../../model/day.ts';
import { ATTRIBUTION_CODES, type IncidentTable } from '../incident-table.ts';
import { type DayRange, FAILS_PARTIES, type FilterFailures } from '../select.ts';
import { partiesOfRow, type PartyAxis } from './party-axis.ts';
import { RunningTotals } from './running-totals.ts';

/** Attributions by which it is open whether the parties named did it. */
export const UNSURE_ATTRIBUTIONS: readonly string[] = ['suspected', 'disputed', 'denied'];

/** What one cell holds in some days. */
export interface PairCount {
	/** Incidents confirmed, claimed or attributed, or without anybody named. */
	readonly sure: number;
	/** Incidents whose perpetrator is only suspected, or is disputed or denied. */
	readonly unsure: number;
	/** Fewest and most killed in all of these; `null` where no claim gives a figure, the most also where it is open. */
	readonly killedLow: number | null;
	readonly killedHigh: number | null;
	/** Incidents without any figure of killed. */
	readonly unknown: number;
}

/** How long ago the last incident was, in days; `most` is `null` where it may not have happened yet. */
export interface DaysSince {
	readonly least: number;
	readonly most: number | null;
}

const [SURE, UNSURE, LOW, HIGH, OPEN, UNKNOWN] = [0, 1, 2, 3, 4, 5];
const WIDTH = 6;
/** Before any day. */
const NEVER = -(2 ** 31);

/**
 * Who acted against whom. An incident with several perpetrators or targets counts in each of their cells, and once in
 * every total. Made in one pass over all rows under some filters; what any days hold is then found by halving.
 */
export class PairMatrix {
	readonly rows: PartyAxis;
	readonly columns: PartyAxis;
	/** Of each cell, line by line, the totals at the end of each line and in a last line. */
	readonly #started: RunningTotals[];
	readonly #ended: RunningTotals[];

	constructor(table: IncidentTable, failures: FilterFailures, rows: PartyAxis, columns: PartyAxis) {
		const cells = (rows.parties.length + 1) * (columns.parties.length + 1);
		this.rows = rows;
		this.columns = columns;
		this.#started = Array.from({ length: cells }, () => new RunningTotals(WIDTH));
		this.#ended = Array.from({ length: cells }, () => new RunningTotals(WIDTH));
		const { startDay, endDay, byEnd } = table;
		const fill = filler(table, rows, columns);
		fill(this.#started, passingRows(failures, null), startDay, endDay);
		fill(this.#ended, passingRows(failures, byEnd), endDay, startDay);
	}

	/** The incidents of a cell that may have happened in `days`; an index one past the last asks for the total. */
	countAt(row: number, column: number, days: DayRange): PairCount {
		const cell = this.#cell(row, column);
		const [started, ended] = [this.#started[cell]!, this.#ended[cell]!];
		const [from, to] = [ended.upTo(days[0] - 1), started.upTo(days[1])];
		const sum = (which: number) => started.sum(to, which) - ended.sum(from, which);
		const [sure, unsure, unknown] = [sum(SURE!), sum(UNSURE!), sum(UNKNOWN!)];
		const isKnown = sure + unsure > unknown;
		return {
			sure,
			unsure,
			killedLow: isKnown ? sum(LOW!) : null,
			killedHigh: isKnown && sum(OPEN!) === 0 ? sum(HIGH!) : null,
			unknown,
		};
	}

	/**
	 * Days since the last incident of a cell, seen from `day` and over the whole record up to it; `null` where none can
	 * have happened by then.
	 */
	sinceAt(row: number, column: number, day: Day): DaysSince | null {
		const cell = this.#cell(row, column);
		const [started, ended] = [this.#started[cell]!, this.#ended[cell]!];
		const latest = started.latest(started.upTo(day));
		if (latest === null) return null;
		const surely = ended.latest(ended.upTo(day));
		return { least: Math.max(0, day - latest), most: surely === null ? null : day - surely };
	}

	/** The last day on which an incident of a cell may have happened; `null` where it has none. */
	lastDay(row: number, column: number): Day | null {
		const started = this.#started[this.#cell(row, column)]!;
		return started.latest(started.upTo(Infinity));
	}

	#cell(row: number, column: number): number {
		return row * (this.columns.parties.length + 1) + column;
	}
}

/**
 * What every cell holds in some days, line by line with the totals. A cell that has not changed since `before` is the
 * same object, so that who draws them may leave it as it is.
 */
export function countsAt(matrix: PairMatrix, days: DayRange, before: readonly PairCount[] = []): PairCount[] {
	const width = matrix.columns.parties.length + 1;
	return Array.from({ length: (matrix.rows.parties.length + 1) * width }, (_, cell) => {
		const [old, now] = [before[cell], matrix.countAt(Math.floor(cell / width), cell % width, days)];
		return old && isSame(old, now) ? old : now;
	});
}

function isSame(a: PairCount, b: PairCount): boolean {
	return (
		a.sure === b.sure &&
		a.unsure === b.unsure &&
		a.killedLow === b.killedLow &&
		a.killedHigh === b.killedHigh &&
		a.unknown === b.unknown
	);
}

/** The rows that pass every filter but that of parties, in some order; `null` for the table's own. */
function passingRows(failures: FilterFailures, order: Uint32Array | null): Uint32Array {
	const rows = new Uint32Array(failures.length);
	let count = 0;
	for (let at = 0; at < rows.length; at++) {
		const row = order ? order[at]! : at;
		if ((failures[row]! & ~FAILS_PARTIES) === 0) rows[count++] = row;
	}
	return rows.subarray(0, count);
}

type Fill = (totals: readonly RunningTotals[], ordered: Uint32Array, dayOf: Int32Array, latestOf: Int32Array) => void;

/**
 * Adds rows, in the order of their `dayOf`, to the cells they count in. What comes on one day is summed up in one small
 * buffer first, and only at the end of the day are cells summed up to totals: to reach for all of them with each row
 * would take many times as long. A row of several cells is taken off the totals as often as it is in them too often.
 */
function filler(table: IncidentTable, rows: PartyAxis, columns: PartyAxis): Fill {
	const [lastRow, lastColumn] = [rows.parties.length, columns.parties.length];
	const width = lastColumn + 1;
	const cells = (lastRow + 1) * width;
	const sums = new Float64Array(cells * WIDTH);
	const latest = new Int32Array(cells).fill(NEVER);
	const touched: number[] = [];
	const [by, against]: [number[], number[]] = [[], []];
	const values = valueReader(table);

	function add(cell: number, from: Float64Array, at: number, times: number, day: Day): void {
		if (latest[cell] === NEVER) touched.push(cell);
		if (day > latest[cell]!) latest[cell] = day;
		for (let which = 0; which < WIDTH; which++) sums[cell * WIDTH + which]! += times * from[at + which]!;
	}

	function addRow(row: number, added: Float64Array, day: Day): void {
		const byCount = partiesOfRow(rows, table.perpetrators, row, by);
		const againstCount = partiesOfRow(columns, table.targets, row, against);
		for (let n = 0; n < byCount; n++) {
			for (let k = 0; k < againstCount; k++) add(by[n]! * width + against[k]!, added, 0, 1, day);
		}
		if (byCount === 1 && againstCount === 1) return;
		for (let n = 0; n < byCount; n++) add(by[n]! * width + lastColumn, added, 0, 1 - againstCount, day);
		for (let k = 0; k < againstCount; k++) add(lastRow * width + against[k]!, added, 0, 1 - byCount, day);
		add(lastRow * width + lastColumn, added, 0, 1 - byCount * againstCount, day);
	}

	function flush(totals: readonly RunningTotals[], today: Day): void {
		const count = touched.length;
		for (let n = 0; n < count; n++) {
			const cell = touched[n]!;
			const [row, column] = [Math.floor(cell / width), cell % width];
			if (row === lastRow || column === lastColumn) continue;
			for (const total of [row * width + lastColumn, lastRow * width + column, lastRow * width + lastColumn]) {
				add(total, sums, cell * WIDTH, 1, latest[cell]!);
			}
		}
		for (const cell of touched) {
			totals[cell]!.add(today, sums, latest[cell]!, cell * WIDTH);
			sums.fill(0, cell * WIDTH, (cell + 1) * WIDTH);
			latest[cell] = NEVER;
		}
		touched.length = 0;
	}

	return (totals, ordered, dayOf, latestOf) => {
		let today = NEVER;
		for (const row of ordered) {
			if (dayOf[row] !== today) flush(totals, today);
			today = dayOf[row]!;
			addRow(row, values(row), latestOf[row]!);
		}
		flush(totals, today);
	};
}

/** Gives what a row of the table adds to its cells. The array is used again by the next call. */
function valueReader({ attribution, killedLow, killedHigh }: IncidentTable): (row: number) => Float64Array {
	const isUnsure = Uint8Array.from(ATTRIBUTION_CODES, (code) => (UNSURE_ATTRIBUTIONS.includes(code) ? 1 : 0));
	const values = new Float64Array(WIDTH);
	return (row) => {
		const unsure = isUnsure[attribution[row]!]!;
		const [low, high] = [killedLow[row]!, killedHigh[row]!];
		values[SURE!] = 1 - unsure;
		values[UNSURE!] = unsure;
		values[LOW!] = Math.max(low, 0);
		values[HIGH!] = Math.max(low, high, 0);
		values[OPEN!] = low >= 0 && high < 0 ? 1 : 0;
		values[UNKNOWN!] = low < 0 ? 1 : 0;
		return values;
	};
}

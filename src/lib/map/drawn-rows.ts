import type { IncidentTable } from '../view/incident-table.ts';
import { lowerBound, type DayRange } from '../view/select.ts';
import { rowSpans, type RowSpans } from './row-spans.ts';

/** The lowest bit of a row's state: it passes the filters and has a place for a symbol. */
const PASSES = 1;

/**
 * Which rows are on show: those that pass and are present in the days. Counting them takes a binary search, since a
 * row is left out by starting too late or by ending too early and never by both.
 */
export class DrawnRows {
	readonly #table: IncidentTable;
	readonly #spans: RowSpans;
	/** Rows in order of their last day, and those days. */
	readonly byEnd: Uint32Array;
	readonly sortedEnd: Int32Array;
	/** How many of the first n rows pass, by start and by end day. */
	readonly #startedBefore: Uint32Array;
	readonly #endedBefore: Uint32Array;
	#states: Uint8Array;

	constructor(table: IncidentTable, states: Uint8Array) {
		this.#table = table;
		this.#spans = rowSpans(table);
		this.byEnd = table.byEnd;
		this.sortedEnd = new Int32Array(table.length);
		for (let n = 0; n < table.length; n++) this.sortedEnd[n] = table.endDay[this.byEnd[n]!]!;
		this.#startedBefore = new Uint32Array(table.length + 1);
		this.#endedBefore = new Uint32Array(table.length + 1);
		this.#states = states;
		this.setStates(states);
	}

	/** One byte for each row, its lowest bit set where the row passes. One pass over all; run when a filter changes. */
	setStates(states: Uint8Array): void {
		this.#states = states;
		const [startedBefore, endedBefore, byEnd] = [this.#startedBefore, this.#endedBefore, this.byEnd];
		let [started, ended] = [0, 0];
		for (let n = 0; n < byEnd.length; n++) {
			startedBefore[n + 1] = started += states[n]! & PASSES;
			endedBefore[n + 1] = ended += states[byEnd[n]!]! & PASSES;
		}
	}

	has(row: number, days: DayRange): boolean {
		return (this.#states[row]! & PASSES) === PASSES && this.isPresent(row, days);
	}

	/** Whether a row falls into the days, whatever the filters say. */
	isPresent(row: number, days: DayRange): boolean {
		return this.#table.startDay[row]! <= days[1] && this.#table.endDay[row]! >= days[0];
	}

	count(days: DayRange): number {
		if (days[1] < days[0]) return 0;
		const started = this.#startedBefore[lowerBound(this.#table.startDay, days[1] + 1)]!;
		return started - this.#endedBefore[lowerBound(this.sortedEnd, days[0])]!;
	}

	/** How many rows that pass have their first day in the days. */
	countStarting(days: DayRange): number {
		const [first, end] = this.startingIn(days);
		return this.#startedBefore[end]! - this.#startedBefore[first]!;
	}

	/** `[first, end)` of the rows whose first day is in the days. */
	startingIn(days: DayRange): [first: number, end: number] {
		const first = lowerBound(this.#table.startDay, days[0]);
		return [first, Math.max(first, lowerBound(this.#table.startDay, days[1] + 1))];
	}

	/** The rows worth drawing: `[first, end)`, and before `first` only rows of `longRows`. */
	range(days: DayRange): [first: number, end: number] {
		const { startDay } = this.#table;
		return [lowerBound(startDay, days[0] - this.#spans.longestDays), lowerBound(startDay, days[1] + 1)];
	}

	/** The few rows that last so long that the range leaves them out, ascending. */
	get longRows(): Uint32Array {
		return this.#spans.longRows;
	}

	/** The rows themselves, in table order. Not for use in every time step. */
	list(days: DayRange): Uint32Array {
		return Uint32Array.from(this.#listed(days, (row) => this.has(row, days)));
	}

	/** Rows that are in the days and that `wanted` takes, in table order. */
	#listed(days: DayRange, wanted: (row: number) => boolean): number[] {
		const [first, end] = this.range(days);
		const rows: number[] = [];
		for (const row of this.longRows) if (row < first && wanted(row)) rows.push(row);
		for (let row = first; row < end; row++) if (wanted(row)) rows.push(row);
		return rows;
	}

	/** The rows in the days whose state is exactly `state`, in table order. */
	listInState(days: DayRange, state: number): Uint32Array {
		return Uint32Array.from(this.#listed(days, (row) => this.#states[row] === state && this.isPresent(row, days)));
	}
}

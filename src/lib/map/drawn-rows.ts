import type { IncidentTable } from '../view/incident-table.ts';
import { candidateRows, lowerBound, type DayRange } from '../view/select.ts';

/**
 * Which rows are on show: those of `visible` that are present in the days. Counting them takes a binary search, since
 * a row is left out by starting too late or by ending too early and never by both.
 */
export class DrawnRows {
	readonly #table: IncidentTable;
	readonly #byEnd: Uint32Array;
	readonly #sortedEnd: Int32Array;
	/** How many of the first n rows are visible, by start and by end day. */
	readonly #startedBefore: Uint32Array;
	readonly #endedBefore: Uint32Array;
	#visible: Uint8Array;

	constructor(table: IncidentTable, visible: Uint8Array) {
		this.#table = table;
		this.#byEnd = Uint32Array.from(table.endDay.keys()).sort((a, b) => table.endDay[a]! - table.endDay[b]!);
		this.#sortedEnd = Int32Array.from(this.#byEnd, (row) => table.endDay[row]!);
		this.#startedBefore = new Uint32Array(table.length + 1);
		this.#endedBefore = new Uint32Array(table.length + 1);
		this.#visible = visible;
		this.setVisible(visible);
	}

	/** One pass over all rows; run when a filter changes. */
	setVisible(visible: Uint8Array): void {
		this.#visible = visible;
		for (let n = 0; n < this.#table.length; n++) {
			this.#startedBefore[n + 1] = this.#startedBefore[n]! + visible[n]!;
			this.#endedBefore[n + 1] = this.#endedBefore[n]! + visible[this.#byEnd[n]!]!;
		}
	}

	has(row: number, days: DayRange): boolean {
		return this.#visible[row] === 1 && this.#table.startDay[row]! <= days[1] && this.#table.endDay[row]! >= days[0];
	}

	count(days: DayRange): number {
		if (days[1] < days[0]) return 0;
		const started = this.#startedBefore[lowerBound(this.#table.startDay, days[1] + 1)]!;
		return started - this.#endedBefore[lowerBound(this.#sortedEnd, days[0])]!;
	}

	/** The rows themselves, in table order. Not for use in every time step. */
	list(days: DayRange): Uint32Array {
		const [first, end] = candidateRows(this.#table, days);
		const rows: number[] = [];
		for (let row = first; row < end; row++) if (this.has(row, days)) rows.push(row);
		return Uint32Array.from(rows);
	}
}

import type { IncidentTable } from '../view/incident-table.ts';
import { lowerBound, type DayRange } from '../view/select.ts';
import type { DrawnRows } from './drawn-rows.ts';
import type { HexGrid } from './hex-grid.ts';

/**
 * How many rows on show each hexagon holds. A step in time adds and takes away only the rows it crosses: what has
 * started by the last day, less what has ended before the first.
 */
export class HexCounts {
	readonly grid: HexGrid;
	readonly counts: Int32Array;
	readonly #table: IncidentTable;
	readonly #drawn: DrawnRows;
	#states: Uint8Array;
	#started = 0;
	#ended = 0;

	constructor(table: IncidentTable, drawn: DrawnRows, states: Uint8Array, grid: HexGrid) {
		this.grid = grid;
		this.counts = new Int32Array(grid.length);
		this.#table = table;
		this.#drawn = drawn;
		this.#states = states;
	}

	/** After a change of the filters: the next `setDays` counts from the start. */
	reset(states: Uint8Array): void {
		this.#states = states;
		this.counts.fill(0);
		this.#started = 0;
		this.#ended = 0;
	}

	/** Counts what is present in the days; an empty span of days holds nothing. */
	setDays(days: DayRange): void {
		const { byEnd, sortedEnd } = this.#drawn;
		const isEmpty = days[1] < days[0];
		const started = isEmpty ? 0 : lowerBound(this.#table.startDay, days[1] + 1);
		const ended = isEmpty ? 0 : lowerBound(sortedEnd, days[0]);
		const [first, end] = isEmpty ? [0, 0] : this.#drawn.range(days);
		if (Math.abs(started - this.#started) + Math.abs(ended - this.#ended) > end - first) {
			this.#countAnew(days, first, end);
			this.#started = started;
			this.#ended = ended;
			return;
		}
		while (this.#started < started) this.#count(this.#started++, 1);
		while (this.#started > started) this.#count(--this.#started, -1);
		while (this.#ended < ended) this.#count(byEnd[this.#ended++]!, -1);
		while (this.#ended > ended) this.#count(byEnd[--this.#ended]!, 1);
	}

	/** How many of the rows counted lie in hexagons whose middle is in a box, in mercator units; `west` may be below 0. */
	within(west: number, north: number, east: number, south: number): number {
		const { x, y } = this.grid;
		let sum = 0;
		for (let cell = 0; cell < this.counts.length; cell++) {
			if (this.counts[cell] === 0 || y[cell]! < north || y[cell]! > south) continue;
			const fromWest = x[cell]! - west;
			if (fromWest - Math.floor(fromWest) <= east - west) sum += this.counts[cell]!;
		}
		return sum;
	}

	/** After a jump or a change of the filters there are fewer rows to look at in the days than on the way there. */
	#countAnew(days: DayRange, first: number, end: number): void {
		const { endDay } = this.#table;
		this.counts.fill(0);
		for (const row of this.#drawn.longRows) if (row < first && endDay[row]! >= days[0]) this.#count(row, 1);
		for (let row = first; row < end; row++) if (endDay[row]! >= days[0]) this.#count(row, 1);
	}

	#count(row: number, change: 1 | -1): void {
		const cell = this.grid.cellOf[row]!;
		if (cell >= 0 && this.#states[row]! & 1) this.counts[cell]! += change;
	}
}

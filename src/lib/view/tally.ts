import type { IncidentTable } from './incident-table.ts';
import { candidateRows, type DayRange, type FilterFailures, FACETS, facetColumn, lowerBound } from './select.ts';
import type { FacetName } from './view.ts';

/** What the counters stand at. It holds until the tally is moved on. */
export interface Counts {
	/** Incidents that pass every filter. */
	readonly shown: number;
	/** Those of them without a point on the map. */
	readonly unlocated: number;
	/** How many incidents pass all *other* filters, so how many a reader would see upon choosing the value. */
	of(facet: FacetName, value: string): number;
}

const NONE = 255;
/** For each byte of failures that counts towards one facet only, that facet. */
const ONLY_FACET = Uint8Array.from({ length: 256 }, (_, failed) => {
	const facet = FACETS.findIndex((_, index) => failed === 1 << index);
	return facet === -1 ? NONE : facet;
});

/**
 * Counts the incidents of the days on show, facet by facet. From one span of days to the next it adds and removes only
 * the rows in between: those that have started by the last day are counted in, those over before the first day out.
 */
export class Tally {
	readonly #table: IncidentTable;
	readonly #columns: readonly (Uint8Array | Uint32Array)[];
	/** Counts by code, for each facet. Unsigned, so a removal that comes before its addition is made good by it. */
	readonly #counts: readonly Uint32Array[];
	readonly #codes: Readonly<Record<FacetName, ReadonlyMap<string, number>>>;
	#failures: FilterFailures | null = null;
	#shown = 0;
	#unlocated = 0;
	/** How many rows are counted in, in the table's order, and how many out, in the order of last days. */
	#started = 0;
	#over = 0;

	constructor(table: IncidentTable) {
		const facets = FACETS.map((facet) => facetColumn(table, facet));
		const codesOf = (facet: FacetName) =>
			new Map(facets[FACETS.indexOf(facet)]!.values.map((value, code) => [value, code]));
		this.#table = table;
		this.#columns = facets.map(({ codes }) => codes);
		this.#counts = facets.map(({ values }) => new Uint32Array(values.length));
		this.#codes = {
			side: codesOf('side'),
			kind: codesOf('kind'),
			attribution: codesOf('attribution'),
			outcome: codesOf('outcome'),
			place: codesOf('place'),
		};
	}

	/** Moves on to some days under some filters. New filters, and leaps over more than the days hold, count anew. */
	at(failures: FilterFailures, days: DayRange | null): Counts {
		const { startDay, endDay, byEnd } = this.#table;
		if (days === null || days[1] < days[0]) {
			this.#clear(failures);
			return this.#reading();
		}
		const started = lowerBound(startDay, days[1] + 1);
		const over = overBefore(days[0], endDay, byEnd);
		const [first, end] = candidateRows(this.#table, days);
		const crossed = Math.abs(started - this.#started) + Math.abs(over - this.#over);
		if (failures !== this.#failures || crossed > end - first) {
			this.#clear(failures);
			for (let row = first; row < end; row++) if (endDay[row]! >= days[0]) this.#count(row, 1);
		} else {
			for (let at = this.#started; at < started; at++) this.#count(at, 1);
			for (let at = started; at < this.#started; at++) this.#count(at, -1);
			for (let at = this.#over; at < over; at++) this.#count(byEnd[at]!, -1);
			for (let at = over; at < this.#over; at++) this.#count(byEnd[at]!, 1);
		}
		this.#started = started;
		this.#over = over;
		return this.#reading();
	}

	#clear(failures: FilterFailures): void {
		for (const counts of this.#counts) counts.fill(0);
		this.#failures = failures;
		this.#shown = this.#unlocated = this.#started = this.#over = 0;
	}

	#count(row: number, sign: 1 | -1): void {
		const failed = this.#failures![row]!;
		if (failed === 0) {
			this.#shown += sign;
			if (Number.isNaN(this.#table.lng[row])) this.#unlocated += sign;
			for (let facet = 0; facet < this.#columns.length; facet++) {
				this.#counts[facet]![this.#columns[facet]![row]!]! += sign;
			}
			return;
		}
		const only = ONLY_FACET[failed]!;
		if (only !== NONE) this.#counts[only]![this.#columns[only]![row]!]! += sign;
	}

	#reading(): Counts {
		return {
			shown: this.#shown,
			unlocated: this.#unlocated,
			of: (facet, value) => {
				const code = this.#codes[facet].get(value);
				return code === undefined ? 0 : this.#counts[FACETS.indexOf(facet)]![code]!;
			},
		};
	}
}

/** How many rows have their last day before `day`. */
function overBefore(day: number, endDay: Int32Array, byEnd: Uint32Array): number {
	let low = 0;
	let high = byEnd.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (endDay[byEnd[middle]!]! < day) low = middle + 1;
		else high = middle;
	}
	return low;
}

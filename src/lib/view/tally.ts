import type { Day } from '../model/day.ts';
import type { IncidentTable } from './incident-table.ts';
import { candidateRows, type DayRange, type FilterFailures, FACETS, facetColumn, lowerBound } from './select.ts';
import { TollSum, type TollTotal } from './toll-sum.ts';
import type { FacetName } from './view.ts';

/** What the counters stand at. It holds until the tally is moved on. */
export interface Counts {
	/** Incidents that pass every filter. */
	readonly shown: number;
	/** Those of them without a point on the map. */
	readonly unlocated: number;
	/** What the figures of those shown come to. */
	readonly killed: TollTotal;
	readonly injured: TollTotal;
	/** How many incidents pass all *other* filters, so how many a reader would see upon choosing the value. */
	of(facet: FacetName, value: string): number;
}

/** The one facet with as many values as the data has places; the others have few. */
const PLACE = FACETS.indexOf('place');

/** What becomes of a row, by its byte of failures: shown, or counted for the one facet it fails, or not at all. */
const SHOWN = FACETS.length;
const NOT_COUNTED = FACETS.length + 1;
const FATES = FACETS.length + 2;
const FATE_OF = Uint8Array.from({ length: 256 }, (_, failed) => {
	if (failed === 0) return SHOWN;
	const facet = FACETS.findIndex((_, index) => failed === 1 << index);
	return facet === -1 ? NOT_COUNTED : facet;
});
const COUNTS_FOR_PLACE = FATE_OF.map((fate) => (fate === SHOWN || fate === PLACE ? 1 : 0));

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
	/** The codes of all facets but the place in one number, so that to count anew takes two sums a row and not six. */
	readonly #combined: Uint16Array | Uint32Array;
	readonly #combinations: number;
	/** Rows without a point, in table order. */
	readonly #nowhere: Int32Array;
	#failures: FilterFailures | null = null;
	readonly #killed: TollSum;
	readonly #injured: TollSum;
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
		this.#killed = new TollSum(table, 'killed');
		this.#injured = new TollSum(table, 'injured');
		this.#columns = facets.map(({ codes }) => codes);
		this.#counts = facets.map(({ values }) => new Uint32Array(values.length));
		const most = facets.slice(0, PLACE).reduce((product, { values }) => product * values.length, 1);
		this.#combined = most <= 2 ** 16 ? new Uint16Array(table.length) : new Uint32Array(table.length);
		let combinations = 1;
		for (const { codes, values } of facets.slice(0, PLACE)) {
			for (let row = 0; row < table.length; row++) this.#combined[row]! += codes[row]! * combinations;
			combinations *= values.length;
		}
		this.#combinations = combinations;
		this.#nowhere = rowsWithoutPoint(table);
		this.#codes = {
			side: codesOf('side'),
			kind: codesOf('kind'),
			attribution: codesOf('attribution'),
			grading: codesOf('grading'),
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
			this.#recount(failures, days[0], first, end);
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
		this.#killed.clear();
		this.#injured.clear();
		this.#failures = failures;
		this.#shown = this.#unlocated = this.#started = this.#over = 0;
	}

	/** Counts in the rows from `first` up to `end` that last to `from` or longer. */
	#recount(failures: FilterFailures, from: Day, first: number, end: number): void {
		const { startDay, endDay } = this.#table;
		const sure = Math.max(first, lowerBound(startDay, from));
		for (let row = first; row < sure; row++) if (endDay[row]! >= from) this.#count(row, 1);
		this.#killed.addPassing(failures, sure, end);
		this.#injured.addPassing(failures, sure, end);
		for (let at = lowerBound(this.#nowhere, sure); at < this.#nowhere.length && this.#nowhere[at]! < end; at++) {
			if (failures[this.#nowhere[at]!] === 0) this.#unlocated++;
		}
		// Without a branch for what a row fails, which would be guessed wrong for every other row.
		const [combined, combinations] = [this.#combined, this.#combinations];
		const [places, placeCounts] = [this.#columns[PLACE]!, this.#counts[PLACE]!];
		const sums = new Uint32Array(FATES * combinations);
		for (let row = sure; row < end; row++) {
			const failed = failures[row]!;
			sums[FATE_OF[failed]! * combinations + combined[row]!]!++;
			placeCounts[places[row]!]! += COUNTS_FOR_PLACE[failed]!;
		}
		for (let combination = 0; combination < combinations; combination++) {
			const shown = sums[SHOWN * combinations + combination]!;
			this.#shown += shown;
			let rest = combination;
			for (let facet = 0; facet < PLACE; facet++) {
				const counts = this.#counts[facet]!;
				counts[rest % counts.length]! += shown + sums[facet * combinations + combination]!;
				rest = Math.floor(rest / counts.length);
			}
		}
	}

	#count(row: number, sign: 1 | -1): void {
		const failed = this.#failures![row]!;
		if (failed === 0) {
			this.#shown += sign;
			this.#killed.add(row, sign);
			this.#injured.add(row, sign);
			if (Number.isNaN(this.#table.lng[row])) this.#unlocated += sign;
			for (let facet = 0; facet < this.#columns.length; facet++) {
				this.#counts[facet]![this.#columns[facet]![row]!]! += sign;
			}
			return;
		}
		const only = FATE_OF[failed]!;
		if (only !== NOT_COUNTED) this.#counts[only]![this.#columns[only]![row]!]! += sign;
	}

	#reading(): Counts {
		return {
			shown: this.#shown,
			unlocated: this.#unlocated,
			killed: this.#killed.total(),
			injured: this.#injured.total(),
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

function rowsWithoutPoint({ length, lng }: IncidentTable): Int32Array {
	const rows: number[] = [];
	for (let row = 0; row < length; row++) if (Number.isNaN(lng[row])) rows.push(row);
	return Int32Array.from(rows);
}

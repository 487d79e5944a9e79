import type { Day } from '../model/day.ts';
import { foldText } from './fold-text.ts';
import {
	ATTRIBUTION_CODES,
	GRADING_CODES,
	type IncidentTable,
	KIND_CODES,
	OUTCOME_CODES,
	SIDE_CODES,
} from './incident-table.ts';
import { type ListColumn, rowsHolding } from './list-column.ts';
import { markRowsWith } from './search-index.ts';
import type { FacetName, Filters, View } from './view.ts';

/** First and last day that are shown, both included. */
export type DayRange = readonly [Day, Day];

/** The whole range the view works in: the brushed one, or the extent of the data. */
export function workingRange(view: Pick<View, 'range'>, extent: DayRange | null): DayRange | null {
	return view.range ?? extent;
}

/** The days on show at the view's position; `null` when there is no data. */
export function shownDays(
	view: Pick<View, 'range' | 'position' | 'mode' | 'windowDays'>,
	extent: DayRange | null,
): DayRange | null {
	const range = workingRange(view, extent);
	if (!range || view.position === null) return range;
	const position = Math.min(Math.max(view.position, range[0]), range[1]);
	const from = view.mode === 'window' ? Math.max(range[0], position - view.windowDays + 1) : range[0];
	return [from, position];
}

/** Whether an incident that may have happened on any day from `start` to `end` is present in `days`. */
export function isPresent(start: Day, end: Day, days: DayRange): boolean {
	return start <= days[1] && end >= days[0];
}

export const FACETS: readonly FacetName[] = ['side', 'kind', 'attribution', 'grading', 'outcome', 'place'];

/**
 * Per row, one bit for each facet the row fails, one if the text search fails and one if it is not by or not against
 * the actors asked for. 0 passes every filter.
 */
export type FilterFailures = Uint8Array;
const FAILS_TEXT = 1 << FACETS.length;
export const FAILS_PARTIES = 1 << (FACETS.length + 1);

/** Stands among the ids of `by` and `against` for incidents in which nobody is named. */
export const UNNAMED = 'unnamed';

/** Column of codes and list of what they stand for. */
export function facetColumn(
	table: IncidentTable,
	facet: FacetName,
): { codes: Uint8Array | Uint32Array; values: readonly string[] } {
	switch (facet) {
		case 'side':
			return { codes: table.side, values: SIDE_CODES };
		case 'kind':
			return { codes: table.kind, values: KIND_CODES };
		case 'attribution':
			return { codes: table.attribution, values: ATTRIBUTION_CODES };
		case 'grading':
			return { codes: table.grading, values: GRADING_CODES };
		case 'outcome':
			return { codes: table.outcome, values: OUTCOME_CODES };
		case 'place':
			return { codes: table.place, values: table.places.map((place) => place.id) };
	}
}

/** One pass over all rows for each filter in use. Run when a filter changes, never per time step. */
export function filterFailures(table: IncidentTable, filters: Filters): FilterFailures {
	const failures = new Uint8Array(table.length);
	FACETS.forEach((facet, index) => {
		const wanted: readonly string[] = filters[facet];
		if (wanted.length === 0) return;
		const { codes, values } = facetColumn(table, facet);
		const failed = Uint8Array.from(values, (value) => (wanted.includes(value) ? 0 : 1 << index));
		for (let row = 0; row < failures.length; row++) failures[row]! |= failed[codes[row]!]!;
	});
	const words = foldText(filters.text).split(/\s+/u).filter(Boolean);
	for (const word of words) {
		const found = new Uint8Array(table.length);
		markRowsWith(table.search, word, found);
		for (let row = 0; row < failures.length; row++) failures[row]! |= (found[row]! ^ 1) * FAILS_TEXT;
	}
	failOthers(failures, table, table.perpetrators, filters.by);
	failOthers(failures, table, table.targets, filters.against);
	return failures;
}

/** Marks the rows whose list holds none of the actors wanted; an empty list of these wants them all. */
function failOthers(
	failures: FilterFailures,
	{ actorIds }: IncidentTable,
	lists: ListColumn,
	wanted: readonly string[],
): void {
	if (wanted.length === 0) return;
	const codes = new Set(wanted.map((id) => actorIds.indexOf(id)));
	const held = rowsHolding(lists, codes, wanted.includes(UNNAMED));
	for (let row = 0; row < failures.length; row++) failures[row]! |= (held[row]! ^ 1) * FAILS_PARTIES;
}

/** Keeps to some incidents besides, as a story does; `null` keeps all. Told as the search is, which a story stands for. */
export function keepTo(
	ids: ReadonlySet<string> | null,
	failures: FilterFailures,
	table: IncidentTable,
): FilterFailures {
	if (!ids) return failures;
	const kept = failures.map((failed) => failed | FAILS_TEXT);
	for (const id of ids) {
		const row = table.rowOf.get(id);
		if (row !== undefined) kept[row] = failures[row]!;
	}
	return kept;
}

/** 1 for rows that pass every filter, the form the incident layer takes. */
export function passMask(failures: FilterFailures): Uint8Array {
	const mask = new Uint8Array(failures.length);
	const words = failures.byteOffset % 4 === 0 ? failures.length >> 2 : 0;
	const failed = new Uint32Array(failures.buffer, words > 0 ? failures.byteOffset : 0, words);
	const passed = new Uint32Array(mask.buffer, 0, words);
	// Four rows at once: what is added makes the highest bit of a byte of any failure, and does not reach the next byte.
	for (let word = 0; word < words; word++) {
		const four = failed[word]!;
		passed[word] = (~(((four & 0x7f7f7f7f) + 0x7f7f7f7f) | four) >>> 7) & 0x01010101;
	}
	for (let row = words << 2; row < mask.length; row++) mask[row] = failures[row] === 0 ? 1 : 0;
	return mask;
}

/** Rows whose start lies where they can be present in `days`: `[first, end)`, the part of the table worth looking at. */
export function candidateRows(table: IncidentTable, days: DayRange): [number, number] {
	return [lowerBound(table.startDay, days[0] - table.longestDays), lowerBound(table.startDay, days[1] + 1)];
}

/** Rows that pass every filter and are present in `days`, in table order. What map, list and export show. */
export function selectRows(table: IncidentTable, failures: FilterFailures, days: DayRange | null): number[] {
	if (!days) return [];
	const rows: number[] = [];
	const [first, end] = candidateRows(table, days);
	for (let row = first; row < end; row++) {
		if (failures[row] === 0 && table.endDay[row]! >= days[0]) rows.push(row);
	}
	return rows;
}

/** Index of the first element that is not below `value` in an ascending array. */
export function lowerBound(sorted: Int32Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (sorted[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

import type { Actor } from '../model/actor.ts';
import { chosenFigure } from '../model/chosen-figure.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { Reading } from '../model/reading.ts';
import { ATTRIBUTIONS, GRADINGS, keysOf } from '../model/vocabulary.ts';
import type { IncidentTable } from './incident-table.ts';

/** Columns of the table of incidents that it can be sorted by. */
export const SORT_KEYS = [
	'date',
	'title',
	'kind',
	'place',
	'perpetrators',
	'attribution',
	'grading',
	'killed',
	'injured',
] as const;
type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
	readonly key: SortKey;
	readonly descending: boolean;
}

const ATTRIBUTION_ORDER = keysOf(ATTRIBUTIONS);
const GRADING_ORDER = keysOf(GRADINGS);

/**
 * Rows of the table in the order of a column; rows that are equal in it keep the table's order in time. Unknown comes
 * last in either direction; tolls go by the figure that the reading takes. `rows` must be ascending, as `selectRows` gives them; it is not changed.
 */
export function sortRows(
	table: IncidentTable,
	rows: readonly number[],
	{ key, descending }: Sort,
	actors: ReadonlyMap<string, Actor>,
	figure: Reading['figure'] = 'best',
): readonly number[] {
	if (key === 'date') return descending ? [...rows].reverse() : rows;
	const collator = new Intl.Collator('en', { numeric: true });
	const values = new Map(rows.map((row) => [row, sortValue(table.feature(row), key, actors, figure)]));
	const direction = descending ? -1 : 1;
	return [...rows].sort((rowA, rowB) => {
		const a = values.get(rowA)!;
		const b = values.get(rowB)!;
		if (a === null || b === null) return Number(a === null) - Number(b === null);
		const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
		return order * direction;
	});
}

/** What a row is sorted by; `null` where unknown. */
function sortValue(
	{ properties }: IncidentFeature,
	key: Exclude<SortKey, 'date'>,
	actors: ReadonlyMap<string, Actor>,
	figure: Reading['figure'],
): string | number | null {
	switch (key) {
		case 'title':
		case 'kind':
			return properties[key];
		case 'place':
			return properties.place_name ?? properties.place_as_written;
		case 'perpetrators':
			return properties.perpetrators.map((id) => actors.get(id)?.name ?? id).join(', ') || null;
		case 'attribution':
			return ATTRIBUTION_ORDER.indexOf(properties.attribution);
		case 'grading':
			return GRADING_ORDER.indexOf(properties.grading);
		case 'killed':
			return figureOf(properties.killed_low, properties.killed_best, properties.killed_high, figure);
		case 'injured':
			return figureOf(properties.injured_low, properties.injured_best, properties.injured_high, figure);
	}
}

function figureOf(
	low: number | null,
	best: number | null,
	high: number | null,
	figure: Reading['figure'],
): number | null {
	return chosenFigure({ low, best, high }, figure)?.count ?? null;
}

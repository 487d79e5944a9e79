import type { IncidentTable } from '../view/incident-table.ts';
import { candidateRows, type DayRange, lowerBound } from '../view/select.ts';
import type { IncidentLayer } from './incident-layer.ts';
import { type RowSpans, rowSpans } from './row-spans.ts';

/** West, north, east and south in mercator units; `west` may be below 0. */
type Bounds = readonly [west: number, north: number, east: number, south: number];

/** With more than this on show at all, the few in view are found through the index of places. */
const MOST_LOOKED_AT = 20_000;

/** So many rows are looked at without asking whether a few that last long could be kept apart. */
const FEW_ROWS = 200_000;

const spansOf = new WeakMap<IncidentTable, RowSpans>();

/**
 * Calls back with each row that is drawn within bounds, in table order. False where they are too many to look at each or
 * drawn as hexagons. Nothing is listed on the way: the labels ask several times a second.
 */
export function forEachRowInView(
	table: IncidentTable,
	layer: IncidentLayer,
	days: DayRange,
	bounds: Bounds,
	visit: (row: number) => void,
	mostLookedAt = MOST_LOOKED_AT,
	fewRows = FEW_ROWS,
): boolean {
	if (layer.isDensity) return false;
	if (layer.drawnCount() > mostLookedAt) {
		const rows = layer.rowsWithin([...bounds]);
		rows?.forEach(visit);
		return rows !== null;
	}
	const [west, north, east, south] = bounds;
	const { x, y } = layer.symbols;
	const look = (row: number): void => {
		if (y[row]! < north || y[row]! > south) return;
		const fromWest = x[row]! - west;
		if (fromWest - Math.floor(fromWest) <= east - west && layer.isShown(row)) visit(row);
	};
	const [first, end] = candidateRows(table, days);
	if (end - first <= fewRows) {
		for (let row = first; row < end; row++) look(row);
		return true;
	}
	let spans = spansOf.get(table);
	if (!spans) spansOf.set(table, (spans = rowSpans(table)));
	const afterLong = lowerBound(table.startDay, days[0] - spans.longestDays);
	for (const row of spans.longRows) if (row < afterLong) look(row);
	for (let row = afterLong; row < end; row++) look(row);
	return true;
}

import bbox from '@turf/bbox';
import type { Feature } from 'geojson';
import type { IncidentTable } from '../view/incident-table.ts';

/** `[west, south, east, north]` around the points of some rows and some features; `null` around nothing. */
export function boundsOf(
	table: IncidentTable,
	rows: Iterable<number>,
	features: readonly Feature[],
): [number, number, number, number] | null {
	const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	const include = (west: number, south: number, east: number, north: number) => {
		if (!(west <= east && south <= north)) return;
		bounds[0] = Math.min(bounds[0], west);
		bounds[1] = Math.min(bounds[1], south);
		bounds[2] = Math.max(bounds[2], east);
		bounds[3] = Math.max(bounds[3], north);
	};
	for (const row of rows) include(table.lng[row]!, table.lat[row]!, table.lng[row]!, table.lat[row]!);
	for (const feature of features) {
		const [west, south, east, north] = bbox(feature);
		include(west, south, east, north);
	}
	return bounds[0] <= bounds[2] ? bounds : null;
}

const NOWHERE: [number, number, number, number] = [-20, -35, 100, 60];

/** The same around all of the data, and without any around where one would look for it. */
export function wholeBounds(
	table: IncidentTable,
	areas: { readonly features: readonly Feature[] },
): [number, number, number, number] {
	return boundsOf(table, locatedRows(table), areas.features) ?? NOWHERE;
}

/** One after the other, since a list of a million would be made for nothing. */
function* locatedRows({ length, isPoint }: IncidentTable): Generator<number> {
	for (let row = 0; row < length; row++) if (isPoint[row] === 1) yield row;
}

/** The same around some incidents: their points, or the areas they are drawn as. `null` where none is on the map. */
export function boundsOfIncidents(
	ids: readonly string[],
	table: IncidentTable,
	areas: { readonly features: readonly Feature[] },
): [number, number, number, number] | null {
	const rows = ids.flatMap((id) => table.rowOf.get(id) ?? []).filter((row) => table.isPoint[row] === 1);
	const shapes = areas.features.filter((feature) => ids.includes(String(feature.properties?.['incident'])));
	return boundsOf(table, rows, shapes);
}

import circle from '@turf/circle';
import type { Polygon } from 'geojson';
import type { IncidentFeature } from '../../lib/model/feature.ts';
import type { PlaceFeature } from '../../lib/model/layer-feature.ts';
import type { PlaceKind } from '../../lib/model/vocabulary.ts';
import type { AnyFeature } from '../../lib/view/links-to.ts';
import { areaOutline } from '../area-outline.ts';
import type { LocatorSubject } from './draw-locator.ts';
import type { PageAtlas } from './page-atlas.ts';

const WIDE_KINDS: readonly PlaceKind[] = ['province', 'district', 'region', 'country', 'sea'];
const DISC_STEPS = 48;

/** What to show of one record: its point with its symbol, or the area where only that is known. */
export function recordSubject(record: AnyFeature, atlas: PageAtlas): LocatorSubject {
	const area = atlas.areas.get(record.id);
	if (area) return { points: [], areas: [area] };
	if (!isIncident(record) || record.geometry === null) return { points: [], areas: [] };
	const { kind, side, attribution, uncertainty_km: radiusKm, place_name: name } = record.properties;
	const symbol = { kind, side: side ?? ('unnamed' as const), attribution };
	return {
		points: [{ position: record.geometry.coordinates, radiusKm: radiusKm ?? 0, symbol, count: 1, name }],
		areas: [],
	};
}

/** What to show of several records: a dot for each place, larger where it has more of them, and the areas. */
export function recordsSubject(records: readonly AnyFeature[], atlas: PageAtlas): LocatorSubject {
	const byPlace = new Map<string, IncidentFeature[]>();
	for (const record of records) {
		if (!isIncident(record)) continue;
		const place = record.properties.place_id;
		if (place !== null) byPlace.set(place, [...(byPlace.get(place) ?? []), record]);
	}
	const points: LocatorSubject['points'][number][] = [];
	const areas: LocatorSubject['areas'][number][] = [];
	for (const here of byPlace.values()) {
		const fine = here.filter(({ id }) => !atlas.areas.has(id));
		const coarse = here.find(({ id }) => atlas.areas.has(id));
		if (coarse) areas.push(atlas.areas.get(coarse.id)!);
		const [first] = fine;
		if (!first || first.geometry === null) continue;
		const { place_name: name, uncertainty_km: radiusKm } = first.properties;
		const position = first.geometry.coordinates;
		points.push({ position, radiusKm: radiusKm ?? 0, symbol: null, count: fine.length, name });
	}
	return { points, areas };
}

/** What to show of a place: its outline, its extent as a disc, or its point. */
export function placeSubject(place: PlaceFeature, atlas: PageAtlas): LocatorSubject {
	const { coordinates } = place.geometry;
	const { name, kind, uncertainty_km: radiusKm, incidents } = place.properties;
	const area = atlas.curated.get(place.id)?.properties.area ?? null;
	if (area !== null) return { points: [], areas: [areaOutline(area)] };
	if (WIDE_KINDS.includes(kind)) return { points: [], areas: [disc(coordinates, radiusKm)] };
	return { points: [{ position: coordinates, radiusKm, symbol: null, count: incidents.length, name }], areas: [] };
}

export function isIncident(record: AnyFeature): record is IncidentFeature {
	return 'attribution' in record.properties;
}

function disc(center: [number, number], radiusKm: number): Polygon {
	return circle(center, radiusKm, { steps: DISC_STEPS, units: 'kilometers' }).geometry;
}

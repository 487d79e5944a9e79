import type { Position } from '../lib/model/fields.ts';
import type { RouteFeature } from '../lib/model/layer-feature.ts';
import type { Geocoding } from '../lib/model/place.ts';
import type { Incident, Waypoint } from '../lib/model/record.ts';
import type { RouteRole } from '../lib/model/vocabulary.ts';
import { placeArea } from './place-area.ts';
import type { FeatureAtlas } from './record-features.ts';

/** Where a line from the launch ends: as far as it is known to have got, else at what it was meant for. */
const FARTHEST: readonly RouteRole[] = ['hit', 'fell-at', 'intercepted-over', 'aimed-at'];

interface Place {
	waypoint: Waypoint;
	number: number;
	/** `null` unless it is known to a site or a town. */
	point: Position | null;
	feature: RouteFeature;
}

/**
 * The places of an incident's route, and a line from each place of launch to the farthest it is known to have got. A
 * line joins sites and towns only: from somewhere in a country no line can be drawn.
 */
export function routeFeatures(incident: Incident, atlas: FeatureAtlas): RouteFeature[] {
	const places = incident.route.map((waypoint, i) =>
		placeOf(incident.id, waypoint, incident.derived.route[i]!, i + 1, atlas),
	);
	const launches = places.filter(({ waypoint }) => waypoint.role === 'launched-from');
	const farthest = FARTHEST.find((role) => places.some(({ waypoint }) => waypoint.role === role));
	const ends = places.filter(({ waypoint }) => waypoint.role === farthest);
	const lines = launches.flatMap((launch) => ends.flatMap((end) => lineOf(incident.id, launch, end) ?? []));
	return [...places.map(({ feature }) => feature), ...lines];
}

function placeOf(id: string, waypoint: Waypoint, geocoding: Geocoding, number: number, atlas: FeatureAtlas): Place {
	const { role, place, asserted_by, hedged, locator } = waypoint;
	const row = geocoding.place_id === null ? null : atlas.gazetteer.row(geocoding.place_id);
	const area = placeArea(place, geocoding, atlas.gazetteer);
	const point = row && !area ? row.position : null;
	const feature: RouteFeature = {
		type: 'Feature',
		id: `${id}--${role}--${number}`,
		geometry: area?.geometry ?? (point && { type: 'Point', coordinates: point }),
		properties: {
			incident: id,
			role,
			ends: null,
			place_id: row?.id ?? null,
			place_name: row?.name ?? null,
			place_as_written: place.as_written,
			geo_precision: row ? geocoding.geo_precision : null,
			uncertainty_km: row ? geocoding.uncertainty_km : null,
			asserted_by,
			hedged,
			...locator,
		},
	};
	return { waypoint, number, point, feature };
}

function lineOf(id: string, from: Place, to: Place): RouteFeature | null {
	if (!from.point || !to.point || (from.point[0] === to.point[0] && from.point[1] === to.point[1])) return null;
	const { role, asserted_by, hedged, locator } = to.waypoint;
	return {
		type: 'Feature',
		id: `${id}--path--${from.number}--${to.number}`,
		geometry: { type: 'LineString', coordinates: [from.point, to.point] },
		properties: {
			incident: id,
			role: 'path',
			ends: role,
			place_id: null,
			place_name: null,
			place_as_written: null,
			geo_precision: null,
			uncertainty_km: null,
			asserted_by,
			hedged: hedged || from.waypoint.hedged,
			...locator,
		},
	};
}

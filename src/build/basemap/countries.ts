import type { Feature, Point, Position } from 'geojson';
import { feature } from 'topojson-client';
import {
	COUNTRY_LABEL_PLACES,
	EARLY_LABELS,
	FULL_COUNTRY_NAMES,
	NEAR_LABEL_PLACES,
	TERRITORIES,
	UNLABELLED,
} from './country-names.ts';
import { unwrapPolygon } from './land.ts';
import { labelPoint } from './label-point.ts';
import type { WorldAtlas } from './world-atlas.ts';

/** `rank` 1 (largest) to 6, by area. */
interface CountryProperties {
	name: string;
	rank: number;
	territory: boolean;
}
interface CountryLabel {
	feature: Feature<Point, CountryProperties>;
	minZoom: number;
}

/** Lower bounds in square degrees of the map, for ranks 1 to 5. */
const RANK_AREAS = [450, 110, 28, 6, 0.9];
const MIN_ZOOM_BY_RANK = [0, 2, 2, 3, 4, 5];

/** One label per country or territory, from the zoom level at which it has room; `isNear` for the labels of near views. */
export function countryLabels(world: WorldAtlas, isNear: boolean): CountryLabel[] {
	return feature(world, world.objects.countries).features.flatMap(({ geometry, properties: { name } }) => {
		if (UNLABELLED.includes(name)) return [];
		const parts =
			geometry.type === 'MultiPolygon'
				? geometry.coordinates
				: geometry.type === 'Polygon'
					? [geometry.coordinates]
					: [];
		const polygons = parts.map(unwrapPolygon).map((rings) => ({ rings, area: ringArea(rings[0] ?? []) }));
		const largest = polygons.reduce((a, b) => (b.area > a.area ? b : a));
		const area = polygons.reduce((sum, polygon) => sum + polygon.area, 0);
		const territory = TERRITORIES.includes(name);
		const rank = RANK_AREAS.filter((bound) => area < bound).length + 1;
		const usual = (MIN_ZOOM_BY_RANK[rank - 1] ?? 5) + (territory && rank > 1 ? 2 : 0);
		const minZoom = EARLY_LABELS.includes(name) ? Math.min(usual, 4) : usual;
		const place = (isNear ? NEAR_LABEL_PLACES[name] : undefined) ?? COUNTRY_LABEL_PLACES[name];
		return [
			{
				minZoom,
				feature: {
					type: 'Feature',
					properties: { name: FULL_COUNTRY_NAMES[name] ?? name, rank, territory },
					geometry: { type: 'Point', coordinates: place ?? labelPoint(largest.rings) },
				},
			},
		];
	});
}

/** Area of a ring in square degrees, shrunk towards the poles as on the ground. */
function ringArea(ring: Position[]): number {
	let sum = 0;
	for (const [i, [lng = 0, lat = 0]] of ring.entries()) {
		const [fromLng = lng, fromLat = lat] = ring[i - 1] ?? [];
		sum += (lng - fromLng) * (Math.sin((lat * Math.PI) / 180) + Math.sin((fromLat * Math.PI) / 180));
	}
	return Math.abs((sum * 90) / Math.PI);
}

import type { LngLat } from '../cells/read-position.ts';

/** A geometry of GeoJSON in two dimensions, checked: no part of it is empty. */
export type PlainGeometry =
	| { readonly type: 'Point'; readonly coordinates: LngLat }
	| { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: LngLat[] }
	| { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: LngLat[][] }
	| { readonly type: 'MultiPolygon'; readonly coordinates: LngLat[][][] }
	| { readonly type: 'GeometryCollection'; readonly geometries: PlainGeometry[] };

const KM_PER_DEGREE = 111.2;

/** Every position of a geometry, in order. */
export function* positionsOf(geometry: PlainGeometry): Generator<LngLat> {
	switch (geometry.type) {
		case 'Point':
			yield geometry.coordinates;
			return;
		case 'MultiPoint':
		case 'LineString':
			yield* geometry.coordinates;
			return;
		case 'MultiLineString':
		case 'Polygon':
			for (const line of geometry.coordinates) yield* line;
			return;
		case 'MultiPolygon':
			for (const polygon of geometry.coordinates) for (const ring of polygon) yield* ring;
			return;
		case 'GeometryCollection':
			for (const part of geometry.geometries) yield* positionsOf(part);
	}
}

/** Half the diagonal of the box around a geometry, as the earth's surface has it near the middle of the box. */
export function extentOf(geometry: PlainGeometry): { readonly radiusKm: number } {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lng, lat] of positionsOf(geometry)) {
		if (lng < west) west = lng;
		if (lng > east) east = lng;
		if (lat < south) south = lat;
		if (lat > north) north = lat;
	}
	const width = (east - west) * Math.cos(((south + north) / 2) * (Math.PI / 180));
	return { radiusKm: (Math.hypot(width, north - south) / 2) * KM_PER_DEGREE };
}

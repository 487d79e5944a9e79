import { GeoJSONVT } from '@maplibre/geojson-vt';
import type { GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import type { Tile } from './pmtiles-archive.ts';

/** One vector tile layer: which features a zoom level shows. Equal arrays share one tile index. */
export interface LayerSource {
	name: string;
	featuresAt: (zoom: number) => Feature[];
}
export interface Bounds {
	west: number;
	south: number;
	east: number;
	north: number;
}

const WORLD: Bounds = { west: -180, south: -85, east: 180, north: 85 };

/** Cuts the layers into tiles: the whole world down to `worldZoom`, the region alone down to `regionZoom`. */
export function tilePyramid(
	layers: readonly LayerSource[],
	worldZoom: number,
	region: Bounds,
	regionZoom: number,
): Tile[] {
	const indexes = new Map<Feature[], GeoJSONVT>();
	const sourcesAt = Array.from({ length: regionZoom + 1 }, (_, zoom) =>
		layers.flatMap(({ name, featuresAt }) => {
			const features = featuresAt(zoom);
			if (features.length === 0) return [];
			const index = (zoom < regionZoom && indexes.get(features)) || tileIndex(features, zoom, regionZoom);
			if (zoom < regionZoom) indexes.set(features, index);
			return [{ name, index }];
		}),
	);
	return tilesOf(worldZoom, region, regionZoom).map(({ z, x, y }) => {
		const shown: Record<string, GeoJSONVTTile> = {};
		for (const { name, index } of sourcesAt[z] ?? []) {
			const tile = index.getTile(z, x, y);
			if (tile && tile.features.length > 0) shown[name] = tile;
		}
		return { z, x, y, data: fromGeojsonVt(shown, { version: 2, extent: 4096 }) };
	});
}

/** The tiles of the world down to `worldZoom`, and of the region alone from there to `regionZoom`. */
export function tilesOf(worldZoom: number, region: Bounds, regionZoom: number): { z: number; x: number; y: number }[] {
	const tiles: { z: number; x: number; y: number }[] = [];
	for (let z = 0; z <= regionZoom; z++) {
		const range = tileRange(z <= worldZoom ? WORLD : region, z);
		for (let x = range.west; x <= range.east; x++)
			for (let y = range.north; y <= range.south; y++) tiles.push({ z, x, y });
	}
	return tiles;
}

/** The last zoom level is magnified: it keeps finer shapes than those before. */
function tileIndex(features: Feature[], zoom: number, regionZoom: number): GeoJSONVT {
	const tolerance = zoom < regionZoom ? 3 : 0.9;
	// One zoom more than is cut: at its own maximum zoom the index does not simplify at all.
	return new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: regionZoom + 1, tolerance, buffer: 64 });
}

/** The tiles that cover the bounds, as columns west to east and rows north to south. */
function tileRange(bounds: Bounds, zoom: number): Bounds {
	const size = 2 ** zoom;
	const column = (lng: number) => Math.floor(((lng + 180) / 360) * size);
	const row = (lat: number) => {
		const sin = Math.sin((lat * Math.PI) / 180);
		return Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size);
	};
	return {
		west: column(bounds.west),
		east: Math.min(column(bounds.east), size - 1),
		north: row(bounds.north),
		south: row(bounds.south),
	};
}

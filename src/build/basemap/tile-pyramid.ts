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
	const tiles: Tile[] = [];
	const indexes = new Map<Feature[], GeoJSONVT>();
	for (let z = 0; z <= regionZoom; z++) {
		const range = tileRange(z <= worldZoom ? WORLD : region, z);
		const sources = layers.flatMap(({ name, featuresAt }) => {
			const features = featuresAt(z);
			if (features.length === 0) return [];
			const index = indexes.get(features) ?? tileIndex(features, regionZoom);
			indexes.set(features, index);
			return [{ name, index }];
		});
		for (let x = range.west; x <= range.east; x++) {
			for (let y = range.north; y <= range.south; y++) {
				const shown: Record<string, GeoJSONVTTile> = {};
				for (const { name, index } of sources) {
					const tile = index.getTile(z, x, y);
					if (tile && tile.features.length > 0) shown[name] = tile;
				}
				tiles.push({ z, x, y, data: fromGeojsonVt(shown, { version: 2, extent: 4096 }) });
			}
		}
	}
	return tiles;
}

function tileIndex(features: Feature[], maxZoom: number): GeoJSONVT {
	// One zoom more than is cut: at its own maximum zoom the index does not simplify at all.
	return new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: maxZoom + 1, tolerance: 3, buffer: 64 });
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

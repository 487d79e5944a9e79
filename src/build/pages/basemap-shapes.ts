import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { FileSource, PMTiles } from 'pmtiles';
import { type Box, clipLine } from '../../lib/view/clip-to-box.ts';
import type { LocatorFrame } from '../../lib/view/locator-frame.ts';
import type { Point } from '../../lib/view/symbol-tokens.ts';

/** What the basemap holds in a frame; points are Web Mercator, 0 to 1. */
export interface BasemapShapes {
	land: Point[][];
	water: Point[][];
	rivers: Point[][];
	provinceBorders: Point[][];
	borders: Point[][];
	disputedBorders: Point[][];
	/** Ids of names are where they stand, as neighbouring tiles repeat them. */
	cities: Map<string, { name: string; at: Point; isCapital: boolean; population: number; from: number }>;
	countries: Map<string, { name: string; at: Point; rank: number }>;
}

const TILE_UNITS = 512;
const MAX_ZOOM = 7;
/** Beyond the region the archive ends here. */
const WORLD_ZOOM = 5;
const MOST_RIVER_RANK = 2;

const archives = new Map<string, PMTiles>();
const tiles = new Map<string, Promise<VectorTile | null>>();

/** Reads the shapes of the site's own basemap, so that a locator map and the map show one and the same world. */
export async function basemapShapes(root: string, frame: LocatorFrame): Promise<BasemapShapes> {
	const wanted = Math.ceil(Math.log2(frame.scale / TILE_UNITS));
	const zoom = Math.max(0, Math.min(MAX_ZOOM, wanted));
	return (await shapesAt(root, frame, zoom)) ?? (await shapesAt(root, frame, Math.min(zoom, WORLD_ZOOM)))!;
}

/** `null` where the archive does not reach that zoom everywhere in the frame. */
async function shapesAt(root: string, frame: LocatorFrame, zoom: number): Promise<BasemapShapes | null> {
	const count = 2 ** zoom;
	const first = (value: number) => Math.max(0, Math.floor(value * count));
	const last = (value: number) => Math.min(count - 1, Math.floor(value * count));
	const shapes: BasemapShapes = {
		land: [],
		water: [],
		rivers: [],
		provinceBorders: [],
		borders: [],
		disputedBorders: [],
		cities: new Map(),
		countries: new Map(),
	};
	for (let x = first(frame.left); x <= last(frame.left + frame.width / frame.scale); x++) {
		for (let y = first(frame.top); y <= last(frame.top + frame.height / frame.scale); y++) {
			const tile = await readTile(root, zoom, x, y);
			if (tile) collect(tile, [x, y], count, shapes);
			else if (zoom > WORLD_ZOOM) return null;
		}
	}
	return shapes;
}

function readTile(root: string, zoom: number, x: number, y: number): Promise<VectorTile | null> {
	const key = `${root} ${zoom}/${x}/${y}`;
	let tile = tiles.get(key);
	if (!tile) {
		tile = archive(root)
			.getZxy(zoom, x, y)
			.then((found) => (found ? new VectorTile(new PbfReader(new Uint8Array(found.data))) : null));
		tiles.set(key, tile);
	}
	return tile;
}

function archive(root: string): PMTiles {
	let known = archives.get(root);
	if (!known) {
		const bytes = readFileSync(join(root, 'static/basemap/atlas.pmtiles'));
		known = new PMTiles(new FileSource(new File([bytes], 'atlas.pmtiles')));
		archives.set(root, known);
	}
	return known;
}

function collect(tile: VectorTile, [x, y]: [number, number], count: number, shapes: BasemapShapes): void {
	const own: Box = [x / count, y / count, (x + 1) / count, (y + 1) / count];
	const partsOf = (feature: VectorTileFeature): Point[][] =>
		feature
			.loadGeometry()
			.map((part) =>
				part.map((point): Point => [(x + point.x / feature.extent) / count, (y + point.y / feature.extent) / count]),
			);
	// Areas keep the strip that tiles share, so that no seam shows; lines lose it, so that none is drawn twice.
	for (const feature of features(tile, 'land')) shapes.land.push(...partsOf(feature));
	for (const feature of features(tile, 'water')) shapes.water.push(...partsOf(feature));
	const lines = (feature: VectorTileFeature) => partsOf(feature).flatMap((line) => clipLine(line, own));
	for (const feature of features(tile, 'river')) {
		const { rank, dry } = feature.properties;
		if (Number(rank) <= MOST_RIVER_RANK && dry !== true) shapes.rivers.push(...lines(feature));
	}
	for (const feature of features(tile, 'province-border')) shapes.provinceBorders.push(...lines(feature));
	for (const feature of features(tile, 'border')) {
		(feature.properties['disputed'] === true ? shapes.disputedBorders : shapes.borders).push(...lines(feature));
	}
	for (const feature of features(tile, 'city')) {
		const { name, capital, population, from } = feature.properties;
		const at = partsOf(feature)[0]![0]!;
		const id = `${String(name)} ${at[0].toFixed(5)}`;
		shapes.cities.set(id, {
			name: String(name),
			at,
			isCapital: capital === true,
			population: Number(population),
			from: Number(from),
		});
	}
	for (const feature of features(tile, 'country')) {
		const { name, rank } = feature.properties;
		shapes.countries.set(String(name), { name: String(name), at: partsOf(feature)[0]![0]!, rank: Number(rank) });
	}
}

function* features(tile: VectorTile, layer: string): Generator<VectorTileFeature> {
	const found = tile.layers[layer];
	for (let i = 0; i < (found?.length ?? 0); i++) yield found!.feature(i);
}

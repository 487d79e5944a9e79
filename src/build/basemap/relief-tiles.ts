import type { Feature, Polygon } from 'geojson';
import { readElevation } from './elevation.ts';
import { indexedPng } from './indexed-png.ts';
import { landMask } from './land-mask.ts';
import type { Tile } from './pmtiles-archive.ts';
import { INKS, reliefTile, SOURCE_ZOOM } from './relief-tile.ts';
import { halved, smoothHeights } from './smooth-heights.ts';
import { tilesOf } from './tile-pyramid.ts';
import type { Bounds } from './tile-pyramid.ts';

const SIDE = 512;
/** Where the world's last zoom is drawn: Europe, Africa and Asia. Further off the zoom before is magnified. */
const FINE = { west: -22.5, south: -40, east: 134.9, north: 73.9 };
/** Scales of the heights: for the smallest zoom, and four more for the shapes of massifs there. */
const SCALES = SOURCE_ZOOM + 5;

/** Relief tiles of the world down to `worldZoom`, and of the region alone down to `regionZoom`. */
export function reliefTiles(
	landAt: (zoom: number) => Feature<Polygon>[],
	worldZoom: number,
	region: Bounds,
	regionZoom: number,
): Tile[] {
	const scales = [smoothHeights(readElevation())];
	for (let i = 1; i < SCALES; i++) scales.push(halved(scales[i - 1]!));
	const colours = palette();
	const fine = tilesOf(worldZoom - 1, FINE, worldZoom).filter(({ z }) => z === worldZoom);
	const others = tilesOf(worldZoom, region, regionZoom).filter(({ z }) => z !== worldZoom);
	return [...others, ...fine].map(({ z, x, y }) => {
		const ink = reliefTile(scales, { z, x, y }, SIDE, landMask(landAt(z), z, x, y, SIDE));
		return { z, x, y, data: indexedPng(SIDE, SIDE, colours, ink) };
	});
}

function palette(): [number, number, number, number][] {
	const { shadowSteps, lightSteps, seaSteps, maxShadow, maxLight, maxSea, power } = INKS;
	const steps = (count: number) => Array.from({ length: count }, (_, i) => i);
	const alpha = (share: number) => Math.round(share * 255);
	return [
		...steps(shadowSteps).map((i) => [10, 12, 20, alpha(maxShadow * (1 - i / shadowSteps) ** power)] as const),
		...steps(lightSteps + 1).map((i) => [255, 255, 255, alpha(maxLight * (i / lightSteps) ** power)] as const),
		...steps(seaSteps + 1).map((i) => [8, 34, 70, alpha((maxSea * i) / seaSteps)] as const),
	].map((colour) => [...colour]);
}

import type { Camera } from './view.ts';

/** Pixels of the world at zoom 0. */
const WORLD_PX = 512;
const MARGIN_PX = 64;
const [LEAST_ZOOM, MOST_ZOOM] = [0, 9];
/** Beyond these Web Mercator has no place for a latitude. */
const MOST_LATITUDE = 85;

/** Where a map of this size has all of `[west, south, east, north]` in sight, with a margin. */
export function cameraOver(
	[west, south, east, north]: readonly [number, number, number, number],
	width: number,
	height: number,
): Camera {
	const [top, bottom] = [mercator(north), mercator(south)];
	const across = zoomFor((east - west) / 360, width);
	const down = zoomFor(bottom - top, height);
	const zoom = Math.min(Math.max(Math.min(across, down), LEAST_ZOOM), MOST_ZOOM);
	const middle = Math.PI * (1 - (top + bottom));
	const lat = (Math.atan(Math.sinh(middle)) * 180) / Math.PI;
	return { lng: round((((west + east) / 2 + 540) % 360) - 180, 4), lat: round(lat, 4), zoom: round(zoom, 2) };
}

/** From 0 in the north to 1 in the south. */
function mercator(latitude: number): number {
	const angle = (Math.min(Math.max(latitude, -MOST_LATITUDE), MOST_LATITUDE) * Math.PI) / 180;
	return 0.5 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / (2 * Math.PI);
}

function zoomFor(share: number, pixels: number): number {
	return Math.log2(Math.max(pixels - 2 * MARGIN_PX, MARGIN_PX) / (WORLD_PX * share));
}

function round(value: number, decimals: number): number {
	// So that no zero is a negative one.
	return Number(value.toFixed(decimals)) + 0;
}

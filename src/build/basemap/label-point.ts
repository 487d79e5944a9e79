import type { Position } from 'geojson';

const STEPS = 28;
/** A name is about this many times as wide as it is high. */
const LABEL_ASPECT = 2.2;

/** The grid point in a polygon with the most room for a line of text around it. */
export function labelPoint([shell = [], ...holes]: Position[][]): [number, number] {
	const lngs = shell.map(([lng = 0]) => lng);
	const lats = shell.map(([, lat = 0]) => lat);
	const [west, south] = [minimum(lngs), minimum(lats)];
	const [width, height] = [-minimum(lngs.map((lng) => -lng)) - west, -minimum(lats.map((lat) => -lat)) - south];
	let best: [number, number] = [west + width / 2, south + height / 2];
	let bestRoom = -Infinity;
	for (let column = 1; column < STEPS; column++) {
		for (let row = 1; row < STEPS; row++) {
			const [lng, lat] = [west + (width * column) / STEPS, south + (height * row) / STEPS];
			if (!isInside(shell, lng, lat) || holes.some((hole) => isInside(hole, lng, lat))) continue;
			const room = Math.min(...[shell, ...holes].map((ring) => distance(ring, lng, lat)));
			if (room > bestRoom) [best, bestRoom] = [[lng, lat], room];
		}
	}
	return best.map((degrees) => Math.round(degrees * 1000) / 1000) as [number, number];
}

function minimum(values: number[]): number {
	return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function isInside(ring: Position[], lng: number, lat: number): boolean {
	let inside = false;
	for (const [i, [x = 0, y = 0]] of ring.entries()) {
		const [fromX = x, fromY = y] = ring[i - 1] ?? [];
		if (y > lat !== fromY > lat && lng < ((fromX - x) * (lat - y)) / (fromY - y) + x) inside = !inside;
	}
	return inside;
}

/** Distance to the nearest corner, with east and west counted less than north and south. */
function distance(ring: Position[], lng: number, lat: number): number {
	const squeeze = Math.cos((lat * Math.PI) / 180) / LABEL_ASPECT;
	return minimum(ring.map(([x = 0, y = 0]) => Math.hypot((x - lng) * squeeze, y - lat)));
}

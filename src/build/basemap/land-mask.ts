import type { Feature, Polygon, Position } from 'geojson';

const ACROSS = 4;
const DOWN = 4;

interface BoundedRing {
	ring: Position[];
	west: number;
	east: number;
	top: number;
	bottom: number;
}
const bounded = new WeakMap<readonly Feature<Polygon>[], BoundedRing[]>();

/**
 * How much of each pixel of a map tile is land, 0 to 1. Polygons may leave -180..180, but by less than a turn.
 */
export function landMask(
	land: readonly Feature<Polygon>[],
	z: number,
	x: number,
	y: number,
	side: number,
): Float32Array {
	const tiles = 2 ** z;
	const crossings: number[][] = Array.from({ length: side * DOWN }, () => []);
	const rings = bounded.get(land) ?? boundedRings(land);
	bounded.set(land, rings);
	for (const turn of [-360, 0, 360]) {
		const column = (lng: number) => ((lng + turn + 180) / 360) * tiles - x;
		const row = (lat: number) => mercatorY(lat) * tiles - y;
		for (const { ring, west, east, top, bottom } of rings) {
			if (column(east) < 0 || column(west) > 1 || bottom * tiles - y < 0 || top * tiles - y > 1) continue;
			cross(
				ring,
				(lng) => column(lng) * side,
				(lat) => row(lat) * side * DOWN,
				crossings,
			);
		}
	}
	const mask = new Float32Array(side * side);
	for (const [row, found] of crossings.entries()) {
		found.sort((a, b) => a - b);
		const start = Math.floor(row / DOWN) * side;
		for (let i = 0; i + 1 < found.length; i += 2) cover(mask, start, side, found[i] ?? 0, found[i + 1] ?? 0);
	}
	return mask;
}

function boundedRings(land: readonly Feature<Polygon>[]): BoundedRing[] {
	return land.flatMap(({ geometry }) =>
		geometry.coordinates.map((ring) => {
			const box = { ring, west: Infinity, east: -Infinity, top: Infinity, bottom: -Infinity };
			for (const [lng = 0, lat = 0] of ring) {
				const y = mercatorY(lat);
				box.west = Math.min(box.west, lng);
				box.east = Math.max(box.east, lng);
				box.top = Math.min(box.top, y);
				box.bottom = Math.max(box.bottom, y);
			}
			return box;
		}),
	);
}

/** Notes where the edges of a ring cross the middle of each row. */
function cross(
	ring: Position[],
	column: (lng: number) => number,
	row: (lat: number) => number,
	crossings: number[][],
): void {
	let [fromX, fromY] = [0, 0];
	for (const [i, [lng = 0, lat = 0]] of ring.entries()) {
		const [toX, toY] = [column(lng), row(lat)];
		if (i > 0 && fromY !== toY) {
			const first = Math.max(0, Math.ceil(Math.min(fromY, toY) - 0.5));
			const last = Math.min(crossings.length - 1, Math.ceil(Math.max(fromY, toY) - 0.5) - 1);
			for (let y = first; y <= last; y++)
				crossings[y]?.push(fromX + ((toX - fromX) * (y + 0.5 - fromY)) / (toY - fromY));
		}
		[fromX, fromY] = [toX, toY];
	}
}

/** Adds the stretch of one row between two columns, with part of a pixel at either end. */
function cover(mask: Float32Array, start: number, side: number, from: number, to: number): void {
	const [west, east] = [Math.max(0, from), Math.min(side, to)];
	for (let x = Math.floor(west); x < east; x++) {
		const share = Math.round((Math.min(east, x + 1) - Math.max(west, x)) * ACROSS) / ACROSS;
		mask[start + x] = Math.min(1, (mask[start + x] ?? 0) + share / DOWN);
	}
}

function mercatorY(lat: number): number {
	const sin = Math.sin((Math.max(-85.06, Math.min(85.06, lat)) * Math.PI) / 180);
	return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

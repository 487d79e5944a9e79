import type { XY } from './ring-crossings.ts';

/** Whether the way from one longitude to the next is shorter over the antimeridian. Along it, at ±180, is no step. */
export function isOverAntimeridian(fromLng: number, lng: number): boolean {
	return Math.abs(lng - fromLng) > 180 && !(Math.abs(fromLng) === 180 && Math.abs(lng) === 180);
}

/**
 * The ring with longitudes that go on beyond 180, so that no step is longer than half the globe; `null` where it does
 * not come back to where it began, as one around a pole, and where it runs along the antimeridian as well.
 */
export function unwrapRing(ring: readonly XY[]): XY[] | null {
	let turns = 0;
	const unwrapped = ring.map(([lng, lat], i): XY => {
		const before = ring[i - 1]?.[0] ?? lng;
		if (isOverAntimeridian(before, lng)) turns += lng < before ? 360 : -360;
		return [lng + turns, lat];
	});
	const isAlong = ring.some(([lng], i) => i > 0 && Math.abs(lng - ring[i - 1]![0]) === 360);
	return turns === 0 && !isAlong ? shiftRing(unwrapped) : null;
}

/** Starts, at its west end, between -180 and 180. */
function shiftRing(ring: readonly XY[]): XY[] {
	const west = ring.reduce((least, [lng]) => Math.min(least, lng), Infinity);
	const shift = west < -180 ? 360 : 0;
	return ring.map(([lng, lat]) => [lng + shift, lat]);
}

/** Twice the area on the plane, positive where the ring runs counter-clockwise; 0 where rounding leaves no sign. */
export function signedArea(ring: readonly XY[]): number {
	let area = 0;
	let size = 0;
	const [originX, originY] = ring[0]!;
	for (let i = 1; i < ring.length; i++) {
		const [ax, ay] = ring[i - 1]!;
		const [bx, by] = ring[i]!;
		const one = (ax - originX) * (by - originY);
		const other = (bx - originX) * (ay - originY);
		area += one - other;
		size += Math.abs(one) + Math.abs(other);
	}
	return Math.abs(area) <= size * 1e-12 ? 0 : area;
}

import { turn, type XY } from './ring-crossings.ts';

/** Where a point lies to a closed ring. */
export function pointInRing([x, y]: XY, ring: readonly XY[]): 'inside' | 'outside' | 'edge' {
	let isInside = false;
	for (let i = 1; i < ring.length; i++) {
		const a = ring[i - 1]!;
		const b = ring[i]!;
		const isBetween =
			x >= Math.min(a[0], b[0]) && x <= Math.max(a[0], b[0]) && y >= Math.min(a[1], b[1]) && y <= Math.max(a[1], b[1]);
		if (isBetween && turn(a, b, [x, y]) === 0) return 'edge';
		if (a[1] > y !== b[1] > y && turn(a, b, [x, y]) > 0 === b[1] > a[1]) isInside = !isInside;
	}
	return isInside ? 'inside' : 'outside';
}

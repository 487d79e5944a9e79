import kinks from '@turf/kinks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ringCrossings } from './ring-crossings.ts';

type XY = [number, number];
const crossings = (...rings: XY[][]) => ringCrossings(rings).crossings;
const ring = (...points: XY[]): XY[] => [...points, points[0]!];

test('a simple ring crosses nothing', () => {
	expect(crossings(ring([0, 0], [4, 0], [4, 4], [2, 1], [0, 4]))).toEqual([]);
});

test('finds a bow-tie, a touch and a spike with a place in the ring', () => {
	const bad = [
		ring([0, 0], [4, 4], [4, 0], [0, 4]),
		ring([0, 0], [4, 0], [4, 4], [2, 0], [0, 4]),
		ring([0, 0], [4, 0], [4, 4], [4, 6], [4, 4], [0, 4]),
	];
	for (const points of bad) expect(crossings(points)).toHaveLength(1);
});

test('two rings may not run along each other', () => {
	const shell = ring([0, 0], [8, 0], [8, 8], [0, 8]);
	expect(crossings(shell, shell)).toHaveLength(1);
	expect(crossings(shell, ring([2, 0], [4, 2], [4, 0]))).toEqual([{ ring: 0, other: 1, index: 2, at: [4, 0] }]);
});

test('ends where too much overlaps, and says so', () => {
	const needles = Array.from({ length: 2000 }, (_, i): XY => [
		i % 2 === 0 ? i / 1e4 : 10 + i / 1e4,
		i % 2 === 0 ? i / 1e4 : 10,
	]);
	expect(ringCrossings([ring(...needles)], 10_000).isComplete).toBe(false);
	expect(ringCrossings([ring(...needles)]).isComplete).toBe(true);
});

test('two rings may touch in a point, but not cross', () => {
	const shell = ring([0, 0], [8, 0], [8, 8], [0, 8]);
	expect(crossings(shell, ring([0, 4], [4, 5], [4, 3]))).toEqual([]);
	expect(crossings(shell, ring([-1, 4], [4, 5], [4, 3]))).toEqual([expect.objectContaining({ ring: 0, other: 1 })]);
});

test('agrees with turf on rings in general position', () => {
	const point = fc.tuple(fc.integer({ min: 0, max: 997 }), fc.integer({ min: 0, max: 991 }));
	const points = fc.uniqueArray(point, { minLength: 3, maxLength: 12, selector: String });
	fc.assert(
		fc.property(points, (corners) => {
			const closed = ring(...corners);
			const expected = kinks({ type: 'Polygon', coordinates: [closed] }).features.length > 0;
			const found = crossings(closed).length > 0;
			fc.pre(!hasCollinear(corners));
			return found === expected;
		}),
	);
});

/** Turf passes over parallel segments, so rings with three corners in line are no comparison. */
function hasCollinear(corners: readonly XY[]): boolean {
	return corners.some((a, i) =>
		corners.some((b, j) =>
			corners.some((c, k) => i < j && j < k && (b[0] - a[0]) * (c[1] - a[1]) === (b[1] - a[1]) * (c[0] - a[0])),
		),
	);
}

test('takes a ring of a hundred thousand vertices in its stride', () => {
	const count = 100_000;
	const circle = Array.from({ length: count }, (_, i): XY => {
		const angle = (2 * Math.PI * i) / count;
		return [10 * Math.cos(angle), 10 * Math.sin(angle)];
	});
	const start = performance.now();
	expect(ringCrossings([ring(...circle)])).toEqual({ crossings: [], isComplete: true });
	expect(performance.now() - start).toBeLessThan(5000);
});

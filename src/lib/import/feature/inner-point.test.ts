import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointInRing } from '../../validate/point-in-ring.ts';
import { innerPoint } from './inner-point.ts';
import type { LngLat } from '../cells/read-position.ts';

const ring = (...corners: LngLat[]): LngLat[] => [...corners, corners[0]!];
const square = (x: number, y: number, size: number) => ring([x, y], [x + size, y], [x + size, y + size], [x, y + size]);

test('an area has its centre of mass, or a point where it is widest', () => {
	expect(innerPoint({ type: 'Polygon', coordinates: [square(10, 20, 2)] })).toEqual([11, 21]);
	// A horseshoe, whose centre is in its gap.
	const horseshoe = ring([0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [2, 2], [2, 10], [0, 10]);
	const [x, y] = innerPoint({ type: 'Polygon', coordinates: [horseshoe] });
	expect([x, y < 2]).toEqual([5, true]);
	const holed = innerPoint({ type: 'Polygon', coordinates: [square(0, 0, 10), square(0.1, 0.1, 9.8)] });
	expect(pointInRing(holed, square(0.1, 0.1, 9.8))).not.toBe('inside');
	expect(pointInRing(holed, square(0, 0, 10))).toBe('inside');
});

test('of several the largest or longest stands for all', () => {
	expect(innerPoint({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(10, 10, 4)]] })).toEqual([12, 12]);
	const short: LngLat[] = [
		[0, 0],
		[1, 0],
	];
	const long: LngLat[] = [
		[0, 5],
		[1, 5],
		[9, 5],
	];
	expect(innerPoint({ type: 'MultiLineString', coordinates: [short, long] })).toEqual([4.5, 5]);
	expect(
		innerPoint({
			type: 'LineString',
			coordinates: [
				[3, 3],
				[3, 3],
			],
		}),
	).toEqual([3, 3]);
	expect(
		innerPoint({
			type: 'MultiPoint',
			coordinates: [
				[0, 0],
				[4, 4],
				[10, 10],
			],
		}),
	).toEqual([4, 4]);
	const parts = [
		{ type: 'Point' as const, coordinates: [9, 9] as LngLat },
		{ type: 'Polygon' as const, coordinates: [square(0, 0, 2)] },
		{ type: 'LineString' as const, coordinates: long },
	];
	expect(innerPoint({ type: 'GeometryCollection', geometries: parts })).toEqual([1, 1]);
});

test('areas without any breadth have one of their corners', () => {
	expect(innerPoint({ type: 'Polygon', coordinates: [ring([1, 1], [2, 2], [3, 3])] })).toEqual([1, 1]);
	expect(innerPoint({ type: 'Polygon', coordinates: [ring([1, 1], [1, 1], [1, 1])] })).toEqual([1, 1]);
});

test('whatever star an area is, the point is in it', () => {
	const star = fc.tuple(
		fc.integer({ min: -170, max: 170 }),
		fc.integer({ min: -80, max: 80 }),
		fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), { minLength: 3, maxLength: 30 }),
	);
	fc.assert(
		fc.property(star, ([x, y, radii]) => {
			const corners = radii.map((radius, index): LngLat => {
				const angle = (index / radii.length) * 2 * Math.PI;
				return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
			});
			const point = innerPoint({ type: 'Polygon', coordinates: [ring(...corners)] });
			expect(pointInRing(point, ring(...corners))).not.toBe('outside');
		}),
		{ seed: 5, numRuns: 500 },
	);
});

import { expect, test } from 'vitest';
import { borderDistanceKm } from './border-distance.ts';

const square = {
	type: 'Polygon' as const,
	coordinates: [
		[
			[0, 0],
			[1, 0],
			[1, 1],
			[0, 1],
			[0, 0],
		],
	],
};

test('measures to the nearest edge, from inside and outside', () => {
	expect(borderDistanceKm([2, 0.5], square)).toBeCloseTo(111.2, 0);
	expect(borderDistanceKm([0.5, 0.1], square)).toBeCloseTo(11.1, 1);
	expect(borderDistanceKm([1, 0.5], square)).toBe(0);
});

test('measures to the nearest part', () => {
	const far = square.coordinates.map((ring) => ring.map(([lng, lat]) => [lng! + 10, lat!]));
	const parts = { type: 'MultiPolygon' as const, coordinates: [far, square.coordinates] };
	expect(borderDistanceKm([2, 0.5], parts)).toBeCloseTo(111.2, 0);
});

test('a degree of longitude is shorter in the north', () => {
	const north = {
		type: 'Polygon' as const,
		coordinates: [
			[
				[0, 59],
				[1, 59],
				[1, 61],
				[0, 61],
				[0, 59],
			],
		],
	};
	expect(borderDistanceKm([2, 60], north)).toBeCloseTo(111.195 / 2, 1);
});

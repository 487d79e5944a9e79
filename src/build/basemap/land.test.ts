import { expect, test } from 'vitest';
import { unwrapPolygon } from './land.ts';

test('a ring across the date line is unwrapped', () => {
	const ring = [
		[160, 60],
		[-170, 60],
		[-170, 70],
		[160, 70],
		[160, 60],
	];
	expect(unwrapPolygon([ring])[0]?.map(([lng]) => lng)).toEqual([160, 190, 190, 160, 160]);
});

test('a ring around the pole is closed along the bottom of the map', () => {
	const ring = [
		[-180, -70],
		[-60, -75],
		[60, -70],
		[180, -72],
		[-180, -70],
	].map(([lng = 0, lat = 0]) => [lng + 10 > 180 ? lng - 350 : lng + 10, lat]);
	const [unwrapped = []] = unwrapPolygon([ring]);
	expect(unwrapped.slice(-3).map(([, lat]) => lat)).toEqual([-90, -90, unwrapped[0]?.[1]]);
	expect(Math.max(...unwrapped.map(([lng = 0]) => lng)) - Math.min(...unwrapped.map(([lng = 0]) => lng))).toBe(360);
});

test('a hole follows its shell to the far side of the date line', () => {
	const box = (west: number, east: number) => [
		[west, 0],
		[east, 0],
		[east, 10],
		[west, 10],
		[west, 0],
	];
	const shell = [
		[100, -5],
		[-160, -5],
		[-160, 15],
		[100, 15],
		[100, -5],
	];
	const [outer = [], hole = []] = unwrapPolygon([shell, box(-175, -170)]);
	expect([outer[0]?.[0], outer[1]?.[0]]).toEqual([100, 200]);
	expect(hole[0]?.[0]).toBe(185);
});

import type { Feature, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { landMask } from './land-mask.ts';

const land = (...coordinates: number[][][]): Feature<Polygon>[] => [
	{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } },
];
const box = (west: number, south: number, east: number, north: number) => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
	[west, south],
];
const SIDE = 8;

test('the eastern half of the world is land', () => {
	const mask = landMask(land(box(0, -89, 180, 89)), 0, 0, 0, SIDE);
	expect([...mask.slice(0, SIDE)]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
});

test('a hole is water', () => {
	const mask = landMask(land(box(-180, -89, 180, 89), box(-90, -60, 90, 60)), 0, 0, 0, SIDE);
	expect(mask[4 * SIDE + 4]).toBe(0);
	expect(mask[4 * SIDE]).toBe(1);
});

test('land beyond the date line is drawn on the other side of the map', () => {
	const mask = landMask(land(box(135, -89, 225, 89)), 0, 0, 0, SIDE);
	expect([...mask.slice(0, SIDE)]).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
});

test('a pixel that the coast runs through is partly land', () => {
	const mask = landMask(land(box(22.5, -89, 180, 89)), 0, 0, 0, SIDE);
	expect(mask[4]).toBe(0.5);
});

test('another tile is another piece', () => {
	expect([...landMask(land(box(0, -89, 180, 89)), 1, 1, 0, SIDE)].every((share) => share === 1)).toBe(true);
	expect([...landMask(land(box(0, -89, 180, 89)), 1, 0, 0, SIDE)].every((share) => share === 0)).toBe(true);
});

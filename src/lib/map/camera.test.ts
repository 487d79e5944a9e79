import { expect, test } from 'vitest';
import { freePart } from './camera.ts';

test('nothing over the map: its middle', () => {
	expect(freePart(400, 600, () => false)).toEqual({ x: 200, y: 300 });
});

test('a sheet from below: the middle of what is above it', () => {
	expect(freePart(400, 600, (_, y) => y > 200)).toEqual({ x: 200, y: 100 });
});

test('a card on the right or, in scripts from right to left, on the left: the middle of what is beside it', () => {
	expect(freePart(800, 600, (x) => x > 352)).toEqual({ x: 176, y: 300 });
	expect(freePart(800, 600, (x) => x < 448)).toEqual({ x: 624, y: 300 });
});

test('a label in a corner is no cover', () => {
	expect(freePart(400, 600, (x, y) => x < 240 && y < 60)).toEqual({ x: 200, y: 300 });
	expect(freePart(400, 600, (x, y) => y > 120 || (x < 240 && y < 60))).toEqual({ x: 200, y: 60 });
});

test('all covered: where there is nothing to see, nothing is sought', () => {
	expect(freePart(400, 600, () => true)).toEqual({ x: 200, y: 300 });
});

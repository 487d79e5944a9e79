import { expect, test } from 'vitest';
import { KIND_CODES } from '../view/incident-table.ts';
import { ATLAS_CELL_TEXELS, signedDistance, symbolAtlas } from './symbol-atlas.ts';

const square = [
	[
		[-1, -1],
		[1, -1],
		[1, 1],
		[-1, 1],
	],
] as const;
const frame = [
	...square,
	[
		[-0.5, -0.5],
		[0.5, -0.5],
		[0.5, 0.5],
		[-0.5, 0.5],
	],
] as const;

test('distance is negative inside, positive outside and round beyond a corner', () => {
	expect(signedDistance(square, 0, 0)).toBe(-1);
	expect(signedDistance(square, 0, 3)).toBe(2);
	expect(signedDistance(square, 4, 5)).toBe(5);
});

test('a hole is outside', () => {
	expect(signedDistance(frame, 0, 0)).toBe(0.5);
	expect(signedDistance(frame, 0.75, 0)).toBe(-0.25);
});

test('every kind has a cell with an inside and an outside', () => {
	const { width, height, data } = symbolAtlas();
	expect([width, height, data.length]).toEqual([KIND_CODES.length * 64, 64, KIND_CODES.length * 64 * 64]);
	for (const cell of KIND_CODES.keys()) {
		const middle = Array.from({ length: ATLAS_CELL_TEXELS }, (_, row) =>
			data.subarray(row * width + cell * 64, row * width + (cell + 1) * 64),
		).flatMap((row) => [...row]);
		expect(Math.min(...middle)).toBeLessThan(110);
		expect(middle[0]).toBe(255);
	}
});

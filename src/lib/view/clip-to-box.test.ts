import { expect, test } from 'vitest';
import { type Box, clipLine, clipRing, isInBox } from './clip-to-box.ts';
import type { Point } from './symbol-tokens.ts';

const box: Box = [0, 0, 10, 10];

test('a ring that hangs over an edge is cut at it', () => {
	const ring: Point[] = [
		[5, 5],
		[15, 5],
		[15, 8],
		[5, 8],
	];
	expect(clipRing(ring, box)).toEqual([
		[5, 5],
		[10, 5],
		[10, 8],
		[5, 8],
	]);
});

test('a ring around the box becomes the box, one beside it nothing', () => {
	const around: Point[] = [
		[-5, -5],
		[20, -5],
		[20, 20],
		[-5, 20],
	];
	const corners = clipRing(around, box);
	expect(corners).toHaveLength(4);
	expect(corners.every(([x, y]) => (x === 0 || x === 10) && (y === 0 || y === 10))).toBe(true);
	expect(
		clipRing(
			[...around].map(([x, y]): Point => [x + 100, y]),
			box,
		),
	).toEqual([]);
});

test('a line that leaves and returns is two pieces', () => {
	const line: Point[] = [
		[1, 1],
		[1, -5],
		[4, -5],
		[4, 2],
		[5, 2],
	];
	expect(clipLine(line, box)).toEqual([
		[
			[1, 1],
			[1, 0],
		],
		[
			[4, 0],
			[4, 2],
			[5, 2],
		],
	]);
});

test('a line through the box from outside to outside keeps its middle', () => {
	const line: Point[] = [
		[-5, 5],
		[15, 5],
	];
	expect(clipLine(line, box)).toEqual([
		[
			[0, 5],
			[10, 5],
		],
	]);
});

test('the edge belongs to the box', () => {
	expect(isInBox([10, 0], box)).toBe(true);
	expect(isInBox([10.01, 0], box)).toBe(false);
});

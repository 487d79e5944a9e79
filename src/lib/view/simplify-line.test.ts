import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { simplifyLine } from './simplify-line.ts';
import type { Point } from './symbol-tokens.ts';

test('what lies on the line goes, what stands out stays', () => {
	const line: Point[] = [
		[0, 0],
		[1, 0.1],
		[2, 0],
		[3, 5],
		[4, 0],
	];
	expect(simplifyLine(line, 0.5)).toEqual([
		[0, 0],
		[2, 0],
		[3, 5],
		[4, 0],
	]);
});

test('a closed ring keeps its farthest corner, so that it does not shrink to its beginning', () => {
	const ring: Point[] = [
		[0, 0],
		[5, 0],
		[5, 5],
		[0, 0],
	];
	expect(simplifyLine(ring, 1)).toHaveLength(4);
});

test('ends always stay, and nothing is added', () => {
	const point = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }));
	fc.assert(
		fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), (line) => {
			const simple = simplifyLine(line, 3);
			expect(simple[0]).toEqual(line[0]);
			expect(simple.at(-1)).toEqual(line.at(-1));
			expect(simple.length).toBeLessThanOrEqual(line.length);
		}),
	);
});

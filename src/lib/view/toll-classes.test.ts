import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tollClasses } from './toll-classes.ts';

const figure = fc.oneof(
	{ weight: 3, arbitrary: fc.integer({ min: -1, max: 70 }) },
	fc.integer({ min: -1, max: 2 ** 31 - 1 }),
);

test('every row is in the class of its figures, and no two classes are alike', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(figure, figure, figure)), (rows) => {
			// Each twice, so that classes are met again.
			const figures = [...rows, ...rows];
			const column = (index: 0 | 1 | 2) => Int32Array.from(figures, (row) => row[index]);
			const { of, low, best, high } = tollClasses(column(0), column(1), column(2));
			expect(Array.from(of, (index) => [low[index], best[index], high[index]])).toEqual(figures);
			expect(low.length).toBe(new Set(figures.map(String)).size);
		}),
	);
});

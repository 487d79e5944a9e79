import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairIndex } from './pair-index.ts';

test('numbers equal pairs alike and others apart, as a Map would, also while it grows', () => {
	const integer = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 });
	const pair = fc.oneof(fc.tuple(integer, integer), fc.tuple(fc.nat(40), fc.nat(40)));
	fc.assert(
		fc.property(fc.array(pair, { maxLength: 5000, size: 'max' }), (pairs) => {
			const index = new PairIndex();
			const known = new Map<string, number>();
			for (const [a, b] of pairs) {
				const key = `${a} ${b}`;
				if (!known.has(key)) known.set(key, known.size);
				expect(index.find(a, b)).toBe(known.size > index.size ? -1 : known.get(key));
				const number = index.add(a, b);
				if (number !== known.get(key)) throw new Error(`${key}: ${number}`);
				expect(index.pairAt(number)).toEqual([a, b]);
			}
			expect(index.size).toBe(known.size);
		}),
		{ numRuns: 30 },
	);
});

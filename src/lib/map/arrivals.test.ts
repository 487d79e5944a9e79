import { expect, test } from 'vitest';
import { PULSE } from '../view/symbol-tokens.ts';
import { Arrivals, MOST_ARRIVALS } from './arrivals.ts';

test('a ring widens once and is over', () => {
	const arrivals = new Arrivals();
	expect(arrivals.advance(1000)).toBe(false);
	arrivals.add(100, 101, 1000);
	expect(arrivals.advance(1000 + PULSE.durationMs / 4)).toBe(true);
	expect(arrivals.underWay).toMatchObject([{ days: [100, 101], done: 0.25 }]);
	expect(arrivals.advance(1000 + PULSE.durationMs)).toBe(false);
	expect(arrivals.underWay).toEqual([]);
});

test('of more arrivals than there is room for the oldest gives way', () => {
	const arrivals = new Arrivals();
	for (let day = 0; day <= MOST_ARRIVALS; day++) arrivals.add(day, day, 0);
	expect(arrivals.underWay.map(({ days }) => days[0])).toEqual([1, 2, 3, 4]);
	arrivals.clear();
	expect(arrivals.advance(1)).toBe(false);
});

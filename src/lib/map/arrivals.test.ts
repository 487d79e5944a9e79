import { expect, test } from 'vitest';
import { PULSE } from '../view/symbol-tokens.ts';
import { Arrivals } from './arrivals.ts';
import { MOST_ARRIVALS } from './incident-shader.ts';

test('a ring widens once and is over', () => {
	const arrivals = new Arrivals();
	expect(arrivals.advance(1000)).toBe(false);
	arrivals.add(100, 101, 1000);
	expect(arrivals.advance(1000 + PULSE.durationMs / 4)).toBe(true);
	expect([...arrivals.values.subarray(0, 3)]).toEqual([100, 101, 0.25]);
	expect(arrivals.advance(1000 + PULSE.durationMs)).toBe(false);
	expect(arrivals.values[2]).toBe(1);
});

test('of more arrivals than there is room for the oldest gives way', () => {
	const arrivals = new Arrivals();
	for (let day = 0; day <= MOST_ARRIVALS; day++) arrivals.add(day, day, 0);
	expect(arrivals.values[0]).toBe(MOST_ARRIVALS);
	arrivals.clear();
	expect(arrivals.advance(1)).toBe(false);
});

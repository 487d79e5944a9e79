import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RunningTotals } from './running-totals.ts';

const addition = fc.record({
	day: fc.integer({ min: 0, max: 30 }),
	values: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
	latest: fc.integer({ min: 0, max: 60 }),
});

test('at any day the totals are those of everything added up to it', () => {
	fc.assert(
		fc.property(fc.array(addition), fc.integer({ min: -2, max: 33 }), (unsorted, day) => {
			const additions = unsorted.sort((a, b) => a.day - b.day);
			const totals = new RunningTotals(2);
			for (const each of additions) totals.add(each.day, each.values, each.latest);
			const before = additions.filter((each) => each.day <= day);
			const at = totals.upTo(day);
			for (const which of [0, 1] as const) {
				expect(totals.sum(at, which)).toBe(before.reduce((sum, { values }) => sum + values[which], 0));
			}
			expect(totals.latest(at)).toBe(before.length === 0 ? null : Math.max(...before.map(({ latest }) => latest)));
		}),
	);
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '../model/day.ts';
import { stepDay } from './step-day.ts';

const day = fc.integer({ min: -40_000, max: 40_000 });

test.each([
	['2024-01-15', 1, '2024-02-15'],
	['2024-01-31', 1, '2024-02-29'],
	['2023-01-31', 1, '2023-02-28'],
	['2023-12-31', 1, '2024-01-31'],
	['2024-01-01', -1, '2023-12-01'],
	['2024-03-31', -1, '2024-02-29'],
] as const)('a month from %s in direction %i is %s', (from, direction, to) => {
	expect(formatDay(stepDay(parseDay(from)!, 'month', direction))).toBe(to);
});

test('days and weeks are of equal length, a month moves by 28 to 31 days into the next month', () => {
	fc.assert(
		fc.property(day, fc.constantFrom(1 as const, -1 as const), (from, direction) => {
			expect(stepDay(from, 'day', direction)).toBe(from + direction);
			expect(stepDay(from, 'week', direction)).toBe(from + 7 * direction);
			const moved = Math.abs(stepDay(from, 'month', direction) - from);
			expect(moved).toBeGreaterThanOrEqual(28);
			expect(moved).toBeLessThanOrEqual(31);
		}),
	);
});

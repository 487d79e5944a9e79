import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '../model/day.ts';
import type { DayRange } from './select.ts';
import { xOf } from './timeline-scale.ts';
import { arbitraryScale } from './timeline-scale-fixture.ts';
import { timelineTicks } from './timeline-ticks.ts';

const days = (from: string, to: string): DayRange => [parseDay(from)!, parseDay(to)!];

test.each([
	[
		'years',
		days('2019-01-10', '2024-07-31'),
		600,
		['2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01'],
	],
	['half years', days('2022-12-10', '2024-08-10'), 400, ['2023-01-01', '2023-07-01', '2024-01-01', '2024-07-01']],
	['months', days('2024-04-15', '2024-07-31'), 300, ['2024-05-01', '2024-06-01', '2024-07-01']],
	['Mondays', days('2024-07-10', '2024-07-31'), 300, ['2024-07-15', '2024-07-22', '2024-07-29']],
	['decades', days('1960-06-01', '2004-07-31'), 300, ['1970-01-01', '1980-01-01', '1990-01-01', '2000-01-01']],
] as const)('marks are %s where there is room for no more', (_, domain, wide, expected) => {
	expect(timelineTicks({ domain, width: wide }, 64).map(({ day }) => formatDay(day))).toEqual(expected);
});

test('marks say what begins there', () => {
	const ticks = timelineTicks({ domain: days('2023-12-30', '2024-01-02'), width: 400 }, 64);
	expect(ticks.map(({ unit }) => unit)).toEqual(['day', 'day', 'year', 'day']);
	expect(timelineTicks({ domain: days('2024-01-20', '2024-03-02'), width: 90 }, 40).map(({ unit }) => unit)).toEqual([
		'month',
		'month',
	]);
});

test('marks lie inside, apart, and outside of folds', () => {
	fc.assert(
		fc.property(arbitraryScale, (scale) => {
			const ticks = timelineTicks(scale, 60);
			ticks.forEach(({ day }, index) => {
				expect(day).toBeGreaterThanOrEqual(scale.domain[0]);
				expect(day).toBeLessThanOrEqual(scale.domain[1]);
				expect(scale.folds.some(({ from, to }) => day >= from && day <= to)).toBe(false);
				if (index > 0) expect(xOf(scale, day) - xOf(scale, ticks[index - 1]!.day)).toBeGreaterThanOrEqual(60 - 1e-6);
			});
		}),
	);
});

test('the first mark and the first after a fold say so', () => {
	const folds = [{ from: parseDay('2020-02-15')!, to: parseDay('2023-09-20')! }];
	const ticks = timelineTicks({ domain: days('2019-12-20', '2023-12-31'), width: 600, folds }, 60);
	expect(ticks.map(({ day, isFirst }) => [formatDay(day), isFirst])).toEqual([
		['2020-01-01', true],
		['2020-02-01', false],
		['2023-10-01', true],
		['2023-11-01', false],
		['2023-12-01', false],
	]);
});

test('at the closest every day has a mark', () => {
	const ticks = timelineTicks({ domain: days('2024-04-12', '2024-04-16'), width: 320 }, 56);
	expect(ticks.map(({ day, isDaily }) => [formatDay(day), isDaily])).toEqual(
		['2024-04-12', '2024-04-13', '2024-04-14', '2024-04-15', '2024-04-16'].map((iso) => [iso, true]),
	);
});

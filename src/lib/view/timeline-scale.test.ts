import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '../model/day.ts';
import type { DayRange } from './select.ts';
import {
	dayAt,
	daysAcross,
	FEWEST_DAYS,
	lengthOf,
	movedBy,
	movedInto,
	padded,
	timelineTicks,
	xOf,
	zoomed,
} from './timeline-scale.ts';

const range = fc
	.tuple(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: 1, max: 20_000 }))
	.map(([start, length]): DayRange => [start, start + length - 1]);
const width = fc.integer({ min: 50, max: 3000 });
const days = (from: string, to: string): DayRange => [parseDay(from)!, parseDay(to)!];

test('the day at the middle of its pixels is that day', () => {
	fc.assert(
		fc.property(range, width, fc.nat(19_999), (domain, wide, offset) => {
			const day = domain[0] + (offset % lengthOf(domain));
			expect(dayAt({ domain, width: wide }, xOf({ domain, width: wide }, day + 0.5))).toBe(day);
		}),
	);
});

test('pixels outside stand for the first and last day', () => {
	const scale = { domain: [10, 19] as const, width: 100 };
	expect(dayAt(scale, -5)).toBe(10);
	expect(dayAt(scale, 100)).toBe(19);
	expect(xOf(scale, 20)).toBe(100);
	expect(daysAcross(scale, 26)).toBe(3);
});

test('padding surrounds the range and makes a single day wide enough to show', () => {
	fc.assert(
		fc.property(range, (given) => {
			const wider = padded(given);
			expect(wider[0]).toBeLessThan(given[0]);
			expect(wider[1]).toBeGreaterThan(given[1]);
			expect(lengthOf(wider)).toBeGreaterThanOrEqual(FEWEST_DAYS);
		}),
	);
});

test('zooming stays within the limits, keeps the day under the pointer, and undoes itself', () => {
	fc.assert(
		fc.property(
			range,
			fc.nat(1000).map((n) => n / 1000),
			fc.constantFrom(0.5, 0.8, 1.25, 2),
			(given, share, factor) => {
				const limits = padded(given);
				const anchor = limits[0] + share * lengthOf(limits);
				const inside = zoomed(limits, 0.25, anchor, limits);
				const next = zoomed(inside, factor, anchor, limits);
				expect(next[0]).toBeGreaterThanOrEqual(limits[0]);
				expect(next[1]).toBeLessThanOrEqual(limits[1]);
				expect(lengthOf(next)).toBeGreaterThanOrEqual(FEWEST_DAYS);
				expect(lengthOf(inside) * factor - lengthOf(next)).toBeLessThanOrEqual(Math.max(1, lengthOf(inside)));
				if (factor < 1) {
					const [before, after] = [inside, next].map((domain) => xOf({ domain, width: 1 }, anchor));
					expect(Math.abs(before! - after!) * lengthOf(next)).toBeLessThanOrEqual(1);
				}
				expect(zoomed(next, 1e6, anchor, limits)).toEqual(limits);
			},
		),
	);
});

test('a range moves whole, as far as the limits', () => {
	expect(movedBy([10, 19], 5, [0, 30])).toEqual([15, 24]);
	expect(movedBy([10, 19], 50, [0, 30])).toEqual([21, 30]);
	expect(movedBy([10, 19], -50, [0, 30])).toEqual([0, 9]);
	expect(movedInto([-10, 90], [0, 30])).toEqual([0, 30]);
});

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

test('marks lie inside and apart', () => {
	fc.assert(
		fc.property(range, width, (domain, wide) => {
			const scale = { domain, width: wide };
			const ticks = timelineTicks(scale, 60);
			ticks.forEach(({ day }, index) => {
				expect(day).toBeGreaterThanOrEqual(domain[0]);
				expect(day).toBeLessThanOrEqual(domain[1]);
				if (index > 0) expect(xOf(scale, day) - xOf(scale, ticks[index - 1]!.day)).toBeGreaterThanOrEqual(60);
			});
		}),
	);
});

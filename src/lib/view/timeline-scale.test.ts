import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayRange } from './select.ts';
import {
	dayAt,
	FEWEST_DAYS,
	FOLD_PIXELS,
	lengthOf,
	movedBy,
	movedInto,
	padded,
	panned,
	pixelsPerDay,
	timeAt,
	xOf,
	zoomed,
} from './timeline-scale.ts';
import { arbitraryScale } from './timeline-scale-fixture.ts';

const range = fc
	.tuple(fc.integer({ min: -40_000, max: 40_000 }), fc.integer({ min: 1, max: 20_000 }))
	.map(([start, length]): DayRange => [start, start + length - 1]);
const width = fc.integer({ min: 50, max: 3000 });

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
});

test('with folds the scale still rises, fills its width, and is undone by its inverse', () => {
	fc.assert(
		fc.property(
			arbitraryScale,
			fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
			(scale, shares) => {
				const { domain, width, folds } = scale;
				expect(xOf(scale, domain[0])).toBeCloseTo(0, 6);
				expect(xOf(scale, domain[1] + 1)).toBeCloseTo(width, 4);
				const times = shares.map((share) => domain[0] + share * lengthOf(domain)).sort((a, b) => a - b);
				times.forEach((time, index) => {
					const x = xOf(scale, time);
					expect(Math.abs(timeAt(scale, x) - time)).toBeLessThan(1e-4);
					if (index > 0 && time > times[index - 1]!) expect(x).toBeGreaterThanOrEqual(xOf(scale, times[index - 1]!));
					const day = Math.min(Math.floor(time), domain[1]);
					const isFolded = folds.some(({ from, to }) => day >= from && day <= to);
					if (!isFolded) expect(dayAt(scale, xOf(scale, day + 0.5))).toBe(day);
				});
			},
		),
	);
});

test('a fold is as wide as any other, whatever it hides, and every other day is equally wide', () => {
	const scale = {
		domain: [0, 1999] as const,
		width: 1000,
		folds: [
			{ from: 100, to: 199 },
			{ from: 300, to: 1799 },
		],
	};
	for (const { from, to } of scale.folds) expect(xOf(scale, to + 1) - xOf(scale, from)).toBeCloseTo(FOLD_PIXELS);
	expect(xOf(scale, 1)).toBeCloseTo((1000 - 2 * FOLD_PIXELS) / 400);
	expect(xOf(scale, 1800) - xOf(scale, 1799.5)).toBeLessThan(0.01);
	expect(xOf(scale, 1950) - xOf(scale, 1949)).toBeCloseTo(pixelsPerDay(scale));
});

test('a domain within a fold is shown as if it were not folded', () => {
	const scale = { domain: [10, 19] as const, width: 100, folds: [{ from: 0, to: 99 }] };
	expect(xOf(scale, 15)).toBe(50);
	expect(dayAt(scale, 50)).toBe(15);
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

test('zooming stays within the limits, keeps the time under the pointer, and undoes itself', () => {
	fc.assert(
		fc.property(
			arbitraryScale,
			fc.nat(1000).map((n) => n / 1000),
			fc.constantFrom(0.5, 0.8, 1.25, 2),
			(scale, share, factor) => {
				const limits = scale.domain;
				const x = share * scale.width;
				const inside = { ...scale, domain: zoomed(scale, 0.25, x, limits) };
				const time = timeAt(inside, x);
				const next = { ...scale, domain: zoomed(inside, factor, x, limits) };
				for (const { domain } of [inside, next]) {
					expect(domain[0]).toBeGreaterThanOrEqual(limits[0]);
					expect(domain[1]).toBeLessThanOrEqual(limits[1]);
					expect(lengthOf(domain)).toBeGreaterThanOrEqual(FEWEST_DAYS);
				}
				const isAtLimit = next.domain[0] === limits[0] || next.domain[1] === limits[1];
				const hides = scale.folds.some(({ from, to }) => from <= next.domain[1] && to >= next.domain[0]);
				if (!isAtLimit && !hides) expect(Math.abs(timeAt(next, x) - time)).toBeLessThanOrEqual(1);
				if (!isAtLimit && factor > 1) expect(pixelsPerDay(next)).toBeLessThan(pixelsPerDay(inside));
				expect(zoomed(next, 1e6, x, limits)).toEqual(limits);
			},
		),
	);
});

test('panning there and back leads back, and never past the limits', () => {
	fc.assert(
		fc.property(arbitraryScale, fc.integer({ min: -3000, max: 3000 }), (scale, distance) => {
			const limits = scale.domain;
			const inside = { ...scale, domain: zoomed(scale, 0.2, scale.width / 2, limits) };
			const there = panned(inside, distance, limits);
			expect(there[0]).toBeGreaterThanOrEqual(limits[0]);
			expect(there[1]).toBeLessThanOrEqual(limits[1]);
			expect(Math.sign(there[0] - inside.domain[0]) * Math.sign(distance)).toBeGreaterThanOrEqual(0);
			expect(panned(inside, 0, limits)[0]).toBe(inside.domain[0]);
		}),
	);
});

test('a range moves whole, as far as the limits', () => {
	expect(movedBy([10, 19], 5, [0, 30])).toEqual([15, 24]);
	expect(movedBy([10, 19], 50, [0, 30])).toEqual([21, 30]);
	expect(movedBy([10, 19], -50, [0, 30])).toEqual([0, 9]);
	expect(movedInto([-10, 90], [0, 30])).toEqual([0, 30]);
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Position } from '../model/fields.ts';
import { bearingAtEnd, greatCircle } from './great-circle.ts';

const position = fc.tuple(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.double({ min: -90, max: 90, noNaN: true }),
);
const KM = 6371;
const kilometres = ([lng, lat]: readonly [number, number], [lng2, lat2]: readonly [number, number]) => {
	const r = Math.PI / 180;
	const h =
		Math.sin(((lat2 - lat) * r) / 2) ** 2 +
		Math.cos(lat * r) * Math.cos(lat2 * r) * Math.sin(((lng2 - lng) * r) / 2) ** 2;
	return 2 * KM * Math.asin(Math.min(1, Math.sqrt(h)));
};
const length = (line: readonly [number, number][]) =>
	line.slice(1).reduce((sum, point, i) => sum + kilometres(line[i]!, point), 0);

test('runs from end to end, in steps of two degrees at most, and is as long as the distance', () => {
	fc.assert(
		fc.property(position, position, (from, to) => {
			const line = greatCircle(from, to);
			expect(line[0]).toEqual(from);
			expect(kilometres(line.at(-1)!, to)).toBeLessThan(0.001);
			const distance = kilometres(from, to);
			expect(Math.abs(length(line) - distance)).toBeLessThan(0.001 + distance * 1e-6);
			for (const [lng, lat] of line) expect(Number.isFinite(lng) && Math.abs(lat) <= 90).toBe(true);
			line.slice(1).forEach((point, i) => expect(kilometres(line[i]!, point)).toBeLessThan(223));
		}),
	);
});

test('part of a line is that share of its length', () => {
	fc.assert(
		fc.property(position, position, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, until) => {
			const distance = kilometres(from, to);
			expect(Math.abs(length(greatCircle(from, to, until)) - until * distance)).toBeLessThan(0.001 + distance * 1e-6);
		}),
	);
});

test('crosses the antimeridian without going round the world', () => {
	const line = greatCircle([170, 10], [-170, 10]);
	expect(line.at(-1)![0]).toBe(190);
	expect(Math.max(...line.slice(1).map(([lng], i) => Math.abs(lng - line[i]![0])))).toBeLessThan(5);
	expect(greatCircle([-170, 10], [170, 10]).at(-1)![0]).toBe(-190);
});

test('goes north of the parallel between places on it, and over the north between opposite ones', () => {
	const [, middle] = greatCircle([0, 50], [100, 50], 0.5).slice(-2);
	expect(middle![0]).toBeCloseTo(50, 6);
	expect(middle![1]).toBeGreaterThan(60);
	expect(Math.max(...greatCircle([0, 0], [180, 0]).map(([, lat]) => lat))).toBeGreaterThan(89);
	expect(greatCircle([0, 90], [0, -90]).every((point) => point.every(Number.isFinite))).toBe(true);
	expect(greatCircle([5, 5], [5, 5])).toEqual([[5, 5]]);
});

test('arrives in the direction the compass shows there', () => {
	const arrival = (from: Position, to: Position) => bearingAtEnd(greatCircle(from, to));
	expect(arrival([0, 0], [0, 10])).toBeCloseTo(0, 6);
	expect(arrival([0, 0], [10, 0])).toBeCloseTo(90, 6);
	expect(arrival([0, 10], [0, 0])).toBeCloseTo(180, 6);
	expect(arrival([10, 0], [0, 0])).toBeCloseTo(270, 6);
	// Over a high parallel eastward: up at first, down at the end.
	expect(arrival([0, 50], [100, 50])).toBeGreaterThan(120);
	expect(bearingAtEnd([])).toBe(0);
});

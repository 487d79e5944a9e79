import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDays, arbitraryIncidents, incidentFixture } from '../view/incident-fixture.ts';
import { incidentSymbols, type IncidentSymbols } from '../view/incident-symbols.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { DrawnRows } from './drawn-rows.ts';
import { HexCounts } from './hex-counts.ts';
import { HexGrid, hexLevel, type MercatorBounds } from './hex-grid.ts';

const place = fc.tuple(fc.integer({ min: -1800, max: 1800 }), fc.integer({ min: -800, max: 800 }));

function scattered(features: readonly { geometry: unknown }[], places: Iterator<readonly [number, number]>) {
	for (const feature of features) {
		const [lng, lat] = places.next().value as [number, number];
		feature.geometry = { type: 'Point', coordinates: [lng / 10, lat / 10] };
	}
}

/** Where the map looks: which incident is in its middle, and how many pixels of the level it reaches to either side. */
const shown = fc.record({ row: fc.nat(100), reachPx: fc.integer({ min: 50, max: 900 }) });

function boundsAround(
	{ x, y }: IncidentSymbols,
	{ row, reachPx }: { row: number; reachPx: number },
	level: number,
): MercatorBounds {
	const reach = reachPx / (512 * 2 ** level);
	const middle = row % Math.max(1, x.length);
	const [atX, atY] = [x[middle] ?? 0.5, y[middle] ?? 0.5];
	return [atX - reach, atY - reach, atX + reach, atY + reach];
}

function isWithin(x: number, y: number, [west, north, east, south]: MercatorBounds): boolean {
	const fromWest = x - west;
	return y >= north && y <= south && fromWest - Math.floor(fromWest) <= east - west;
}

test('after any walk through time and filters the hexagons hold what a look at every row finds in them', () => {
	const bit = fc.infiniteStream(fc.constantFrom(0, 1, 2, 3));
	const step = fc.record({ days: arbitraryDays, refilter: fc.boolean() });
	fc.assert(
		fc.property(
			arbitraryIncidents,
			fc.infiniteStream(place),
			bit,
			fc.array(step, { minLength: 1, maxLength: 8 }),
			fc.integer({ min: 1, max: 14 }),
			shown,
			(features, places, bits, steps, level, around) => {
				scattered(features, places);
				const table = buildIncidentTable(features);
				const states = new Uint8Array(table.length);
				const drawn = new DrawnRows(table, states);
				const symbols = incidentSymbols(table);
				const bounds = boundsAround(symbols, around, level);
				const grid = new HexGrid(symbols, level, bounds);
				expect(grid.holds(bounds)).toBe(true);
				const counted = new HexCounts(table, drawn, states, grid);
				for (const { days, refilter } of steps) {
					if (refilter) {
						states.forEach((_, row) => (states[row] = bits.next().value as number));
						drawn.setStates(states);
						counted.reset(states);
					}
					counted.setDays(days);
					const expected = new Int32Array(grid.length);
					const isHeld = (row: number) => level <= 5 || isWithin(symbols.x[row]!, symbols.y[row]!, bounds);
					for (const row of drawn.list(days)) {
						const cell = grid.cellOf[row]!;
						if (cell >= 0) expected[cell]!++;
						else expect(isHeld(row)).toBe(false);
					}
					expect([...counted.counts]).toEqual([...expected]);
					if (level <= 5) expect(counted.within(0, 0, 1, 1)).toBe(drawn.count(days));
				}
				counted.setDays([0, -1]);
				expect(counted.counts.every((count) => count === 0)).toBe(true);
			},
		),
	);
});

test('after a jump more rows that last are looked at than count, and those that have ended do not', () => {
	const features = Array.from({ length: 300 }, (_, i) => {
		const feature = incidentFixture(`i${i}`, 19_000 + i, 19_000 + i + (i % 2) * 10);
		return { ...feature, geometry: { type: 'Point' as const, coordinates: [i / 10, 10] as [number, number] } };
	});
	const table = buildIncidentTable(features);
	const states = new Uint8Array(table.length).fill(1);
	const drawn = new DrawnRows(table, states);
	const counted = new HexCounts(table, drawn, states, new HexGrid(incidentSymbols(table), 3, [0, 0, 1, 1]));
	for (const day of [19_290, 19_020, 19_280, 19_281]) {
		counted.setDays([day, day + 2]);
		const expected = new Int32Array(counted.grid.length);
		for (const row of drawn.list([day, day + 2])) expected[counted.grid.cellOf[row]!]!++;
		expect([...counted.counts]).toEqual([...expected]);
		expect(expected.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5);
	}
});

test('a row lies in the hexagon whose middle is nearest, and that is the one found at its place', () => {
	fc.assert(
		fc.property(arbitraryIncidents, fc.infiniteStream(place), (features, places) => {
			scattered(features, places);
			const table = buildIncidentTable(features);
			const symbols = incidentSymbols(table);
			const grid = new HexGrid(symbols, 2, [0, 0, 1, 1]);
			for (let row = 0; row < table.length; row++) {
				const cell = grid.cellOf[row]!;
				const distance = (other: number) =>
					Math.hypot(grid.x[other]! - symbols.x[row]!, grid.y[other]! - symbols.y[row]!);
				expect(distance(cell)).toBeLessThanOrEqual(grid.size * 1.0001);
				for (let other = 0; other < grid.length; other++) {
					expect(distance(cell)).toBeLessThanOrEqual(distance(other) + 1e-9);
				}
				if (symbols.x[row]! < 1) expect(grid.cellAt(symbols.x[row]! + 1, symbols.y[row]!)).toBe(cell);
			}
			const { length } = grid;
			grid.cellAt(0.123, 0.987);
			expect(grid.length).toBe(length);
		}),
	);
});

test('a box across the date line holds both its sides', () => {
	const features = [179.5, -179.5, 0].map((lng, index) => ({
		...incidentFixture(`i${index}`, 19_000),
		geometry: { type: 'Point' as const, coordinates: [lng, 10] as [number, number] },
	}));
	const table = buildIncidentTable(features);
	const states = Uint8Array.of(1, 1, 1);
	const counted = new HexCounts(
		table,
		new DrawnRows(table, states),
		states,
		new HexGrid(incidentSymbols(table), 4, [0, 0, 1, 1]),
	);
	counted.setDays(table.extent!);
	expect(counted.within(-0.05, 0, 0.05, 1)).toBe(2);
	expect(counted.within(0.95, 0, 1.05, 1)).toBe(2);
	expect(counted.within(0.4, 0, 0.6, 1)).toBe(1);
	const near = new HexGrid(incidentSymbols(table), 6, [-0.005, 0.4, 0.005, 0.5]);
	expect([...near.cellOf].map((cell) => cell >= 0)).toEqual([...table.lng].map((lng) => Math.abs(lng) > 179));
});

test('the level of a zoom has bounds', () => {
	expect([0, 1.9, 2, 6.7, 17].map(hexLevel)).toEqual([1, 1, 2, 6, 14]);
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDays, arbitraryIncidents, incidentFixture } from '../view/incident-fixture.ts';
import { incidentSymbols } from '../view/incident-symbols.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { DrawnRows } from './drawn-rows.ts';
import { HexCounts } from './hex-counts.ts';
import { HexGrid, hexLevel } from './hex-grid.ts';

const place = fc.tuple(fc.integer({ min: -1800, max: 1800 }), fc.integer({ min: -800, max: 800 }));

function scattered(features: readonly { geometry: unknown }[], places: Iterator<readonly [number, number]>) {
	for (const feature of features) {
		const [lng, lat] = places.next().value as [number, number];
		feature.geometry = { type: 'Point', coordinates: [lng / 10, lat / 10] };
	}
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
			fc.integer({ min: 1, max: 9 }),
			(features, places, bits, steps, level) => {
				scattered(features, places);
				const table = buildIncidentTable(features);
				const states = new Uint8Array(table.length);
				const drawn = new DrawnRows(table, states);
				const grid = new HexGrid(incidentSymbols(table), level);
				const counted = new HexCounts(table, drawn, states, grid);
				for (const { days, refilter } of steps) {
					if (refilter) {
						states.forEach((_, row) => (states[row] = bits.next().value as number));
						drawn.setStates(states);
						counted.reset(states);
					}
					counted.setDays(days);
					const expected = new Int32Array(grid.length);
					for (const row of drawn.list(days)) expected[grid.cellOf[row]!]!++;
					expect([...counted.counts]).toEqual([...expected]);
					expect(counted.within(0, 0, 1, 1)).toBe(drawn.count(days));
				}
				counted.setDays([0, -1]);
				expect(counted.counts.every((count) => count === 0)).toBe(true);
			},
		),
	);
});

test('a row lies in the hexagon whose middle is nearest, and that is the one found at its place', () => {
	fc.assert(
		fc.property(arbitraryIncidents, fc.infiniteStream(place), (features, places) => {
			scattered(features, places);
			const table = buildIncidentTable(features);
			const symbols = incidentSymbols(table);
			const grid = new HexGrid(symbols, 2);
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
	const counted = new HexCounts(table, new DrawnRows(table, states), states, new HexGrid(incidentSymbols(table), 4));
	counted.setDays(table.extent!);
	expect(counted.within(-0.05, 0, 0.05, 1)).toBe(2);
	expect(counted.within(0.95, 0, 1.05, 1)).toBe(2);
	expect(counted.within(0.4, 0, 0.6, 1)).toBe(1);
});

test('the level of a zoom has bounds', () => {
	expect([0, 1.9, 2, 6.7, 17].map(hexLevel)).toEqual([1, 1, 2, 6, 14]);
});

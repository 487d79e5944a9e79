import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDays, arbitraryIncidents, incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { filterFailures, passMask, selectRows, shownDays } from '../view/select.ts';
import { NO_FILTERS } from '../view/view.ts';
import { IncidentLayer } from './incident-layer.ts';

const NO_FADE = { mode: 'none', days: 0 } as const;
const precision = fc.constantFrom('site' as const, 'town' as const, 'province' as const, null);
const kinds = fc.subarray(['drone-attack', 'killing', 'protest', 'explosion'] as const);
const view = fc.record({
	range: fc.option(arbitraryDays),
	position: fc.option(arbitraryDays.map(([day]) => day)),
	mode: fc.constantFrom('window' as const, 'cumulative' as const, 'trail' as const),
	windowDays: fc.integer({ min: 1, max: 200 }),
});
const show = fc.constantFrom('auto' as const, 'symbols' as const, 'density' as const);
/** Places of which some have so many incidents that they lie on one another. */
const place = fc.constantFrom<[number, number]>([42.4, 33.8], [44.4, 33.3], [51.4, 35.7], [NaN, 33], [33, 94]);

test('whatever the view, the layer draws or counts exactly the located rows that the view selects', () => {
	const walk = fc.array(fc.record({ view, kind: kinds, show, dimmed: fc.boolean(), fan: fc.nat(60) }), {
		minLength: 1,
		maxLength: 5,
	});
	fc.assert(
		fc.property(
			arbitraryIncidents,
			fc.infiniteStream(precision),
			fc.infiniteStream(place),
			walk,
			(features, how, places, steps) => {
				for (const feature of features) {
					feature.properties.geo_precision = how.next().value ?? null;
					feature.geometry = { type: 'Point', coordinates: [...places.next().value!] as [number, number] };
				}
				const table = buildIncidentTable(features);
				const layer = new IncidentLayer(table, 'dark');
				const isLocated = (row: number) => table.isPoint[row] === 1 && table.lng[row]! > 0 && table.lat[row]! < 85;
				for (const step of steps) {
					const failures = filterFailures(table, { ...NO_FILTERS, kind: step.kind });
					const days = shownDays(step.view, table.extent);
					layer.setMask(passMask(failures));
					layer.setShow(step.show, step.dimmed);
					layer.setTime(...(days ?? ([0, -1] as const)), NO_FADE);
					const fanned = table.length > 0 ? layer.fan(step.fan % table.length) : [];

					const selected = selectRows(table, failures, days).filter(isLocated);
					expect([...layer.drawnRows()]).toEqual(selected);
					expect(layer.drawnCount()).toBe(selected.length);
					expect([...table.startDay.keys()].filter((row) => layer.isShown(row))).toEqual(selected);

					const present = selectRows(table, filterFailures(table, NO_FILTERS), days).filter(isLocated);
					const excluded = present.filter((row) => failures[row] !== 0);
					expect([...layer.dimmedRows()]).toEqual(step.dimmed && !layer.isDensity ? excluded : []);

					expect(layer.isDensity).toBe(step.show === 'density');
					const counted = layer.hexagonCounts();
					if (counted) {
						expect(counted.counts.reduce((sum, count) => sum + count, 0)).toBe(selected.length);
						const cells = [...new Set(selected.map((row) => counted.grid.cellOf[row]!))];
						expect(cells.flatMap((cell) => layer.rowsInHexagon(cell)).sort((a, b) => a - b)).toEqual(selected);
					}

					expect(fanned.every((row) => selected.includes(row) && layer.isFanned(row))).toBe(true);
					expect([...table.startDay.keys()].filter((row) => layer.isFanned(row))).toEqual([...fanned]);
				}
			},
		),
	);
});

test('a stack of many is set apart on demand, drawn all the same, and goes back', () => {
	const table = buildIncidentTable(Array.from({ length: 12 }, (_, i) => incidentFixture(`i${i}`, 19_000 + i)));
	const layer = new IncidentLayer(table, 'dark');
	layer.setTime(19_000, 19_007, NO_FADE);
	const before = layer.placementOf(3);
	expect(layer.fan(3)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	expect(new Set([0, 1, 2, 3].map((row) => `${layer.placementOf(row).lng} ${layer.placementOf(row).lat}`)).size).toBe(
		4,
	);
	expect(layer.drawnCount()).toBe(8);
	layer.setTime(19_000, 19_003, NO_FADE);
	expect(layer.fannedCount).toBe(4);
	layer.setTime(19_003, 19_003, NO_FADE);
	expect(layer.fannedCount).toBe(0);
	expect(layer.placementOf(3).lng).toBe(before.lng);
	layer.setTime(19_000, 19_011, NO_FADE);
	layer.fan(0);
	layer.setMask(new Uint8Array(12).fill(1, 0, 6));
	expect(layer.fannedCount).toBe(0);
	expect(layer.drawnCount()).toBe(6);
});

test('thousands are counted by themselves, few are not, and the reader can have it otherwise', () => {
	const table = buildIncidentTable(Array.from({ length: 4500 }, (_, i) => incidentFixture(`i${i}`, 19_000 + (i % 90))));
	const layer = new IncidentLayer(table, 'light');
	const at = (days: number) => {
		layer.setTime(19_000, 19_000 + days - 1, NO_FADE);
		return layer.isDensity;
	};
	// 50 a day; between 3,000 and 4,000 it stays as it is.
	expect([30, 70, 90, 70, 50].map(at)).toEqual([false, false, true, true, false]);
	layer.setShow('symbols', false);
	expect(at(90)).toBe(false);
	layer.setShow('density', false);
	expect(at(1)).toBe(true);
});

test('a mask of another table is a mistake of the caller, and nothing is drawn before a time is set', () => {
	const layer = new IncidentLayer(buildIncidentTable([incidentFixture('a', 19_000)]), 'light');
	expect(layer.drawnCount()).toBe(0);
	expect(() => layer.setMask(new Uint8Array(3))).toThrow('3');
});

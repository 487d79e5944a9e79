import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDays, arbitraryFilters, arbitraryIncidents, incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { filterFailures, passMask } from '../view/select.ts';
import { NO_FILTERS } from '../view/view.ts';
import { IncidentLayer } from './incident-layer.ts';
import { forEachRowInView } from './rows-in-view.ts';

test('exactly the drawn rows in view are visited, in order, looked at one by one or found through the index', () => {
	fc.assert(
		fc.property(
			arbitraryIncidents,
			arbitraryDays,
			fc.oneof(fc.constant(NO_FILTERS), arbitraryFilters),
			fc.constantFrom(
				[-0.9, 0.1, 0.8, 0.8],
				[0.1, 0, 0.6, 0.5],
				[0.6, 0.35, 0.1, 0.1],
				[0.62, 0.35, 0.4, 0.4],
				[0, 0, 0, 0],
			),
			(incidents, days, filters, box) => {
				const [west, north, width, height] = box as [number, number, number, number];
				// One that lasts for years stands apart from the range in which the others are looked for.
				const table = buildIncidentTable([...incidents, incidentFixture('long', days[0] - 9000, days[1] + 9000)]);
				const layer = new IncidentLayer(table, 'dark');
				layer.setMask(passMask(filterFailures(table, filters)));
				layer.setTime(...days, { mode: 'none', days: 0 });
				layer.setShow('symbols', false);
				const { x, y } = layer.symbols;
				const expected = [...layer.drawnRows()].filter((row) => {
					const isWithin = [-1, 0, 1].some((world) => x[row]! + world >= west && x[row]! + world <= west + width);
					return isWithin && y[row]! >= north && y[row]! <= north + height;
				});
				for (const [most, few] of [
					[20_000, 200_000],
					[20_000, 0],
					[-1, 0],
				] as const) {
					const visited: number[] = [];
					const bounds = [west, north, west + width, north + height] as const;
					expect(forEachRowInView(table, layer, days, bounds, (row) => visited.push(row), most, few)).toBe(true);
					expect(visited).toEqual(expected);
				}
			},
		),
	);
});

test('nothing is visited where hexagons are drawn', () => {
	const table = buildIncidentTable([incidentFixture('a', 100)]);
	const layer = new IncidentLayer(table, 'dark');
	layer.setTime(100, 100, { mode: 'none', days: 0 });
	layer.setShow('density', false);
	expect(forEachRowInView(table, layer, [100, 100], [0, 0, 1, 1], () => expect.unreachable())).toBe(false);
});

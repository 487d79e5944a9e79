import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDays, arbitraryIncidents, incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { filterFailures, passMask, selectRows } from '../view/select.ts';
import { NO_FILTERS } from '../view/view.ts';
import { IncidentLayer } from './incident-layer.ts';

test('the layer draws exactly the located rows that the view selects', () => {
	const precision = fc.constantFrom('site' as const, 'town' as const, 'province' as const, null);
	const kinds = fc.subarray(['drone-attack', 'killing', 'protest', 'explosion'] as const);
	fc.assert(
		fc.property(arbitraryIncidents, fc.infiniteStream(precision), arbitraryDays, kinds, (features, how, days, kind) => {
			for (const { properties } of features) properties.geo_precision = how.next().value ?? null;
			const table = buildIncidentTable(features);
			const failures = filterFailures(table, { ...NO_FILTERS, kind });
			const layer = new IncidentLayer(table, 'dark');
			layer.setMask(passMask(failures));
			layer.setTime(days[0], days[1], { mode: 'none', days: 0 });
			const selected = selectRows(table, failures, days).filter((row) => table.isPoint[row]);
			expect([...layer.drawnRows()]).toEqual(selected);
			expect(layer.drawnCount()).toBe(selected.length);
		}),
	);
});

test('a mask of another table is a mistake of the caller, and nothing is drawn before a time is set', () => {
	const layer = new IncidentLayer(buildIncidentTable([incidentFixture('a', 19_000)]), 'light');
	expect(layer.drawnCount()).toBe(0);
	expect(() => layer.setMask(new Uint8Array(3))).toThrow('3');
});

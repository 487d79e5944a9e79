import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideMap } from './beside-map.ts';
import { incidentFixture } from './incident-fixture.ts';
import { incidentSymbols } from './incident-symbols.ts';
import { buildIncidentTable, type IncidentTable } from './incident-table.ts';

/** A table as a worker may hand it over, whatever a file held. */
function columns(rows: readonly (readonly [lng: number, lat: number, days: number])[]): IncidentTable {
	const table = buildIncidentTable(rows.map((_, index) => incidentFixture(`i${index}`, 19_000)));
	rows.forEach(([lng, lat, days], row) => {
		table.lng[row] = lng;
		table.lat[row] = lat;
		table.endDay[row] = table.startDay[row]! + days;
	});
	return table;
}

test('tells what is too near a pole from what is nowhere', () => {
	const polar = columns([
		[44, 33, 0],
		[0, 85.06, 0],
		[180, -90, 3],
	]);
	expect(besideMap(polar)).toEqual({ polar: 2, invalid: 0 });
	const invalid = columns([
		[181, 33, 0],
		[44, 90.1, 0],
		[44, NaN, 0],
		[Infinity, 33, 0],
		[44, 33, -1],
		[NaN, NaN, 0],
	]);
	expect(besideMap(invalid)).toEqual({ polar: 0, invalid: 5 });
});

test('a row is drawn as a symbol, has no place, or is counted: none is lost in silence', () => {
	const degrees = fc.oneof(fc.double({ min: -200, max: 200 }), fc.constantFrom(85.051129, 85.0512, -90, 180, NaN));
	fc.assert(
		fc.property(fc.array(fc.tuple(degrees, degrees, fc.integer({ min: -2, max: 2 }))), (rows) => {
			const table = columns(rows);
			const { polar, invalid } = besideMap(table);
			const drawn = incidentSymbols(table).drawable.reduce((sum, isDrawable) => sum + isDrawable, 0);
			const unlocated = table.lng.reduce((sum, lng) => sum + Number(Number.isNaN(lng)), 0);
			expect(drawn + polar + invalid + unlocated).toBe(rows.length);
		}),
	);
});

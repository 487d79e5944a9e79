import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDays, arbitraryIncidents, incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { DrawnRows } from './drawn-rows.ts';

test('list, count and membership equal a look at every row', () => {
	fc.assert(
		fc.property(arbitraryIncidents, arbitraryDays, fc.infiniteStream(fc.constantFrom(0, 1)), (features, days, bits) => {
			const table = buildIncidentTable(features);
			const visible = Uint8Array.from(features, () => bits.next().value as number);
			const drawn = new DrawnRows(table, new Uint8Array(table.length));
			drawn.setStates(visible);
			const expected = [...table.startDay.keys()].filter(
				(row) => visible[row] && table.startDay[row]! <= days[1] && table.endDay[row]! >= days[0],
			);
			expect([...drawn.list(days)]).toEqual(expected);
			expect(drawn.count(days)).toBe(expected.length);
			expect([...table.startDay.keys()].filter((row) => drawn.has(row, days))).toEqual(expected);
		}),
	);
});

test('nothing is drawn in an empty span of days', () => {
	const table = buildIncidentTable([]);
	expect(new DrawnRows(table, new Uint8Array(0)).count([0, -1])).toBe(0);
});

test('the first and the last day both count', () => {
	const drawn = new DrawnRows(buildIncidentTable([incidentFixture('a', 100, 105)]), Uint8Array.of(1));
	const counts = [99, 100, 105, 106].map((day) => drawn.count([day, day]));
	expect(counts).toEqual([0, 1, 1, 0]);
	expect([99, 100, 105, 106].map((day) => drawn.list([day, day]).length)).toEqual(counts);
});

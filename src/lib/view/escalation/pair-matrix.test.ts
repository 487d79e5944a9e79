import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../model/actor.ts';
import { parseDay } from '../../model/day.ts';
import type { Side } from '../../model/vocabulary.ts';
import {
	arbitraryDay,
	arbitraryDays,
	arbitraryFilters,
	arbitraryIncidents,
	incidentFixture,
} from '../incident-fixture.ts';
import { buildIncidentTable, type IncidentTable } from '../incident-table.ts';
import { FAILS_PARTIES, filterFailures, isPresent, type FilterFailures } from '../select.ts';
import { NO_FILTERS } from '../view.ts';
import { type Grouping, type Party, partyAxis } from './party-axis.ts';
import { countsAt, PairMatrix, UNSURE_ATTRIBUTIONS } from './pair-matrix.ts';

const day = (iso: string) => parseDay(iso)!;
const actor = (id: string, side: Side): [string, Actor] => [
	id,
	{
		id,
		name: id,
		aliases: [],
		kind: 'armed-group',
		side,
		country: null,
		inter: null,
		member_of: null,
		allegiance: null,
		office: null,
	},
];
const actors = new Map([
	actor('redland', 'israel'),
	actor('blue-militia', 'iran-aligned'),
	actor('grey-militia', 'iran-aligned'),
	actor('greenland', 'iran'),
]);

function matrixOf(table: IncidentTable, failures: FilterFailures, grouping: Grouping): PairMatrix {
	const [rows, columns] = (['perpetrators', 'targets'] as const).map((role) =>
		partyAxis(table, role, failures, actors, grouping),
	);
	return new PairMatrix(table, failures, rows!, columns!);
}

/** Most filters of that kind let nothing through. */
const filters = fc.oneof(fc.constant(NO_FILTERS), fc.constant({ ...NO_FILTERS, by: ['redland'] }), arbitraryFilters);

/** Whether a party is one of those named; the total is everybody. */
function isIn(party: Party | undefined, ids: readonly string[]): boolean {
	if (!party) return true;
	return party.kind === 'unnamed' ? ids.length === 0 : ids.some((id) => party.ids!.includes(id));
}

test('each cell and each total holds what a look at every row finds, with every filter but that of parties', () => {
	const grouping = fc.constantFrom<Grouping>('actors', 'sides');
	fc.assert(
		fc.property(arbitraryIncidents, filters, arbitraryDays, grouping, (incidents, wanted, days, by) => {
			const table = buildIncidentTable(incidents);
			const failures = filterFailures(table, wanted);
			const matrix = matrixOf(table, failures, by);
			for (let r = 0; r <= matrix.rows.parties.length; r++) {
				for (let c = 0; c <= matrix.columns.parties.length; c++) {
					const found = [...failures.keys()].filter((row) => {
						const { perpetrators, targets } = table.feature(row).properties;
						return (
							(failures[row]! & ~FAILS_PARTIES) === 0 &&
							isIn(matrix.rows.parties[r], perpetrators) &&
							isIn(matrix.columns.parties[c], targets) &&
							isPresent(table.startDay[row]!, table.endDay[row]!, days)
						);
					});
					const isUnsure = (row: number) => UNSURE_ATTRIBUTIONS.includes(table.feature(row).properties.attribution);
					const known = found.filter((row) => table.killedLow[row]! >= 0);
					const count = matrix.countAt(r, c, days);
					expect(count.unsure).toBe(found.filter(isUnsure).length);
					expect(count.sure).toBe(found.length - count.unsure);
					expect(count.unknown).toBe(found.length - known.length);
					const sum = (figures: Int32Array) => known.reduce((total, row) => total + figures[row]!, 0);
					expect(count.killedLow).toBe(known.length === 0 ? null : sum(table.killedLow));
					const isOpen = known.length === 0 || known.some((row) => table.killedHigh[row]! < 0);
					expect(count.killedHigh).toBe(isOpen ? null : sum(table.killedHigh));
				}
			}
		}),
		{ numRuns: 60 },
	);
});

test('days since the last incident hold whatever the true dates are, as tightly as dates allow', () => {
	fc.assert(
		fc.property(arbitraryIncidents, arbitraryDay, (incidents, now) => {
			const table = buildIncidentTable(incidents);
			const matrix = matrixOf(table, new Uint8Array(table.length), 'actors');
			const total = [matrix.rows.parties.length, matrix.columns.parties.length] as const;
			const rows = [...Array(table.length).keys()];
			const begun = rows.filter((row) => table.startDay[row]! <= now);
			const past = rows.filter((row) => table.endDay[row]! <= now);
			const latest = begun.map((row) => now - Math.min(table.endDay[row]!, now));
			const earliest = past.map((row) => now - table.startDay[row]!);
			expect(matrix.sinceAt(...total, now)).toEqual(
				begun.length === 0
					? null
					: { least: Math.min(...latest), most: past.length === 0 ? null : Math.min(...earliest) },
			);
		}),
	);
});

test('an incident with two perpetrators counts in both their rows and once in the total, of a side once', () => {
	const table = buildIncidentTable([
		incidentFixture('a', day('2024-04-01'), day('2024-04-07'), {
			perpetrators: ['blue-militia', 'grey-militia'],
			targets: ['redland'],
			attribution: 'claimed',
			killed_low: 4,
			killed_best: 4,
			killed_high: 5,
		}),
		incidentFixture('b', day('2024-04-02'), day('2024-04-02'), {
			perpetrators: ['blue-militia'],
			targets: ['redland'],
			attribution: 'suspected',
		}),
		incidentFixture('c', day('2024-04-05'), day('2024-04-05'), { targets: ['redland'] }),
	]);
	const days = [day('2024-04-01'), day('2024-04-10')] as const;
	const single = matrixOf(table, filterFailures(table, NO_FILTERS), 'actors');
	expect(single.rows.parties.map(({ key }) => key)).toEqual(['blue-militia', 'grey-militia', 'unnamed']);
	expect([0, 1, 2, 3].map((row) => single.countAt(row, 0, days)).map(({ sure, unsure }) => [sure, unsure])).toEqual([
		[1, 1],
		[1, 0],
		[1, 0],
		[2, 1],
	]);
	const sides = matrixOf(table, filterFailures(table, NO_FILTERS), 'sides');
	expect(sides.countAt(0, 0, days)).toEqual({ sure: 1, unsure: 1, killedLow: 4, killedHigh: 5, unknown: 1 });
	const lastDays = ['2024-04-07', '2024-04-08'].map((iso) => single.countAt(1, 0, [day(iso), days[1]]).sure);
	expect(lastDays).toEqual([1, 0]);
	expect(sides.rows.parties[0]!.ids).toEqual(['blue-militia', 'grey-militia']);

	const before = countsAt(single, days);
	expect(before[6]).toEqual(single.countAt(3, 0, days));
	const earlier = countsAt(single, [days[0], day('2024-04-04')], before);
	expect(earlier.map((count, cell) => count === before[cell])).toEqual([
		true,
		true,
		true,
		true,
		false,
		false,
		false,
		false,
	]);
	expect(earlier[4]!.sure).toBe(0);

	expect(single.sinceAt(1, 0, day('2024-03-31'))).toBe(null);
	expect(single.sinceAt(1, 0, day('2024-04-03'))).toEqual({ least: 0, most: null });
	expect(single.sinceAt(1, 0, day('2024-04-10'))).toEqual({ least: 3, most: 9 });
	expect(single.lastDay(1, 0)).toBe(day('2024-04-07'));
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenFigure } from '../model/chosen-figure.ts';
import type { Reading } from '../model/reading.ts';
import {
	FIXTURE_START,
	arbitraryDays,
	arbitraryFilters,
	arbitraryIncidents,
	incidentFixture,
} from './incident-fixture.ts';
import { buildIncidentTable, type IncidentTable } from './incident-table.ts';
import { type DayRange, FACETS, facetColumn, filterFailures, selectRows, shownDays } from './select.ts';
import { Tally } from './tally.ts';
import type { TollTotal } from './toll-sum.ts';
import { type Filters, NO_FILTERS } from './view.ts';

/** Playback, scrubbing, brushing, changes of mode and of filters, in any order. */
const moves = fc.array(
	fc.record({
		days: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -30, max: 30 }) }, arbitraryDays, fc.constant(null)),
		mode: fc.constantFrom('window', 'cumulative'),
		windowDays: fc.constantFrom(1, 7, 30, 365),
		filters: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, arbitraryFilters),
	}),
	{ minLength: 1, maxLength: 25 },
);

test('after any moves the counts are those of a look at every row', () => {
	fc.assert(
		fc.property(arbitraryIncidents, moves, (incidents, steps) => {
			const table = buildIncidentTable(incidents);
			const tally = new Tally(table);
			let wanted = NO_FILTERS;
			let failures = filterFailures(table, wanted);
			let range: DayRange | null = null;
			let position = FIXTURE_START;
			for (const { days: move, mode, windowDays, filters } of steps) {
				if (filters) failures = filterFailures(table, (wanted = filters));
				if (typeof move === 'number') position += move;
				else range = move;
				const days = shownDays({ range, position, mode, windowDays }, table.extent);
				const counts = tally.at(failures, days);
				const rows = selectRows(table, failures, days);
				expect(counts.shown).toBe(rows.length);
				expect(counts.killed).toEqual(addedUp(table, rows, 'killed'));
				expect(counts.injured).toEqual(addedUp(table, rows, 'injured'));
				expect(counts.unlocated).toBe(rows.filter((row) => Number.isNaN(table.lng[row])).length);
				for (const facet of FACETS) {
					const others = filterFailures(table, { ...wanted, [facet]: [] });
					const { codes, values } = facetColumn(table, facet);
					const expected = new Map(values.map((value) => [value, 0]));
					for (const row of selectRows(table, others, days)) {
						const value = values[codes[row]!]!;
						expected.set(value, expected.get(value)! + 1);
					}
					for (const [value, count] of expected) expect(counts.of(facet, value), `${facet} ${value}`).toBe(count);
				}
			}
		}),
		{ numRuns: 200 },
	);
}, 30_000);

test('a count beside a value is the number of rows that choosing it, with the other filters, would show', () => {
	fc.assert(
		fc.property(arbitraryIncidents, arbitraryDays, arbitraryFilters, (incidents, days, wanted) => {
			const table = buildIncidentTable(incidents);
			const counts = new Tally(table).at(filterFailures(table, wanted), days);
			for (const facet of FACETS) {
				for (const value of facetColumn(table, facet).values) {
					const chosen = { ...wanted, [facet]: [value] };
					expect(counts.of(facet, value)).toBe(selectRows(table, filterFailures(table, chosen), days).length);
				}
			}
		}),
	);
});

/** What the rows come to, added up one by one from the records. */
function addedUp(table: IncidentTable, rows: readonly number[], measure: 'killed' | 'injured'): TollTotal {
	const known = rows
		.map((row) => table.feature(row).properties)
		.map((p) => ({ low: p[`${measure}_low`], best: p[`${measure}_best`], high: p[`${measure}_high`] }))
		.filter(({ low }) => low !== null);
	const sum = (figure: Reading['figure']) =>
		known.length === 0 ? null : known.reduce((all, each) => all + chosenFigure(each, figure)!.count, 0);
	return {
		low: sum('low'),
		best: sum('best'),
		high: sum('high'),
		isOpen: known.some((each) => chosenFigure(each, 'high')!.isOpen),
		known: known.length,
		unknown: rows.length - known.length,
	};
}

const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);

test('the sum of the parts equals the total, and lowest, best and highest stay in order', () => {
	const parts = fc.constantFrom(...FACETS.filter((facet) => facet !== 'place'));
	fc.assert(
		fc.property(arbitraryIncidents, arbitraryDays, arbitraryFilters, parts, (incidents, days, wanted, facet) => {
			const table = buildIncidentTable(incidents);
			const count = (filters: Filters) => new Tally(table).at(filterFailures(table, filters), days);
			const whole = count({ ...wanted, [facet]: [] });
			const split = facetColumn(table, facet).values.map((value) => count({ ...wanted, [facet]: [value] }));
			for (const measure of ['killed', 'injured'] as const) {
				const total = whole[measure];
				for (const figure of ['low', 'best', 'high'] as const) {
					expect(split.map((part) => part[measure][figure]).reduce(plus, null)).toBe(total[figure]);
				}
				expect(split.reduce((sum, part) => sum + part[measure].unknown, 0)).toBe(total.unknown);
				expect(split.some((part) => part[measure].isOpen)).toBe(total.isOpen);
				expect(total.known + total.unknown).toBe(whole.shown);
				expect(total.low === null).toBe(total.known === 0);
				expect(total.low! <= total.best! && total.best! <= total.high!).toBe(true);
			}
		}),
	);
});

test('an unknown figure adds nothing and is told apart from none', () => {
	const none = { killed_low: 0, killed_best: 0, killed_high: 0 };
	const table = buildIncidentTable([incidentFixture('a', 10), incidentFixture('b', 12, 12, none)]);
	const tally = new Tally(table);
	const failures = filterFailures(table, NO_FILTERS);
	expect(tally.at(failures, [10, 10]).killed).toMatchObject({ best: null, known: 0, unknown: 1 });
	expect(tally.at(failures, [10, 12]).killed).toMatchObject({ best: 0, known: 1, unknown: 1 });
});

test('nothing is counted without days, nor for a value that no row has', () => {
	const table = buildIncidentTable([incidentFixture('a', 10), { ...incidentFixture('b', 12), geometry: null }]);
	const failures = filterFailures(table, NO_FILTERS);
	const tally = new Tally(table);
	expect(tally.at(failures, [10, 12])).toMatchObject({ shown: 2, unlocated: 1 });
	expect(tally.at(failures, null)).toMatchObject({ shown: 0, unlocated: 0 });
	expect(tally.at(failures, [10, 10])).toMatchObject({ shown: 1, unlocated: 0 });
	expect(tally.at(failures, [10, 10]).of('place', 'no-such-place')).toBe(0);
});

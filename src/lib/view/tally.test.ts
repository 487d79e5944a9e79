import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	FIXTURE_START,
	arbitraryDays,
	arbitraryFilters,
	arbitraryIncidents,
	incidentFixture,
} from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { type DayRange, FACETS, facetColumn, filterFailures, selectRows, shownDays } from './select.ts';
import { Tally } from './tally.ts';
import { NO_FILTERS } from './view.ts';

/** Playback, scrubbing, brushing, changes of mode and of filters, in any order. */
const moves = fc.array(
	fc.record({
		days: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -3, max: 3 }) }, arbitraryDays, fc.constant(null)),
		mode: fc.constantFrom('window', 'cumulative'),
		windowDays: fc.constantFrom(1, 7, 30, 365),
		filters: fc.option(arbitraryFilters, { freq: 4 }),
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
});

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

test('nothing is counted without days, nor for a value that no row has', () => {
	const table = buildIncidentTable([incidentFixture('a', 10), { ...incidentFixture('b', 12), geometry: null }]);
	const failures = filterFailures(table, NO_FILTERS);
	const tally = new Tally(table);
	expect(tally.at(failures, [10, 12])).toMatchObject({ shown: 2, unlocated: 1 });
	expect(tally.at(failures, null)).toMatchObject({ shown: 0, unlocated: 0 });
	expect(tally.at(failures, [10, 10])).toMatchObject({ shown: 1, unlocated: 0 });
	expect(tally.at(failures, [10, 10]).of('place', 'no-such-place')).toBe(0);
});

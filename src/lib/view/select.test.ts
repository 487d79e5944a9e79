import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncidentFeature } from '../model/feature.ts';
import { keysOf, KINDS } from '../model/vocabulary.ts';
import { foldText } from './fold-text.ts';
import { arbitraryDay, arbitraryDays, arbitraryIncidents, incidentFixture } from './incident-fixture.ts';
import { ATTRIBUTION_CODES, buildIncidentTable, OUTCOME_CODES, SIDE_CODES, UNLOCATED } from './incident-table.ts';
import {
	candidateRows,
	FACETS,
	facetColumn,
	facetCounts,
	filterFailures,
	isPresent,
	lowerBound,
	passMask,
	selectRows,
	shownDays,
	workingRange,
} from './select.ts';
import { type FacetName, type Filters, NO_FILTERS, type View } from './view.ts';

const filters: fc.Arbitrary<Filters> = fc.record({
	side: fc.subarray([...SIDE_CODES], { maxLength: 3 }),
	kind: fc.subarray(keysOf(KINDS), { maxLength: 3 }),
	attribution: fc.subarray([...ATTRIBUTION_CODES], { maxLength: 3 }),
	outcome: fc.subarray([...OUTCOME_CODES], { maxLength: 3 }),
	place: fc.subarray(['ain-al-asad', 'erbil', UNLOCATED, 'no-such-place'], { maxLength: 2 }),
	text: fc.constantFrom('', ' ', 'drones', 'BÉIRUT shukr', 'tehran rockets', 'incident-1'),
});
const clock: fc.Arbitrary<Pick<View, 'range' | 'position' | 'mode' | 'windowDays'>> = fc.record({
	range: fc.option(arbitraryDays),
	position: fc.option(arbitraryDay),
	mode: fc.constantFrom('window', 'cumulative'),
	windowDays: fc.constantFrom(1, 7, 30, 365),
});

function valueOf({ properties }: IncidentFeature, facet: FacetName): string {
	switch (facet) {
		case 'side':
			return properties.side ?? 'unnamed';
		case 'place':
			return properties.place_id ?? UNLOCATED;
		default:
			return properties[facet];
	}
}

function passesFacet(feature: IncidentFeature, facet: FacetName, wanted: Filters): boolean {
	const values: readonly string[] = wanted[facet];
	return values.length === 0 || values.includes(valueOf(feature, facet));
}

function passesText({ id, properties }: IncidentFeature, wanted: Filters): boolean {
	const words = foldText(wanted.text).split(' ').filter(Boolean);
	return words.every((word) => foldText(`${id} ${properties.title} ${properties.summary}`).includes(word));
}

test('the rows selected are those that pass every filter and may have happened on a day shown', () => {
	fc.assert(
		fc.property(arbitraryIncidents, clock, filters, (incidents, time, wanted) => {
			const table = buildIncidentTable(incidents);
			const failures = filterFailures(table, wanted);
			const days = shownDays(time, table.extent);
			const expected = table.features
				.map((_, row) => row)
				.filter((row) => {
					const feature = table.features[row]!;
					const passes = FACETS.every((facet) => passesFacet(feature, facet, wanted)) && passesText(feature, wanted);
					return passes && days !== null && isPresent(table.startDay[row]!, table.endDay[row]!, days);
				});
			expect(selectRows(table, failures, days)).toEqual(expected);
			const mask = passMask(failures);
			expect(expected.every((row) => mask[row] === 1)).toBe(true);
		}),
		{ numRuns: 300 },
	);
});

test('a count beside a value is the number of rows that choosing it, with the other filters, would show', () => {
	fc.assert(
		fc.property(arbitraryIncidents, arbitraryDays, filters, (incidents, days, wanted) => {
			const table = buildIncidentTable(incidents);
			const counts = facetCounts(table, filterFailures(table, wanted), days);
			for (const facet of FACETS) {
				for (const value of facetColumn(table, facet).values) {
					const chosen = { ...wanted, [facet]: [value] };
					const rows = selectRows(table, filterFailures(table, chosen), days);
					expect(counts[facet].get(value)).toBe(rows.length);
				}
			}
		}),
	);
});

test('candidate rows hold every row present, though it started long before', () => {
	const table = buildIncidentTable([
		incidentFixture('long', 100, 300),
		incidentFixture('short', 150),
		incidentFixture('late', 260),
	]);
	expect(candidateRows(table, [250, 255])).toEqual([0, 2]);
	expect(selectRows(table, filterFailures(table, NO_FILTERS), [250, 255])).toEqual([0]);
});

test.each([
	['the whole data without range or position', null, null, 'cumulative', [10, 90]],
	['the range without position', [20, 40], null, 'window', [20, 40]],
	['all since the start of the range', [20, 60], 40, 'cumulative', [20, 40]],
	['the last days up to the position', [20, 60], 40, 'window', [34, 40]],
	['no day before the range', [20, 60], 22, 'window', [20, 22]],
	['the end of the range at a position after it', [20, 60], 99, 'window', [54, 60]],
	['the start of the range at a position before it', [20, 60], 0, 'cumulative', [20, 20]],
] as const)('days shown: %s', (_, range, position, mode, expected) => {
	expect(shownDays({ range, position, mode, windowDays: 7 }, [10, 90])).toEqual(expected);
});

test('without data there is nothing to show', () => {
	expect(workingRange({ range: null }, null)).toBe(null);
	expect(shownDays({ range: null, position: 5, mode: 'window', windowDays: 7 }, null)).toBe(null);
	const table = buildIncidentTable([]);
	expect(selectRows(table, filterFailures(table, NO_FILTERS), null)).toEqual([]);
	expect([...facetCounts(table, filterFailures(table, NO_FILTERS), null).kind.values()].every((n) => n === 0)).toBe(
		true,
	);
});

test('lowerBound finds the first element not below a value', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -20, max: 20 })), fc.integer({ min: -25, max: 25 }), (values, value) => {
			const sorted = Int32Array.from(values).sort();
			const expected = sorted.findIndex((element) => element >= value);
			expect(lowerBound(sorted, value)).toBe(expected === -1 ? sorted.length : expected);
		}),
	);
});

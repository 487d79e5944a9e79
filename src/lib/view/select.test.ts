import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncidentFeature } from '../model/feature.ts';
import { foldText } from './fold-text.ts';
import {
	arbitraryDay,
	arbitraryDays,
	arbitraryFilters,
	arbitraryIncidents,
	incidentFixture,
} from './incident-fixture.ts';
import { buildIncidentTable, UNLOCATED } from './incident-table.ts';
import {
	candidateRows,
	FACETS,
	filterFailures,
	isPresent,
	lowerBound,
	passMask,
	selectRows,
	shownDays,
	workingRange,
} from './select.ts';
import { type FacetName, type Filters, NO_FILTERS, type View } from './view.ts';

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

function passesParties({ properties }: IncidentFeature, { by, against }: Filters): boolean {
	const names = (wanted: readonly string[], ids: readonly string[]) =>
		wanted.length === 0 || ids.some((id) => wanted.includes(id)) || (ids.length === 0 && wanted.includes('unnamed'));
	return names(by, properties.perpetrators) && names(against, properties.targets);
}

test('the rows selected are those that pass every filter and may have happened on a day shown', () => {
	fc.assert(
		fc.property(arbitraryIncidents, clock, arbitraryFilters, (incidents, time, wanted) => {
			const table = buildIncidentTable(incidents);
			const failures = filterFailures(table, wanted);
			const days = shownDays(time, table.extent);
			const expected = [...table.startDay.keys()].filter((row) => {
				const feature = table.feature(row);
				const passesFacets = FACETS.every((facet) => passesFacet(feature, facet, wanted));
				const passes = passesFacets && passesText(feature, wanted) && passesParties(feature, wanted);
				return passes && days !== null && isPresent(table.startDay[row]!, table.endDay[row]!, days);
			});
			expect(selectRows(table, failures, days)).toEqual(expected);
			const mask = passMask(failures);
			expect(expected.every((row) => mask[row] === 1)).toBe(true);
		}),
		{ numRuns: 300 },
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

test('a row passes where no bit of its failures is set, at any length and place in a buffer', () => {
	const bytes = fc.array(fc.oneof(fc.constant(0), fc.constantFrom(1, 127, 128, 255), fc.nat(255)), { maxLength: 40 });
	fc.assert(
		fc.property(bytes, fc.nat(5), (values, offset) => {
			const failures = Uint8Array.from([...Array<number>(offset).fill(9), ...values]).subarray(offset);
			expect([...passMask(failures)]).toEqual(values.map((value) => Number(value === 0)));
		}),
	);
});

test('among the actors asked for may be nobody: incidents in which none is named', () => {
	const named = { perpetrators: ['redland'], targets: ['greenland'] };
	const table = buildIncidentTable([
		incidentFixture('both', 1, 1, named),
		incidentFixture('by nobody', 2, 2, { ...named, perpetrators: [] }),
		incidentFixture('against nobody', 3, 3, { ...named, targets: [] }),
	]);
	const passing = (wanted: Partial<Filters>) => {
		const failures = filterFailures(table, { ...NO_FILTERS, ...wanted });
		return [...failures.keys()].filter((row) => failures[row] === 0).map((row) => table.idOf(row));
	};
	expect(passing({ by: ['unnamed'] })).toEqual(['by nobody']);
	expect(passing({ against: ['unnamed'] })).toEqual(['against nobody']);
	expect(passing({ by: ['unnamed', 'redland'], against: ['greenland'] })).toEqual(['both', 'by nobody']);
});

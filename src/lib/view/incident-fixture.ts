import * as fc from 'fast-check';
import { type Day, formatDay } from '../model/day.ts';
import { formatEdtf, precisionOf } from '../model/edtf.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { Figure } from '../model/record.ts';
import { ATTRIBUTIONS, DATE_PRECISIONS, GRADINGS, keysOf, KINDS, OUTCOMES, SIDES } from '../model/vocabulary.ts';
import {
	ATTRIBUTION_CODES,
	GRADING_CODES,
	KIND_CODES,
	OUTCOME_CODES,
	SIDE_CODES,
	UNLOCATED,
} from './incident-table.ts';
import type { Filters } from './view.ts';

/** A complete incident for tests, on the given days, with any properties replaced. */
export function incidentFixture(
	id: string,
	start: Day,
	end: Day = start,
	properties: Partial<IncidentFeature['properties']> = {},
): IncidentFeature {
	const precision = precisionOf(end - start + 1);
	return {
		type: 'Feature',
		id,
		geometry: { type: 'Point', coordinates: [42.4, 33.8] },
		properties: {
			title: `Title of ${id}`,
			summary: `Summary of ${id}`,
			date_edtf: formatEdtf(start, end),
			date_start: formatDay(start),
			date_end: formatDay(end),
			date_precision: precision,
			date_prec: DATE_PRECISIONS[precision].ucdp,
			date_of: 'event',
			date_basis: 'written for a test',
			kind: 'drone-attack',
			event_type: 'Explosions/Remote violence',
			sub_event_type: 'Air/drone strike',
			weapon: ['drone'],
			outcome: 'hit',
			place_id: 'ain-al-asad',
			place_name: 'Ain al-Asad Air Base',
			place_as_written: 'Al-Asad',
			country: 'IRQ',
			admin1: 'Al Anbar',
			geo_precision: 'site',
			where_prec: 1,
			uncertainty_km: 2,
			perpetrators: [],
			targets: [],
			side: null,
			attribution: 'unknown',
			grading: 'weak',
			killed_low: null,
			killed_best: null,
			killed_high: null,
			injured_low: null,
			injured_best: null,
			injured_high: null,
			reports: [],
			claims: [],
			responds_to: [],
			editor_note: null,
			...properties,
		},
	};
}

/** First day that `arbitraryIncidents` uses. */
export const FIXTURE_START: Day = 17_900;
const FIXTURE_DAYS = 400;

/** Days in and a little around the time that `arbitraryIncidents` covers. */
export const arbitraryDay = fc.integer({ min: FIXTURE_START - 50, max: FIXTURE_START + FIXTURE_DAYS + 50 });

/** First and last day of a range. */
export const arbitraryDays = fc.tuple(arbitraryDay, arbitraryDay).map((days): [Day, Day] => {
	const [from, to] = days;
	return from <= to ? [from, to] : [to, from];
});

/** Unknown, open above or a range. */
const arbitraryFigure: fc.Arbitrary<Figure> = fc.oneof(
	fc.constant({ low: null, best: null, high: null }),
	fc
		.tuple(fc.nat(90), fc.nat(9), fc.option(fc.nat(9)))
		.map(([low, more, most]) => ({ low, best: low + more, high: most === null ? null : low + more + most })),
);

/** Incidents of every kind, side, attribution, outcome, toll and a few places, about a third of them with an interval. */
export const arbitraryIncidents = fc
	.array(
		fc.record({
			start: fc.integer({ min: FIXTURE_START, max: FIXTURE_START + FIXTURE_DAYS }),
			length: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 120 })),
			kind: fc.constantFrom(...keysOf(KINDS)),
			side: fc.option(fc.constantFrom(...keysOf(SIDES))),
			attribution: fc.constantFrom(...keysOf(ATTRIBUTIONS)),
			grading: fc.constantFrom(...keysOf(GRADINGS)),
			perpetrators: fc.subarray(['redland', 'blue-militia', 'grey-militia'], { maxLength: 2 }),
			targets: fc.subarray(['redland', 'greenland'], { maxLength: 2 }),
			outcome: fc.constantFrom(...keysOf(OUTCOMES)),
			place_id: fc.option(fc.constantFrom('ain-al-asad', 'erbil', 'tower-22')),
			killed: arbitraryFigure,
			injured: arbitraryFigure,
			title: fc.constantFrom('Drones at a base', 'Rockets fired', 'Fuad Shukr, Béirut', 'Protest in Tehran'),
		}),
		{ maxLength: 60 },
	)
	.map((drafts) =>
		drafts.map(({ start, length, killed, injured, ...properties }, index) =>
			incidentFixture(`incident-${index}`, start, start + length, {
				...properties,
				killed_low: killed.low,
				killed_best: killed.best,
				killed_high: killed.high,
				injured_low: injured.low,
				injured_best: injured.best,
				injured_high: injured.high,
			}),
		),
	);

/** Filters that let some of `arbitraryIncidents` through. */
export const arbitraryFilters: fc.Arbitrary<Filters> = fc.record({
	side: fc.subarray([...SIDE_CODES], { maxLength: 3 }),
	kind: fc.subarray([...KIND_CODES], { maxLength: 3 }),
	attribution: fc.subarray([...ATTRIBUTION_CODES], { maxLength: 3 }),
	grading: fc.subarray([...GRADING_CODES], { maxLength: 2 }),
	outcome: fc.subarray([...OUTCOME_CODES], { maxLength: 3 }),
	place: fc.subarray(['ain-al-asad', 'erbil', UNLOCATED, 'no-such-place'], { maxLength: 2 }),
	text: fc.constantFrom('', ' ', 'drones', 'BÉIRUT shukr', 'tehran rockets', 'incident-1'),
	by: fc.oneof(
		{ weight: 2, arbitrary: fc.constant([]) },
		fc.subarray(['redland', 'blue-militia', 'nobody', 'unnamed']),
	),
	against: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray(['greenland', 'redland', 'unnamed'])),
});

import type { Claim } from '../model/claim.ts';
import type { AggregateFeature, IncidentFeature, StatementFeature } from '../model/feature.ts';
import { PLAIN_READING } from '../model/reading.ts';
import { incidentFixture } from '../view/incident-fixture.ts';
import { NO_FILTERS } from '../view/view.ts';
import type { ExportContext } from './export-context.ts';

/** Text that means something to a spreadsheet, to XML, to HTML and to the order of letters. */
export const NASTY = '=HYPERLINK("javascript:alert(1)") <b>&amp;</b> "quoted"; back\\slash \u202Eright to left\u202C';

export const claimFixture: Claim = {
	id: 'c1',
	report: 'report-one',
	paragraph: 2,
	sentence: 1,
	claimant: { actor: 'redland', name: 'Redland’s ministry' },
	claimant_kind: 'belligerent',
	via: null,
	said: null,
	stance: 'asserts',
	hedged: false,
	topic: 'casualties',
	value: {
		killed: { low: 90, high: null },
		injured: { low: 3, high: 5 },
		abducted: null,
		scope: 'total',
		person: null,
	},
	paraphrase: 'More than ninety people were killed.',
};

/** One that is plain, one without a place and with an open toll, one whose every text is hostile. */
export const incidents: readonly IncidentFeature[] = [
	incidentFixture('plain-strike', 19_834, 19_834, {
		claims: [claimFixture, { ...claimFixture, id: 'c2', topic: 'perpetrator', value: ['redland', 'blue-militia'] }],
		perpetrators: ['redland', 'blue-militia'],
		side: 'iran-aligned',
		killed_low: 90,
		killed_best: 90,
		killed_high: null,
		injured_low: 3,
		injured_best: 3,
		injured_high: 5,
		reports: ['report-one'],
		responds_to: [
			{
				id: 'hostile-text',
				kind: 'response-to',
				basis: 'asserted',
				asserted_by: 'redland',
				hedged: true,
				reason: null,
				report: 'report-one',
				paragraph: 3,
				sentence: 2,
			},
		],
	}),
	{
		...incidentFixture('unlocated', 19_800, 19_830, {
			place_id: null,
			place_name: null,
			geo_precision: null,
			where_prec: null,
			uncertainty_km: null,
		}),
		geometry: null,
	},
	{
		...incidentFixture('hostile-text', 19_835, 19_840, { title: NASTY, summary: ' \t' + NASTY, editor_note: '-2+3' }),
		geometry: { type: 'Point', coordinates: [-71.1234567, -33.7654321] },
	},
];

const told = {
	title: 'Said and counted',
	summary: 'Said and counted, in our words.',
	date_edtf: '2024-04',
	date_start: '2024-04-01',
	date_end: '2024-04-30',
	date_precision: 'month',
	date_prec: 4,
	date_of: 'event',
	date_basis: 'written for a test',
	place_as_written: null,
	reports: ['report-one'],
	claims: [claimFixture],
	responds_to: [],
	editor_note: null,
} as const;

export const statements: readonly StatementFeature[] = [
	{
		type: 'Feature',
		id: 'a-vow',
		geometry: null,
		properties: {
			...(structuredClone(told) as unknown as Pick<StatementFeature['properties'], keyof typeof told>),
			plover: 'THREATEN',
			speakers: ['redland'],
			addressees: [],
			side: 'iran',
		},
	},
];

export const aggregates: readonly AggregateFeature[] = [
	{
		type: 'Feature',
		id: 'a-total',
		geometry: null,
		properties: {
			...(structuredClone(told) as unknown as Pick<AggregateFeature['properties'], keyof typeof told>),
			kind: 'war',
			event_type: null,
			sub_event_type: null,
			weapon: [],
			count_low: 165,
			count_high: null,
			count_of: 'attacks',
			perpetrators: ['redland'],
			targets: [],
			side: null,
		},
	},
];

/** An export of these, with nothing filtered. */
export const contextFixture: ExportContext = {
	features: incidents,
	count: incidents.length,
	statements,
	aggregates,
	areas: [
		{
			type: 'Feature',
			id: 'hostile-text',
			geometry: {
				type: 'Polygon',
				coordinates: [
					[
						[-72, -34],
						[-71, -34],
						[-71, -33],
						[-72, -34],
					],
				],
			},
			properties: {},
		},
	],
	actors: new Map([
		[
			'redland',
			{
				id: 'redland',
				name: 'Redland; the republic',
				aliases: ['=Red'],
				kind: 'state',
				side: 'iran',
				country: 'IRN',
				inter: 1,
				member_of: null,
				allegiance: null,
				office: null,
			},
		],
		[
			'blue-militia',
			{
				id: 'blue-militia',
				name: 'Blue Militia',
				aliases: [],
				kind: 'armed-group',
				side: 'iran-aligned',
				country: 'IRQ',
				inter: 3,
				member_of: null,
				allegiance: null,
				office: null,
			},
		],
	]),
	reports: new Map([
		[
			'report-one',
			{
				id: 'report-one',
				label: 'A report on a strike',
				publisher: 'The Paper',
				kind: 'newspaper',
				published: '2024-04-21',
				published_basis: 'written for a test',
				language: 'en',
				url: 'javascript:alert(1)',
				sha256: '0'.repeat(64),
				outline: [1, 1, 2],
				note: null,
			},
		],
	]),
	days: [19_800, 19_850],
	filters: NO_FILTERS,
	reading: PLAIN_READING,
	readingWords: 'Every claim counts, best figures',
	permalink: 'https://example.org/atlas/?range=2024-03-18..2024-05-07&side=iran',
	exportedOn: '2024-08-01',
};

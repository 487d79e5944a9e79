import * as v from 'valibot';
import { Actor } from '../lib/model/actor.ts';
import { Casualties, Claim, CountRange } from '../lib/model/claim.ts';
import { Correction, Facts, PublishedFile } from '../lib/model/correction.ts';
import { AggregateFeature, IncidentFeature, StatementFeature } from '../lib/model/feature.ts';
import { described } from '../lib/model/fields.ts';
import { AreaFeature, LinkFeature, PlaceFeature, RouteFeature } from '../lib/model/layer-feature.ts';
import { Place } from '../lib/model/place.ts';
import { Aggregate, Incident, Statement } from '../lib/model/record.ts';
import { Report } from '../lib/model/report.ts';
import * as vocabulary from '../lib/model/vocabulary.ts';
import { CHECKS } from './checks/index.ts';
import { codingRules } from './coding-rules.ts';
import { schemaTable, wordsKey } from './schema-table.ts';

interface Graded {
	meaning: string;
	ucdp?: number;
	gridDegrees?: number | null;
	leastKm?: number;
}
type Meanings = Record<string, string | Graded | readonly string[]>;

const VOCABULARIES: readonly (readonly [heading: string, about: string, words: Meanings])[] = [
	['Kinds', 'What happened, grouped so that a foiled attack stays beside one that hit.', vocabulary.KINDS],
	['ACLED event types', 'With their sub-event types, as the codebook writes them.', vocabulary.ACLED_TYPES],
	['Weapons', 'By what means.', vocabulary.WEAPONS],
	['Outcomes', 'What it did.', vocabulary.OUTCOMES],
	['Stances', 'How a claimant stands to what is claimed.', vocabulary.STANCES],
	['Topics', 'What a claim is about; the form of its value follows.', vocabulary.TOPICS],
	['Claimant kinds', 'Who makes a claim.', vocabulary.CLAIMANT_KINDS],
	['Attributions', 'How well the claims support who did it.', vocabulary.ATTRIBUTIONS],
	['Gradings', 'How well the claims support that it happened as told.', vocabulary.GRADINGS],
	['Link kinds', 'What an incident has to do with another.', vocabulary.LINK_KINDS],
	['Link bases', 'Whether anybody says so.', vocabulary.LINK_BASES],
	['Route roles', 'What a place was to something that flew.', vocabulary.ROUTE_ROLES],
	['PLOVER', 'Types of statements.', vocabulary.PLOVER],
	['Sides', 'With whom an actor stands, as the reports describe it.', vocabulary.SIDES],
	['Actor kinds', 'What an actor is.', vocabulary.ACTOR_KINDS],
	['Date precisions', "How wide a date is, with UCDP GED's date_prec.", vocabulary.DATE_PRECISIONS],
	['Geo precisions', "How precise a place is, with UCDP GED's where_prec.", vocabulary.GEO_PRECISIONS],
	['Place kinds', 'What a place is.', vocabulary.PLACE_KINDS],
	[
		'Sensitivities',
		'How coarsely a place is written, see [Care for people](#care-for-people).',
		vocabulary.SENSITIVITIES,
	],
	['Relations', 'Where an event lay against the place named.', vocabulary.RELATIONS],
	['Changes', 'What a correction tells of a record.', vocabulary.CHANGES],
	['Report kinds', 'Who published a report.', vocabulary.REPORT_KINDS],
];

const HEADINGS = new Map([
	...VOCABULARIES.map(([heading, , words]) => [wordsKey(Object.keys(words)), heading] as const),
	[wordsKey(Object.values(vocabulary.ACLED_TYPES).flat()), 'ACLED event types'],
]);

/** Values of a claim by topic, for the reader of the table of claims. */
const CLAIM_VALUES = [
	'| topic | value |',
	'|---|---|',
	'| `occurrence` | always null |',
	'| `perpetrator`, `target` | list of ids of actors |',
	'| `weapon` | list of [codes](#weapons) |',
	'| `outcome` | [code](#outcomes) |',
	'| `casualties` | [casualties](#casualties) |',
	'| `motive`, `place` | text |',
	'| `date` | EDTF date |',
].join('\n');

/** The text of `geodata/README.md`, made from the schemas, the vocabularies and the rules themselves. */
export function dictionary(): string {
	const table = (schema: unknown) => schemaTable(schema as v.GenericSchema, HEADINGS);
	const [anyClaim] = Claim.options;
	const parts = [
		'# Data dictionary',
		'Made by `npm run geodata` from the schemas in `src/lib/model`; do not edit. `null` is "unknown" everywhere; unknown is never 0 and never an empty text. Ids are permanent. Coordinates are [longitude, latitude] in WGS 84 with at most five decimals. Dates have no hour and no time zone.',
		'The data are licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). Town and airport coordinates come from GeoNames (CC BY 4.0) and OurAirports (public domain), outlines from Natural Earth (public domain). The texts of the reports are not part of the data: there are facts, paraphrases in our own words, and locators.',
		'## Files',
		[
			'| file | what | made by |',
			'|---|---|---|',
			'| `reports/<id>.json` | a [source report](#report) | people |',
			'| `incidents/<year>/<id>.json` | a record: an [incident](#incident), an [aggregate](#aggregate) or a [statement](#statement) | people; `derived` by `npm run fix` |',
			'| `actors.json` | `{"actors": [...]}`, all [actors](#actor) | people |',
			'| `places/*.geojson` | curated [places](#place) | people |',
			'| `corrections.json` | `{"corrections": [...]}`, every [correction](#correction), new ones at the end | people |',
			'| `published.json` | [what is published](#published), against which corrections are checked | `npm run publish-data` |',
			'| `layers/*.geojson` | GeoJSON for any map: [incidents](#incidents-layer), [areas](#areas-layer), [links](#links-layer), [routes](#routes-layer), [places](#places-layer), [statements](#statements-layer), [aggregates](#aggregates-layer) | `npm run geodata` |',
			'| `README.md` | this page | `npm run geodata` |',
		].join('\n'),
		codingRules(),
		'## What people write',
		'### Report',
		table(Report),
		'### Incident',
		table(Incident),
		'### Statement',
		table(Statement),
		'### Aggregate',
		table(Aggregate),
		'### Claim',
		'The unit of everything: who says what, where in which report.',
		table({ ...anyClaim, entries: { ...anyClaim.entries, topic: TOPIC, value: VALUE } }),
		CLAIM_VALUES,
		'### Casualties',
		table(Casualties),
		'### Range',
		table(CountRange),
		'### Actor',
		table(Actor),
		'### Place',
		table(Place),
		'### Correction',
		'An addition, a change, a renaming or a removal of a record, told on the day it is published; the feeds are made of these. Properties marked with a change stand in entries of that change only.',
		table(v.strictObject(CORRECTION)),
		'### Facts',
		'What a reader may have taken from a record. The words of titles and summaries may change without an entry.',
		table(Facts),
		'## What is published',
		'### Published',
		table(PublishedFile),
		'## Layers',
		'Each is an RFC 7946 FeatureCollection, one feature on a line, with `name`, `licence` and `description` as foreign members. Features are in order of date and id, places in order of id.',
		'### Incidents layer',
		table(IncidentFeature),
		'### Areas layer',
		table(AreaFeature),
		'### Links layer',
		table(LinkFeature),
		'### Routes layer',
		table(RouteFeature),
		'### Places layer',
		table(PlaceFeature),
		'### Statements layer',
		table(StatementFeature),
		'### Aggregates layer',
		table(AggregateFeature),
		'## Vocabularies',
		...VOCABULARIES.flatMap(([heading, about, words]) => [`### ${heading}`, about, wordTable(words)]),
		'## Rules that every version keeps',
		'`npm run check` puts them to all files; `npm test` fails where one is broken.',
		[
			'| rule | what it asks |',
			'|---|---|',
			...CHECKS.map((check) => `| \`${check.name}\` | ${check.description} |`),
		].join('\n'),
	];
	return `${parts.join('\n\n')}\n`;
}

/** The properties of all forms of a correction in one table. */
const [ADDED, CHANGED, RENAMED, REMOVED] = Correction.options;
const CORRECTION = {
	...ADDED.entries,
	change: described(v.picklist(vocabulary.keysOf(vocabulary.CHANGES)), 'What happened to the record'),
	title: REMOVED.entries.title,
	was_id: RENAMED.entries.was_id,
	was: CHANGED.entries.was,
	now: CHANGED.entries.now,
	instead: REMOVED.entries.instead,
	why: ADDED.entries.why,
};

const TOPIC = described(v.picklist(vocabulary.keysOf(vocabulary.TOPICS)), 'What the claim is about');
const VALUE = { type: 'by topic, see below; or null' };

function wordTable(words: Meanings): string {
	const rows = Object.entries(words).map(([word, meaning]) => {
		if (typeof meaning === 'string') return `| \`${word}\` | ${meaning} |`;
		if ('meaning' in meaning) return `| \`${word}\` | ${meaning.meaning}${gradeOf(meaning)} |`;
		return `| \`${word}\` | ${meaning.map((sub) => `\`${sub}\``).join(', ')} |`;
	});
	return ['| code | meaning |', '|---|---|', ...rows].join('\n');
}

function gradeOf({ ucdp, gridDegrees, leastKm }: Graded): string {
	if (ucdp !== undefined) return ` (UCDP: ${ucdp})`;
	return typeof gridDegrees === 'number' ? `: rounded to ${gridDegrees} degrees, radius ${leastKm} km or more` : '';
}

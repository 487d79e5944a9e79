import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { IncidentFeature } from '../model/feature.ts';
import { parseDay } from '../model/day.ts';
import { PLAIN_READING, type Reading } from '../model/reading.ts';
import { validateGeojson } from '../validate/validate-geojson.ts';
import { arbitraryIncidents } from '../view/incident-fixture.ts';
import { NO_FILTERS } from '../view/view.ts';
import { type ExportContext, textOf } from './export-context.ts';
import { aggregates, contextFixture, incidents, statements } from './export-fixture.ts';
import { fileName } from './file-name.ts';
import { collection, toGeojson, toGeojsonByKind } from './to-geojson.ts';
import { toNdjson } from './to-ndjson.ts';

const layer = new URL('../../../geodata/layers/incidents.geojson', import.meta.url);
const { features } = JSON.parse(readFileSync(layer, 'utf8')) as { features: IncidentFeature[] };

interface Exported {
	features: {
		id: string;
		properties: IncidentFeature['properties'] & { unit: string; killed: number | null; injured: number | null };
	}[];
}

const context: ExportContext = {
	...contextFixture,
	features,
	count: features.length,
	statements: [],
	aggregates: [],
	days: [19_646, 19_833],
};
const read = async (of: ExportContext) => JSON.parse(await textOf(toGeojson(of)[0]!.chunks)) as Exported;

test('an export read back holds the same features, property for property', async () => {
	const exported = await read(context);
	expect(validateGeojson(await textOf(toGeojson(context)[0]!.chunks))).toEqual([]);
	const plain = exported.features.map(({ properties: { unit, killed, injured, ...properties }, ...feature }) => {
		expect([unit, killed, injured]).toEqual(['incident', properties.killed_best, properties.injured_best]);
		return { ...feature, properties };
	});
	expect(plain).toEqual(features);
	for (const feature of plain) expect(v.is(IncidentFeature, feature)).toBe(true);
});

test('every feature has the figure that the reading takes, and the file says how it was read', async () => {
	const knownOn = parseDay('2024-08-05');
	const reading: Reading = { figure: 'high', toldBy: { kind: 'claimant', key: 'iran' }, sources: 2, knownOn };
	const exported = await read({ ...context, reading, readingWords: 'in words' });
	expect(exported).toMatchObject({
		reading: { figure: 'high', told_by: { claimant: 'iran' }, sources: 2, known_on: '2024-08-05' },
		reading_in_words: 'in words',
	});
	const killed = Object.fromEntries(exported.features.map(({ id, properties }) => [id, properties.killed]));
	expect(killed['2024-07-30-musayib-strike']).toBe(5);
	expect(killed['2024-07-13-khan-younis-strike']).toBe(91);
	expect(killed['2024-04-13-iran-strike-on-israel']).toBeNull();
});

test('the collection says what it is, under which licence, and where it was seen', async () => {
	expect(await read(context)).toMatchObject({
		type: 'FeatureCollection',
		licence: 'CC BY 4.0',
		exported_on: '2024-08-01',
		permalink: context.permalink,
		date_from: '2023-10-16',
		date_to: '2024-04-20',
		count: features.length,
	});
});

test('statements and totals stand behind the incidents and are told apart', async () => {
	const exported = await read(contextFixture);
	expect(exported).toMatchObject({ count: 3, statements: 1, totals: 1 });
	expect(exported.features.map(({ id, properties }) => [id, properties.unit]).slice(3)).toEqual([
		['a-vow', 'statement'],
		['a-total', 'aggregate'],
	]);
	expect(validateGeojson(await textOf(toGeojson(contextFixture)[0]!.chunks))).toEqual([]);
});

test('nothing on show is an empty collection', async () => {
	const empty = { ...context, features: [], count: 0, days: null };
	expect((await read(empty)).features).toEqual([]);
	expect(await toGeojsonByKind(empty)).toEqual([]);
});

test('files by kind hold each record once', async () => {
	const files = await toGeojsonByKind({ ...context, statements, aggregates });
	const texts = await Promise.all(files.map(({ chunks }) => textOf(chunks)));
	const ids = texts.flatMap((text) => (JSON.parse(text) as Exported).features.map(({ id }) => id));
	expect([...ids].sort()).toEqual([...features.map(({ id }) => id), 'a-vow', 'a-total'].sort());
	expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
	expect(files.slice(-2).map(({ name }) => name)).toEqual([
		'escalation-atlas_2023-10-16_2024-04-20_statements.geojson',
		'escalation-atlas_2023-10-16_2024-04-20_totals.geojson',
	]);
});

test('lines of an export are the features of the collection', async () => {
	const lines = (await textOf(toNdjson(contextFixture)[0]!.chunks)).split('\n');
	expect(lines.pop()).toBe('');
	expect(lines.map((line) => JSON.parse(line) as object)).toEqual((await read(contextFixture)).features);
});

test('columns and shapes of imported incidents are written beside ours', async () => {
	const line = {
		type: 'LineString' as const,
		coordinates: [
			[1, 2],
			[3, 4],
		],
	};
	const exported = await read({
		...contextFixture,
		originals: ({ id }) => (id === 'unlocated' ? { FATALITIES: '0', nested: [1, null] } : null),
		shapes: ({ id }) => (id === 'plain-strike' ? line : null),
	});
	expect(exported.features[0]).toMatchObject({ geometry: line });
	expect(exported.features[0]!.properties).not.toHaveProperty('original');
	expect(exported.features[1]!.properties).toMatchObject({ original: { FATALITIES: '0', nested: [1, null] } });
	expect(exported.features[2]).toMatchObject({ geometry: incidents[2]!.geometry });
});

test('a file name tells dates and filters, and nothing that a file system minds', () => {
	const of = (change: Partial<ExportContext>) => ({
		reading: PLAIN_READING,
		days: [0, 0] as const,
		filters: NO_FILTERS,
		...change,
	});
	const days = [19_646, 19_833] as const;
	expect(fileName(of({ days, filters: { ...NO_FILTERS, side: ['israel'] } }), '.geojson', 'drone-attack')).toBe(
		'escalation-atlas_2023-10-16_2024-04-20_drone-attack_israel.geojson',
	);
	expect(fileName(of({ filters: { ...NO_FILTERS, text: '../etc: "عين"' } }), '.kml')).toBe(
		'escalation-atlas_1970-01-01_text-etc-عين.kml',
	);
	expect(fileName(of({ filters: { ...NO_FILTERS, by: ['iran'] } }), '_claims.csv')).toBe(
		'escalation-atlas_1970-01-01_by-iran_claims.csv',
	);
	expect(fileName(of({ reading: { ...PLAIN_READING, figure: 'low', sources: 2 } }), '.csv')).toBe(
		'escalation-atlas_1970-01-01_sources-2_low.csv',
	);
	expect(fileName(of({ days: null }), '.geojson')).toBe('escalation-atlas_empty.geojson');
});

test('whatever is exported reads back the same, one feature a line', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryIncidents, async (rows) => {
			const text = await textOf(collection({ type: 'FeatureCollection' }, rows));
			expect(JSON.parse(text)).toEqual({ type: 'FeatureCollection', features: rows });
			if (rows.length > 0) expect(text.trim().split('\n')).toHaveLength(rows.length + 2);
		}),
		{ numRuns: 50 },
	);
});

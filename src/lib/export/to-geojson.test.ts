import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { IncidentFeature } from '../model/feature.ts';
import { parseDay } from '../model/day.ts';
import { PLAIN_READING, type Reading } from '../model/reading.ts';
import { KIND_CODES } from '../view/incident-table.ts';
import { validateGeojson } from '../validate/validate-geojson.ts';
import { NO_FILTERS } from '../view/view.ts';
import { type ExportContext, fileName, serialise, toGeojson, toGeojsonByKind } from './to-geojson.ts';

const layer = new URL('../../../geodata/layers/incidents.geojson', import.meta.url);
const { features } = JSON.parse(readFileSync(layer, 'utf8')) as { features: IncidentFeature[] };

interface Exported {
	features: {
		id: string;
		properties: IncidentFeature['properties'] & { killed: number | null; injured: number | null };
	}[];
}

const context: ExportContext = {
	features,
	days: [19_646, 19_833],
	filters: NO_FILTERS,
	reading: PLAIN_READING,
	readingWords: 'Every claim counts, best figures',
	permalink: 'https://example.org/atlas/?range=2023-10-16..2024-04-20',
	exportedOn: '2024-08-01',
};

test('an export read back holds the same features, property for property', () => {
	const { text } = toGeojson(context);
	const collection = JSON.parse(text) as Exported;
	expect(validateGeojson(text)).toEqual([]);
	const plain = collection.features.map(({ properties: { killed, injured, ...properties }, ...feature }) => {
		expect([killed, injured]).toEqual([properties.killed_best, properties.injured_best]);
		return { ...feature, properties };
	});
	expect(plain).toEqual(features);
	for (const feature of plain) expect(v.is(IncidentFeature, feature)).toBe(true);
});

test('every feature has the figure that the reading takes, and the file says how it was read', () => {
	const knownOn = parseDay('2024-08-05');
	const reading: Reading = { figure: 'high', toldBy: { kind: 'claimant', key: 'iran' }, sources: 2, knownOn };
	const exported = JSON.parse(toGeojson({ ...context, reading, readingWords: 'in words' }).text) as Exported;
	expect(exported).toMatchObject({
		reading: { figure: 'high', told_by: { claimant: 'iran' }, sources: 2, known_on: '2024-08-05' },
		reading_in_words: 'in words',
	});
	const killed = Object.fromEntries(exported.features.map(({ id, properties }) => [id, properties.killed]));
	expect(killed['2024-07-30-musayib-strike']).toBe(5);
	expect(killed['2024-07-13-khan-younis-strike']).toBe(91);
	expect(killed['2024-04-13-iran-strike-on-israel']).toBeNull();
});

test('the collection says what it is, under which licence, and where it was seen', () => {
	expect(JSON.parse(toGeojson(context).text)).toMatchObject({
		type: 'FeatureCollection',
		licence: 'CC BY 4.0',
		exported_on: '2024-08-01',
		permalink: context.permalink,
		date_from: '2023-10-16',
		date_to: '2024-04-20',
		count: features.length,
	});
});

test('files by kind hold each feature once', () => {
	const files = toGeojsonByKind(context, KIND_CODES);
	const ids = files.flatMap(({ text }) =>
		(JSON.parse(text) as { features: { id: string }[] }).features.map(({ id }) => id),
	);
	expect([...ids].sort()).toEqual(features.map(({ id }) => id).sort());
	expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
	expect(files.length).toBeGreaterThan(1);
});

test('a file name tells dates and filters, and nothing that a file system minds', () => {
	expect(
		fileName(
			{ reading: PLAIN_READING, days: [19_646, 19_833], filters: { ...NO_FILTERS, side: ['israel'] } },
			'drone-attack',
		),
	).toBe('escalation-atlas_2023-10-16_2024-04-20_drone-attack_israel.geojson');
	expect(
		fileName({ reading: PLAIN_READING, days: [0, 0], filters: { ...NO_FILTERS, text: '../etc: "عين"' } }, null),
	).toBe('escalation-atlas_1970-01-01_text-etc-عين.geojson');
	const read = { ...PLAIN_READING, figure: 'low', sources: 2 } as const;
	expect(fileName({ reading: read, days: [0, 0], filters: NO_FILTERS }, null)).toBe(
		'escalation-atlas_1970-01-01_sources-2_low.geojson',
	);
	expect(fileName({ reading: PLAIN_READING, days: null, filters: NO_FILTERS }, null)).toBe(
		'escalation-atlas_empty.geojson',
	);
});

test('whatever is serialised reads back the same, one feature a line', () => {
	const name = fc.string().filter((key) => key !== 'features' && key !== '__proto__');
	fc.assert(
		fc.property(fc.dictionary(name, fc.jsonValue()), fc.array(fc.dictionary(name, fc.jsonValue())), (head, rows) => {
			const plain = JSON.parse(JSON.stringify({ head, rows })) as { head: object; rows: object[] };
			const text = serialise(plain.head, plain.rows);
			expect(JSON.parse(text)).toEqual({ ...plain.head, features: plain.rows });
			if (plain.rows.length > 0) expect(text.trim().split('\n')).toHaveLength(plain.rows.length + 2);
		}),
	);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../../export/export-context.ts';
import { contextFixture } from '../../export/export-fixture.ts';
import { toGeojson } from '../../export/to-geojson.ts';
import { toNdjson } from '../../export/to-ndjson.ts';
import type { Format } from '../format.ts';
import { ImportError } from '../format.ts';
import { FUZZ, FUZZ_MS } from '../fuzz-runs.ts';
import { geojson } from '../geojson.ts';
import type { ImportedRow, Rejection } from '../imported-row.ts';
import { ndjson } from '../ndjson.ts';
import { timemap } from '../timemap.ts';
import { sourceFixture } from '../source-fixture.ts';
import { positionsOf } from './plain-geometry.ts';

const FOREIGN = JSON.stringify({
	type: 'FeatureCollection',
	crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
	features: [
		['Point', [44.36, 33.31, 12]],
		[
			'Polygon',
			[
				[
					[44, 33],
					[45, 33],
					[45, 34],
					[44, 33],
				],
			],
		],
		[
			'LineString',
			[
				[-179.9, 89.5],
				[180, -90],
			],
		],
		[
			'MultiPoint',
			[
				[1, 2],
				[3, 4],
			],
		],
	].map(([type, coordinates], index) => ({
		type: 'Feature',
		id: index,
		geometry: { type, coordinates },
		properties: { date: '2024-02-18', é: 'ü', killed: index, inside: { 'a.b': [1, 'x'] }, source: 'A; B' },
	})),
});
const LINES = FOREIGN.slice(FOREIGN.indexOf('[{'), -2)
	.replaceAll('},{"type":"Feature"', '}\n{"type":"Feature"')
	.slice(1);
const EVENTS = JSON.stringify({
	sources: { S1: { url: 'https://a.example' } },
	events: [
		{
			id: '1',
			date: '2/4/2022',
			time: '00:00',
			location: 'x',
			latitude: '49,99',
			longitude: '36.2',
			description: 'y',
			sources: ['S1'],
			associations: ['z'],
		},
		{ id: '2', date: '13/4/2022', time: '', location: 'x', latitude: '', longitude: '', description: 'y', sources: [] },
	],
});
const own = async (write: typeof toGeojson) => bytesOf(write(contextFixture)[0]!.chunks);

/** Bytes of a valid file, with some changed, left out or repeated. */
const mutated = (valid: Uint8Array): fc.Arbitrary<Uint8Array> => {
	const at = fc.integer({ min: 0, max: valid.length - 1 });
	const change = fc.oneof(
		fc.record({
			at,
			byte: fc.oneof(
				fc.integer({ min: 0, max: 255 }),
				fc.constantFrom(...[...'"\\[]{},:-e09 \n\u001e'].map((unit) => unit.charCodeAt(0))),
			),
		}),
		fc.record({ at, take: fc.integer({ min: 1, max: 40 }) }),
		fc.record({ at, again: fc.integer({ min: 1, max: 60 }) }),
		fc.record({
			at,
			put: fc.constantFrom(
				'1e999',
				'-0',
				'null',
				'"\\ud800"',
				'{"__proto__":{"a":1}}',
				'[[[[',
				'181',
				'[]',
				'200,',
				'"crs":7,',
			),
		}),
	);
	return fc.array(change, { minLength: 0, maxLength: 4 }).map((changes) => {
		let bytes = [...valid];
		for (const each of changes) {
			if ('byte' in each) bytes[each.at] = each.byte;
			else if ('take' in each) bytes.splice(each.at, each.take);
			else if ('again' in each) bytes.splice(each.at, 0, ...bytes.slice(each.at, each.at + each.again));
			else bytes = [...bytes.slice(0, each.at), ...new TextEncoder().encode(each.put), ...bytes.slice(each.at)];
		}
		return Uint8Array.from(bytes, (byte) => byte ?? 0);
	});
};

/** Reads what may be anything, and holds every row against what an incident may be. */
async function readAnything(
	format: Format,
	bytes: Uint8Array,
	pieceBytes: number,
	latitudeFirst: boolean,
): Promise<void> {
	const rows: ImportedRow[] = [];
	const rejected: Rejection[] = [];
	const { signal } = new AbortController();
	const options = { mapping: null, dateOrder: null, latitudeFirst, dateless: '2024', signal };
	const sink = {
		accept: (row: ImportedRow) => void rows.push(row),
		reject: (each: Rejection) => void rejected.push(each),
		progress: () => undefined,
	};
	const source = sourceFixture(bytes, pieceBytes);
	const errors = [
		await format.read(source, options, sink).then(
			() => null,
			(error: unknown) => error,
		),
		await format.survey(source, signal).then(
			() => null,
			(error: unknown) => error,
		),
	];
	for (const error of errors) if (error !== null && !(error instanceof ImportError)) throw error;
	for (const { feature, shape, original, sources } of rows) {
		const positions = [
			...(feature.geometry === null ? [] : [feature.geometry.coordinates]),
			...(shape === null ? [] : positionsOf(shape as never)),
		];
		for (const [lng, lat] of positions) expect(Math.abs(lng) <= 180 && Math.abs(lat) <= 90).toBe(true);
		expect(feature.id).not.toBe('');
		expect(Object.getPrototypeOf(original) === Object.prototype || Object.getPrototypeOf(original) === null).toBe(true);
		expect(JSON.parse(JSON.stringify(original))).toEqual(original);
		expect(sources.every((each) => !/^javascript:/i.test(each))).toBe(true);
		expect(feature.properties.date_start <= feature.properties.date_end).toBe(true);
	}
	const numbers = [...rows, ...rejected].map(({ number }) => number);
	expect(new Set(numbers).size).toBe(numbers.length);
	for (const { reason, value } of rejected) expect([reason.endsWith('.'), value.length <= 200]).toEqual([true, true]);
	expect(({} as { a?: unknown }).a).toBeUndefined();
}

test.each([
	['GeoJSON of others', geojson, () => Promise.resolve(new TextEncoder().encode(FOREIGN))],
	['GeoJSON of ours', geojson, () => own(toGeojson)],
	['lines of others', ndjson, () => Promise.resolve(new TextEncoder().encode(LINES))],
	['lines of ours', ndjson, () => own(toNdjson)],
	['TimeMap', timemap, () => Promise.resolve(new TextEncoder().encode(EVENTS))],
])(
	'%s, damaged, throws nothing but a refusal, and gives no position that does not exist',
	async (_, format, valid) => {
		await fc.assert(
			fc.asyncProperty(
				mutated(await valid()),
				fc.integer({ min: 1, max: 300 }),
				fc.boolean(),
				(bytes, piece, latitudeFirst) => readAnything(format, bytes, piece, latitudeFirst),
			),
			FUZZ,
		);
	},
	FUZZ_MS,
);

const anything = fc.oneof(
	fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value)),
	fc
		.array(fc.jsonValue({ maxDepth: 4 }))
		.map((values) => JSON.stringify({ type: 'FeatureCollection', features: values, crs: values[0] })),
	fc
		.array(
			fc.tuple(
				fc.constantFrom('Point', 'MultiPoint', 'LineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'),
				fc.jsonValue({ maxDepth: 5 }),
			),
		)
		.map((values) =>
			JSON.stringify(
				values.map(([type, coordinates]) => ({
					type: 'Feature',
					geometry: { type, coordinates, geometries: coordinates },
					properties: { date: '2024', a: coordinates },
				})),
			),
		),
	fc.array(fc.jsonValue({ maxDepth: 4 })).map((values) => values.map((value) => JSON.stringify(value)).join('\n')),
	fc.string({ unit: 'binary', maxLength: 400 }),
);

test.each([
	['GeoJSON', geojson],
	['NDJSON', ndjson],
	['TimeMap', timemap],
])(
	'any JSON at all throws nothing but a refusal when read as %s',
	async (_, format) => {
		await fc.assert(
			fc.asyncProperty(anything, fc.boolean(), (text, latitudeFirst) =>
				readAnything(format, new TextEncoder().encode(text), 50, latitudeFirst),
			),
			FUZZ,
		);
	},
	FUZZ_MS,
);

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Builder } from 'flatbuffers';
import { Feature as FlatFeature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { Geometry as FlatGeometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { FeatureCollection, Geometry } from 'geojson';
import { expect, test } from 'vitest';
import { bytesOf } from '../export/export-context.ts';
import { contextFixture, incidents } from '../export/export-fixture.ts';
import { isInstalled } from '../export/ogr-fixture.ts';
import { toFlatgeobuf } from '../export/to-flatgeobuf.ts';
import { flatgeobuf } from './flatgeobuf.ts';
import { fuzzBytes } from './fuzz-bytes-fixture.ts';
import { readHead } from './head.ts';
import { readFixture } from './read-fixture.ts';
import { arbitraryRows, contextOf, roundTrip } from './round-trip-fixture.ts';
import { sourceFixture } from './source-fixture.ts';

/** A file as the library of FlatGeobuf writes it, with properties typed after the first feature. */
function foreign(geometries: readonly Geometry[], crs = 4326): Uint8Array {
	const features = geometries.map((geometry, index) => ({
		type: 'Feature' as const,
		geometry,
		properties: {
			name: `Event ${index}`,
			date: '2024-02-18',
			killed: 2 ** 40 + index,
			armed: true,
			ref: 0.5,
			more: { a: [1] },
		},
	}));
	return serialize({ type: 'FeatureCollection', features } as FeatureCollection, crs);
}
const GDAL = 'ogr2ogr';
const POINT: Geometry = { type: 'Point', coordinates: [44.4, 33.3] };
const LINE = [
	[1, 2],
	[3, 4],
];
const RING = [
	[0, 0],
	[9, 0],
	[9, 9],
	[0, 0],
];
const HOLE = [
	[6, 1],
	[8, 1],
	[8, 2],
	[6, 1],
];

test('values of every type come back as they were', async () => {
	const { rows } = await readFixture(flatgeobuf, foreign([POINT, POINT]));
	expect(rows.map(({ original }) => original)).toEqual([
		{ name: 'Event 0', date: '2024-02-18', killed: 2 ** 40, armed: true, ref: 0.5, more: { a: [1] } },
		{ name: 'Event 1', date: '2024-02-18', killed: 2 ** 40 + 1, armed: true, ref: 0.5, more: { a: [1] } },
	]);
	expect(rows[0]!.feature.properties).toMatchObject({ title: 'Event 0', date_edtf: '2024-02-18' });
});

test.each<Geometry>([
	{ type: 'LineString', coordinates: LINE },
	{ type: 'MultiPoint', coordinates: LINE },
	{ type: 'Polygon', coordinates: [RING] },
	{ type: 'Polygon', coordinates: [RING, HOLE] },
	{ type: 'MultiLineString', coordinates: [LINE, RING] },
	{ type: 'MultiPolygon', coordinates: [[RING, HOLE], [RING]] },
	{ type: 'GeometryCollection', geometries: [POINT, { type: 'LineString', coordinates: LINE }] },
])('a $type reads back, alone and among others', async (geometry) => {
	expect((await readFixture(flatgeobuf, foreign([geometry]))).rows[0]!.shape).toEqual(geometry);
	const mixed = await readFixture(flatgeobuf, foreign([POINT, geometry]));
	expect(mixed.rows.map(({ shape }) => shape)).toEqual([null, geometry]);
});

test('heights are left out, and positions in metres are degrees once read', async () => {
	const high = await readFixture(flatgeobuf, foreign([{ type: 'Point', coordinates: [44.4, 33.3, 120] }]));
	expect(high.rows[0]!.feature.geometry!.coordinates).toEqual([44.4, 33.3]);
	const metres = await readFixture(
		flatgeobuf,
		foreign([{ type: 'Point', coordinates: [4942585.3876, 3934101.3606] }], 3857),
	);
	expect(metres.rows[0]!.feature.geometry!.coordinates[0]).toBeCloseTo(44.4, 5);
	await expect(readFixture(flatgeobuf, foreign([POINT], 32638))).rejects.toThrow('UTM zone 38 north');
});

test('a file that is cut off keeps what stands before the cut', async () => {
	const bytes = foreign([POINT, POINT, POINT]);
	await expect(readFixture(flatgeobuf, bytes.subarray(0, -40))).rejects.toThrow(/cut off at byte \d+, in feature 3/);
	await expect(readFixture(flatgeobuf, bytes.subarray(0, 10))).rejects.toThrow('cut off before its header');
	await expect(readFixture(flatgeobuf, bytes.subarray(0, 60))).rejects.toThrow('header of the file is damaged');
	const one = foreign([POINT]);
	const cut = Buffer.concat([bytes.subarray(0, bytes.length - ((one.length - 8) % 8))]);
	await expect(readFixture(flatgeobuf, cut.subarray(0, cut.length - 1))).rejects.toThrow('What stands before was read');
});

test.skipIf(!isInstalled(GDAL)).each([1, 2, 16, 17, 300])(
	'%d features as GDAL writes them, with an index before them [needs ogr2ogr]',
	async (count) => {
		const features = Array.from({ length: count }, (_, index) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [index / 10, 3] },
			properties: { when: '2024-02-18', nr: index },
		}));
		const folder = mkdtempSync(join(tmpdir(), 'atlas-import-'));
		try {
			const [from, to] = [join(folder, 'a.geojson'), join(folder, 'a.fgb')];
			writeFileSync(from, JSON.stringify({ type: 'FeatureCollection', features }));
			execFileSync(GDAL, [to, from]);
			const { rows, rejected } = await readFixture(flatgeobuf, readFileSync(to));
			expect(rejected).toEqual([]);
			// The index puts neighbours beside each other, whatever their order was.
			const read = rows.map(({ feature, original }) => [original['nr'], feature.geometry!.coordinates[0]]);
			expect(read.sort(([a], [b]) => Number(a) - Number(b))).toEqual(features.map((_, index) => [index, index / 10]));
		} finally {
			rmSync(folder, { recursive: true });
		}
	},
);

test('it is known by its first bytes, of one version', async () => {
	const bytes = foreign([POINT]);
	expect(flatgeobuf.recognise(await readHead(sourceFixture(bytes)))).toBe(1);
	const older = Uint8Array.from(bytes, (byte, index) => (index === 3 ? 2 : byte));
	expect(flatgeobuf.recognise(await readHead(sourceFixture(older)))).toBe(0);
	await expect(readFixture(flatgeobuf, older)).rejects.toThrow('not FlatGeobuf of version 3');
});

test('bytes that point out of the file make one feature unreadable and not the file', async () => {
	const bytes = foreign([POINT, POINT, POINT]).slice();
	const view = new DataView(bytes.buffer);
	let at = 12 + view.getUint32(8, true);
	at += 4 + view.getUint32(at, true);
	view.setUint32(at + 4, 0x7fffffff, true);
	const { rows, rejected } = await readFixture(flatgeobuf, bytes);
	expect(rows.map(({ number }) => number)).toEqual([1, 3]);
	expect(rejected).toMatchObject([{ number: 2, reason: expect.stringContaining('Its bytes are damaged') }]);
});

test('a text does not go on into the next feature', async () => {
	const bytes = foreign([POINT, POINT]).slice();
	const at = Buffer.from(bytes).indexOf('Event 0') - 4;
	new DataView(bytes.buffer).setUint32(at, 300, true);
	const { rows, rejected } = await readFixture(flatgeobuf, bytes);
	expect(rows.map(({ number }) => number)).toEqual([2]);
	expect(rejected).toMatchObject([{ number: 1, reason: expect.stringContaining('a value of 300 bytes') }]);
});

test('parts that stand for each other again and again are counted, and refused before they fill the memory', async () => {
	const builder = new Builder();
	let child = FlatGeometry.createGeometry(builder, 0, FlatGeometry.createXyVector(builder, [1, 2]), 0, 0, 0, 0, 1, 0);
	for (let level = 0; level < 4; level++) {
		const parts = FlatGeometry.createPartsVector(builder, new Array<number>(1000).fill(child));
		child = FlatGeometry.createGeometry(builder, 0, 0, 0, 0, 0, 0, 7, parts);
	}
	FlatFeature.startFeature(builder);
	FlatFeature.addGeometry(builder, child);
	builder.finishSizePrefixed(FlatFeature.endFeature(builder));
	const empty = await bytesOf(
		toFlatgeobuf({ ...contextFixture, features: [], count: 0, shapes: () => null })[0]!.chunks,
	);
	const { rejected } = await readFixture(flatgeobuf, Buffer.concat([empty, builder.asUint8Array()]));
	expect(rejected).toMatchObject([{ number: 1, reason: expect.stringContaining('more than 1,000,000 parts') }]);
});

test('our own export reads back whole', async () => {
	const features = incidents.map((feature) => ({
		...feature,
		properties: { ...feature.properties, summary: feature.properties.summary.trim() },
	}));
	const { rows, rejected } = await readFixture(
		flatgeobuf,
		await bytesOf(toFlatgeobuf({ ...contextFixture, features })[0]!.chunks),
	);
	expect(rejected).toEqual([]);
	expect(rows.map(({ feature }) => feature)).toEqual(features);
});

test('import, export, import is the identity on rows of ours and of others', { timeout: 60_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryRows, async (rows) => {
			expect(await roundTrip(rows, toFlatgeobuf, flatgeobuf)).toEqual({ rows, rejected: [] });
		}),
		{ numRuns: 60, seed: 5 },
	);
});

const shapes = fc.sample(arbitraryRows, { numRuns: 5, seed: 5 }).flat();
fuzzBytes('FlatGeobuf', flatgeobuf, [
	foreign([POINT, POINT]),
	foreign([
		{ type: 'MultiPolygon', coordinates: [[RING, HOLE], [RING]] },
		POINT,
		{ type: 'GeometryCollection', geometries: [POINT] },
	]),
	await bytesOf(toFlatgeobuf(contextOf(shapes))[0]!.chunks),
]);

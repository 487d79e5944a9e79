import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { ByteWriter, ParquetWriter, parquetWriteBuffer } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet';
import { expect, test } from 'vitest';
import { bytesOf } from '../export/export-context.ts';
import { contextFixture, incidents } from '../export/export-fixture.ts';
import { toGeoparquet } from '../export/to-geoparquet.ts';
import { wkb } from '../export/wkb.ts';
import { fuzzBytes } from './fuzz-bytes-fixture.ts';
import { geoparquet } from './geoparquet.ts';
import { readHead } from './head.ts';
import { readFixture } from './read-fixture.ts';
import { arbitraryRows, contextOf, roundTrip } from './round-trip-fixture.ts';
import { sourceFixture } from './source-fixture.ts';

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];

const point = (lng: number, lat: number) => wkb({ type: 'Point', coordinates: [lng, lat] });
const geoOf = (column: object) => ({
	key: 'geo',
	value: JSON.stringify({
		version: '1.0.0',
		primary_column: 'geometry',
		columns: { geometry: { encoding: 'WKB', geometry_types: [], ...column } },
	}),
});

/** A block of LZ4 of literal bytes alone. */
function literalBlock(bytes: Uint8Array): Uint8Array {
	if (bytes.length < 15) return Uint8Array.from([bytes.length << 4, ...bytes]);
	const left = bytes.length - 15;
	return Uint8Array.from([0xf0, ...new Array<number>(Math.floor(left / 255)).fill(255), left % 255, ...bytes]);
}

/** A file as GeoPandas writes it: text, numbers, times, and geometries as WKB. */
function foreign(
	geometries: readonly (Uint8Array | null)[],
	{ geo = {}, codec = 'SNAPPY' as 'SNAPPY' | 'UNCOMPRESSED' | 'GZIP' | 'LZ4_RAW' } = {},
): Uint8Array {
	const columnData: Columns = [
		{ name: 'name', data: geometries.map((_, index) => `Event ${index}`), type: 'STRING' },
		{ name: 'event_date', data: geometries.map(() => new Date('2024-02-18T06:30:00Z')), type: 'TIMESTAMP' },
		{ name: 'killed', data: geometries.map((_, index) => BigInt(index)), type: 'INT64' },
		{ name: 'score', data: geometries.map((_, index) => (index === 0 ? NaN : 0.5)), type: 'DOUBLE' },
		{ name: 'geometry', data: [...geometries], type: 'BYTE_ARRAY', nullable: true },
	];
	const compressors = { GZIP: (bytes: Uint8Array) => gzipSync(bytes), LZ4_RAW: literalBlock };
	return new Uint8Array(parquetWriteBuffer({ columnData, codec, compressors, kvMetadata: [geoOf(geo)] }));
}

test('a GeoParquet file as GeoPandas writes it', async () => {
	const { rows, rejected } = await readFixture(geoparquet, foreign([point(44.4, 33.3), null, point(NaN, NaN)]));
	expect(rejected).toEqual([]);
	expect(rows.map(({ feature }) => feature.geometry?.coordinates ?? null)).toEqual([[44.4, 33.3], null, null]);
	expect(rows[1]).toMatchObject({
		number: 2,
		feature: { properties: { title: 'Event 1', date_edtf: '2024-02-18', killed_best: 1 } },
		original: { name: 'Event 1', event_date: '2024-02-18T06:30:00Z', killed: 1, score: 0.5 },
	});
	expect(rows[0]!.original['score']).toBe(null);
	expect(rows[0]!.original).not.toHaveProperty('geometry');
});

test.each(['SNAPPY', 'UNCOMPRESSED', 'GZIP', 'LZ4_RAW'] as const)('packed by %s', async (codec) => {
	const { rows } = await readFixture(
		geoparquet,
		foreign(
			Array.from({ length: 50 }, (_, index) => point(index, 3)),
			{ codec },
		),
	);
	expect(rows.map(({ feature }) => feature.geometry!.coordinates[0])).toEqual(
		Array.from({ length: 50 }, (_, index) => index),
	);
});

test('a way of packing that is not read is named', async () => {
	const bytes = new Uint8Array(
		parquetWriteBuffer({
			columnData: [{ name: 'date', data: ['2024-02-18'.repeat(50)], type: 'STRING' }],
			codec: 'ZSTD',
			compressors: { ZSTD: (plain: Uint8Array) => plain.slice(0, 40) },
		}),
	);
	await expect(readFixture(geoparquet, bytes)).rejects.toThrow('Column "date" is packed with ZSTD, which is not read');
});

test('reference systems: none, PROJJSON of degrees and of metres; others are named', async () => {
	const read = (crs: unknown, x: number, y: number) =>
		readFixture(geoparquet, foreign([point(x, y)], { geo: { crs } }));
	const at = async (crs: unknown, x = 44.4, y = 33.3) => (await read(crs, x, y)).rows[0]!.feature.geometry!.coordinates;
	expect(await at(null)).toEqual([44.4, 33.3]);
	expect(await at({ name: 'WGS 84 (CRS84)', id: { authority: 'OGC', code: 'CRS84' } })).toEqual([44.4, 33.3]);
	expect(await at({ name: 'WGS 84', id: { authority: 'EPSG', code: 4326 } })).toEqual([44.4, 33.3]);
	const [lng, lat] = await at({ id: { authority: 'EPSG', code: 3857 } }, 4942585.3876, 3934101.3606);
	expect(lng).toBeCloseTo(44.4, 5);
	expect(lat).toBeCloseTo(33.3, 1);
	expect(await at('GEOGCS["WGS 84",DATUM["WGS_1984"],AUTHORITY["EPSG","4326"]]')).toEqual([44.4, 33.3]);
	await expect(read({ id: { authority: 'EPSG', code: 27700 } }, 1, 2)).rejects.toThrow('EPSG:27700');
	await expect(read({ name: 'A made-up grid' }, 1, 2)).rejects.toThrow('A made-up grid');
});

test('geometries of the native encodings', async () => {
	const struct = (name: string): SchemaElement[] => [
		{ name, repetition_type: 'OPTIONAL', num_children: 2 },
		{ name: 'x', repetition_type: 'REQUIRED', type: 'DOUBLE' },
		{ name: 'y', repetition_type: 'REQUIRED', type: 'DOUBLE' },
	];
	const list = (name: string, inner: SchemaElement[]): SchemaElement[] => [
		{ name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
		{ name: 'list', repetition_type: 'REPEATED', num_children: 1 },
		...inner,
	];
	const write = async (encoding: string, geometry: SchemaElement[], value: unknown) => {
		const writer = new ByteWriter();
		const schema: SchemaElement[] = [
			{ name: 'root', num_children: 2 },
			{ name: 'date', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
			...geometry,
		];
		const parquet = new ParquetWriter({ writer, schema, kvMetadata: [geoOf({ encoding })] });
		await parquet.write({
			columnData: [
				{ name: 'date', data: ['2024-02-18', '2024-02-19'] },
				{ name: 'geometry', data: [value, null] },
			],
		});
		await parquet.finish();
		const { rows, rejected } = await readFixture(geoparquet, writer.getBytes().slice());
		expect(rows[1]?.feature.geometry ?? null).toBe(null);
		return rejected[0]?.reason ?? rows[0]!.shape ?? rows[0]!.feature.geometry;
	};
	const p = (x: number, y: number) => ({ x, y });
	expect(await write('point', struct('geometry'), p(1, 2))).toEqual({ type: 'Point', coordinates: [1, 2] });
	expect(await write('linestring', list('geometry', struct('element')), [p(1, 2), p(3, 4)])).toEqual({
		type: 'LineString',
		coordinates: [
			[1, 2],
			[3, 4],
		],
	});
	const ring = [p(0, 0), p(9, 0), p(9, 9), p(0, 0)];
	expect(await write('polygon', list('geometry', list('element', struct('element'))), [ring])).toMatchObject({
		type: 'Polygon',
	});
	expect(
		await write('multipolygon', list('geometry', list('element', list('element', struct('element')))), [
			[ring],
			[ring],
		]),
	).toMatchObject({ type: 'MultiPolygon' });
	expect(await write('polygon', struct('geometry'), p(1, 2))).toContain('not built as a Polygon');
	await expect(write('geoarrow.box', struct('geometry'), p(1, 2))).rejects.toThrow('encoded as "geoarrow.box"');
});

test('Parquet without geometries is read by its columns of longitude and latitude', async () => {
	const columnData: Columns = [
		{ name: 'date', data: ['2024-02-18', '2024-02-19', null], type: 'STRING', nullable: true },
		{ name: 'latitude', data: [33.3, 95, 1], type: 'DOUBLE' },
		{ name: 'longitude', data: [44.4, 44, 1], type: 'DOUBLE' },
	];
	const { rows, rejected } = await readFixture(geoparquet, new Uint8Array(parquetWriteBuffer({ columnData })));
	expect(rows.map(({ feature }) => feature.geometry!.coordinates)).toEqual([[44.4, 33.3]]);
	expect(rejected).toMatchObject([
		{ number: 2, column: 'latitude', value: '95', reason: expect.stringContaining('beyond 90') },
		{ number: 3, column: 'date', reason: expect.stringContaining('no date') },
	]);
});

test('a file that is cut off, encrypted or says what cannot be is refused', async () => {
	const bytes = foreign([point(1, 2)]);
	await expect(readFixture(geoparquet, bytes.subarray(0, -9))).rejects.toThrow('cut off: its footer is missing');
	await expect(readFixture(geoparquet, bytes.subarray(0, 4))).rejects.toThrow('cut off');
	const encrypted = bytes.slice();
	encrypted.set(Buffer.from('PARE'), bytes.length - 4);
	await expect(readFixture(geoparquet, encrypted)).rejects.toThrow('encrypted');
	const long = bytes.slice();
	new DataView(long.buffer).setUint32(bytes.length - 8, 0x7fffffff, true);
	await expect(readFixture(geoparquet, long)).rejects.toThrow('a footer of 2147483647 bytes');
	expect(geoparquet.recognise(await readHead(sourceFixture(bytes)))).toBe(1);
});

test('more rows than are taken at once come in order', { timeout: 60_000 }, async () => {
	const { rows } = await readFixture(
		geoparquet,
		foreign(Array.from({ length: 20_100 }, (_, index) => point(index / 1000, 3))),
	);
	expect(rows).toHaveLength(20_100);
	expect(rows[20_099]).toMatchObject({ number: 20_100, original: { killed: 20_099 } });
});

test('our own export reads back whole', async () => {
	const features = incidents.map((feature) => ({
		...feature,
		properties: { ...feature.properties, summary: feature.properties.summary.trim() },
	}));
	const { rows, rejected } = await readFixture(
		geoparquet,
		await bytesOf(toGeoparquet({ ...contextFixture, features })[0]!.chunks),
	);
	expect(rejected).toEqual([]);
	expect(rows.map(({ feature, original }) => [feature, original])).toEqual(features.map((feature) => [feature, {}]));
});

test('import, export, import is the identity on rows of ours and of others', { timeout: 60_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryRows, async (rows) => {
			expect(await roundTrip(rows, toGeoparquet, geoparquet)).toEqual({ rows, rejected: [] });
		}),
		{ numRuns: 40, seed: 5 },
	);
});

const rows = fc.sample(arbitraryRows, { numRuns: 3, seed: 5 }).flat();
fuzzBytes('GeoParquet', geoparquet, [
	foreign([
		point(1, 2),
		null,
		wkb({
			type: 'MultiPoint',
			coordinates: [
				[1, 2],
				[3, 4],
			],
		}),
	]),
	foreign([point(1, 2)], { codec: 'GZIP' }),
	await bytesOf(toGeoparquet(contextOf(rows))[0]!.chunks),
]);

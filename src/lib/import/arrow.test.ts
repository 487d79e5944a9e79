import {
	binary,
	bool,
	columnFromArray,
	CompressionType,
	dateDay,
	decimal,
	dictionary,
	fixedSizeList,
	float32,
	float64,
	int32,
	int64,
	interval,
	largeUtf8,
	list,
	nullType,
	setCompressionCodec,
	struct,
	tableFromColumns,
	tableToIPC,
	timestamp,
	timeSecond,
	utf8,
} from '@uwdata/flechette';
import { Builder } from 'flatbuffers';
import { expect, test } from 'vitest';
import { wkb } from '../export/wkb.ts';
import { arrowColumn } from './packed/arrow-column.ts';
import { arrow } from './arrow.ts';
import { ImportError } from './format.ts';
import { fuzzBytes } from './fuzz-bytes-fixture.ts';
import { readHead } from './head.ts';
import { unpackLz4 } from './packed/lz4-frame.ts';
import { readFixture } from './read-fixture.ts';
import { sourceFixture } from './source-fixture.ts';

type Column = readonly [name: string, values: readonly unknown[], type: Parameters<typeof columnFromArray>[1]];
interface Options {
	readonly format?: 'file' | 'stream';
	/** Of the last column. */
	readonly extension?: readonly [name: string, metadata?: string];
	readonly geo?: object;
	readonly codec?: (typeof CompressionType)['LZ4_FRAME' | 'ZSTD'];
}

/** A file as flechette writes it. */
function written(columns: readonly Column[], { format = 'stream', extension, geo, codec }: Options = {}): Uint8Array {
	const table = tableFromColumns(columns.map(([name, values, type]) => [name, columnFromArray([...values], type)]));
	const fields = table.schema.fields;
	if (extension) {
		const pairs: [string, string][] = [['ARROW:extension:name', extension[0]]];
		if (extension[1] !== undefined) pairs.push(['ARROW:extension:metadata', extension[1]]);
		fields[fields.length - 1]!.metadata = new Map(pairs);
	}
	if (geo) table.schema.metadata = new Map([['geo', JSON.stringify(geo)]]);
	return tableToIPC(table, { format, ...(codec === undefined ? {} : { codec }) })!;
}
const dated = (...columns: Column[]): Column[] => [['date', ['2024-02-18', '2024-02-19'], utf8()], ...columns];
const point = (lng: number, lat: number) => wkb({ type: 'Point', coordinates: [lng, lat] });
const originals = async (bytes: Uint8Array) => (await readFixture(arrow, bytes)).rows.map(({ original }) => original);

test('values of every type come back, as file and as stream', async () => {
	const columns = dated(
		['text', ['a', null], largeUtf8()],
		['int', [-1, 2 ** 31 - 1], int32()],
		['long', [2n ** 53n + 1n, -5n], int64()],
		['float', [0.5, NaN], float32()],
		['truth', [true, false], bool()],
		['day', [new Date('2024-02-18T00:00:00Z'), null], dateDay()],
		['at', [Date.UTC(2024, 1, 18, 6, 30), null], timestamp()],
		['time', [3661, null], timeSecond()],
		['money', [12.5, -0.25], decimal(10, 2, 128)],
		['word', ['x', 'x'], dictionary(utf8(), int32())],
		['list', [['a', 'b'], []], list(utf8())],
		['pair', [[1, 2], null], fixedSizeList(int32(), 2)],
		['struct', [{ a: 1, b: 'x' }, null], struct({ a: int32(), b: utf8() })],
		['bytes', [Uint8Array.of(1, 255), null], binary()],
	);
	for (const format of ['file', 'stream'] as const) {
		const bytes = written(columns, { format });
		expect(arrow.recognise(await readHead(sourceFixture(bytes)))).toBeGreaterThan(0.9);
		expect(await originals(bytes)).toEqual([
			{
				date: '2024-02-18',
				text: 'a',
				int: -1,
				long: '9007199254740993',
				float: 0.5,
				truth: true,
				day: '2024-02-18',
				at: '2024-02-18T06:30:00Z',
				time: '01:01:01',
				money: '12.50',
				word: 'x',
				list: ['a', 'b'],
				pair: [1, 2],
				struct: { a: 1, b: 'x' },
				bytes: '01ff',
			},
			{
				date: '2024-02-19',
				text: null,
				int: 2 ** 31 - 1,
				long: -5,
				float: null,
				truth: false,
				day: null,
				at: null,
				time: null,
				money: '-0.25',
				word: 'x',
				list: [],
				pair: null,
				struct: null,
				bytes: null,
			},
		]);
	}
});

test('texts of which each tells where it lies', () => {
	const text = 'a text that is longer than twelve';
	const views = new DataView(new ArrayBuffer(48));
	views.setUint32(0, 5, true);
	[...'short'].forEach((letter, index) => views.setUint8(4 + index, letter.charCodeAt(0)));
	views.setUint32(16, text.length, true);
	views.setUint32(24, 0, true);
	views.setUint32(28, 2, true);
	views.setUint32(32, 99, true);
	const data = Buffer.from(`__${text}__`);
	const buffers = [new DataView(new ArrayBuffer(0)), views, new DataView(data.buffer, data.byteOffset, data.length)];
	const field = {
		name: 'view',
		type: 'Utf8View',
		size: 0,
		isSigned: true,
		unit: 0,
		children: [],
		dictionary: null,
		metadata: new Map(),
	} as const;
	const column = arrowColumn(field, {
		node: () => 3,
		views: () => 1,
		buffer: () => buffers.shift()!,
		dictionary: () => {
			throw new Error('there is none');
		},
	});
	expect([column.at(0), column.at(1)]).toEqual(['short', text]);
	expect(() => column.at(2)).toThrow('where 99 are due');
});

test('geometries: WKB and the native ones of GeoArrow', async () => {
	const shapes = async (encoding: string, values: readonly unknown[], type: Column[2]) => {
		const { rows, rejected } = await readFixture(
			arrow,
			written(dated(['shape', values, type]), { extension: [`geoarrow.${encoding}`] }),
		);
		return [...rows.map(({ feature, shape }) => shape ?? feature.geometry), ...rejected.map(({ reason }) => reason)];
	};
	const xy = struct({ x: float64(), y: float64() });
	const p = (x: number, y: number) => ({ x, y });
	expect(await shapes('wkb', [point(1, 2), null], binary())).toEqual([{ type: 'Point', coordinates: [1, 2] }, null]);
	expect(await shapes('point', [p(1, 2), null], xy)).toEqual([{ type: 'Point', coordinates: [1, 2] }, null]);
	expect(
		await shapes(
			'point',
			[
				[1, 2],
				[NaN, NaN],
			],
			fixedSizeList(float64(), 2),
		),
	).toMatchObject([{ coordinates: [1, 2] }, {}]);
	expect(await shapes('linestring', [[p(1, 2), p(3, 4)], null], list(xy))).toMatchObject([
		{
			type: 'LineString',
			coordinates: [
				[1, 2],
				[3, 4],
			],
		},
		null,
	]);
	const ring = [p(0, 0), p(9, 0), p(9, 9), p(0, 0)];
	expect(await shapes('multipolygon', [[[ring], [ring]], null], list(list(list(xy))))).toMatchObject([
		{ type: 'MultiPolygon' },
		null,
	]);
	await expect(shapes('box', [p(1, 2), null], xy)).rejects.toThrow('of type "geoarrow.box", which is not read');
});

test('reference systems, and what GeoPandas writes', async () => {
	const at = async (metadata: string, x: number, y: number) => {
		const bytes = written(dated(['g', [point(x, y), null], binary()]), { extension: ['geoarrow.wkb', metadata] });
		return (await readFixture(arrow, bytes)).rows[0]!.feature.geometry!.coordinates;
	};
	expect(await at('{"crs":{"id":{"authority":"EPSG","code":4326}}}', 44.4, 33.3)).toEqual([44.4, 33.3]);
	expect((await at('{"crs":"EPSG:3857"}', 4942585.3876, 3934101.3606))[0]).toBeCloseTo(44.4, 5);
	await expect(at('{"crs":"EPSG:27700"}', 1, 2)).rejects.toThrow('EPSG:27700');
	await expect(at('{', 1, 2)).rejects.toThrow('not JSON');
	const geo = { primary_column: 'geometry', columns: { geometry: { encoding: 'WKB', crs: null } } };
	const { rows } = await readFixture(
		arrow,
		written(dated(['geometry', [point(1, 2), point(3, 4)], binary()]), { geo }),
	);
	expect(rows.map(({ feature }) => feature.geometry!.coordinates)).toEqual([
		[1, 2],
		[3, 4],
	]);
});

test('without geometries, columns of longitude and latitude are read', async () => {
	const { rows, rejected } = await readFixture(
		arrow,
		written(dated(['lon', [44.4, 200], float64()], ['lat', [33.3, 1], float64()])),
	);
	expect(rows[0]!.feature.geometry!.coordinates).toEqual([44.4, 33.3]);
	expect(rejected).toMatchObject([
		{ number: 2, column: 'lon', value: '200', reason: expect.stringContaining('beyond 180') },
	]);
});

/** 600 bytes of a sentence, every byte up to 63, and 600 times one letter, as lz4 1.9 packs them: whole, and in blocks with sums. */
const LZ4_FRAMES = [
	'04224d186c40f0040000000000005764000000ff0052656164696e67204172726f772e200f00ffff38ff32000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f610100ffff41506161616161000000000728bb9c',
	'04224d187440bd64000000ff0052656164696e67204172726f772e200f00ffff38ff32000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f610100ffff41506161616161bf33d90b000000000728bb9c',
];
const UNPACKED = Buffer.concat([
	Buffer.from('Reading Arrow. '.repeat(40)),
	Buffer.from(Array.from({ length: 64 }, (_, index) => index)),
	Buffer.from('a'.repeat(600)),
]);

test.each(LZ4_FRAMES)('a frame of LZ4 is unpacked: %#', (hex) => {
	const frame = Buffer.from(hex, 'hex');
	expect(Buffer.from(unpackLz4(frame, UNPACKED.length))).toEqual(UNPACKED);
	expect(() => unpackLz4(frame, UNPACKED.length - 1)).toThrow();
	expect(() => unpackLz4(frame, UNPACKED.length + 1)).toThrow('bytes where');
	for (let cut = 0; cut < frame.length - 8; cut += 3)
		expect(() => unpackLz4(frame.subarray(0, cut), UNPACKED.length)).toThrow();
});

/** Packs nothing: a frame may hold its bytes as they are. */
function stored(bytes: Uint8Array): Uint8Array {
	const frame = Buffer.alloc(7 + 4 + bytes.length + 4);
	frame.writeUInt32LE(0x184d2204, 0);
	frame.set([0x60, 0x40, 0x82], 4);
	frame.writeUInt32LE((bytes.length | 0x80000000) >>> 0, 7);
	frame.set(bytes, 11);
	return frame;
}

test('files packed with LZ4 are read, those packed with Zstandard refused in words', async () => {
	const codec = { encode: stored, decode: (bytes: Uint8Array) => bytes };
	setCompressionCodec(CompressionType.LZ4_FRAME, codec);
	setCompressionCodec(CompressionType.ZSTD, codec);
	const columns = dated(['text', ['a'.repeat(500), 'b'], utf8()]);
	const rows = await originals(written(columns, { codec: CompressionType.LZ4_FRAME, format: 'file' }));
	expect(rows.map(({ text }) => text)).toEqual(['a'.repeat(500), 'b']);
	await expect(originals(written(columns, { codec: CompressionType.ZSTD }))).rejects.toThrow('packed with Zstandard');
});

/** The first message of a file, as a stream begins. */
function schemaOf(file: Uint8Array): Uint8Array {
	const length = new DataView(file.buffer, file.byteOffset).getInt32(12, true);
	return file.subarray(8, 16 + length);
}

/** A message of two rows that names no columns at all. */
function emptyBatch(): Uint8Array {
	const builder = new Builder();
	builder.startObject(5);
	builder.addFieldInt64(0, 2n, 0n);
	const batch = builder.endObject();
	builder.startObject(4);
	builder.addFieldInt8(1, 3, 0);
	builder.addFieldOffset(2, batch, 0);
	builder.finish(builder.endObject());
	const message = builder.asUint8Array();
	const head = Buffer.alloc(8);
	head.writeUInt32LE(0xffffffff, 0);
	head.writeUInt32LE(message.length, 4);
	return Buffer.concat([head, message]);
}

test('what is no Arrow, cut off, or of a type that is not read is refused', async () => {
	const bytes = written(dated(['n', [1, 2], int32()]), { format: 'file' });
	await expect(readFixture(arrow, bytes.subarray(0, 300))).rejects.toThrow('cut off');
	await expect(readFixture(arrow, bytes.subarray(0, 30))).rejects.toThrow('cut off');
	const end = Buffer.from(bytes).indexOf(Buffer.from('ffffffff00000000', 'hex'));
	await expect(readFixture(arrow, bytes.subarray(0, end))).rejects.toThrow(`cut off at byte ${end}`);
	await expect(readFixture(arrow, Buffer.concat([schemaOf(bytes), emptyBatch()]))).rejects.toThrow(
		'fewer parts than columns',
	);
	await expect(readFixture(arrow, 'FEA1....')).rejects.toThrow('Feather of version 1');
	await expect(readFixture(arrow, 'no Arrow at all')).rejects.toThrow('cut off');
	expect(arrow.recognise(await readHead(sourceFixture('date,place\n2024-02-18,A')))).toBe(0);
	const odd = written(dated(['span', [Int32Array.of(1, 2), null], interval(0)]));
	await expect(readFixture(arrow, odd)).rejects.toThrow('Column "span" is of Arrow\'s type Interval');
});

test('rows of nothing but nulls take no bytes, and a few bytes cannot tell of rows without end', async () => {
	const bytes = written([['nothing', [null, null], nullType()]]).slice();
	const view = new DataView(bytes.buffer);
	for (let at = 0; at + 8 <= bytes.length; at++) {
		if (view.getBigInt64(at, true) === 2n) view.setBigInt64(at, 2n ** 40n, true);
	}
	await expect(readFixture(arrow, bytes)).rejects.toThrow('1099511627776 rows');
});

test('a count that is too high anywhere in the file is refused, and takes no time', async () => {
	const bytes = written(dated(['nothing', [null, null], nullType()], ['list', [['a', 'b'], []], list(utf8())]));
	const counts = Array.from({ length: bytes.length - 8 }, (_, at) => at).filter(
		(at) => new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(at, true) === 2n,
	);
	expect(counts.length).toBeGreaterThan(3);
	for (const at of counts) {
		for (const count of [3n, 2n ** 31n, 2n ** 40n, 2n ** 60n, -1n]) {
			const changed = bytes.slice();
			new DataView(changed.buffer).setBigInt64(at, count, true);
			const began = performance.now();
			const answer = await readFixture(arrow, changed).then(
				({ rows, rejected }) => rows.length + rejected.length,
				(error: unknown) => error,
			);
			if (typeof answer !== 'number') expect(answer).toBeInstanceOf(ImportError);
			else expect(answer).toBeLessThanOrEqual(2);
			expect(performance.now() - began).toBeLessThan(1000);
		}
	}
});

const SEED = dated(
	['word', ['x', 'y'], dictionary(utf8(), int32())],
	['list', [['a', 'b'], []], list(utf8())],
	[
		'geometry',
		[
			point(1, 2),
			wkb({
				type: 'LineString',
				coordinates: [
					[1, 2],
					[3, 4],
				],
			}),
		],
		binary(),
	],
);
const native = written(
	dated([
		'g',
		[
			[
				{ x: 1, y: 2 },
				{ x: 3, y: 4 },
			],
			null,
		],
		list(struct({ x: float64(), y: float64() })),
	]),
	{ extension: ['geoarrow.linestring', '{"crs":"EPSG:4326"}'] },
);
fuzzBytes('Arrow', arrow, [written(SEED), written(SEED, { format: 'file' }), native]);

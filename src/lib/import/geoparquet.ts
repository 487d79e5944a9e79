import { Gunzip } from 'fflate';
import type { Geometry } from 'geojson';
import type * as Hyparquet from 'hyparquet';
import type { FileMetaData, RowGroup, SchemaTree } from 'hyparquet';
import type { OriginalObject } from '../model/original.ts';
import { checkFooter, checkPages } from './packed/check-parquet.ts';
import { type Crs, WGS_84 } from './feature/crs.ts';
import type { ForeignFeature } from './feature/foreign-feature.ts';
import { type Format, ImportError } from './format.ts';
import { geoColumns, type GeoColumns } from './packed/geo-metadata.ts';
import type { Rejection } from './imported-row.ts';
import { LIMITS } from './limits.ts';
import { unpackLz4Block } from './packed/lz4-frame.ts';
import { nativeGeometry } from './packed/native-geometry.ts';
import { areOwnColumns, ownProperties } from './table/own-cells.ts';
import { bytesAsText, dayAsText, finite, fromJson, instantAsText, plainInteger, utf8 } from './feature/plain-value.ts';
import type { Refusal } from './cells/read-date.ts';
import { readFeatures, surveyFeatures } from './feature/read-features.ts';
import { readWkb } from './feature/read-wkb.ts';
import type { SourceFile } from './source-file.ts';
import { columnNames } from './table/table-header.ts';
import { wholeFile } from './packed/whole-file.ts';

type Value = OriginalObject[string];
type Met = ForeignFeature | Rejection;

interface Parquet {
	readonly bytes: Uint8Array;
	readonly library: typeof Hyparquet;
	readonly metadata: FileMetaData;
	/** Columns at the top, in the order of the schema, under names no two alike. */
	readonly columns: readonly SchemaTree[];
	readonly names: readonly string[];
	readonly geo: GeoColumns | null;
	readonly isOwn: boolean;
}

const MAGIC = [0x50, 0x41, 0x52, 0x31];
const READ_CODECS = ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'LZ4_RAW'];
const PUSH_BYTES = 65_536;
/** Each time, pages are unpacked anew that hold some of these rows. */
const ROWS_AT_ONCE = 20_000;
const MOST_VALUES_OF_GROUP = 60_000_000;

/**
 * Parquet: GeoParquet with its geometries, and any other by columns of longitude and latitude. The library that reads it
 * loads with the first such file; before it sees a page, its header is held against the bytes there are.
 */
export const geoparquet: Format = {
	id: 'geoparquet',

	recognise({ bytes }) {
		return MAGIC.every((byte, index) => bytes[index] === byte) ? 1 : 0;
	},

	async survey(source, signal) {
		const file = await open(source);
		return surveyFeatures(
			'geoparquet',
			features(file, signal, () => undefined),
			signal,
			{ crs: () => crsOf(file) },
		);
	},

	async read(source, options, sink) {
		const file = await open(source);
		await readFeatures(features(file, options.signal, sink.progress), options, sink, { crs: () => crsOf(file) });
	},
};

function crsOf({ geo }: Parquet): Crs {
	return geo?.crs ?? WGS_84;
}

async function open(source: SourceFile): Promise<Parquet> {
	const bytes = await wholeFile(
		source,
		'Parquet',
		'Split it, or convert it to CSV or GeoJSON, which are read piece by piece.',
	);
	checkFooter(bytes);
	const library = await import('hyparquet');
	const { metadata, columns } = await understood(() => {
		const read = library.parquetMetadata(bytes, { geoparquet: false, parsers: PARSERS });
		return { metadata: read, columns: library.parquetSchema(read).children };
	});
	if (columns.length > LIMITS.columns) {
		throw new ImportError(
			`The file has ${columns.length.toLocaleString('en')} columns, and at most ${LIMITS.columns.toLocaleString('en')} are read. Remove those that are not needed.`,
		);
	}
	const names = columnNames(columns.map(({ element }) => element.name));
	const geo = geoColumns(metadata.key_value_metadata ?? [], columns);
	return { bytes, library, metadata, columns, names, geo, isOwn: areOwnColumns(names) };
}

async function* features(
	file: Parquet,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
): AsyncGenerator<Met[]> {
	const { bytes, metadata } = file;
	const total = Number(metadata.num_rows);
	const unpacked = { bytes: LIMITS.inflatedBytes };
	let number = 0;
	for (const [index, group] of metadata.row_groups.entries()) {
		signal.throwIfAborted();
		const rows = Number(group.num_rows);
		checkGroup(file, group, rows, unpacked);
		for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
			const range = { rowStart: number, rowEnd: number + Math.min(ROWS_AT_ONCE, rows - from) };
			const read = await rowsOf(file, range);
			if (read.length !== range.rowEnd - range.rowStart) {
				throw new ImportError(
					`The Parquet file has ${number + read.length} rows, and says that it has ${total}. What stands before was read.`,
				);
			}
			yield read.map((row) => featureOf(row, file, ++number));
			signal.throwIfAborted();
		}
		onprogress(Math.round((bytes.length * (index + 1)) / metadata.row_groups.length));
	}
}

/** Nothing of a group of rows is unpacked before all of it was gone through. */
function checkGroup({ bytes, metadata }: Parquet, group: RowGroup, rows: number, unpacked: { bytes: number }): void {
	if (!Number.isSafeInteger(rows) || rows < 0 || rows > Number(metadata.num_rows)) {
		throw new ImportError(`The Parquet file is damaged (a group of ${rows} rows). Save it again.`);
	}
	const budget = { bytes: unpacked.bytes, values: MOST_VALUES_OF_GROUP };
	for (const { meta_data: held, file_path: path } of group.columns) {
		if (held === undefined || path !== undefined) {
			throw new ImportError(
				'The Parquet file keeps its columns in other files, and nothing is fetched. Save it as one file.',
			);
		}
		const name = held.path_in_schema.join('.');
		const codec = String(held.codec);
		if (!READ_CODECS.includes(codec)) {
			throw new ImportError(
				`Column "${name}" is packed with ${codec}, which is not read: only Snappy, GZIP, LZ4_RAW and no packing are. Save the file with Snappy.`,
			);
		}
		const start =
			held.dictionary_page_offset === undefined || held.dictionary_page_offset <= 0n
				? held.data_page_offset
				: held.dictionary_page_offset;
		const from = Number(start < held.data_page_offset ? start : held.data_page_offset);
		checkPages(bytes, { name, from, bytes: Number(held.total_compressed_size) }, budget);
		if (held.path_in_schema.length === 1 && Number(held.num_values) !== rows) {
			throw new ImportError(
				`The Parquet file is damaged (column "${name}" has ${held.num_values} values for ${rows} rows). Save it again.`,
			);
		}
	}
	unpacked.bytes = budget.bytes;
}

async function rowsOf(
	{ bytes, library, metadata }: Parquet,
	range: { rowStart: number; rowEnd: number },
): Promise<unknown[][]> {
	let rows: unknown[][] = [];
	await understood(() =>
		library.parquetRead({
			file: { byteLength: bytes.length, slice: (from, to) => bytes.slice(from, to).buffer as ArrayBuffer },
			metadata,
			...range,
			utf8: false,
			geoparquet: false,
			parsers: PARSERS,
			compressors: { GZIP: gunzip, LZ4_RAW: unpackLz4Block },
			onComplete: (read) => void (rows = read),
		}),
	);
	return rows;
}

/** Whatever the library throws at a file is a fault of the file. */
async function understood<Answer>(read: () => Answer | Promise<Answer>): Promise<Answer> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof ImportError) throw error;
		const said = error instanceof Error ? error.message : String(error);
		throw new ImportError(
			`The Parquet file is damaged, or of a kind that is not read (${said.slice(0, 200)}). Save it again.`,
		);
	}
}

function featureOf(row: readonly unknown[], { names, geo, isOwn }: Parquet, number: number): Met {
	const geometry = geo === null ? null : geometryOf(row[geo.column], geo.encoding);
	if (geometry !== null && 'reason' in geometry) {
		return { number, column: names[geo!.column]!, value: '', reason: geometry.reason };
	}
	const cells = new Map<string, Value>();
	names.forEach((name, index) => {
		if (index !== geo?.column) cells.set(name, plain(row[index], 1));
	});
	const properties = isOwn ? ownProperties((name) => cells.get(name), cells.keys(), true) : Object.fromEntries(cells);
	return { number, id: null, geometry, properties };
}

function geometryOf(value: unknown, encoding: string): Geometry | null | Refusal {
	if (encoding !== 'WKB') return nativeGeometry(value, encoding);
	if (value === null || value === undefined) return null;
	if (!(value instanceof Uint8Array))
		return { reason: 'Its geometry is not in bytes, as WKB is. Save the file again.' };
	return readWkb(value);
}

/** A value of the library as JSON has values. */
function plain(value: unknown, depth: number): Value {
	if (value === null || value === undefined || depth > LIMITS.nesting) return null;
	if (typeof value === 'bigint') return plainInteger(value);
	if (typeof value === 'number') return finite(value);
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (value instanceof Uint8Array) return textOrBytes(value);
	if (Array.isArray(value)) return value.map((each) => plain(each, depth + 1));
	if (ArrayBuffer.isView(value))
		return Array.from(value as unknown as ArrayLike<unknown>, (each) => plain(each, depth + 1));
	if (typeof value !== 'object') return null;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each, depth + 1)]));
}

/** Older writers do not say which bytes are text. */
function textOrBytes(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return bytesAsText(bytes);
	}
}

/** Dates and times as ISO text, without a `Date` of which the zone could be mistaken; geometries as they stand. */
const PARSERS = {
	timestampFromMilliseconds: (count: bigint) => instantAsText(count, 1e3),
	timestampFromMicroseconds: (count: bigint) => instantAsText(count, 1e6),
	timestampFromNanoseconds: (count: bigint) => instantAsText(count, 1e9),
	dateFromDays: (days: number | null | undefined) => (days === null || days === undefined ? null : dayAsText(days)),
	stringFromBytes: (bytes: Uint8Array | undefined) => bytes && utf8(bytes),
	jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && fromJson(utf8(bytes)),
	geometryFromBytes: (bytes: Uint8Array) => bytes,
	geographyFromBytes: (bytes: Uint8Array) => bytes,
};

/** The page's size stands in its header and was held against the limits; more than that is not kept. */
function gunzip(packed: Uint8Array, size: number): Uint8Array {
	const page = new Uint8Array(size);
	let at = 0;
	const stream = new Gunzip((piece) => {
		if (at + piece.length > size) throw new ImportError(`A page unpacks to more than the ${size} bytes it says.`);
		page.set(piece, at);
		at += piece.length;
	});
	for (let from = 0; from < packed.length; from += PUSH_BYTES) {
		stream.push(packed.subarray(from, from + PUSH_BYTES), from + PUSH_BYTES >= packed.length);
	}
	if (at !== size) throw new ImportError(`A page unpacks to ${at} bytes and says ${size}.`);
	return page;
}

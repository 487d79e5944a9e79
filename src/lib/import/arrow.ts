import type { Geometry } from 'geojson';
import type { OriginalObject } from '../model/original.ts';
import { arrowColumn, type ArrowColumn, type BatchParts } from './packed/arrow-column.ts';
import { type ArrowField, type ArrowSchema, arrowSchema } from './packed/arrow-schema.ts';
import { type Crs, WGS_84 } from './feature/crs.ts';
import type { ForeignFeature } from './feature/foreign-feature.ts';
import { type Format, ImportError } from './format.ts';
import { crsOfMetadata, type GeoColumns, geoparquetColumns, USUAL_NAMES } from './packed/geo-metadata.ts';
import { BrokenBytes, FlatTable } from './packed/guarded-flatbuffer.ts';
import type { Rejection } from './imported-row.ts';
import { LIMITS } from './limits.ts';
import { unpackLz4 } from './packed/lz4-frame.ts';
import { isNative, nativeGeometry } from './packed/native-geometry.ts';
import { areOwnColumns, ownProperties } from './table/own-cells.ts';
import { bytesAsText } from './feature/plain-value.ts';
import type { Refusal } from './cells/read-date.ts';
import { readFeatures, surveyFeatures } from './feature/read-features.ts';
import { readWkb } from './feature/read-wkb.ts';
import type { SourceFile } from './source-file.ts';
import { columnNames } from './table/table-header.ts';
import { wholeFile } from './packed/whole-file.ts';

type Met = ForeignFeature | Rejection;
type Value = OriginalObject[string];

interface Table {
	readonly schema: ArrowSchema;
	readonly names: readonly string[];
	readonly geo: GeoColumns | null;
	readonly isOwn: boolean;
}
interface Message {
	readonly type: number;
	readonly content: FlatTable;
	readonly body: DataView;
	/** Where the next begins. */
	readonly end: number;
}

const FILE_MAGIC = 'ARROW1';
const FEATHER_1 = 'FEA1';
const CONTINUES = 0xffffffff;
const BATCH = 500;
const CUT_OFF = 'What stands before was read. Load the file again.';
const MESSAGE = { type: 1, content: 2, bodyLength: 3 } as const;
const [SCHEMA, DICTIONARY_BATCH, RECORD_BATCH] = [1, 2, 3];
const RECORDS = { length: 0, nodes: 1, buffers: 2, compression: 3, views: 4 } as const;
const DICTIONARY = { id: 0, data: 1, isDelta: 2 } as const;
const LZ4 = 0;

/**
 * Arrow's IPC format, as a file or a stream: GeoArrow and WKB geometries, or columns of longitude and latitude. It is read
 * by a reader of our own, packed by LZ4 or not at all.
 */
export const arrow: Format = {
	id: 'arrow',

	recognise({ bytes }) {
		if (startsWith(bytes, FILE_MAGIC) || startsWith(bytes, FEATHER_1)) return 1;
		try {
			return viewOf(bytes, 0, 4).getUint32(0, true) === CONTINUES && messageAt(bytes, 0)?.type === SCHEMA ? 0.95 : 0;
		} catch {
			return 0;
		}
	},

	async survey(source, signal) {
		const file = await open(source);
		return surveyFeatures(
			'arrow',
			features(file, () => undefined),
			signal,
			{ crs: () => crsOf(file.table) },
		);
	},

	async read(source, options, sink) {
		const file = await open(source);
		await readFeatures(features(file, sink.progress), options, sink, { crs: () => crsOf(file.table) });
	},
};

function crsOf({ geo }: Table): Crs {
	return geo?.crs ?? WGS_84;
}

async function open(source: SourceFile): Promise<{ bytes: Uint8Array; table: Table; from: number }> {
	const bytes = await wholeFile(
		source,
		'Arrow',
		'Split it, or convert it to CSV or GeoJSON, which are read piece by piece.',
	);
	if (startsWith(bytes, FEATHER_1)) {
		throw new ImportError('It is Feather of version 1, which is not read. Save it as version 2, which is Arrow.');
	}
	const first = understood(() => messageAt(bytes, startsWith(bytes, FILE_MAGIC) ? 8 : 0));
	if (first?.type !== SCHEMA)
		throw new ImportError('It is not Arrow: it does not begin with a description of its columns.');
	const schema = understood(() => arrowSchema(first.content));
	const names = columnNames(schema.fields.map(({ name }) => name));
	const table = { schema, names, geo: geoColumnOf(schema), isOwn: areOwnColumns(names) };
	return { bytes, table, from: first.end };
}

/** GeoArrow names the type of a column with it; GeoPandas describes its columns as GeoParquet does. */
function geoColumnOf({ fields, metadata }: ArrowSchema): GeoColumns | null {
	const text = metadata.get('geo');
	if (text !== undefined)
		return geoparquetColumns(
			text,
			fields.map(({ name }) => name),
		);
	for (const [column, field] of fields.entries()) {
		const extension = field.metadata.get('ARROW:extension:name') ?? '';
		const encoding = /^(?:geoarrow|ogc)\.(\w+)$/.exec(extension)?.[1] ?? '';
		if (encoding === 'wkt' || encoding === '') continue;
		if (encoding !== 'wkb' && !isNative(encoding)) {
			throw new ImportError(
				`Column "${field.name}" is of type ${JSON.stringify(extension.slice(0, 60))}, which is not read. Save its geometries as WKB.`,
			);
		}
		return { column, encoding: encoding === 'wkb' ? 'WKB' : encoding, crs: crsOfExtension(field) };
	}
	const named = fields.findIndex(({ name, type }) => USUAL_NAMES.test(name) && /Binary/.test(type));
	return named === -1 ? null : { column: named, encoding: 'WKB', crs: WGS_84 };
}

function crsOfExtension({ metadata }: ArrowField): Crs {
	try {
		const about = JSON.parse(metadata.get('ARROW:extension:metadata') || '{}') as { crs?: unknown } | null;
		return crsOfMetadata(about?.crs);
	} catch (error) {
		if (error instanceof SyntaxError)
			throw new ImportError('What the file says of its reference system is not JSON. Save it again.');
		throw error;
	}
}

async function* features(
	{ bytes, table, from }: { bytes: Uint8Array; table: Table; from: number },
	onprogress: (bytes: number) => void,
): AsyncGenerator<Met[]> {
	const budget = { bytes: LIMITS.inflatedBytes };
	const dictionaries = new Map<number, ArrowColumn>();
	const isFile = startsWith(bytes, FILE_MAGIC);
	let at = from;
	let number = 0;
	let hasEnded = false;
	while (at < bytes.length) {
		const message = understood(() => messageAt(bytes, at));
		if (message === null) {
			hasEnded = true;
			break;
		}
		at = message.end;
		onprogress(at);
		if (message.type === DICTIONARY_BATCH)
			understood(() => takeDictionary(message, table.schema, dictionaries, budget));
		if (message.type !== RECORD_BATCH) continue;
		const { columns, length } = understood(() => columnsOf(message, table.schema, dictionaries, budget));
		for (let row = 0; row < length; row += BATCH) {
			const count = Math.min(BATCH, length - row);
			const base = number;
			yield Array.from({ length: count }, (_, index) => featureOf(columns, row + index, table, base + index + 1));
			number += count;
		}
	}
	// A stream may simply end; a file says where it does.
	if (isFile && !hasEnded) throw new ImportError(`The file is cut off at byte ${bytes.length}. ${CUT_OFF}`);
}

/** `null` where the stream says that it ends. Throws `BrokenBytes` where the file ends within the message. */
function messageAt(bytes: Uint8Array, from: number): Message | null {
	const head = viewOf(bytes, from, 4).getUint32(0, true);
	// Writers of old left out the first four bytes.
	const at = head === CONTINUES ? from + 4 : from;
	const length = viewOf(bytes, at, 4).getUint32(0, true);
	if (length === 0) return null;
	const message = FlatTable.root(viewOf(bytes, at + 4, length));
	const content = message.table(MESSAGE.content);
	const bodyLength = message.long(MESSAGE.bodyLength);
	if (content === null || !(bodyLength >= 0)) throw new BrokenBytes('a message without content');
	const bodyAt = at + 4 + length;
	return {
		type: message.byte(MESSAGE.type),
		content,
		body: viewOf(bytes, bodyAt, bodyLength),
		end: bodyAt + bodyLength,
	};
}

function takeDictionary(
	{ content, body }: Message,
	{ fields }: ArrowSchema,
	dictionaries: Map<number, ArrowColumn>,
	budget: { bytes: number },
): void {
	const id = content.long(DICTIONARY.id);
	const data = content.table(DICTIONARY.data);
	const field = fieldOfDictionary(fields, id);
	if (data === null || field === null) throw new BrokenBytes(`dictionary ${id}`);
	const { parts } = partsOf(data, body, dictionaries, budget);
	const column = arrowColumn({ ...field, dictionary: null }, parts);
	const former = dictionaries.get(id);
	dictionaries.set(
		id,
		content.byte(DICTIONARY.isDelta) === 0 || former === undefined ? column : joined(former, column),
	);
}

function fieldOfDictionary(fields: readonly ArrowField[], id: number): ArrowField | null {
	for (const field of fields) {
		const found = field.dictionary?.id === id ? field : fieldOfDictionary(field.children, id);
		if (found !== null) return found;
	}
	return null;
}

function joined(first: ArrowColumn, second: ArrowColumn): ArrowColumn {
	return {
		length: first.length + second.length,
		at: (index) => (index < first.length ? first.at(index) : second.at(index - first.length)),
	};
}

function columnsOf(
	{ content, body }: Message,
	{ fields }: ArrowSchema,
	dictionaries: ReadonlyMap<number, ArrowColumn>,
	budget: { bytes: number },
): { columns: ArrowColumn[]; length: number } {
	const length = content.long(RECORDS.length);
	const { parts, taken } = partsOf(content, body, dictionaries, budget);
	const columns = fields.map((field) => arrowColumn(field, parts));
	// A row takes a bit of some column at least, or a few bytes could tell of rows without end.
	if (!(length >= 0) || columns.some((column) => column.length < length) || length > taken() * 8) {
		throw new BrokenBytes(`${length} rows`);
	}
	return { columns, length };
}

/** Each column takes the next length and the next buffers; those that are packed are unpacked then. */
function partsOf(
	content: FlatTable,
	body: DataView,
	dictionaries: ReadonlyMap<number, ArrowColumn>,
	budget: { bytes: number },
): { parts: BatchParts; taken: () => number } {
	const nodes = content.elements(RECORDS.nodes, 16);
	const regions = content.elements(RECORDS.buffers, 16);
	const counts = content.elements(RECORDS.views, 8);
	const compression = content.table(RECORDS.compression);
	const codec = compression?.byte(0) ?? null;
	if (codec !== null && codec !== LZ4) {
		throw new ImportError(
			'The file is packed with Zstandard (ZSTD), which is not read. Save it with LZ4, or without packing.',
		);
	}
	let [node, region, count, taken] = [0, 0, 0, 0];
	const long = (view: DataView | null, at: number) => {
		if (view === null || at + 8 > view.byteLength) throw new BrokenBytes('fewer parts than columns');
		return Number(view.getBigInt64(at, true));
	};
	const parts: BatchParts = {
		node: () => long(nodes, 16 * node++),
		views: () => long(counts, 8 * count++),
		buffer() {
			const [from, length] = [long(regions, 16 * region), long(regions, 16 * region + 8)];
			region++;
			if (!(from >= 0 && length >= 0 && from + length <= body.byteLength))
				throw new BrokenBytes('a buffer beyond its batch');
			const held = new DataView(body.buffer, body.byteOffset + from, length);
			const view = codec === null || length === 0 ? held : unpacked(held, budget);
			taken += view.byteLength;
			return view;
		},
		dictionary(id) {
			const column = dictionaries.get(id);
			if (column === undefined) throw new BrokenBytes(`dictionary ${id}`);
			return column;
		},
	};
	return { parts, taken: () => taken };
}

/** The length it unpacks to stands before it, -1 where it is not packed. */
function unpacked(view: DataView, budget: { bytes: number }): DataView {
	if (view.byteLength < 8) throw new BrokenBytes('a packed buffer');
	const size = Number(view.getBigInt64(0, true));
	const packed = new Uint8Array(view.buffer, view.byteOffset + 8, view.byteLength - 8);
	if (size === -1) return viewOf(packed, 0, packed.length);
	// LZ4 cannot do more than 255 times, so that no honest file comes near the limit.
	if (!(size >= 0) || size > Math.max(packed.length, 64) * 256)
		throw new BrokenBytes(`${size} bytes in ${packed.length}`);
	budget.bytes -= size;
	if (budget.bytes < 0) {
		throw new ImportError(
			`The file unpacks to more than ${LIMITS.inflatedBytes / 2 ** 20} MB, the most that is read. Split it.`,
		);
	}
	return viewOf(unpackLz4(packed, size), 0, size);
}

function featureOf(columns: readonly ArrowColumn[], row: number, { names, geo, isOwn }: Table, number: number): Met {
	try {
		const geometry = geo === null ? null : geometryOf(columns[geo.column]!.at(row), geo.encoding);
		if (geometry !== null && 'reason' in geometry) {
			return { number, column: names[geo!.column]!, value: '', reason: geometry.reason };
		}
		const cells = new Map<string, Value>();
		names.forEach((name, index) => {
			if (index !== geo?.column) cells.set(name, plain(columns[index]!.at(row)));
		});
		const properties = isOwn ? ownProperties((name) => cells.get(name), cells.keys(), true) : Object.fromEntries(cells);
		return { number, id: null, geometry, properties };
	} catch (error) {
		if (!(error instanceof BrokenBytes) && !(error instanceof RangeError)) throw error;
		const reason = `Its bytes are damaged (${error.message}), so that nothing of it can be told. Save the file again.`;
		return { number, column: null, value: '', reason };
	}
}

function geometryOf(value: unknown, encoding: string): Geometry | null | Refusal {
	if (encoding !== 'WKB') return nativeGeometry(value, encoding);
	if (value === null) return null;
	return value instanceof Uint8Array
		? readWkb(value)
		: { reason: 'Its geometry is not in bytes, as WKB is. Save the file again.' };
}

/** Bytes as text, also those inside lists and structs. */
function plain(value: unknown): Value {
	if (value instanceof Uint8Array) return bytesAsText(value);
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value as Value;
	return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}

/** What cannot be made sense of is a fault of the file. */
function understood<Answer>(read: () => Answer): Answer {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof BrokenBytes) && !(error instanceof RangeError)) throw error;
		throw new ImportError(`The file is damaged or cut off (${error.message}). ${CUT_OFF}`);
	}
}

function startsWith(bytes: Uint8Array, text: string): boolean {
	return [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

function viewOf(bytes: Uint8Array, at: number, length: number): DataView {
	if (at + length > bytes.length) throw new BrokenBytes(`byte ${at} to ${at + length} of ${bytes.length}`);
	return new DataView(bytes.buffer, bytes.byteOffset + at, length);
}

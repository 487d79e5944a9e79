import type { OriginalObject } from '../model/original.ts';
import { type Crs, crsNamed, WGS_84 } from './feature/crs.ts';
import { flatGeometry } from './packed/flatgeobuf-geometry.ts';
import type { ForeignFeature } from './feature/foreign-feature.ts';
import { type Format, ImportError } from './format.ts';
import { BrokenBytes, FlatTable } from './packed/guarded-flatbuffer.ts';
import type { Rejection } from './imported-row.ts';
import { LIMITS } from './limits.ts';
import { bytesAsText, finite, fromJson, plainInteger, utf8 } from './feature/plain-value.ts';
import { areOwnColumns, ownProperties } from './table/own-cells.ts';
import { readFeatures, surveyFeatures } from './feature/read-features.ts';
import type { SourceFile } from './source-file.ts';
import { columnNames } from './table/table-header.ts';
import { wholeFile } from './packed/whole-file.ts';

type Met = ForeignFeature | Rejection;
type Value = OriginalObject[string];

interface FlatColumn {
	readonly name: string;
	readonly type: number;
}
interface Header {
	readonly geometryType: number;
	readonly columns: readonly FlatColumn[];
	readonly isOwn: boolean;
	/** 0 where it was not known when the file was begun. */
	readonly count: number;
	readonly crs: Crs;
	/** Where the first feature begins. */
	readonly from: number;
}

const START_BYTES = 12;
const LONGEST_HEADER = 2 ** 24;
const BATCH = 200;
const NODE_BYTES = 40;
const CUT_OFF = 'What stands before was read. Load the file again.';
/** Fields by their order in the schema of FlatGeobuf. */
const HEADER = { geometryType: 2, columns: 7, count: 8, nodeSize: 9, crs: 10 } as const;
const CRS = { org: 0, code: 1, name: 2, wkt: 4, codeText: 5 } as const;
const FEATURE = { geometry: 0, properties: 1 } as const;
const WKT_ID = /(?:ID|AUTHORITY)\["(\w{1,20})",\s*"?(\w{1,20})"?\]\s*\]$/i;

/** FlatGeobuf 3. It is read by a reader of our own that holds every offset and count against the bytes there are. */
export const flatgeobuf: Format = {
	id: 'flatgeobuf',

	recognise({ bytes }) {
		return isFlatgeobuf(bytes) ? 1 : 0;
	},

	async survey(source, signal) {
		const file = await open(source);
		return surveyFeatures(
			'flatgeobuf',
			features(file, () => undefined),
			signal,
			{ crs: () => file.header.crs },
		);
	},

	async read(source, options, sink) {
		const file = await open(source);
		await readFeatures(features(file, sink.progress), options, sink, { crs: () => file.header.crs });
	},
};

/** The first three bytes and the version; a fourth number after them may be any. */
function isFlatgeobuf(bytes: Uint8Array): boolean {
	return [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62].every((byte, index) => bytes[index] === byte);
}

async function open(source: SourceFile): Promise<{ bytes: Uint8Array; header: Header }> {
	const bytes = await wholeFile(
		source,
		'FlatGeobuf',
		'Split it, or convert it to GeoJSON, which is read piece by piece.',
	);
	if (!isFlatgeobuf(bytes)) throw new ImportError('It is not FlatGeobuf of version 3. Save it again as such.');
	if (bytes.length < START_BYTES) throw new ImportError('The file is cut off before its header. Load it again.');
	try {
		return { bytes, header: headerOf(bytes) };
	} catch (error) {
		throw brokenTo(
			error,
			(what) => new ImportError(`The header of the file is damaged (${what}). Save the file again.`),
		);
	}
}

function headerOf(bytes: Uint8Array): Header {
	const length = viewOf(bytes, 8, 4).getUint32(0, true);
	if (length > Math.min(LONGEST_HEADER, bytes.length - START_BYTES)) throw new BrokenBytes(`${length} bytes of header`);
	const header = FlatTable.root(viewOf(bytes, START_BYTES, length));
	const columns = header.tables(HEADER.columns);
	if (columns.length > LIMITS.columns) {
		throw new ImportError(
			`The file has ${columns.length.toLocaleString('en')} columns, and at most ${LIMITS.columns.toLocaleString('en')} are read. Remove those that are not needed.`,
		);
	}
	const names = columnNames(columns.map((column) => column.text(0) ?? ''));
	const count = header.long(HEADER.count);
	const nodeSize = header.unsignedShort(HEADER.nodeSize, 16);
	const index = nodeSize === 0 || count === 0 ? 0 : treeBytes(count, nodeSize);
	return {
		geometryType: header.byte(HEADER.geometryType),
		columns: columns.map((column, place) => ({ name: names[place]!, type: column.byte(1) })),
		isOwn: areOwnColumns(names),
		count,
		crs: crsOf(header.table(HEADER.crs)),
		from: START_BYTES + length + index,
	};
}

/** Bytes of the index that may stand before the features: nodes of `size` others, up to one that holds all. */
function treeBytes(count: number, size: number): number {
	if (!(count > 0) || size < 2) throw new BrokenBytes(`an index of ${count} features in nodes of ${size}`);
	let [level, nodes] = [count, count];
	// Even a single feature has a node above its own.
	do {
		level = Math.ceil(level / size);
		nodes += level;
	} while (level > 1);
	return nodes * NODE_BYTES;
}

/** Without one, degrees are taken for granted; metres are out of their range. */
function crsOf(table: FlatTable | null): Crs {
	if (table === null) return WGS_84;
	const organisation = table.text(CRS.org) ?? 'EPSG';
	const code = table.int(CRS.code);
	const text = table.text(CRS.codeText);
	if (code !== 0) return crsNamed(`${organisation}:${code}`);
	if (text !== null && text !== '') return crsNamed(`${organisation}:${text}`);
	const wkt = WKT_ID.exec((table.text(CRS.wkt) ?? '').trim());
	if (wkt !== null) return crsNamed(`${wkt[1]}:${wkt[2]}`);
	const name = table.text(CRS.name) ?? '';
	return name === '' ? WGS_84 : crsNamed(name);
}

async function* features(
	{ bytes, header }: { bytes: Uint8Array; header: Header },
	onprogress: (bytes: number) => void,
): AsyncGenerator<Met[]> {
	let batch: Met[] = [];
	let at = header.from;
	let number = 0;
	while (at < bytes.length) {
		const length = at + 4 <= bytes.length ? viewOf(bytes, at, 4).getUint32(0, true) : Infinity;
		if (at + 4 + length > bytes.length) break;
		batch.push(featureOf(viewOf(bytes, at + 4, length), header, ++number));
		at += 4 + length;
		if (batch.length < BATCH) continue;
		onprogress(at);
		yield batch;
		batch = [];
	}
	onprogress(Math.min(at, bytes.length));
	if (batch.length > 0) yield batch;
	if (at !== bytes.length) {
		throw new ImportError(`The file is cut off at byte ${at}, in feature ${number + 1}. ${CUT_OFF}`);
	}
	if (header.count > number) {
		throw new ImportError(
			`The file ends after ${number.toLocaleString('en')} features, and its header tells of ${header.count.toLocaleString('en')}. ${CUT_OFF}`,
		);
	}
}

function featureOf(view: DataView, header: Header, number: number): Met {
	try {
		const feature = FlatTable.root(view);
		const table = feature.table(FEATURE.geometry);
		const geometry = table === null ? null : flatGeometry(table, header.geometryType);
		if (geometry !== null && 'reason' in geometry) {
			return { number, column: 'geometry', value: '', reason: geometry.reason };
		}
		const cells = cellsOf(feature.elements(FEATURE.properties, 1), header.columns);
		const properties = header.isOwn
			? ownProperties((name) => cells.get(name), cells.keys(), true)
			: Object.fromEntries(cells);
		return { number, id: null, geometry, properties };
	} catch (error) {
		return brokenTo(error, (what) => ({
			number,
			column: null,
			value: '',
			reason: `Its bytes are damaged (${what}), so that nothing of it can be told. Save the file again.`,
		}));
	}
}

/** Number of the column, then its value, one after another; columns that are missing say nothing. */
function cellsOf(view: DataView | null, columns: readonly FlatColumn[]): Map<string, Value> {
	const cells = new Map<string, Value>();
	let at = 0;
	while (view !== null && at < view.byteLength) {
		const index = view.getUint16(at, true);
		const column = columns[index];
		if (column === undefined) throw new BrokenBytes(`column ${index} of ${columns.length}`);
		const { value, bytes } = valueAt(view, at + 2, column.type);
		cells.set(column.name, value);
		at += 2 + bytes;
	}
	return cells;
}

function valueAt(view: DataView, at: number, type: number): { value: Value; bytes: number } {
	switch (type) {
		case 0:
			return { value: view.getInt8(at), bytes: 1 };
		case 1:
			return { value: view.getUint8(at), bytes: 1 };
		case 2:
			return { value: view.getUint8(at) !== 0, bytes: 1 };
		case 3:
			return { value: view.getInt16(at, true), bytes: 2 };
		case 4:
			return { value: view.getUint16(at, true), bytes: 2 };
		case 5:
			return { value: view.getInt32(at, true), bytes: 4 };
		case 6:
			return { value: view.getUint32(at, true), bytes: 4 };
		case 7:
			return { value: plainInteger(view.getBigInt64(at, true)), bytes: 8 };
		case 8:
			return { value: plainInteger(view.getBigUint64(at, true)), bytes: 8 };
		case 9:
			return { value: finite(view.getFloat32(at, true)), bytes: 4 };
		case 10:
			return { value: finite(view.getFloat64(at, true)), bytes: 8 };
		case 11:
		case 12:
		case 13:
		case 14:
			return longValue(view, at, type);
		default:
			throw new BrokenBytes(`a value of type ${type}`);
	}
}

/** Text, JSON, a date or bytes, each with its length before it. */
function longValue(view: DataView, at: number, type: number): { value: Value; bytes: number } {
	const length = view.getUint32(at, true);
	if (at + 4 + length > view.byteLength) throw new BrokenBytes(`a value of ${length} bytes`);
	const held = new Uint8Array(view.buffer, view.byteOffset + at + 4, length);
	if (type === 14) return { value: bytesAsText(held), bytes: 4 + length };
	const text = utf8(held);
	return { value: type === 12 ? fromJson(text) : text, bytes: 4 + length };
}

function viewOf(bytes: Uint8Array, at: number, length: number): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset + at, length);
}

/** What a fault in the bytes becomes; anything else is thrown on. */
function brokenTo<Answer>(error: unknown, answer: (what: string) => Answer): Answer {
	if (error instanceof BrokenBytes || error instanceof RangeError) return answer(error.message);
	throw error;
}

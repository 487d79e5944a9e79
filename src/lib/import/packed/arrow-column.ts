import type { ArrowField } from './arrow-schema.ts';
import { ImportError } from '../format.ts';
import { BrokenBytes } from './guarded-flatbuffer.ts';
import { LIMITS } from '../limits.ts';
import { dayAsText, finite, instantAsText, plainInteger, utf8 } from '../feature/plain-value.ts';

/** The values of a column within one batch of rows. */
export interface ArrowColumn {
	readonly length: number;
	/** A value as JSON has values, but bytes as they are; `null` where there is none. */
	at(index: number): unknown;
}

/** What a batch of rows holds, in the order in which its columns take from it. */
export interface BatchParts {
	/** Length of the next column. */
	node(): number;
	/** Bytes of the next buffer, unpacked. */
	buffer(): DataView;
	/** How many buffers of text the next column has, where it has any number. */
	views(): number;
	dictionary(id: number): ArrowColumn;
}

const PER_SECOND = [1, 1e3, 1e6, 1e9];
const SECONDS_PER_DAY = 86_400;
/** Texts this short stand within their own view. */
const SHORT_TEXT = 12;
const VIEW_BYTES = 16;

/** The column of a field, from the parts that come next. Throws `BrokenBytes` where a buffer is too short. */
export function arrowColumn(field: ArrowField, parts: BatchParts): ArrowColumn {
	const { dictionary } = field;
	if (dictionary === null) return plainColumn(field, parts);
	const indices = plainColumn(dictionary.index, parts);
	const values = parts.dictionary(dictionary.id);
	const known = new Map<number, unknown>();
	return {
		length: indices.length,
		at(index) {
			const place = indices.at(index);
			if (place === null) return null;
			if (typeof place !== 'number' || place < 0 || place >= values.length)
				throw new BrokenBytes('the number of a value');
			if (!known.has(place)) known.set(place, values.at(place));
			return known.get(place);
		},
	};
}

function plainColumn(field: ArrowField, parts: BatchParts): ArrowColumn {
	const length = parts.node();
	if (!Number.isSafeInteger(length) || length < 0) throw new BrokenBytes(`a column of ${length} values`);
	const { type } = field;
	if (type === 'Null') return { length, at: () => null };
	const refused = ['Union', 'RunEndEncoded', 'ListView', 'LargeListView', 'Interval'].includes(type);
	if (refused) {
		throw new ImportError(
			`Column "${field.name}" is of Arrow's type ${type}, which is not read. Leave it out, or turn it into text.`,
		);
	}
	const validity = parts.buffer();
	const isMasked = validity.byteLength > 0;
	if (isMasked) need(validity, Math.ceil(length / 8));
	const value = valuesOf(field, length, parts);
	return {
		length,
		at(index) {
			if (index < 0 || index >= length) throw new BrokenBytes(`value ${index} of ${length}`);
			return isMasked && !bitAt(validity, index) ? null : value(index);
		},
	};
}

function valuesOf(field: ArrowField, length: number, parts: BatchParts): (index: number) => unknown {
	const { type, size, unit } = field;
	switch (type) {
		case 'Bool': {
			const bits = need(parts.buffer(), Math.ceil(length / 8));
			return (index) => bitAt(bits, index);
		}
		case 'Int':
			return integers(parts.buffer(), length, size, field.isSigned);
		case 'FloatingPoint': {
			const view = need(parts.buffer(), length * (size / 8));
			if (size === 64) return (index) => finite(view.getFloat64(index * 8, true));
			if (size === 32) return (index) => finite(view.getFloat32(index * 4, true));
			if (size === 16) return (index) => half(view.getUint16(index * 2, true));
			throw new BrokenBytes(`numbers of ${size} bits`);
		}
		case 'Decimal': {
			const view = need(parts.buffer(), length * (size / 8));
			if (![32, 64, 128, 256].includes(size) || unit < 0 || unit > 100) throw new BrokenBytes('a decimal');
			return (index) => decimal(view, index * (size / 8), size / 8, unit);
		}
		case 'Date': {
			const at = integers(parts.buffer(), length, unit === 0 ? 32 : 64, true);
			return (index) =>
				dayAsText(unit === 0 ? Number(at(index)) : Math.floor(Number(at(index)) / 1000 / SECONDS_PER_DAY));
		}
		case 'Timestamp': {
			const at = integers(parts.buffer(), length, 64, true);
			return (index) => instantAsText(Number(at(index)), PER_SECOND[unit] ?? 1);
		}
		case 'Time': {
			const at = integers(parts.buffer(), length, size, true);
			return (index) => timeOfDay(Number(at(index)) / (PER_SECOND[unit] ?? 1));
		}
		case 'Duration':
			return integers(parts.buffer(), length, 64, true);
		case 'FixedSizeBinary': {
			if (size < 0) throw new BrokenBytes(`bytes of length ${size}`);
			const view = need(parts.buffer(), length * size);
			return (index) => bytesOf(view, index * size, size);
		}
		case 'Utf8':
		case 'LargeUtf8':
		case 'Binary':
		case 'LargeBinary': {
			const end = offsets(parts.buffer(), length, type.startsWith('Large'));
			const view = need(parts.buffer(), end(length));
			const isText = type.endsWith('Utf8');
			return (index) => {
				const bytes = bytesOf(view, end(index), end(index + 1) - end(index));
				return isText ? utf8(bytes) : bytes;
			};
		}
		case 'Utf8View':
		case 'BinaryView':
			return views(parts, length, type === 'Utf8View');
		case 'List':
		case 'LargeList':
		case 'Map': {
			const end = offsets(parts.buffer(), length, type === 'LargeList');
			const child = childOf(field, parts);
			if (end(length) > child.length) throw new BrokenBytes('the end of a list');
			return (index) => listOf(child, end(index), end(index + 1));
		}
		case 'FixedSizeList': {
			const child = childOf(field, parts);
			if (size < 0 || length * size > child.length) throw new BrokenBytes('a list of fixed length');
			return (index) => listOf(child, index * size, (index + 1) * size);
		}
		case 'Struct': {
			const members = field.children.map((child) => ({ name: child.name, column: arrowColumn(child, parts) }));
			return (index) => Object.fromEntries(members.map(({ name, column }) => [name, column.at(index)]));
		}
		default:
			throw new BrokenBytes(`a column of type ${type}`);
	}
}

function integers(view: DataView, length: number, bits: number, isSigned: boolean): (index: number) => number | string {
	need(view, length * (bits / 8));
	switch (bits) {
		case 8:
			return (index) => (isSigned ? view.getInt8(index) : view.getUint8(index));
		case 16:
			return (index) => (isSigned ? view.getInt16(index * 2, true) : view.getUint16(index * 2, true));
		case 32:
			return (index) => (isSigned ? view.getInt32(index * 4, true) : view.getUint32(index * 4, true));
		case 64:
			return (index) => plainInteger(isSigned ? view.getBigInt64(index * 8, true) : view.getBigUint64(index * 8, true));
		default:
			throw new BrokenBytes(`numbers of ${bits} bits`);
	}
}

/** Where each value begins, and so the one before it ends: all are gone through once, and never go back. */
function offsets(view: DataView, length: number, areLong: boolean): (index: number) => number {
	if (length === 0 && view.byteLength === 0) return () => 0;
	need(view, (length + 1) * (areLong ? 8 : 4));
	const at = (index: number) => (areLong ? Number(view.getBigInt64(index * 8, true)) : view.getInt32(index * 4, true));
	let last = 0;
	for (let index = 0; index <= length; index++) {
		const next = at(index);
		if (!(next >= last)) throw new BrokenBytes('values that go back');
		last = next;
	}
	return at;
}

/** Texts and bytes of which each value tells where it lies: within itself, or in one of several buffers. */
function views(parts: BatchParts, length: number, areText: boolean): (index: number) => unknown {
	const view = need(parts.buffer(), length * VIEW_BYTES);
	const count = parts.views();
	if (!Number.isSafeInteger(count) || count < 0 || count > 1_000_000) throw new BrokenBytes(`${count} buffers of text`);
	const buffers = Array.from({ length: count }, () => parts.buffer());
	// Many may lie in the same place, so that a small file could hold endless text.
	let left: number = LIMITS.inflatedBytes;
	return (index) => {
		const at = index * VIEW_BYTES;
		const size = view.getUint32(at, true);
		left -= size;
		if (left < 0) {
			throw new ImportError(
				`The texts of the file add up to more than ${LIMITS.inflatedBytes / 2 ** 20} MB, the most that is read. Split it.`,
			);
		}
		const isShort = size <= SHORT_TEXT;
		const buffer = isShort ? view : buffers[view.getUint32(at + 8, true)];
		if (buffer === undefined) throw new BrokenBytes('a text in no buffer');
		const from = isShort ? at + 4 : view.getUint32(at + 12, true);
		const bytes = bytesOf(need(buffer, from + size), from, size);
		return areText ? utf8(bytes) : bytes;
	};
}

function childOf(field: ArrowField, parts: BatchParts): ArrowColumn {
	const [child] = field.children;
	if (child === undefined) throw new BrokenBytes('a list of nothing');
	return arrowColumn(child, parts);
}

function listOf(child: ArrowColumn, from: number, to: number): unknown[] {
	return Array.from({ length: to - from }, (_, index) => child.at(from + index));
}

function need(view: DataView, bytes: number): DataView {
	if (!(bytes <= view.byteLength)) throw new BrokenBytes(`a buffer of ${view.byteLength} bytes where ${bytes} are due`);
	return view;
}

function bytesOf(view: DataView, at: number, length: number): Uint8Array {
	return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

function bitAt(view: DataView, index: number): boolean {
	return ((view.getUint8(index >> 3) >> (index & 7)) & 1) === 1;
}

function half(bits: number): number | null {
	const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
	if (exponent === 31) return null;
	const size = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
	return (bits & 0x8000) === 0 ? size : -size;
}

/** Lowest byte first, negative as two's complement; as text, so that no digit is lost. */
function decimal(view: DataView, at: number, bytes: number, scale: number): string {
	let value = 0n;
	for (let index = bytes - 1; index >= 0; index--) value = (value << 8n) | BigInt(view.getUint8(at + index));
	value = BigInt.asIntN(bytes * 8, value);
	const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
	const fraction = scale === 0 ? '' : `.${digits.slice(-scale)}`;
	return `${value < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}${fraction}`;
}

function timeOfDay(seconds: number): string | null {
	if (!(seconds >= 0 && seconds < SECONDS_PER_DAY)) return null;
	return new Date(Math.floor(seconds) * 1000).toISOString().slice(11, 19);
}

import { ImportError } from '../format.ts';
import { BrokenBytes } from './guarded-flatbuffer.ts';
import { numberOf, readThrift, structOf, type ThriftStruct } from './guarded-thrift.ts';
import { LIMITS } from '../limits.ts';

/** A part of a file: one column of one group of rows. */
interface ColumnChunk {
	readonly name: string;
	readonly from: number;
	readonly bytes: number;
}

const MAGIC = 'PAR1';
const ENCRYPTED = 'PARE';
/** Ends in four bytes of length and four of name. */
const TAIL = 8;
const MOST_VALUES_OF_PAGE = 20_000_000;
/** A page this small may be packed as tightly as it likes. */
const SMALL_BYTES = 2 ** 20;
/** Fields of a page's header, and of the headers in it. */
const PAGE = { uncompressed: 2, compressed: 3, data: 5, dictionary: 7, data2: 8 } as const;
const VALUES = 1;
const DATA_2 = { nulls: 2, rows: 3, definitions: 5, repetitions: 6 } as const;

/** Throws an `ImportError` where the bytes are not those of a Parquet file with a footer that can be gone through. */
export function checkFooter(bytes: Uint8Array): void {
	const mark = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
	if (mark(bytes.length - 4) === ENCRYPTED) {
		throw new ImportError('The Parquet file is encrypted. Save it without a key.');
	}
	if (bytes.length < TAIL + 4 || mark(0) !== MAGIC || mark(bytes.length - 4) !== MAGIC) {
		throw new ImportError(
			'The Parquet file is cut off: its footer is missing, without which nothing of it can be read. Load it again.',
		);
	}
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const length = view.getUint32(bytes.length - TAIL, true);
	if (length > bytes.length - TAIL - 4) throw broken(`a footer of ${length} bytes`);
	const footer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - TAIL - length, length);
	guarded(() => readThrift(footer, 0));
}

/**
 * Goes through the headers of a column's pages before anything in them is unpacked: none may say that it holds more than
 * there is room for, or unpacks to more than the limits. What it unpacks to is taken from `budget`. Throws an
 * `ImportError`.
 */
export function checkPages(bytes: Uint8Array, chunk: ColumnChunk, budget: { bytes: number; values: number }): void {
	const { name, from } = chunk;
	const isInside = Number.isSafeInteger(from) && Number.isSafeInteger(chunk.bytes) && from >= 4 && chunk.bytes >= 0;
	if (!isInside || from + chunk.bytes > bytes.length) throw broken(`column "${name}" beyond the end of the file`);
	const view = new DataView(bytes.buffer, bytes.byteOffset + from, chunk.bytes);
	let at = 0;
	// The last byte alone is no page: some writers leave one.
	while (at < view.byteLength - 1) {
		const { struct, end } = guarded(() => readThrift(view, at));
		at = end + checkPage(struct, view.byteLength - end, name, budget);
	}
}

/** Bytes that follow the header. */
function checkPage(page: ThriftStruct, left: number, name: string, budget: { bytes: number; values: number }): number {
	const [packed, unpacked] = [numberOf(page, PAGE.compressed, -1), numberOf(page, PAGE.uncompressed, -1)];
	if (packed < 0 || packed > left || unpacked < 0) throw broken(`a page of ${packed} bytes in column "${name}"`);
	if (unpacked > Math.max(packed * LIMITS.inflationRatio, SMALL_BYTES)) {
		throw new ImportError(
			`Column "${name}" unpacks to more than ${LIMITS.inflationRatio} times the bytes it takes. It is not read.`,
		);
	}
	budget.bytes -= unpacked;
	if (budget.bytes < 0) {
		throw new ImportError(
			`The file unpacks to more than ${LIMITS.inflatedBytes / 2 ** 20} MB, the most that is read. Split it.`,
		);
	}
	const header = structOf(page, PAGE.data) ?? structOf(page, PAGE.dictionary) ?? structOf(page, PAGE.data2);
	if (header === null) return packed;
	const values = numberOf(header, VALUES, -1);
	budget.values -= values;
	if (values < 0 || values > MOST_VALUES_OF_PAGE || budget.values < 0) {
		throw broken(`${values.toLocaleString('en')} values in a page of column "${name}"`);
	}
	const second = structOf(page, PAGE.data2);
	if (second !== null) {
		const [nulls, rows, definitions, repetitions] = [
			DATA_2.nulls,
			DATA_2.rows,
			DATA_2.definitions,
			DATA_2.repetitions,
		].map((field) => numberOf(second, field, -1)) as [number, number, number, number];
		const isOdd = nulls < 0 || nulls > values || rows < 0 || rows > values || definitions < 0 || repetitions < 0;
		if (isOdd || definitions + repetitions > Math.min(packed, unpacked)) throw broken(`a page of column "${name}"`);
	}
	return packed;
}

function guarded<Answer>(read: () => Answer): Answer {
	try {
		return read();
	} catch (error) {
		if (error instanceof BrokenBytes || error instanceof RangeError) throw broken(error.message);
		throw error;
	}
}

function broken(what: string): ImportError {
	return new ImportError(`The Parquet file is damaged (${what}). Save it again.`);
}

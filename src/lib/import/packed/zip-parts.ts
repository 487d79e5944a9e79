import { Inflate } from 'fflate';
import { ImportError } from '../format.ts';
import { LIMITS } from '../limits.ts';

/** A file inside an archive, packed. */
export interface ZipPart {
	readonly name: string;
	readonly isDeflated: boolean;
	readonly packed: Uint8Array;
	/** Bytes that it inflates to, as the archive says. */
	readonly size: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const MOST_PARTS = 10_000;
/** What an archive of the longer form has where the value itself stands elsewhere. */
const [ELSEWHERE_16, ELSEWHERE_32] = [0xffff, 0xffffffff];
/** A part, an archive's directory, or both are encrypted. */
const ENCRYPTED = 0x2041;
const PUSH_BYTES = 65_536;
/** A part this small may be packed as tightly as it likes. */
const SMALL_BYTES = 2 ** 20;
const [STORED, DEFLATED] = [0, 8];
const BROKEN = 'The archive is damaged: its directory does not agree with what it holds. Save the file again.';
const ZIP64 =
	'The archive is in the form for more than 4 GB or 65,535 parts (ZIP64), which is not read. Save it with fewer or smaller parts.';

/**
 * The parts of a ZIP archive by name, not yet inflated. Throws an `ImportError` where it is damaged, encrypted, in the
 * longer form for huge archives, has two parts of one name, or a part whose name leads out of the archive.
 */
export function zipParts(bytes: Uint8Array): Map<string, ZipPart> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	const count = view.getUint16(end + 10, true);
	const parts = new Map<string, ZipPart>();
	let at = view.getUint32(end + 16, true);
	if (count === ELSEWHERE_16 || at === ELSEWHERE_32) throw new ImportError(ZIP64);
	if (count > MOST_PARTS) {
		throw new ImportError(`The archive has ${count} parts, and at most ${MOST_PARTS} are read.`);
	}
	let total = 0;
	for (let index = 0; index < count; index++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new ImportError(BROKEN);
		const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
		const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
			number,
			number,
			number,
		];
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
		if ((flags & ENCRYPTED) !== 0) {
			throw new ImportError(`${quoted(name)} in the archive is encrypted. Save the file without a password.`);
		}
		if (leadsOut(name)) {
			throw new ImportError(`${quoted(name)} in the archive is a name that leads out of it. It is not read.`);
		}
		if (parts.has(name)) {
			throw new ImportError(
				`The archive has two parts named ${quoted(name)}, so that it may mean either. Save it again.`,
			);
		}
		if (method !== STORED && method !== DEFLATED) {
			throw new ImportError(
				`${quoted(name)} is packed by method ${method}, and only 0 and 8 are read. Save the file again.`,
			);
		}
		const [length, size, from] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true)) as [
			number,
			number,
			number,
		];
		if ([length, size, from].includes(ELSEWHERE_32)) throw new ImportError(ZIP64);
		total += size;
		if (total > LIMITS.inflatedBytes) {
			throw new ImportError(
				`The archive says that it inflates to ${Math.ceil(total / 2 ** 20)} MB or more, and at most ${LIMITS.inflatedBytes / 2 ** 20} MB are read. Split the file.`,
			);
		}
		parts.set(name, { name, isDeflated: method === DEFLATED, packed: packedBytes(bytes, view, from, length), size });
		at += 46 + nameLength + extra + comment;
	}
	return parts;
}

/**
 * Inflates a part piece by piece, so that a small archive cannot fill the memory: throws an `ImportError` as soon as
 * more comes out of it than `budget` has left, or than its packed size makes believable.
 */
export function* inflatePart(
	{ name, isDeflated, packed, size }: ZipPart,
	budget: { bytes: number },
): Generator<Uint8Array> {
	const believable = Math.max(packed.length * LIMITS.inflationRatio, SMALL_BYTES);
	let inflated = 0;
	const count = (piece: Uint8Array) => {
		inflated += piece.length;
		budget.bytes -= piece.length;
		if (inflated > believable) {
			throw new ImportError(
				`${quoted(name)} in the archive inflates to more than ${LIMITS.inflationRatio} times its ${packed.length} bytes. It is not read on.`,
			);
		}
		if (budget.bytes < 0) {
			throw new ImportError(
				`The archive inflates to more than ${LIMITS.inflatedBytes / 2 ** 20} MB, the most that is read. Split the file.`,
			);
		}
	};
	let pieces: Uint8Array[] = [];
	const inflate = new Inflate((piece) => {
		count(piece);
		pieces.push(piece);
	});
	for (let from = 0; from < packed.length; from += PUSH_BYTES) {
		const piece = packed.subarray(from, from + PUSH_BYTES);
		if (isDeflated) {
			try {
				inflate.push(piece, from + PUSH_BYTES >= packed.length);
			} catch (error) {
				throw error instanceof ImportError ? error : new ImportError(`${quoted(name)}: ${BROKEN}`);
			}
		} else {
			count(piece);
			pieces.push(piece);
		}
		yield* pieces;
		pieces = [];
	}
	if (inflated !== size) {
		throw new ImportError(
			`${quoted(name)} in the archive has ${inflated} bytes where its directory says ${size}. ${BROKEN}`,
		);
	}
}

/** A folder above, a drive, or a folder of the machine's own. Nothing is ever written, but no honest file has such. */
function leadsOut(name: string): boolean {
	return name.includes('\0') || /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name);
}

function quoted(name: string): string {
	return JSON.stringify(name.slice(0, 100));
}

function findEnd(view: DataView): number {
	const last = view.byteLength - 22;
	for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
		if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
	}
	throw new ImportError(
		'The archive has no directory at its end: the file is cut off or is no archive. Load it again.',
	);
}

function packedBytes(bytes: Uint8Array, view: DataView, at: number, length: number): Uint8Array {
	if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) throw new ImportError(BROKEN);
	const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
	if (from + length > bytes.length) throw new ImportError(BROKEN);
	return bytes.subarray(from, from + length);
}

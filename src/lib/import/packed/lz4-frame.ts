import { BrokenBytes } from './guarded-flatbuffer.ts';

const MAGIC = 0x184d2204;
const LEAST_MATCH = 4;
/** Bits of the frame's flags. */
const [HAS_BLOCK_SUM, HAS_SIZE, HAS_DICTIONARY] = [0x10, 0x08, 0x01];
/** A block that was not packed says so in the highest bit of its length. */
const PLAIN_BLOCK = 0x80000000;

/**
 * Unpacks a frame of LZ4 (lz4_Frame_format.md, lz4_Block_format.md of the project) to exactly `size` bytes. Check sums
 * are passed over. Throws `BrokenBytes` where it holds more or less, or points before its start.
 */
export function unpackLz4(packed: Uint8Array, size: number): Uint8Array {
	const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
	if (packed.length < 7 || view.getUint32(0, true) !== MAGIC) throw new BrokenBytes('no frame of LZ4');
	const flags = packed[4]!;
	let at = 7 + ((flags & HAS_SIZE) === 0 ? 0 : 8) + ((flags & HAS_DICTIONARY) === 0 ? 0 : 4);
	const out = new Uint8Array(size);
	let filled = 0;
	for (;;) {
		if (at + 4 > packed.length) throw new BrokenBytes('a frame of LZ4 without an end');
		const head = view.getUint32(at, true);
		at += 4;
		if (head === 0) break;
		const length = head & ~PLAIN_BLOCK;
		if (length < 0 || at + length > packed.length) throw new BrokenBytes('a block of LZ4');
		const block = packed.subarray(at, at + length);
		if (head >= PLAIN_BLOCK) {
			if (filled + length > size) throw new BrokenBytes('more than it says');
			out.set(block, filled);
			filled += length;
		} else filled = unpackBlock(block, out, filled);
		at += length + ((flags & HAS_BLOCK_SUM) === 0 ? 0 : 4);
	}
	if (filled !== size) throw new BrokenBytes(`${filled} bytes where ${size} are due`);
	return out;
}

/** Unpacks a block of LZ4 without a frame, as Parquet has it (LZ4_RAW), to exactly `size` bytes. Throws `BrokenBytes`. */
export function unpackLz4Block(packed: Uint8Array, size: number): Uint8Array {
	const out = new Uint8Array(size);
	const filled = unpackBlock(packed, out, 0);
	if (filled !== size) throw new BrokenBytes(`${filled} bytes where ${size} are due`);
	return out;
}

/** Literal bytes, then a piece of what is there already, again and again; the last piece is of literal bytes alone. */
function unpackBlock(block: Uint8Array, out: Uint8Array, from: number): number {
	let [at, to] = [0, from];
	const longer = (length: number) => {
		if (length !== 15) return length;
		for (;;) {
			const more = block[at++];
			if (more === undefined) throw new BrokenBytes('a length in LZ4');
			length += more;
			if (more !== 255) return length;
		}
	};
	while (at < block.length) {
		const token = block[at++]!;
		const literals = longer(token >> 4);
		if (at + literals > block.length || to + literals > out.length) throw new BrokenBytes('literal bytes in LZ4');
		out.set(block.subarray(at, at + literals), to);
		at += literals;
		to += literals;
		if (at === block.length) return to;
		const [low, high] = [block[at], block[at + 1]];
		if (low === undefined || high === undefined) throw new BrokenBytes('an offset in LZ4');
		at += 2;
		const offset = low | (high << 8);
		const length = longer(token & 15) + LEAST_MATCH;
		if (offset === 0 || offset > to || to + length > out.length) throw new BrokenBytes('a match in LZ4');
		// It may overlap what it writes.
		for (let index = 0; index < length; index++, to++) out[to] = out[to - offset]!;
	}
	return to;
}

import { ImportError } from '../format.ts';
import type { SourceFile } from '../source-file.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What the bytes 80 to 9F mean in Windows-1252; Node decodes them as control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const LOOK_AT = 4096;
/** Declarations that files carry whatever they are in; a declaration that could be read is not in UTF-16. */
const GUESSED = /^(?:utf-?8|us-ascii|ascii|utf-?16(?:le|be)?)$/i;

/**
 * The text of a file, piece by piece: UTF-8 or UTF-16 with or without a mark, else Windows-1252. An encoding that the
 * file itself declares is taken at its word where no mark contradicts it. Throws an `ImportError` where nobody knows it.
 */
export async function* decodeText(
	source: SourceFile,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
	declared: string | null = null,
): AsyncGenerator<string> {
	const decoder = new TextPieces(declared);
	let bytes = 0;
	/** Held back until there is enough of it to tell the encoding. */
	let start: Uint8Array = new Uint8Array();
	const reader = source.stream().getReader();
	try {
		for (;;) {
			signal.throwIfAborted();
			const { done, value = new Uint8Array() } = await reader.read();
			bytes += value.length;
			const piece = start.length === 0 ? value : joined(start, value);
			const isEnough = done || bytes >= LOOK_AT;
			start = isEnough ? new Uint8Array() : piece;
			const text = isEnough ? decoder.take(piece, done) : '';
			if (text !== '') yield text;
			if (done) return;
			onprogress(bytes);
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

/** The text of a file's first bytes; a character cut at their end is left out. */
export function decodeStart(bytes: Uint8Array): string {
	return new TextPieces().take(bytes, false);
}

/**
 * Decodes piece by piece. Text without a mark counts as ASCII until a byte above 7F is met; that piece decides between
 * UTF-8, if it is valid there, and Windows-1252.
 */
class TextPieces {
	#decoder: TextDecoder | null = null;
	#isWindows = false;
	#isFirst = true;
	readonly #declared: string | null;

	constructor(declared: string | null = null) {
		this.#declared = declared;
	}

	take(bytes: Uint8Array, isLast: boolean): string {
		this.#decoder ??= this.#choose(bytes);
		if (bytes.length > 0) this.#isFirst = false;
		const decoder = this.#decoder ?? new TextDecoder();
		const text = decoder.decode(bytes, { stream: this.#decoder !== null && !isLast });
		return this.#isWindows
			? text.replace(/[\u0080-\u009f]/g, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80]!)
			: text;
	}

	/** `null` where nothing but ASCII has been met. */
	#choose(bytes: Uint8Array): TextDecoder | null {
		const marked = this.#isFirst ? utf16(bytes) : null;
		if (marked !== null) return new TextDecoder(marked);
		if (this.#declared !== null && !GUESSED.test(this.#declared) && !startsWithMark(bytes)) {
			const decoder = decoderOf(this.#declared);
			this.#isWindows = decoder.encoding === 'windows-1252';
			return decoder;
		}
		if (isAscii(bytes)) return null;
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
			return new TextDecoder();
		} catch {
			this.#isWindows = true;
			return new TextDecoder('windows-1252');
		}
	}
}

function decoderOf(name: string): TextDecoder {
	try {
		return new TextDecoder(name);
	} catch {
		throw new ImportError(
			`The file says that it is in the encoding ${JSON.stringify(name)}, which is not known. Save it as UTF-8.`,
		);
	}
}

function startsWithMark(bytes: Uint8Array): boolean {
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function isAscii(bytes: Uint8Array): boolean {
	let at = 0;
	while (at < bytes.length && bytes[at]! < 0x80) at++;
	return at === bytes.length;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
	const both = new Uint8Array(first.length + second.length);
	both.set(first);
	both.set(second, first.length);
	return both;
}

/** By its mark, or by every other byte of the start being zero. */
function utf16(bytes: Uint8Array): Encoding | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const start = bytes.subarray(0, LOOK_AT);
	if (start.length < 4) return null;
	const zeros: [number, number] = [0, 0];
	start.forEach((byte, index) => {
		if (byte === 0) zeros[(index % 2) as 0 | 1]++;
	});
	const half = start.length / 2;
	if (zeros[1] > half * 0.8 && zeros[0] < half * 0.1) return 'utf-16le';
	if (zeros[0] > half * 0.8 && zeros[1] < half * 0.1) return 'utf-16be';
	return null;
}

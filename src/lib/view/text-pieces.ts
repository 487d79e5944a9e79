import { grown } from './grown.ts';
import type { TextPieces } from './layer-texts.ts';

const PIECE_BYTES = 4 << 20;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Gathers texts row by row. */
export class TextPiecesBuilder {
	readonly #pieces: Uint8Array<ArrayBuffer>[] = [];
	readonly #firstRows: number[] = [];
	readonly #pieceBytes: number;
	#open: Uint8Array<ArrayBuffer> = new Uint8Array(0);
	#used = 0;
	#start = new Uint32Array(1024);
	#rows = 0;

	constructor(pieceBytes = PIECE_BYTES) {
		this.#pieceBytes = pieceBytes;
	}

	add(text: string): void {
		// A UTF-16 unit takes at most three bytes.
		const most = text.length * 3;
		if (this.#rows === 0 || this.#used + most > this.#open.length) {
			this.#close();
			this.#open = new Uint8Array(Math.max(this.#pieceBytes, most));
			this.#used = 0;
			this.#firstRows.push(this.#rows);
		}
		if (this.#rows === this.#start.length) this.#start = grown(this.#start, this.#rows * 2);
		this.#start[this.#rows++] = this.#used;
		this.#used += encoder.encodeInto(text, this.#open.subarray(this.#used)).written;
	}

	finish(): TextPieces {
		this.#close();
		return {
			pieces: this.#pieces,
			firstRow: Uint32Array.of(...this.#firstRows, this.#rows),
			start: this.#start.slice(0, this.#rows),
		};
	}

	#close(): void {
		if (this.#firstRows.length > this.#pieces.length) this.#pieces.push(this.#open.slice(0, this.#used));
	}
}

/** The text of a row. */
export function textAt({ pieces, firstRow, start }: TextPieces, row: number): string {
	let low = 0;
	let high = pieces.length;
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (firstRow[middle]! <= row) low = middle;
		else high = middle;
	}
	const end = row + 1 < firstRow[low + 1]! ? start[row + 1] : undefined;
	return decoder.decode(pieces[low]!.subarray(start[row], end));
}

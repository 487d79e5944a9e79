import { grown } from './grown.ts';

/**
 * Which rows hold which words, as typed arrays and one string, so that it can be made in a worker and handed over. A
 * search looks through the different words, each of which stands there once, and not through the text of every row.
 */
export interface SearchIndex {
	/** Every different word, each followed by a line break. */
	readonly words: string;
	/** Where each word begins in `words`. */
	readonly wordStart: Uint32Array;
	/** Where the rows of each word begin in `rows`, and after them the length of `rows`. */
	readonly rowStart: Uint32Array;
	readonly rows: Uint32Array;
}

/** Indexes the text of every row, which must be folded as by `foldText`. */
export function searchIndex(length: number, textOf: (row: number) => string): SearchIndex {
	const builder = new SearchIndexBuilder();
	for (let row = 0; row < length; row++) builder.add(textOf(row));
	return builder.finish();
}

/** Words of a million rows are held in pieces of so many, as one array that grows would take three times the room. */
const PIECE_WORDS = 1 << 18;
const NONE = new Uint32Array(0);

/** The same for rows of which nobody knows how many there will be. */
export class SearchIndexBuilder {
	readonly #wordIds = new Map<string, number>();
	readonly #counts: number[] = [];
	readonly #lastRow: number[] = [];
	/** Words row by row, and where the words of each row begin. */
	readonly #pieces: Uint32Array[] = [];
	#start = new Uint32Array(1024);
	#size = 0;
	#rows = 0;

	/** The folded text of the next row. */
	add(text: string): void {
		const row = this.#rows++;
		if (row === this.#start.length) this.#start = grown(this.#start, row * 2);
		this.#start[row] = this.#size;
		for (const word of text.split(/\s+/u)) {
			if (word === '') continue;
			let id = this.#wordIds.get(word);
			if (id === undefined) {
				id = this.#wordIds.size;
				this.#wordIds.set(word, id);
				this.#counts.push(0);
				this.#lastRow.push(-1);
			}
			if (this.#lastRow[id] === row) continue;
			this.#lastRow[id] = row;
			this.#counts[id]!++;
			const place = this.#size % PIECE_WORDS;
			if (place === 0) this.#pieces.push(new Uint32Array(PIECE_WORDS));
			this.#pieces.at(-1)![place] = id;
			this.#size++;
		}
	}

	/** To be called once. With `rowOf`, rows are numbered as it says and not in the order in which they came. */
	finish(rowOf?: Uint32Array): SearchIndex {
		const counts = this.#counts;
		const rowStart = new Uint32Array(counts.length + 1);
		for (let id = 0; id < counts.length; id++) rowStart[id + 1] = rowStart[id]! + counts[id]!;
		const next = rowStart.slice();
		const rows = new Uint32Array(this.#size);
		for (let row = 0; row < this.#rows; row++) {
			const end = row + 1 < this.#rows ? this.#start[row + 1]! : this.#size;
			for (let at = this.#start[row]!; at < end; at++) {
				const piece = Math.floor(at / PIECE_WORDS);
				const id = this.#pieces[piece]![at % PIECE_WORDS]!;
				// What was read is let go of, so that not all of it is held twice.
				if (at % PIECE_WORDS === PIECE_WORDS - 1) this.#pieces[piece] = NONE;
				rows[next[id]!++] = rowOf ? rowOf[row]! : row;
			}
		}
		const wordStart = new Uint32Array(counts.length);
		let start = 0;
		let id = 0;
		for (const word of this.#wordIds.keys()) {
			wordStart[id++] = start;
			start += word.length + 1;
		}
		return { words: [...this.#wordIds.keys(), ''].join('\n'), wordStart, rowStart, rows };
	}
}

/** Sets `marks` to 1 at each row whose text contains `part`, which must be folded and hold no white space. */
export function markRowsWith({ words, wordStart, rowStart, rows }: SearchIndex, part: string, marks: Uint8Array): void {
	let word = 0;
	for (let at = words.indexOf(part); at !== -1; at = words.indexOf(part, at)) {
		word = wordAt(wordStart, at, word);
		for (let place = rowStart[word]!; place < rowStart[word + 1]!; place++) marks[rows[place]!] = 1;
		word++;
		if (word === wordStart.length) return;
		at = wordStart[word]!;
	}
}

/** The last word that begins at or before `at`, which is no earlier than word `from`. */
function wordAt(wordStart: Uint32Array, at: number, from: number): number {
	let low = from;
	let step = 1;
	while (low + step < wordStart.length && wordStart[low + step]! <= at) {
		low += step;
		step *= 2;
	}
	let high = Math.min(low + step, wordStart.length);
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (wordStart[middle]! <= at) low = middle;
		else high = middle;
	}
	return low;
}

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
	const wordIds = new Map<string, number>();
	const counts: number[] = [];
	const lastRow: number[] = [];
	let pairs = new Uint32Array(1024);
	let size = 0;
	for (let row = 0; row < length; row++) {
		for (const word of textOf(row).split(/\s+/u)) {
			if (word === '') continue;
			let id = wordIds.get(word);
			if (id === undefined) {
				id = wordIds.size;
				wordIds.set(word, id);
				counts.push(0);
				lastRow.push(-1);
			}
			if (lastRow[id] === row) continue;
			lastRow[id] = row;
			counts[id]!++;
			if (size + 2 > pairs.length) pairs = grown(pairs);
			pairs[size++] = id;
			pairs[size++] = row;
		}
	}
	const rowStart = new Uint32Array(counts.length + 1);
	counts.forEach((count, id) => (rowStart[id + 1] = rowStart[id]! + count));
	const next = rowStart.slice();
	const rows = new Uint32Array(size / 2);
	for (let at = 0; at < size; at += 2) rows[next[pairs[at]!]!++] = pairs[at + 1]!;
	const wordStart = new Uint32Array(counts.length);
	let start = 0;
	let id = 0;
	for (const word of wordIds.keys()) {
		wordStart[id++] = start;
		start += word.length + 1;
	}
	return { words: [...wordIds.keys(), ''].join('\n'), wordStart, rowStart, rows };
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

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(array.length * 2);
	larger.set(array);
	return larger;
}

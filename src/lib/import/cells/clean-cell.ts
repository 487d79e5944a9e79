/** What tables write for an empty cell. */
const EMPTY = new Set(['', 'nan', 'na', 'n/a', '#n/a', 'null', 'none', 'nil', '-', '--', '–', '—', '.', '..', '...']);
/** Longer than any of these, in any case. */
const LONGEST_EMPTY = 4;
/** As long as a text of the model may be. */
const LONGEST_TEXT = 2000;
/** As much of a value as a rejection quotes. */
const LONGEST_QUOTE = 200;

/** A cell without white space around it; the empty string where it stands for nothing, as `nan` and `NA` do. */
export function cleanCell(cell: string | undefined): string {
	if (cell === undefined) return '';
	const text = cell.trim();
	return text.length <= LONGEST_EMPTY && EMPTY.has(text.toLowerCase()) ? '' : text;
}

/** Text as the model holds it: on one line, at most 2,000 characters; `null` where there is none. */
export function cleanText(cell: string | undefined): string | null {
	const text = cleanCell(cell);
	if (text === '') return null;
	const line = text.replace(/\s+/g, ' ');
	return line.length <= LONGEST_TEXT ? line : `${cut(line, LONGEST_TEXT - 1).trimEnd()}…`;
}

/** A value as a rejection quotes it. */
export function quoteCell(cell: string | undefined): string {
	return cut(cell ?? '', LONGEST_QUOTE);
}

/** A column's name or a word of a code list, so that case, spaces, punctuation and accents do not matter. */
export function foldWord(text: string): string {
	return text
		.slice(0, LONGEST_QUOTE)
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Never between the two halves of a character. */
function cut(text: string, length: number): string {
	const part = text.slice(0, length);
	return /[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part;
}

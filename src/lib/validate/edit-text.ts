import type { JsonArray, Span } from './json-node.ts';

/** A span of a text and what is to stand there instead. */
export interface Edit extends Span {
	readonly text: string;
}

/** The text with all edits made, which do not overlap. */
export function editText(text: string, edits: readonly Edit[]): string {
	let edited = '';
	let at = 0;
	for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
		edited += text.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return edited + text.slice(at);
}

/** Puts other items into an array and leaves the white space and commas between them as they were. */
export function editItems(text: string, { start, end, items }: JsonArray, texts: readonly string[]): Edit {
	const first = items[0]!;
	const last = items.at(-1)!;
	let written = text.slice(start, first.start);
	texts.forEach((item, i) => {
		const before = Math.min(i, items.length - 1);
		const between = before > 0 ? text.slice(items[before - 1]!.end, items[before]!.start) : ', ';
		written += (i > 0 ? between : '') + item;
	});
	return { start, end, text: written + text.slice(last.end, end) };
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font } from 'opentype.js';

export type Weight = 400 | 600;

const require = createRequire(import.meta.url);
const fonts = new Map<Weight, Font>();

/** The outline of a line of text as an SVG path whose baseline begins at `x`, `y`. Latin script only. */
export function textPath(text: string, x: number, y: number, size: number, weight: Weight): string {
	return font(weight).getPath(text, x, y, size, { kerning: true }).toPathData(1);
}

/** Width of a line of text. */
export function textWidth(text: string, size: number, weight: Weight): number {
	return font(weight).getAdvanceWidth(text, size, { kerning: true });
}

/** Breaks a text at its spaces into lines no wider than `width`; what does not fit into `most` lines ends in "…". */
export function breakLines(text: string, width: number, size: number, weight: Weight, most: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		const joined = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && textWidth(joined, size, weight) <= width) lines[lines.length - 1] = joined;
		else lines.push(word);
	}
	if (lines.length <= most) return lines;
	const kept = lines.slice(0, most);
	let end = kept[most - 1]!;
	while (end.includes(' ') && textWidth(`${end}…`, size, weight) > width) end = end.slice(0, end.lastIndexOf(' '));
	return [...kept.slice(0, -1), `${end}…`];
}

function font(weight: Weight): Font {
	let known = fonts.get(weight);
	if (!known) {
		const bytes = readFileSync(require.resolve(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff`));
		known = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
		fonts.set(weight, known);
	}
	return known;
}

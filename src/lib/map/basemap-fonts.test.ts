import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LABEL_FONTS, labelFontFaces } from './basemap-fonts.ts';

interface Face {
	url: string;
	'unicode-range': string[];
}
const faces = labelFontFaces('/fonts') as Record<string, Face[]>;

function fileFor(letter: string): string | undefined {
	const code = letter.codePointAt(0) ?? 0;
	const regular = faces[LABEL_FONTS.regular] ?? [];
	return regular.find(({ 'unicode-range': ranges }) =>
		ranges.some((range) => {
			const [from = '', to = from] = range.slice(2).split('-');
			return parseInt(from, 16) <= code && code <= parseInt(to, 16);
		}),
	)?.url;
}

test('every font file the style names is in static/fonts', () => {
	const there = readdirSync(new URL('../../../static/fonts', import.meta.url));
	const named = Object.values(faces).flatMap((files) => files.map(({ url }) => url.replace('/fonts/', '')));
	expect(named.filter((name) => !there.includes(name))).toEqual([]);
	expect(named).toHaveLength(15);
});

test.each([
	['B', 'noto-sans-latin-400'],
	['ş', 'noto-sans-latin-ext-400'],
	['ạ', 'noto-sans-vietnamese-400'],
	['ب', 'noto-sans-arabic-arabic-400'],
	['پ', 'noto-sans-arabic-arabic-400'],
	['ש', 'noto-sans-hebrew-hebrew-400'],
])('%s is drawn from %s', (letter, file) => {
	expect(fileFor(letter)).toBe(`/fonts/${file}-normal.woff2`);
});

test('a letter of no shipped font is left to the reader’s own', () => {
	expect(fileFor('漢')).toBeUndefined();
});

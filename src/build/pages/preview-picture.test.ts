import { expect, test } from 'vitest';
import { drawLocator } from './draw-locator.ts';
import { PICTURE_LOOK } from './locator-look.ts';
import { pictureSvg, previewPicture } from './preview-picture.ts';
import { breakLines, textWidth } from './text-path.ts';

const words = {
	kicker: 'Incident · Air strike',
	title: 'A title so long that it must be broken into several lines, <b>& more</b> of them than one would wish for',
	facts: ['30 July 2024', 'Musayib, Babil'],
	judged: ['Attribution: disputed'],
};
const subject = {
	points: [{ position: [44.29, 32.78] as [number, number], radiusKm: 5, symbol: null, count: 1, name: 'Musayib' }],
	areas: [],
};

test('the picture is a PNG of the size that previews ask for, and the same every time', async () => {
	const map = await drawLocator(process.cwd(), subject, PICTURE_LOOK);
	const png = await previewPicture(words, map);
	const header = new DataView(png.buffer);
	expect(new TextDecoder().decode(png.slice(1, 4))).toBe('PNG');
	expect([header.getUint32(16), header.getUint32(20)]).toEqual([1200, 630]);
	expect(Buffer.compare(png, await previewPicture(words, map))).toBe(0);
});

test('text is outlines, so that no font is asked for and no markup comes from data', () => {
	const svg = pictureSvg(words, null);
	expect(svg).not.toMatch(/<text|<b>|font-family/);
	expect(svg.match(/<path/g)!.length).toBeGreaterThan(5);
});

test('lines keep to their width, and the last that has room says that there is more', () => {
	const lines = breakLines(words.title, 400, 40, 600, 3);
	expect(lines).toHaveLength(3);
	expect(lines.every((line) => textWidth(line, 40, 600) <= 400)).toBe(true);
	expect(lines[2]).toMatch(/…$/);
	expect(breakLines('Short', 400, 40, 600, 3)).toEqual(['Short']);
});

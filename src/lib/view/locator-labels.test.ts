import { expect, test } from 'vitest';
import { type LabelSpace, placeLabels } from './locator-labels.ts';

const space: LabelSpace = { width: 400, height: 300, size: 11, taken: [], mostCities: 3 };
const city = (text: string, x: number, y: number) => ({ text, kind: 'city' as const, x, y });

test('a name stands right of its dot, and left of it near the edge', () => {
	const [baghdad, amman] = placeLabels([city('Baghdad', 100, 100), city('Amman', 380, 200)], space);
	expect(baghdad).toMatchObject({ anchor: 'start', textX: 105 });
	expect(amman).toMatchObject({ anchor: 'end', textX: 375 });
});

test('a name gives way to those before it and to what is taken', () => {
	const wishes = [city('Baghdad', 100, 100), city('Kadhimiya', 110, 102), city('Tikrit', 200, 200)];
	expect(
		placeLabels(wishes, { ...space, taken: [[206, 190, 280, 210]] }).map(({ text, anchor }) => [text, anchor]),
	).toEqual([
		['Baghdad', 'start'],
		['Tikrit', 'end'],
	]);
});

test('no more cities than asked for, and countries besides', () => {
	const cities = ['A', 'B', 'C', 'D'].map((text, i) => city(text, 50, 50 + i * 40));
	const labels = placeLabels([...cities, { text: 'IRAQ', kind: 'country', x: 300, y: 150 }], space);
	expect(labels.map(({ text }) => text)).toEqual(['A', 'B', 'C', 'IRAQ']);
});

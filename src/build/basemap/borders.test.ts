import { expect, test } from 'vitest';
import { borderLines, splitByDispute } from './borders.ts';
import { DISPUTED_BORDERS, NO_BORDER_AROUND } from './disputed-borders.ts';
import { readWorldAtlas } from './world-atlas.ts';
import type { CountryGeometry } from './world-atlas.ts';

const world = readWorldAtlas('10m');

const countries = world.objects.countries.geometries as CountryGeometry[];
const nameOf = ({ properties }: CountryGeometry) => (properties as { name: string }).name;

test('every name in the list of disputes is a country of the source', () => {
	const names = countries.map(nameOf);
	const used = [...NO_BORDER_AROUND, ...DISPUTED_BORDERS.flatMap(({ between }) => between)];
	expect(used.filter((name) => !names.includes(name))).toEqual([]);
});

test.each(DISPUTED_BORDERS)('the dispute between $between is drawn', ({ between }) => {
	const pair = countries.filter((country) => between.includes(nameOf(country)));
	const lines = borderLines({
		...world,
		objects: { ...world.objects, countries: { type: 'GeometryCollection', geometries: pair } },
	});
	expect(lines.some(({ properties }) => properties.disputed)).toBe(true);
});

test('only the disputed stretch of a border is dashed', () => {
	const line = [
		[25, 22],
		[36.9, 22],
	];
	const pieces = splitByDispute(line, { between: ['Egypt', 'Sudan'], within: [33.1, 21.5, 37.5, 22.5], why: '' });
	expect(pieces.map(({ properties }) => properties.disputed)).toEqual([false, true]);
	expect(pieces[0]?.geometry.coordinates.at(-1)?.[0]).toBeCloseTo(33.1, 0);
	expect(pieces[1]?.geometry.coordinates.at(-1)).toEqual([36.9, 22]);
});

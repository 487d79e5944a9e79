import { expect, test } from 'vitest';
import { problemsOf, testAtlas, testPlace } from '../testburg.ts';
import { check } from './place-in-country.ts';

const problems = (...places: ReturnType<typeof testPlace>[]) => problemsOf(check, testAtlas({ places, records: [] }));

test('passes inside the country, a little outside of it, and at sea', () => {
	const border = testPlace({ id: 'border', at: [9.56, 47.1] });
	expect(problems(testPlace(), border, testPlace({ id: 'sea', country: null, at: [0, 0] }))).toEqual([]);
});

test('finds a swapped pair and offers the right one', () => {
	expect(problems(testPlace({ at: [46.95, 7.45] }))).toEqual([
		{
			file: 'geodata/places/testland.geojson',
			path: 'features[0].geometry.coordinates',
			message: 'testburg at [46.95, 7.45] lies outside CHE: latitude and longitude are swapped',
			fix: 'write [7.45, 46.95]',
		},
	]);
});

test('finds a point in another country', () => {
	expect(problems(testPlace({ at: [2.35, 48.85] }))).toEqual([
		expect.objectContaining({ message: 'testburg at [2.35, 48.85] lies outside CHE' }),
	]);
});

test('finds a country that does not exist', () => {
	expect(problems(testPlace({ country: 'QQQ' }))).toEqual([
		expect.objectContaining({ path: 'features[0].properties.country' }),
	]);
});

import { expect, test } from 'vitest';
import { basemapCredits } from './basemap-credits.ts';

const named = (address: string | null) => basemapCredits(address).map(({ name, licence }) => `${name}, ${licence}`);

test.each([null, '', ' '])('our own basemap (%j) names its sources with their licences', (address) => {
	expect(named(address)).toEqual([
		'Natural Earth, public domain',
		'GSHHG, LGPL 3',
		'NASA SRTM30, Marble, public domain',
		'GeoNames, CC BY 4.0',
	]);
});

test.each(['maps/world.pmtiles', 'pmtiles://https://example.org/w.pmtiles?v=2'])(
	'%s is made from OpenStreetMap',
	(address) => {
		expect(named(address)).toEqual(['OpenStreetMap, ODbL', 'Protomaps, BSD 3-Clause']);
	},
);

test('another style is named by its address, and none of our sources with it', () => {
	expect(named('https://example.org/style.json')).toEqual(['https://example.org/style.json, terms of its maker']);
});

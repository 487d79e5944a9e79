import { expect, test } from 'vitest';
import { buildGazetteerIndex } from './gazetteer-index.ts';
import { locateName, type NamedPlace } from './locate-name.ts';
import { testRow } from './test-rows.ts';

const anbar = { kind: 'province', area: 'admin1:IRQ:Al-Anbar', admin1: 'Anbar', uncertaintyKm: 200 } as const;
const index = buildGazetteerIndex([
	testRow({ id: 'iraq', name: 'Iraq', kind: 'country', uncertaintyKm: 500 }),
	testRow({ id: 'anbar', name: 'Anbar Province', aliases: ['Anbar'], position: [42, 33], ...anbar }),
	testRow({ id: 'fallujah', name: 'Fallujah', admin1: 'Anbar', position: [43.8, 33.35] }),
	testRow({ id: 'baghdad', name: 'Baghdad', position: [44.4, 33.3], population: 7_000_000 }),
	testRow({ id: 'baghdad-airport', name: 'Baghdad Airport', kind: 'airport', position: [44.2, 33.3] }),
	testRow({ id: 'balad', name: 'Balad', position: [44.1, 34] }),
	testRow({ id: 'balad-air-base', name: 'Balad Air Base', kind: 'air-base', position: [44.36, 33.94] }),
	testRow({ id: 'ovda', name: 'Ovda Air Base', aliases: ['Ovda'], kind: 'air-base', country: 'ISR' }),
	testRow({ id: 'geonames-2', name: 'Ovda', country: 'NGA', population: 900, origin: 'geonames' }),
	testRow({ id: 'gaza-city', name: 'Gaza City', aliases: ['Gaza'], country: 'PSE', position: [34.46, 31.5] }),
	testRow({
		id: 'gaza-strip',
		name: 'Gaza Strip',
		aliases: ['Gaza'],
		kind: 'region',
		country: 'PSE',
		position: [34.4, 31.4],
		uncertaintyKm: 25,
	}),
	testRow({ id: 'north-field', name: 'Conoco', kind: 'oil-site', country: 'SYR', position: [40.3, 35.3] }),
	testRow({ id: 'south-base', name: 'Conoco', kind: 'military-base', country: 'SYR', position: [40.9, 34.3] }),
	testRow({ id: 'tripoli-lebanon', name: 'Tripoli', country: 'LBN', position: [35.8, 34.4], population: 229_000 }),
	testRow({ id: 'tripoli-libya', name: 'Tripoli', country: 'LBY', position: [13.2, 32.9], population: 1_150_000 }),
	testRow({ id: 'tripoli-site', name: 'Tripoli', kind: 'site', country: 'LBY', position: [13.2, 32.9] }),
	testRow({ id: 'geonames-9', name: 'Balad Air Base', population: 90_000, origin: 'geonames' }),
]);

function find(written: string, parts: Partial<NamedPlace> = {}) {
	const { chosen, query } = locateName({ written, country: null, admin1: null, kinds: null, ...parts }, index);
	return [chosen?.row.id ?? null, query.relation];
}

test.each([
	['Fallujah', 'fallujah', 'at'],
	['Fallujah, Anbar, Iraq', 'fallujah', 'at'],
	['near Fallujah', 'fallujah', 'near'],
	['10 km south of Fallujah, Anbar', 'fallujah', 'south-of'],
	['Baghdad, Baghdad, Iraq', 'baghdad', 'at'],
	['Iraq', 'iraq', 'at'],
] as const)('%s is %s', (written, id, relation) => {
	expect(find(written)).toEqual([id, relation]);
});

test('a name is taken for a town first, for something else only where no town can be meant', () => {
	expect(find('Balad')[0]).toBe('balad');
	expect(find('Anbar')[0]).toBe('anbar');
	expect(find('Ovda')[0]).toBe('ovda');
	expect(find('Ovda', { country: 'NGA' })[0]).toBe('geonames-2');
});

test('words for its kind in a name decide', () => {
	expect(find('Balad air base', { country: 'IRQ' })[0]).toBe('balad-air-base');
	expect(find('Baghdad airport')[0]).toBe('baghdad-airport');
	expect(find('Anbar governorate')[0]).toBe('anbar');
});

test('where a town and the region around it bear the very name, the wider one is given', () => {
	expect(find('Gaza')[0]).toBe('gaza-strip');
	expect(find('Gaza City')[0]).toBe('gaza-city');
});

test('two places that fit equally well are none', () => {
	expect(find('Conoco', { country: 'SYR' })[0]).toBeNull();
	expect(find('Tripoli')[0]).toBeNull();
	expect(find('Tripoli', { country: 'LBY' })[0]).toBe('tripoli-libya');
	expect(locateName({ written: 'Conoco', country: 'SYR', admin1: null, kinds: null }, index).reason).toContain(
		'ambiguous',
	);
});

test('a name that is not there, a country that is not, and a row that contradicts its name are unlocated with the reason', () => {
	const reason = (written: string, country: string | null = null) =>
		locateName({ written, country, admin1: null, kinds: null }, index).reason;
	expect(find('Atlantis')[0]).toBeNull();
	expect(reason('Atlantis')).toContain('no place in the gazetteer bears this name');
	expect(find('Norway')[0]).toBeNull();
	expect(find('Fallujah, Iraq', { country: 'SYR' })[0]).toBeNull();
	expect(reason('Fallujah, Iraq', 'SYR')).toBe('Unlocated: the name says IRQ and the row SYR.');
	expect(reason('')).toContain('Unlocated');
});

test('kinds that the row tells are the only ones asked for', () => {
	expect(find('Anbar', { kinds: ['province', 'region'] })[0]).toBe('anbar');
	expect(find('Fallujah', { kinds: ['province', 'region'] })[0]).toBeNull();
});

import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Geocoding } from '../model/place.ts';
import { buildGazetteerIndex } from './gazetteer-index.ts';
import { geocode } from './geocode.ts';
import { testQuery, testRow } from './test-rows.ts';
import { toGeocoding } from './to-geocoding.ts';

const rows = [
	testRow({ id: 'iraq', name: 'Iraq', kind: 'country', position: [43.7, 33] }),
	testRow({
		id: 'anbar',
		name: 'Anbar',
		kind: 'province',
		area: 'admin1:IRQ:Al-Anbar',
		admin1: 'Anbar',
		position: [42, 33],
	}),
	testRow({
		id: 'babil',
		name: 'Babil',
		kind: 'province',
		area: 'admin1:IRQ:Babil',
		admin1: 'Babil',
		position: [44.6, 32.5],
	}),
	testRow({ id: 'baghdad', name: 'Baghdad', position: [44.4, 33.3], population: 7_000_000 }),
	testRow({ id: 'musayib', name: 'Musayib', aliases: ['المسيب'], admin1: 'Babil', position: [44.3, 32.8] }),
	testRow({
		id: 'ovda',
		name: 'Ovda Air Base',
		aliases: ['Ovda'],
		kind: 'air-base',
		country: 'ISR',
		position: [34.9, 29.9],
	}),
	testRow({ id: 'balad', name: 'Balad', position: [44.1, 34] }),
	testRow({ id: 'red-sea', name: 'Red Sea', kind: 'sea', country: null, position: [38.5, 20] }),
	testRow({ id: 'tripoli-lebanon', name: 'Tripoli', country: 'LBN', position: [35.8, 34.4], population: 229_000 }),
	testRow({
		id: 'geonames-1',
		name: 'Tripoli',
		country: 'LBY',
		position: [13.2, 32.9],
		population: 1_150_000,
		origin: 'geonames',
	}),
	testRow({ id: 'geonames-2', name: 'Ovda', country: 'NGA', position: [7, 9], population: 20_000, origin: 'geonames' }),
	testRow({
		id: 'geonames-3',
		name: 'Springfield',
		country: 'USA',
		position: [-89.6, 39.8],
		population: 116_000,
		origin: 'geonames',
	}),
	testRow({
		id: 'geonames-4',
		name: 'Springfield',
		country: 'USA',
		position: [-72.6, 42.1],
		population: 154_000,
		origin: 'geonames',
	}),
	testRow({
		id: 'geonames-5',
		name: 'Ömerli',
		alternates: ['Amerli'],
		country: 'TUR',
		position: [41, 37.4],
		population: 8000,
		origin: 'geonames',
	}),
	testRow({
		id: 'geonames-6',
		name: 'Sarqala',
		country: 'IRQ',
		position: [45.1, 34.7],
		population: 9000,
		origin: 'geonames',
	}),
	testRow({
		id: 'geonames-7',
		name: 'Sarqala',
		country: 'IRN',
		position: [46.9, 34.7],
		population: 9000,
		origin: 'geonames',
	}),
];
const index = buildGazetteerIndex(rows);
const idOf = (...query: Parameters<typeof testQuery>) => geocode(testQuery(...query), index).chosen?.row.id ?? null;

test('finds a place by its name, by another spelling and in another script', () => {
	expect(idOf('Musayib')).toBe('musayib');
	expect(idOf('AL-MUSAYIB')).toBe('musayib');
	expect(idOf('المسيّب')).toBe('musayib');
});

test('nothing asked, nothing answered', () => {
	for (const name of ['', ' ', '—', 'al', 'qwxzzy']) {
		const answer = geocode(testQuery(name, { country: 'IRQ' }), index);
		expect(answer.chosen).toBeNull();
		expect(answer.reason).toMatch(/^Unlocated: /);
	}
});

test('an air base is never a town, nor a town a province', () => {
	expect(idOf('Balad air base', { kind: 'air-base' })).toBeNull();
	expect(idOf('Balad air base')).toBeNull();
	expect(idOf('Balad', { kind: 'province' })).toBeNull();
	const [rejected] = geocode(testQuery('Balad air base', { kind: 'air-base' }), index).candidates;
	expect(rejected).toMatchObject({ eligible: false, reason: expect.stringContaining('a town, not an air base') });
});

test('without context a stranger does not take the name of a curated place of another kind', () => {
	expect(idOf('Ovda')).toBeNull();
	expect(idOf('Ovda', { country: 'NGA' })).toBe('geonames-2');
	expect(idOf('Ovda', { kind: 'air-base' })).toBe('ovda');
});

test('an alternate name of a small place needs context', () => {
	expect(idOf('Amerli')).toBeNull();
	expect(idOf('Amerli', { country: 'IRQ' })).toBeNull();
	expect(idOf('Amerli', { country: 'TUR' })).toBe('geonames-5');
});

test('places equally good are unlocated, and the answer names them', () => {
	const springfield = geocode(testQuery('Springfield', { country: 'USA' }), index);
	expect(springfield.chosen).toBeNull();
	expect(springfield.reason).toContain('ambiguous');
	expect(geocode(testQuery('Tripoli'), index).reason).toContain('LBN');
});

test('the country decides between places of one name', () => {
	expect(idOf('Tripoli', { country: 'LBN' })).toBe('tripoli-lebanon');
	expect(idOf('Tripoli', { country: 'LBY' })).toBe('geonames-1');
	expect(idOf('Tripoli', { country: 'IRQ' })).toBeNull();
});

test('the place named beside it decides, and one too far off is refused', () => {
	expect(idOf('Sarqala')).toBeNull();
	expect(idOf('Sarqala', { near: 'Balad' })).toBe('geonames-6');
	expect(idOf('Sarqala', { near: 'Tripoli' })).toBeNull();
	expect(idOf('Musayib', { near: 'Baghdad' })).toBe('musayib');
	expect(idOf('Musayib', { near: 'Tripoli' })).toBeNull();
	expect(idOf('Musayib', { near: 'Tripoli', country: 'IRQ' })).toBe('musayib');
});

test('a province that contradicts rules a place out; one that is not known does not', () => {
	expect(idOf('Musayib', { admin1: 'Babil' })).toBe('musayib');
	expect(idOf('Musayib', { admin1: 'Babil Governorate', country: 'IRQ' })).toBe('musayib');
	expect(idOf('Musayib', { admin1: 'Anbar', country: 'IRQ' })).toBeNull();
	expect(idOf('Musayib', { admin1: 'Nowhere', country: 'IRQ' })).toBe('musayib');
});

test('spelling is guessed only with a country or province, and only inside it', () => {
	expect(idOf('Musayyb')).toBeNull();
	expect(idOf('Musayyb', { country: 'IRQ' })).toBe('musayib');
	expect(idOf('Musayyb', { admin1: 'Babil' })).toBe('musayib');
	expect(idOf('Musayyb', { country: 'ISR' })).toBeNull();
	expect(idOf('Musayyb', { near: 'Baghdad' })).toBeNull();
	expect(idOf('Nusayib', { country: 'IRQ' })).toBeNull();
	expect(geocode(testQuery('Musayyb', { country: 'IRQ' }), index).reason).toContain('but for one letter');
});

test('a guess keeps the consonants, and is not made at names from lists', () => {
	const towns = [
		testRow({ id: 'basra', name: 'Basra', alternates: ['Bashila'] }),
		testRow({ id: 'sarqala', name: 'Sarqala' }),
		testRow({ id: 'isfahan', name: 'Isfahan' }),
		testRow({ id: 'hasakah', name: 'Hasakah', position: [40.7, 36.5] }),
	];
	const guess = (name: string) =>
		geocode(testQuery(name, { country: 'IRQ' }), buildGazetteerIndex(towns)).chosen?.row.id ?? null;
	expect(['Bashiqa', 'Basta', 'Sarbala', 'Sarqal', 'Hassakeh', 'Sarkala', 'Isfhaan'].map(guess)).toEqual([
		null,
		null,
		null,
		'sarqala',
		'hasakah',
		'sarqala',
		'isfahan',
	]);
});

test('a name that something in the country has is no misspelling', () => {
	const bases = [
		testRow({ id: 'speicher', name: 'Speicher', kind: 'military-base' }),
		testRow({ id: 'speichar', name: 'Speichar' }),
	];
	expect(geocode(testQuery('Speicher', { country: 'IRQ' }), buildGazetteerIndex(bases)).chosen).toBeNull();
});

test('a row goes without its kind words only where they are of its kind', () => {
	const province = testRow({ id: 'kut', name: 'Kut City', kind: 'province' });
	expect(geocode(testQuery('Kut', { kind: 'province' }), buildGazetteerIndex([province])).candidates).toEqual([]);
	const airport = buildGazetteerIndex([{ ...province, name: 'Kut Airport', kind: 'airport' }]);
	expect(geocode(testQuery('Kut', { kind: 'airport' }), airport).chosen?.row.id).toBe('kut');
});

test('a sea is of no country and fits any', () => {
	expect(idOf('Red Sea', { kind: 'sea', country: 'ISR' })).toBe('red-sea');
});

const queries = fc.record({
	name: fc.constantFrom(
		'Tripoli',
		'Ovda',
		'Musayyb',
		'Balad air base',
		'Springfield',
		'Sarqala',
		'Baghdad',
		'Red Sea',
		'x',
		'',
	),
	kind: fc.constantFrom('town', 'air-base', 'province', 'sea', 'region', 'port'),
	country: fc.constantFrom(null, 'IRQ', 'LBN', 'USA', 'ISR'),
	admin1: fc.constantFrom(null, 'Babil', 'Nowhere'),
	near: fc.constantFrom(null, 'Baghdad', 'Tripoli'),
	relation: fc.constantFrom('at', 'near', 'south-of', 'outskirts-of'),
} as const);

test('the order of the rows changes no answer, and every answer fits the schema', () => {
	const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length }).map(buildGazetteerIndex);
	fc.assert(
		fc.property(queries, shuffled, (query, other) => {
			const answer = toGeocoding(geocode(query, index), query);
			expect(v.safeParse(Geocoding, answer).success).toBe(true);
			expect(JSON.stringify(toGeocoding(geocode(query, other), query))).toBe(JSON.stringify(answer));
		}),
	);
});

test('the record of an answer carries at most five rejected candidates with their distance', () => {
	const query = testQuery('Tripoli', { country: 'LBN' });
	expect(toGeocoding(geocode(query, index), query)).toEqual({
		place_id: 'tripoli-lebanon',
		place_name: 'Tripoli',
		geo_precision: 'town',
		uncertainty_km: 4,
		reason: 'The name matches; a town; in LBN.',
		rejected: [
			{
				place_id: 'geonames-1',
				name: 'Tripoli',
				country: 'LBY',
				score: 0.294,
				distance_km: 2094.2,
				reason: 'The name matches; a town; ruled out: in LBY, not LBN.',
			},
		],
	});
	const many = Array.from({ length: 9 }, (_, i) => testRow({ id: `x-${i}`, name: 'X', position: [i * 9, 0] }));
	const nowhere = toGeocoding(geocode(testQuery('X'), buildGazetteerIndex(many)), testQuery('X'));
	expect(nowhere).toMatchObject({ place_id: null, uncertainty_km: null });
	expect(nowhere.rejected).toHaveLength(5);
	expect(nowhere.rejected.every(({ distance_km }) => distance_km === null)).toBe(true);
});

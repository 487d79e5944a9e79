import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltIndex, buildGazetteerIndex, type GazetteerIndex } from '../lib/geocode/gazetteer-index.ts';
import { geocode } from '../lib/geocode/geocode.ts';
import { locateName } from '../lib/geocode/locate-name.ts';
import { openGazetteer } from '../lib/geocode/packed-gazetteer.ts';
import { testQuery } from '../lib/geocode/test-rows.ts';
import { toGeocoding } from '../lib/geocode/to-geocoding.ts';
import { keysOf, PLACE_KINDS } from '../lib/model/vocabulary.ts';
import { deflatedGazetteer } from './deflated-gazetteer.ts';
import { readGazetteer } from './read-gazetteer.ts';

let index: BuiltIndex;
/** The same as the browser has it. */
let packed: GazetteerIndex;
let packedBytes: number;
beforeAll(async () => {
	index = buildGazetteerIndex(await readGazetteer(process.cwd()));
	const file = deflatedGazetteer(index.rows);
	packedBytes = file.length;
	packed = openGazetteer(file);
}, 120_000);

/** The answer, which has to be the same from the packed gazetteer. */
function idOf(...parts: Parameters<typeof testQuery>): string | null {
	const query = testQuery(...parts);
	const answer = toGeocoding(geocode(query, index), query);
	expect(toGeocoding(geocode(query, packed), query)).toEqual(answer);
	return answer.place_id;
}

test('the answers that naive matching got wrong are right, or unlocated', () => {
	expect(idOf('Amerli')).toBe('amerli');
	expect(idOf('Amerli', { country: 'IRQ', near: 'Tikrit' })).toBe('amerli');
	expect(idOf('Ovda')).toBeNull();
	expect(idOf('Ovda', { kind: 'air-base' })).toBe('ovda-air-base');
	expect(idOf('Ovda', { kind: 'region' })).toBeNull();
	expect(idOf('Harir')).toBe('harir');
	expect(idOf('Harir', { kind: 'military-base' })).toBe('bashur-airfield');
	expect(idOf('Balad air base')).toBeNull();
	expect(idOf('Balad air base', { kind: 'air-base' })).toBe('balad-air-base');
	expect(idOf('Baghdad airport')).toBeNull();
	expect(idOf('Baghdad airport', { kind: 'airport' })).toBe('baghdad-airport');
});

test('without the curated rows they are unlocated, never the listed wrong place', () => {
	const bare = buildGazetteerIndex(index.rows.filter(({ origin }) => origin !== 'curated'));
	for (const name of ['Amerli', 'Ovda', 'Harir', 'Kalsu', 'Jurf al-Sakhar']) {
		for (const country of [null, 'IRQ', 'ISR']) {
			for (const kind of ['town', 'air-base', 'military-base'] as const) {
				expect(geocode(testQuery(name, { country, kind }), bare).chosen?.row ?? null).toBeNull();
			}
		}
	}
}, 60_000);

test('misspellings of the reports are found', () => {
	expect(idOf('Eliat', { country: 'ISR' })).toBe('eilat');
	expect(idOf('Eliat', { kind: 'port' })).toBe('eilat-port');
	expect(idOf('Kalso', { kind: 'military-base' })).toBe('kalsu');
	expect(idOf('al-Asad air base', { kind: 'air-base' })).toBe('ain-al-asad');
	expect(idOf('Ain al-Asad military airbase', { kind: 'military-base', admin1: 'Anbar' })).toBe('ain-al-asad');
	expect(idOf('Fallujha', { country: 'IRQ' })).toBe('fallujah');
	expect(idOf('Fallujha')).toBeNull();
});

test.each([
	['Bashira', 'IRQ'],
	['Sulaiman Dag', 'IRQ'],
	['Alta al-Shaar', 'LBN'],
	['Dobev', 'ISR'],
	["Zar'im", 'ISR'],
	['Kisra', 'SYR'],
	['Hamdan', 'YEM'],
])('a name the gazetteer does not hold is no misspelling of a town elsewhere: %s', (name, country) => {
	expect(idOf(name, { country })).toBeNull();
});

test.each([
	['المسيب', 'town', 'musayib'],
	['قاعدة عين الأسد', 'air-base', 'ain-al-asad'],
	['الأنبار', 'province', 'anbar-province'],
	['مطار بغداد الدولي', 'airport', 'baghdad-airport'],
	['البحر الأحمر', 'sea', 'red-sea'],
	['عمان', 'country', 'oman'],
	['عمان', 'town', 'amman'],
	['עובדה', 'air-base', 'ovda-air-base'],
	['אילת', 'town', 'eilat'],
	['רצועת עזה', 'region', 'gaza-strip'],
	['נגב', 'region', 'negev'],
	['اصفهان', 'town', 'isfahan'],
	['تأسیسات هسته‌ای نطنز', 'nuclear-site', 'natanz-facility'],
	['تهران', 'town', 'tehran'],
] as const)('finds %s as %s', (name, kind, id) => {
	expect(idOf(name, { kind })).toBe(id);
});

test.each([
	['Dimona nuclear reactor', 'nuclear-site', 'ISR', 'dimona-reactor'],
	['Conoco gas field', 'oil-site', 'SYR', 'conoco-gas-field'],
	['Conoco', 'military-base', 'SYR', 'conoco-base'],
	['Mazzeh neighborhood', 'district', 'SYR', 'mezzeh'],
	['Dimas airport', 'air-base', 'SYR', 'dimas-airfield'],
	['Kharg Island', 'region', 'IRN', 'kharg'],
	['Kharg Island', 'oil-site', 'IRN', 'kharg-island'],
	['Nuseirat refugee camp', 'district', 'PSE', 'nuseirat'],
	['Daraa countryside', 'province', 'SYR', 'daraa-governorate'],
	['Damascus countryside', 'province', 'SYR', 'rif-dimashq'],
	['Bashiqa', 'town', 'IRQ', 'bashiqa'],
	['Deir Ezzor military airport', 'air-base', 'SYR', 'deir-ez-zor-airport'],
	['Blida', 'town', 'LBN', 'blida-lebanon'],
] as const)('finds %s, as reports write it, meant as %s in %s', (name, kind, country, id) => {
	expect(idOf(name, { kind, country })).toBe(id);
});

test('a neighbour in the same country decides, however well the name fits', () => {
	expect(idOf('Imam Ali air base', { kind: 'air-base', country: 'IRQ', near: 'Al-Qaim' })).toBeNull();
	expect(idOf('Ain al-Asad', { kind: 'air-base', country: 'IRQ', near: 'Baghdad' })).toBe('ain-al-asad');
	expect(idOf('Scientific Studies and Research Center', { kind: 'site', country: 'SYR', near: 'Masyaf' })).toBeNull();
});

test('famous names that many places have are unlocated without a country', () => {
	expect(idOf('Springfield')).toBeNull();
	expect(idOf('Springfield', { country: 'USA' })).toBeNull();
	expect(idOf('San Jose')).toBeNull();
	expect(idOf('Houla')).toBeNull();
	expect(idOf('Taybeh')).toBeNull();
	expect(geocode(testQuery('San Jose', { country: 'CRI' }), index).chosen?.row).toMatchObject({ name: 'San José' });
	expect(idOf('Tripoli')).toBeNull();
	expect(idOf('Tripoli', { country: 'LBN' })).toBe('tripoli-lebanon');
	expect(geocode(testQuery('Tripoli', { country: 'LBY' }), index).chosen?.row.country).toBe('LBY');
	expect(idOf('US Embassy', { kind: 'embassy' })).toBeNull();
	expect(idOf('US Embassy', { kind: 'embassy', country: 'IRQ' })).toBe('us-embassy-baghdad');
});

test('one name, several kinds', () => {
	expect(idOf('Gaza', { kind: 'region' })).toBe('gaza-strip');
	expect(idOf('Gaza')).toBe('gaza-city');
	expect(idOf('Gaza', { kind: 'hospital' })).toBeNull();
	expect(idOf('Natanz', { kind: 'nuclear-site' })).toBe('natanz-facility');
	expect(idOf('Natanz', { country: 'IRN' })).toBe('natanz');
	expect(idOf('Isfahan', { kind: 'air-base', country: 'IRN' })).toBe('isfahan-air-base');
	expect(idOf('Erbil', { kind: 'province' })).toBe('erbil-province');
	expect(idOf('Red Sea', { kind: 'region', country: 'ISR' })).toBe('red-sea');
	expect(idOf('Kurdistan', { kind: 'region', country: 'IRQ' })).toBe('kurdistan-region');
	expect(idOf('Tehran airport', { kind: 'airport' })).toBeNull();
	expect(idOf('southern Israel', { kind: 'region' })).toBe('southern-israel');
});

test('every curated place is found by its own name, kind and country', () => {
	const lost = index.rows
		.filter(({ origin }) => origin === 'curated')
		.filter(({ id, name, kind, country, admin1 }) => idOf(name, { kind, country, admin1 }) !== id)
		.map(({ id }) => id);
	expect(lost).toEqual([]);
});

test('towns and airports of the lists know their province under our name for it', () => {
	const hit = index.rows.find(({ id }) => id === 'geonames-95886');
	expect(hit).toMatchObject({ name: 'Al Ḩaqlānīyah', country: 'IRQ', admin1: 'Anbar' });
});

test('the same question gives the same bytes', () => {
	const query = testQuery('San Jose', { near: 'Manila' });
	const once = JSON.stringify(toGeocoding(geocode(query, index), query));
	expect(JSON.stringify(toGeocoding(geocode(query, index), query))).toBe(once);
});

test('the packed gazetteer is small and answers as the whole one does: any name of any row, misspelt, in any context', () => {
	expect(packedBytes).toBeLessThan(6_000_000);
	const name = fc.integer({ min: 0, max: index.rows.length - 1 }).chain((number) => {
		const { name, aliases, alternates, hints, country, admin1 } = index.rows[number]!;
		return fc.record({
			name: fc.constantFrom(name, ...aliases, ...alternates, ...hints),
			country: fc.constantFrom(country, null, 'IRQ', 'USA'),
			admin1: fc.constantFrom(null, admin1, 'Anbar'),
		});
	});
	const slip = fc.record({ at: fc.nat(), kind: fc.constantFrom('none', 'none', 'drop', 'double', 'swap') });
	const query = fc.tuple(
		name,
		slip,
		fc.constantFrom(...keysOf(PLACE_KINDS)),
		fc.constantFrom(null, 'Baghdad', 'Paris'),
	);
	fc.assert(
		fc.property(query, ([place, { at, kind: slipKind }, kind, near]) => {
			const asked = testQuery(misspell(place.name, at, slipKind), { ...place, kind, near });
			const query = { ...asked, name: misspell(place.name, at, slipKind) };
			expect(toGeocoding(geocode(query, packed), query)).toEqual(toGeocoding(geocode(query, index), query));
			const written = { written: query.name, country: query.country, admin1: query.admin1, kinds: null };
			expect(locateName(written, packed).reason).toBe(locateName(written, index).reason);
		}),
		{ numRuns: 2000, seed: 5 },
	);
}, 240_000);

function misspell(name: string, at: number, kind: string): string {
	const letters = [...name];
	const place = at % letters.length;
	if (kind === 'drop') letters.splice(place, 1);
	if (kind === 'double') letters.splice(place, 0, letters[place]!);
	if (kind === 'swap') letters.splice(place, 2, ...letters.slice(place, place + 2).reverse());
	return letters.join('');
}

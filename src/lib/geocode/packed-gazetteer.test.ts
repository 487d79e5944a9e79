import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildGazetteerIndex, lookUp } from './gazetteer-index.ts';
import { packGazetteer } from './pack-gazetteer.ts';
import { openGazetteer } from './packed-gazetteer.ts';
import { testRow } from './test-rows.ts';

const listed = { origin: 'geonames', population: 0 } as const;
const rows = [
	testRow({ id: 'red-sea', name: 'Red Sea', kind: 'sea', country: null, hints: ['Bab al-Mandab'], area: 'sea:red' }),
	testRow({ id: 'ourairports-orbd', name: 'Balad Air Base', kind: 'air-base', origin: 'ourairports' }),
	testRow({ id: 'geonames-95446', name: 'Erbil', alternates: ['أربيل', 'Hewlêr', '埃尔比勒', 'Арбиль'], ...listed }),
	testRow({ id: 'geonames-7', name: 'Ḩabbānīyah', aliases: ['Habbaniyah Town'], admin1: 'Anbar', ...listed }),
	testRow({ id: 'geonames-3', name: 'Nowhere', position: [-179.99999, -0.00001], uncertaintyKm: 4, ...listed }),
	testRow({ id: 'geonames-900000000', name: 'Tokyo', country: 'JPN', ...listed, population: 8_336_599 }),
	testRow({ id: 'geonames-8', name: 'Too Exact', position: [1.123456, 2], ...listed }),
];
const [built, packed] = [buildGazetteerIndex(rows), openGazetteer(deflateSync(packGazetteer(rows)))];

const places = (index: typeof packed, key: string) =>
	lookUp(index, key)
		.map(({ row: { id, name, kind, country, admin1, position, uncertaintyKm, area, population, origin }, tier }) => ({
			...{ id, name, kind, country, admin1, position, uncertaintyKm, area, population, origin },
			tier,
		}))
		.sort((a, b) => (a.id < b.id ? -1 : 1));

test.each([
	...['redsea', 'babmandab', 'baladairbase', 'balad', 'erbil', 'اربيل', 'hewler', '埃尔比勒', 'арбиль', 'habbaniyah'],
	...['habbaniyahtown', 'nowhere', 'tokyo', 'tooexact', 'notthere', '', '__proto__', 'constructor'],
])('the key "%s" leads to the same places', (key) => {
	expect(places(packed, key)).toEqual(places(built, key));
});

test('names may be guessed, names from a list may not', () => {
	const keysNear = (key: string) => packed.guesses.near(key, 'IRQ').map((name) => name.key);
	expect(keysNear('habaniya')).toEqual(['habbaniyah']);
	expect(keysNear('hewlar')).toEqual([]);
});

test('what is no packed gazetteer is refused', () => {
	const bytes = packGazetteer(rows);
	expect(() => openGazetteer(deflateSync(new TextEncoder().encode('{"format":"other"}\n')))).toThrow('no packed');
	expect(() => openGazetteer(deflateSync(bytes.subarray(0, -1)))).toThrow('not whole');
	expect(() => openGazetteer(new TextEncoder().encode('<!doctype html>'))).toThrow();
});

import { expect, test } from 'vitest';
import { buildGazetteerIndex } from '../../geocode/gazetteer-index.ts';
import { testRow } from '../../geocode/test-rows.ts';
import { incidentFixture } from '../../view/incident-fixture.ts';
import { GeocodeRows } from './geocode-rows.ts';
import type { ImportedRow } from '../imported-row.ts';

const index = buildGazetteerIndex([
	testRow({ id: 'fallujah', name: 'Fallujah', admin1: 'Anbar', position: [43.78, 33.35] }),
	testRow({ id: 'erbil', name: 'Erbil', admin1: 'Erbil', position: [44, 36.2] }),
	testRow({
		id: 'erbil-province',
		name: 'Erbil Province',
		kind: 'province',
		area: 'admin1:IRQ:Erbil',
		admin1: 'Erbil',
		uncertaintyKm: 80,
	}),
	testRow({ id: 'red-sea', name: 'Red Sea', kind: 'sea', country: null, uncertaintyKm: 900, position: [38, 20] }),
]);

interface Written {
	readonly place: string | null;
	readonly country?: string;
	readonly admin1?: string;
	readonly original?: Record<string, string>;
}

function rowOf({ place, country, admin1, original = {} }: Written, number: number): ImportedRow {
	const plain = incidentFixture(`row-${number}`, 19_000);
	const unlocated = { place_id: null, place_name: null, geo_precision: null, where_prec: null, uncertainty_km: null };
	const context = { place_as_written: place, country: country ?? null, admin1: admin1 ?? null };
	const properties = { ...plain.properties, ...unlocated, ...context };
	return { feature: { ...plain, geometry: null, properties }, shape: null, sources: [], original, number };
}

async function run(written: readonly Written[]) {
	const rows: ImportedRow[] = [];
	const geocoding = new GeocodeRows({ add: (row) => void rows.push(row) }, index);
	for (const [at, each] of written.entries()) await geocoding.add(rowOf(each, at));
	return { rows, geocoding, tally: geocoding.tally() };
}

test('a place found gives its point, precision and radius; what the row says of country and province stays', async () => {
	const { rows } = await run([
		{ place: 'Fallujah', admin1: 'Al Anbar' },
		{ place: 'near Fallujah' },
		{ place: 'Red Sea' },
	]);
	expect(rows[0]!.feature.geometry).toEqual({ type: 'Point', coordinates: [43.78, 33.35] });
	expect(rows[0]!.feature.properties).toMatchObject({
		place_id: 'fallujah',
		place_name: 'Fallujah',
		place_as_written: 'Fallujah',
		country: 'IRQ',
		admin1: 'Al Anbar',
		geo_precision: 'town',
		where_prec: 1,
		uncertainty_km: 4,
	});
	expect(rows[1]!.feature.properties).toMatchObject({ geo_precision: 'district', where_prec: 2, uncertainty_km: 30 });
	expect(rows[2]!.feature.properties).toMatchObject({ geo_precision: 'region', where_prec: 7, country: null });
});

test('what is not found stays as it was and is counted with its reason; nothing is lost', async () => {
	const { rows, tally, geocoding } = await run([
		{ place: 'Atlantis' },
		{ place: 'Fallujah' },
		{ place: 'Atlantis' },
		{ place: null },
		{ place: 'Red Sea' },
	]);
	expect(rows).toHaveLength(5);
	expect(rows[0]).toEqual(rowOf({ place: 'Atlantis' }, 0));
	expect(tally).toMatchObject({ asked: 4, located: 2, coarse: 1, unplacedNames: 1 });
	expect(tally.unplaced).toEqual([
		{ name: 'Atlantis', country: null, admin1: null, rows: 2, reason: expect.stringContaining('Unlocated') as string },
	]);
	const report = { file: '', format: '', read: 5, accepted: 5, folded: 0, rejected: [], renumbered: 0 };
	expect(geocoding.amend({ ...report, unlocated: 5, coarse: 0 })).toMatchObject({ unlocated: 3, coarse: 1 });
});

test('a row that has coordinates is not looked up', async () => {
	const rows: ImportedRow[] = [];
	const geocoding = new GeocodeRows({ add: (row) => void rows.push(row) }, index);
	const row = rowOf({ place: 'Fallujah' }, 1);
	const located = {
		...row,
		feature: { ...row.feature, geometry: { type: 'Point', coordinates: [1, 2] } },
	} as ImportedRow;
	await geocoding.add(located);
	expect(rows[0]).toBe(located);
	expect(geocoding.tally().asked).toBe(0);
});

test('a row that names its province only is in the province, not in the town of that name', async () => {
	const { rows } = await run([
		{ place: 'Erbil', admin1: 'Erbil', original: { province: 'Erbil' } },
		{ place: 'Erbil', admin1: 'Erbil', original: { province: 'Erbil', town: 'Erbil' } },
	]);
	expect(rows.map(({ feature }) => feature.properties.place_id)).toEqual(['erbil-province', 'erbil']);
});

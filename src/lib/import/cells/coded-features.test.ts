import { expect, test } from 'vitest';
import { geojson } from '../geojson.ts';
import { readFixture } from '../read-fixture.ts';
import { sourceFixture } from '../source-fixture.ts';

const ACLED = {
	event_id_cnty: 'TST1',
	event_date: '18 February 2024',
	time_precision: 1,
	event_type: 'Strategic developments',
	sub_event_type: 'Disrupted weapons use',
	actor1: 'Forces of Testland',
	actor2: '',
	country: 'Iraq',
	location: 'Testburg',
	latitude: 1,
	longitude: 2,
	geo_precision: 2,
	source: 'Paper A; Paper B',
	notes: 'A drone was shot down.',
	fatalities: 0,
};
const UCDP = {
	id: 77,
	year: 2024,
	type_of_viol: 1,
	type_of_violence: 3,
	dyad_name: 'A - B',
	side_a: 'A',
	side_b: 'B',
	where_prec: 4,
	date_prec: 1,
	date_start: '2024-02-18',
	date_end: '2024-02-18',
	low: 1,
	best: 2,
	high: 3,
};
const file = (properties: object, geometry: object | null = { type: 'Point', coordinates: [44.36, 33.31] }) =>
	JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties }] });

test("features with ACLED's columns are read by its codes, at the place of their geometry", async () => {
	const { rows, rejected } = await readFixture(geojson, file(ACLED));
	expect(rejected).toEqual([]);
	expect(rows[0]!.feature).toMatchObject({
		id: 'TST1',
		geometry: { coordinates: [44.36, 33.31] },
		properties: {
			kind: 'interception',
			outcome: 'intercepted',
			geo_precision: 'district',
			killed_best: null,
			perpetrators: ['Forces of Testland'],
		},
	});
	expect(rows[0]!.original).toEqual(ACLED);
	expect(rows[0]!.sources).toEqual(['Paper A', 'Paper B']);
	const unlocated = await readFixture(geojson, file(ACLED, null));
	expect(unlocated.rows[0]!.feature.geometry?.coordinates).toEqual([2, 1]);
});

test("features with UCDP's columns are read by its codes, also without columns for the place", async () => {
	const { rows } = await readFixture(geojson, file(UCDP));
	expect(rows[0]!.feature).toMatchObject({
		id: '77',
		geometry: { coordinates: [44.36, 33.31] },
		properties: {
			event_type: 'Violence against civilians',
			geo_precision: 'province',
			killed_low: 1,
			killed_best: 2,
			killed_high: 3,
		},
	});
	const swapped = file(UCDP, { type: 'Point', coordinates: [33.31, 44.36] });
	expect((await readFixture(geojson, swapped, { latitudeFirst: true })).rows[0]!.feature.geometry?.coordinates).toEqual(
		[44.36, 33.31],
	);
	const nowhere = await readFixture(
		geojson,
		file({ ...UCDP, where_coordinates: 'Testburg' }, { type: 'Point', coordinates: [0, 0] }),
	);
	expect(nowhere.rows[0]!.feature.geometry).toBeNull();
});

test('a survey leaves no choice of columns there', async () => {
	expect(await geojson.survey(sourceFixture(file(ACLED)), new AbortController().signal)).toMatchObject({
		mapping: null,
		hasDates: true,
	});
});

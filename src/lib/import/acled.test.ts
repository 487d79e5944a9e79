import { expect, test } from 'vitest';
import { acled } from './acled.ts';
import { readHead } from './head.ts';
import { readFixture } from './read-fixture.ts';
import { sourceFixture } from './source-fixture.ts';

const NOW =
	'EVENT_ID_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,DISORDER_TYPE,EVENT_TYPE,SUB_EVENT_TYPE,ACTOR1,ASSOC_ACTOR_1,INTER1,ACTOR2,ASSOC_ACTOR_2,INTER2,INTERACTION,CIVILIAN_TARGETING,ISO,REGION,COUNTRY,ADMIN1,ADMIN2,ADMIN3,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,SOURCE_SCALE,NOTES,FATALITIES,TAGS,TIMESTAMP';
const ROW: Record<string, string> = {
	EVENT_ID_CNTY: 'MAD1',
	EVENT_DATE: '18-February-2024',
	YEAR: '2024',
	TIME_PRECISION: '1',
	EVENT_TYPE: 'Explosions/Remote violence',
	SUB_EVENT_TYPE: 'Air/drone strike',
	ACTOR1: 'Military Forces of Redland (2001-)',
	INTER1: 'State forces',
	ACTOR2: 'Blue Militia',
	ASSOC_ACTOR_2: 'nan',
	ISO: '368',
	COUNTRY: 'Iraq',
	ADMIN1: 'Al Anbar',
	ADMIN2: 'NA',
	LOCATION: 'Madeup',
	LATITUDE: '33.8',
	LONGITUDE: '42.4',
	GEO_PRECISION: '1',
	SOURCE: 'Made-up News; Invented Daily',
	NOTES: 'Aircraft struck a post near the town.',
	FATALITIES: '3',
};

function file(rows: readonly Record<string, string>[], header = NOW): string {
	const names = header.split(',');
	return [header, ...rows.map((row) => names.map((name) => row[name.toUpperCase()] ?? '').join(','))].join('\n');
}
const score = async (text: string) => acled.recognise(await readHead(sourceFixture(text)));
const one = async (changes: Record<string, string>, options = {}) =>
	(await readFixture(acled, file([{ ...ROW, ...changes }]), options)).rows[0]!;
const survey = (text: string) => acled.survey(sourceFixture(text), new AbortController().signal);

test('a row becomes an incident with everything it held', async () => {
	const row = await one({});
	expect(row.feature).toEqual({
		type: 'Feature',
		id: 'MAD1',
		geometry: { type: 'Point', coordinates: [42.4, 33.8] },
		properties: {
			title: 'Air/drone strike, Madeup',
			summary: 'Aircraft struck a post near the town.',
			date_edtf: '2024-02-18',
			date_start: '2024-02-18',
			date_end: '2024-02-18',
			date_precision: 'day',
			date_prec: 1,
			date_of: 'event',
			date_basis: 'EVENT_DATE: 18-February-2024.',
			kind: 'air-strike',
			event_type: 'Explosions/Remote violence',
			sub_event_type: 'Air/drone strike',
			weapon: [],
			outcome: 'unknown',
			place_id: 'Madeup',
			place_name: 'Madeup',
			place_as_written: 'Madeup',
			country: 'IRQ',
			admin1: 'Al Anbar',
			geo_precision: 'town',
			where_prec: 1,
			uncertainty_km: null,
			perpetrators: ['Military Forces of Redland (2001-)'],
			targets: ['Blue Militia'],
			side: null,
			attribution: 'unknown',
			grading: 'weak',
			killed_low: 3,
			killed_best: 3,
			killed_high: 3,
			injured_low: null,
			injured_best: null,
			injured_high: null,
			reports: [],
			claims: [],
			responds_to: [],
			editor_note: null,
		},
	});
	expect(row.sources).toEqual(['Made-up News', 'Invented Daily']);
	expect(row.original).toMatchObject({ ASSOC_ACTOR_2: 'nan', FATALITIES: '3', YEAR: '2024', TAGS: '' });
	expect(Object.keys(row.original).join()).toBe(NOW);
	expect(row.number).toBe(2);
});

test('0 dead is "none or unknown" and becomes unknown; the column keeps its 0', async () => {
	const { feature, original } = await one({ FATALITIES: '0' });
	expect(feature.properties).toMatchObject({ killed_low: null, killed_best: null, killed_high: null });
	expect(original['FATALITIES']).toBe('0');
});

test.each([
	['1', '2024-02-18', 'day', 1],
	['2', '2024-02-15/2024-02-21', 'week', 3],
	['3', '2024-02', 'month', 4],
])('time_precision %s gives %s', async (code, edtf, precision, prec) => {
	expect((await one({ TIME_PRECISION: code })).feature.properties).toMatchObject({
		date_edtf: edtf,
		date_precision: precision,
		date_prec: prec,
	});
});

test.each([
	['1', 'town', 1],
	['2', 'district', 2],
	['3', 'province', 4],
	['nan', 'town', 1],
])('geo_precision %s is that of a %s', async (code, geo_precision, where_prec) => {
	expect((await one({ GEO_PRECISION: code })).feature.properties).toMatchObject({ geo_precision, where_prec });
});

test('a missile brought down stays beside the attacks although ACLED files it under strategic developments', async () => {
	const changes = {
		EVENT_TYPE: 'Strategic developments',
		SUB_EVENT_TYPE: 'Disrupted weapons use',
		NOTES: 'Air defence shot down a missile.',
	};
	expect((await one(changes)).feature.properties).toMatchObject({ kind: 'interception', outcome: 'intercepted' });
});

const OLDER =
	'data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,interaction,region,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp,iso3';
const OLDEST =
	'GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,INTER1,ACTOR2,INTER2,COUNTRY,ADMIN1,LOCATION,LATITUDE,LONGITUDE,GEO_PRECIS,SOURCE,NOTES,FATALITIES';
const SHAPEFILE =
	'data_id,event_id_c,event_date,year,time_preci,event_type,sub_event_,actor1,assoc_acto,inter1,actor2,interactio,iso3,country,admin1,location,latitude,longitude,geo_precis,source,source_sca,notes,fatalities,timestamp';
const SHAPEFILE_ROW = { EVENT_ID_C: 'MAD1', TIME_PRECI: '3', SUB_EVENT_: 'Air/drone strike', GEO_PRECIS: '3' };

test.each([
	['current', NOW, ROW, '2024-02-18', 'town'],
	['current in lower case', NOW.toLowerCase(), ROW, '2024-02-18', 'town'],
	['older', OLDER, { ...ROW, ISO: '', ISO3: 'IRQ', EVENT_DATE: '2021-01-02T00:00:00Z' }, '2021-01-02', 'town'],
	[
		'oldest',
		OLDEST,
		{ ...ROW, GEO_PRECIS: '2', EVENT_DATE: '02/01/1997', EVENT_TYPE: 'Remote violence' },
		'1997-01-02',
		'district',
	],
	[
		'from a shapefile',
		SHAPEFILE,
		{ ...ROW, ...SHAPEFILE_ROW, ISO3: 'IRQ', EVENT_DATE: '2021-01-02' },
		'2021-01',
		'province',
	],
])('%s columns', async (_, header, row, edtf, precision) => {
	const text = file([row], header);
	expect(await score(text)).toBe(1);
	const { rows, rejected } = await readFixture(acled, text);
	expect(rejected).toEqual([]);
	expect(rows[0]!.feature).toMatchObject({
		id: 'MAD1',
		properties: { date_edtf: edtf, geo_precision: precision, country: 'IRQ', killed_best: 3, place_name: 'Madeup' },
	});
});

test('the oldest begin dates with the day, unless a date proves otherwise', async () => {
	const rows = (date: string) =>
		file(
			[
				{ ...ROW, EVENT_DATE: '02/01/1997' },
				{ ...ROW, EVENT_DATE: date },
			],
			OLDEST,
		);
	expect((await survey(rows('03/02/1997'))).dateOrder).toBe('day-first');
	expect((await survey(rows('03/25/1997'))).dateOrder).toBe('month-first');
	expect((await survey(file([{ ...ROW, EVENT_DATE: '02/01/1997' }]))).dateOrder).toBe('ambiguous');
	expect((await survey(file([ROW]))).dateOrder).toBe('irrelevant');
});

test.each([
	[{ EVENT_DATE: '' }, 'EVENT_DATE', '', 'no date'],
	[{ EVENT_DATE: '18-02-24' }, 'EVENT_DATE', '18-02-24', 'two digits'],
	[{ LATITUDE: '95.1' }, 'LATITUDE', '95.1', 'beyond 90 degrees'],
	[{ LONGITUDE: 'nan' }, 'LONGITUDE', 'nan', 'a latitude and no longitude'],
	[{ NOTES: 'one, two' }, null, 'MAD1', '32 cells and the table 31 columns'],
])('a row with %j is rejected with its column, value and reason', async (changes, column, value, reason) => {
	const { rows, rejected } = await readFixture(acled, file([ROW, { ...ROW, ...changes, TIMESTAMP: '1700000000' }]));
	expect(rows).toHaveLength(1);
	expect(rejected).toEqual([{ number: 3, column, value, reason: expect.stringContaining(reason) }]);
});

test('without coordinates a row is unlocated and keeps its place as written', async () => {
	for (const empty of ['', 'NA', '0']) {
		const { geometry, properties } = (await one({ LATITUDE: empty, LONGITUDE: empty })).feature;
		expect(geometry).toBe(null);
		expect(properties).toMatchObject({
			place_id: null,
			place_name: null,
			place_as_written: 'Madeup',
			geo_precision: null,
			where_prec: null,
		});
	}
});

test('a date may be given for all rows without one, and columns may be interchanged', async () => {
	const row = await one(
		{ EVENT_DATE: '', LATITUDE: '42.4', LONGITUDE: '33.8' },
		{ dateless: '2024-02', latitudeFirst: true },
	);
	expect(row.feature.geometry!.coordinates).toEqual([42.4, 33.8]);
	expect(row.feature.properties).toMatchObject({ date_edtf: '2024-02', date_precision: 'month' });
});

test('other tables are not taken for it', async () => {
	expect(await score('id,event_date,latitude,longitude\n1,2024-01-01,33,44')).toBe(0);
	expect(await score('{"EVENT_DATE": 1}')).toBe(0);
});

import { expect, test } from 'vitest';
import { readHead } from './head.ts';
import { readFixture } from './read-fixture.ts';
import { sourceFixture } from './source-fixture.ts';
import { ucdpDates } from './cells/ucdp-dates.ts';
import { ucdp } from './ucdp.ts';

const HEADER =
	'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';
const ROW: Record<string, string> = {
	id: '77',
	year: '2013',
	type_of_violence: '1',
	dyad_name: 'Government of Redland - Blue Militia',
	side_a: 'Government of Redland',
	side_b: 'Blue Militia',
	source_article: '"Made-up News,2013-01-03,One; two";"Invented Daily,2013-01-04,Three\nfour"',
	where_prec: '1',
	where_coordinates: 'Madeup village',
	where_description: 'in the village of Madeup',
	adm_1: 'Made province',
	latitude: '35.763369',
	longitude: '36.558974',
	country: 'Yemen (North Yemen)',
	date_prec: '1',
	date_start: '2013-01-03 00:00:00',
	date_end: '2013-01-03 00:00:00',
	best: '2',
	high: '5',
	low: '0',
};
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const file = (rows: readonly Record<string, string>[]) =>
	[
		HEADER,
		...rows.map((row) =>
			HEADER.split(',')
				.map((name) => quote(row[name] ?? 'NA'))
				.join(','),
		),
	].join('\r\n');
const one = async (changes: Record<string, string>) =>
	(await readFixture(ucdp, file([{ ...ROW, ...changes }]))).rows[0]!;
const survey = (rows: readonly Record<string, string>[]) =>
	ucdp.survey(sourceFixture(file(rows)), new AbortController().signal);

test('a row becomes an incident; its tolls stand as they are, its sources are all kept', async () => {
	const { feature, sources, original } = await one({});
	expect(feature).toMatchObject({
		id: '77',
		geometry: { coordinates: [36.558974, 35.763369] },
		properties: {
			title: 'Government of Redland - Blue Militia, Madeup village',
			summary: 'in the village of Madeup',
			date_edtf: '2013-01-03',
			date_prec: 1,
			kind: 'killing',
			event_type: 'Battles',
			country: 'YEM',
			admin1: 'Made province',
			geo_precision: 'town',
			perpetrators: ['Government of Redland'],
			targets: ['Blue Militia'],
			killed_low: 0,
			killed_best: 2,
			killed_high: 5,
			attribution: 'unknown',
		},
	});
	expect(sources).toEqual(['Made-up News,2013-01-03,One; two', 'Invented Daily,2013-01-04,Three\nfour']);
	expect(Object.keys(original)).toHaveLength(49);
	expect(original['gwnob']).toBe('NA');
});

test('38 sources in one cell are 38 sources, and rows after many lines keep their line', async () => {
	const articles = Array.from({ length: 38 }, (_, index) => `"Paper ${index},2013-01-03,Line\nbreak; and more"`);
	const { rows } = await readFixture(ucdp, file([{ ...ROW, source_article: articles.join(';') }, ROW]));
	expect(rows[0]!.sources).toEqual(articles.map((article) => article.slice(1, -1)));
	expect(rows.map(({ number }) => number)).toEqual([2, 2 + 39]);
});

test.each([
	['3', 'district', 3],
	['4', 'province', 4],
	['5', 'region', 5],
	['6', 'country', 6],
	['7', 'region', 7],
])('where_prec %s is coarse', async (code, geo_precision, where_prec) => {
	expect((await one({ where_prec: code })).feature.properties).toMatchObject({ geo_precision, where_prec });
});

test('date_prec is kept, and never made finer', async () => {
	const week = await one({ date_prec: '3', date_start: '2013-01-03', date_end: '2013-01-09' });
	expect(week.feature.properties).toMatchObject({
		date_edtf: '2013-01-03/2013-01-09',
		date_prec: 3,
		date_precision: 'week',
	});
	const coarse = await one({ date_prec: '2' });
	expect(coarse.feature.properties).toMatchObject({ date_edtf: '2013-01-03', date_prec: 2, date_precision: 'days' });
});

test('one order in one column proves nothing for its neighbour', async () => {
	const dates = (date_start: string, date_end: string) => ({ ...ROW, date_start, date_end });
	expect((await survey([dates('13/1/2013', '14/1/2013')])).dateOrder).toBe('day-first');
	expect((await survey([dates('13/1/2013', '1/14/2013')])).dateOrder).toBe('mixed');
	expect((await survey([dates('13/1/2013', '2/1/2013')])).dateOrder).toBe('mixed');
	expect((await survey([dates('2/1/2013', '2/1/2013')])).dateOrder).toBe('ambiguous');
	expect((await survey([ROW])).dateOrder).toBe('irrelevant');
});

test.each([
	['1/3/2013', '3/1/2013', '1', '2013', '2013-01-03/2013-03-01', true],
	['1/13/2013', '13/1/2013', '1', '2013', '2013-01-13', false],
	['5/12/2013', '13/5/2013', '2', '2013', '2013-05-12/2013-05-13', false],
	['1/2/2013', '3/2/2013', '2', '2013', '2013-02-01/2013-02-03', false],
	['12/1/2012', '2/2/2013', '5', '2012', '2012-12-01/2013-02-02', false],
	['3/3/2013', '3/3/2013', '1', '2013', '2013-03-03', false],
])('%s to %s with date_prec %s in %s is %s', (start, end, datePrec, year, edtf, isOpen) => {
	const dates = ucdpDates({ start, end, datePrec, year }, null);
	expect(dates).toMatchObject({ edtf });
	expect('note' in dates && (dates.note ?? '').includes('cannot be told apart')).toBe(isOpen);
});

test('an order that is given is kept to', () => {
	const dates = { start: '1/2/2013', end: '3/2/2013', datePrec: '5', year: '2013' };
	expect(ucdpDates(dates, 'month-first')).toMatchObject({ edtf: '2013-01-02/2013-03-02', note: null });
	expect(ucdpDates({ ...dates, end: '1/1/2013' }, 'day-first')).toEqual({
		reason: expect.stringContaining('before the first'),
	});
});

test('it is recognised by its columns', async () => {
	expect(ucdp.recognise(await readHead(sourceFixture(file([ROW]))))).toBe(1);
	expect(ucdp.recognise(await readHead(sourceFixture('id,country,best\n1,Iraq,2')))).toBe(0);
});

test('codes named like what objects inherit are unknown codes', async () => {
	for (const code of ['__proto__', 'constructor', 'toString']) {
		const { properties } = (await one({ date_prec: code, where_prec: code, type_of_violence: code })).feature;
		expect(properties).toMatchObject({ date_prec: 1, where_prec: 1, kind: 'other', sub_event_type: 'Other' });
	}
});

import { expect, test } from 'vitest';
import { gdelt } from './gdelt.ts';
import { readHead } from './head.ts';
import { readFixture } from './read-fixture.ts';
import { sourceFixture } from './source-fixture.ts';

/** A row of GDELT 1 (57 or 58 columns) or 2 (61). */
function row(
	columns: 57 | 58 | 61,
	changes: Partial<Record<'code' | 'root' | 'type' | 'place' | 'lat' | 'lng', string>> = {},
): string {
	const {
		code = '195',
		root = '19',
		type = '4',
		place = 'Madeup, Al Anbar, Iraq',
		lat = '33.8',
		lng = '42.4',
	} = changes;
	const actor = (name: string) => [name.slice(0, 3), name, ...Array<string>(8).fill('')];
	const division = columns === 61 ? ['ADM2'] : [];
	const geo = (cells: string[]) => [cells[0]!, cells[1]!, 'IZ', 'IZ01', ...division, cells[2]!, cells[3]!, 'F1'];
	return [
		...['1234', '20240218', '202402', '2024', '2024.1315'],
		...[...actor('REDLAND'), ...actor('BLUELAND')],
		...['1', code, code.slice(0, 3), root, '4', '-10.0', '5', '1', '5', '-2.5'],
		...[...geo(['1', 'Redland', '1', '2']), ...geo(['1', 'Blueland', '3', '4']), ...geo([type, place, lat, lng])],
		'20240219',
		...(columns === 57 ? [] : ['https://news.example/a;b']),
	].join('\t');
}

test.each([57, 58, 61] as const)('%d columns without a header', async (columns) => {
	const text = `${row(columns)}\n${row(columns)}\n`;
	expect(row(columns).split('\t')).toHaveLength(columns);
	expect(gdelt.recognise(await readHead(sourceFixture(text)))).toBe(1);
	const { rows, rejected } = await readFixture(gdelt, text);
	expect(rejected).toEqual([]);
	expect(rows.map(({ number }) => number)).toEqual([1, 2]);
	expect(rows[0]!.feature).toMatchObject({
		id: '1234',
		geometry: { coordinates: [42.4, 33.8] },
		properties: {
			title: 'Air/drone strike, Madeup, Al Anbar, Iraq',
			summary: 'CAMEO 195; first actor: REDLAND; second actor: BLUELAND',
			date_edtf: '2024-02-18',
			kind: 'air-strike',
			country: 'IRQ',
			admin1: 'Al Anbar',
			geo_precision: 'town',
			perpetrators: ['REDLAND'],
			targets: ['BLUELAND'],
			killed_best: null,
		},
	});
	expect(rows[0]!.sources).toEqual(columns === 57 ? [] : ['https://news.example/a;b']);
	expect(rows[0]!.original).toMatchObject({ GLOBALEVENTID: '1234', ActionGeo_Lat: '33.8', QuadClass: '4' });
});

test('with a header, in any order and with commas', async () => {
	const text =
		'GlobalEventID,Day,EventCode,EventRootCode,ActionGeo_Type,ActionGeo_Fullname,ActionGeo_Lat,ActionGeo_Long\n9,20240218,14,1,4,"Madeup, Iraq",1,2\n8,20240218,190,19,4,"Madeup, Iraq",33.8,42.4\n';
	expect(gdelt.recognise(await readHead(sourceFixture(text)))).toBe(1);
	const { rows, rejected } = await readFixture(gdelt, text);
	expect(rows.map(({ feature }) => feature.id)).toEqual(['8']);
	expect(rejected).toEqual([
		{ number: 2, column: 'EventRootCode', value: '1', reason: expect.stringContaining('words, deals or aid') },
	]);
});

test('the centroid of a country is marked as one, of a division as one', async () => {
	const coarse = async (type: string) =>
		(await readFixture(gdelt, row(61, { type, place: 'Iraq' }))).rows[0]!.feature.properties;
	expect(await coarse('1')).toMatchObject({ geo_precision: 'country', where_prec: 6, country: 'IRQ' });
	expect(await coarse('2')).toMatchObject({ geo_precision: 'province', where_prec: 4 });
	expect(await coarse('5')).toMatchObject({ geo_precision: 'province', where_prec: 4 });
	expect(await coarse('0')).toMatchObject({ geo_precision: 'country' });
});

test('without a place on the map a row is unlocated', async () => {
	const { rows } = await readFixture(gdelt, row(61, { type: '0', place: '', lat: '', lng: '' }));
	expect(rows[0]!.feature).toMatchObject({ geometry: null, properties: { place_as_written: null, place_id: null } });
});

test('other tables of as many columns are not taken for it', async () => {
	const other = `${Array(61).fill('x').join('\t')}\n`.repeat(2);
	expect(gdelt.recognise(await readHead(sourceFixture(other)))).toBe(0);
});

import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { IncidentProperties } from '../model/feature.ts';
import { acled } from './acled.ts';
import { ImportError } from './format.ts';
import { FUZZ, FUZZ_MS } from './fuzz-runs.ts';
import { gdelt } from './gdelt.ts';
import { guessMapping } from './table/guess-mapping.ts';
import { readHead } from './head.ts';
import { mappedTable } from './mapped-table.ts';
import { readFixture } from './read-fixture.ts';
import { sourceFixture } from './source-fixture.ts';
import { ucdp } from './ucdp.ts';
import { textRows, workbookFixture } from './table/workbook-fixture.ts';

const guessed = (header: string, ...rows: string[]) => {
	const columns = header.split(';');
	const { mapping } = guessMapping(
		columns,
		rows.map((row) => row.split(';')),
	);
	return Object.fromEntries(Object.entries(mapping).map(([role, column]) => [role, columns[column]]));
};

test('columns are guessed from their names in several languages', () => {
	expect(
		guessed(
			'Incident ID;Event Date;Latitude;Longitude;Town;Country;Killed;Wounded;Source URL',
			'1;2024-02-18;33.3;44.4;A;Iraq;1 – 2;Unknown;https://a.example',
		),
	).toEqual({
		id: 'Incident ID',
		date: 'Event Date',
		latitude: 'Latitude',
		longitude: 'Longitude',
		place: 'Town',
		country: 'Country',
		killed: 'Killed',
		injured: 'Wounded',
		sources: 'Source URL',
	});
	expect(
		guessed('Fecha;Lugar;País;Muertos;Heridos;Fuente;Descripción', '18/02/2024;Madeup;Irak;2;3;Diario;Texto'),
	).toEqual({
		date: 'Fecha',
		place: 'Lugar',
		country: 'País',
		killed: 'Muertos',
		injured: 'Heridos',
		sources: 'Fuente',
		summary: 'Descripción',
	});
	expect(guessed('Datum;Ort;Breitengrad;Längengrad;Tote;Quelle', '18.02.2024;Madeup;33,3;44,4;2;Zeitung')).toEqual({
		date: 'Datum',
		place: 'Ort',
		latitude: 'Breitengrad',
		longitude: 'Längengrad',
		killed: 'Tote',
		sources: 'Quelle',
	});
	expect(guessed('التاريخ;المكان;القتلى;المصدر', '٢٠٢٤-٠٢-١٨;مكان;٣;جريدة')).toEqual({
		date: 'التاريخ',
		place: 'المكان',
		killed: 'القتلى',
		sources: 'المصدر',
	});
	expect(guessed('תאריך;מקום;הרוגים', '18/02/2024;מקום;3')).toEqual({ date: 'תאריך', place: 'מקום', killed: 'הרוגים' });
});

test('a column whose values do not fit its name is not taken for it', () => {
	expect(guessed('date;lat;lon', 'n/a text;up;down')).toEqual({});
	expect(guessed('x;y', '12 apples;7 pears')).toEqual({});
	expect(guessed('killed', '33.3152')).toEqual({});
});

test('dates and positions are known by their values alone, latitude without longitude is not', () => {
	expect(guessed('a;b;c', '2024-02-18;33.3152, 44.3661;word', '2024-02-19;33.3153, 44.3661;word')).toEqual({
		date: 'a',
		position: 'b',
	});
	expect(guessed('lat;b', '33.3;text')).toEqual({});
});

test('how sure a guess is', () => {
	const { confidence } = guessMapping(['event_date', 'a', 'country_of_it'], [['2024-02-18', '33.3, 44.4', 'Iraq']]);
	expect(confidence.date).toBeGreaterThan(0.9);
	expect(confidence.position).toBe(0.5);
	expect(confidence.country).toBeLessThan(0.8);
});

const TABLE = [
	'When;Last day;Lat;Lon;Place;Country;Type;Weapons;Outcome;Attacker;Target;Killed;Wounded;Sources',
	'7/10/2023;9/10/2023;33,3152;44,3661;Madeup;Iraq;Drone attack;drone;intercepted;Blue Militia | Grey Militia;Redland;1 – 2;Unknown;Made-up News; Invented Daily',
].join('\n');

test('a row is read by its mapping', async () => {
	const text = TABLE.replace('Made-up News; Invented Daily', '"Made-up News; Invented Daily"');
	const { rows, rejected } = await readFixture(mappedTable, text, { dateOrder: 'day-first' });
	expect(rejected).toEqual([]);
	const { feature, sources, original } = rows[0]!;
	expect(feature).toMatchObject({
		id: 'row-2',
		geometry: { coordinates: [44.3661, 33.3152] },
		properties: {
			title: 'Drone attack, Madeup',
			date_edtf: '2023-10-07/2023-10-09',
			date_basis: 'When: 7/10/2023 to 9/10/2023.',
			kind: 'drone-attack',
			sub_event_type: 'Air/drone strike',
			weapon: ['drone'],
			outcome: 'intercepted',
			perpetrators: ['Blue Militia', 'Grey Militia'],
			targets: ['Redland'],
			killed_low: 1,
			killed_best: null,
			killed_high: 2,
			injured_low: null,
			injured_best: null,
			injured_high: null,
			geo_precision: 'town',
			country: 'IRQ',
		},
	});
	expect(sources).toEqual(['Made-up News', 'Invented Daily']);
	expect(original).toMatchObject({ Killed: '1 – 2', Lat: '33,3152', Wounded: 'Unknown' });
});

test('an order of day and month that is not known is spanned and told of', async () => {
	const text = TABLE.replace('Made-up News; Invented Daily', 'x');
	expect((await mappedTable.survey(sourceFixture(text), new AbortController().signal)).dateOrder).toBe('ambiguous');
	const { rows } = await readFixture(mappedTable, text);
	expect(rows[0]!.feature.properties.date_basis).toContain('Day and month cannot be told apart');
});

test('a mapping that is given is kept to, and one that does not fit the table is refused', async () => {
	const text = 'a,b,c\n2024-02-18,2024-03-01,Madeup\n';
	const { rows } = await readFixture(mappedTable, text, { mapping: { date: 1, place: 2 } });
	expect(rows[0]!.feature).toMatchObject({
		geometry: null,
		properties: { date_edtf: '2024-03-01', place_as_written: 'Madeup' },
	});
	await expect(readFixture(mappedTable, text, { mapping: { date: 3 } })).rejects.toThrow(
		'"Date, or first day" from column 4, and the table has 3',
	);
});

test.each([
	['33.3152,44.3661,Madeup,', 'town'],
	['33,44,Madeup,', 'province'],
	['33,44,,Iraq', 'country'],
	['33.2,43.7,Iraq,Iraq', 'country'],
	['33.2,43.7,Anbar Governorate,Iraq', 'province'],
	['33.2,43.7,,Iraq', 'town'],
])('a place given as %s is that of a %s', async (cells, precision) => {
	const { rows } = await readFixture(mappedTable, `date,latitude,longitude,place,country\n2024-02-18,${cells}`);
	expect(rows[0]!.feature.properties.geo_precision).toBe(precision);
});

test.each([
	['date,coordinates\n2024-02-18,"95.1, 44"', 'coordinates', '95.1, 44', 'beyond 90'],
	['date,latitude,longitude\n2024-02-18,0,0', 'latitude', '0', 'Gulf of Guinea'],
	['date,end_date,place\n2024-02-18,2024-02-01,Madeup', 'date', '2024-02-18', 'before the first'],
	['date,place\n1402/07/15,Madeup', 'date', '1402/07/15', 'Persian'],
	['name,place\nA,Madeup', null, 'A', 'no date'],
])('%j is rejected', async (text, column, value, reason) => {
	const { rows, rejected } = await readFixture(
		mappedTable,
		text,
		text.startsWith('date') ? { mapping: guessMapping(text.split('\n')[0]!.split(','), []).mapping } : {},
	);
	expect(rows).toEqual([]);
	expect(rejected).toEqual([{ number: 2, column, value, reason: expect.stringContaining(reason) }]);
});

test('latitude and longitude that are interchanged are noticed, and read so when asked', async () => {
	const text = 'date,latitude,longitude,country\n2024-02-18,121.5,31.2,China\n2024-02-19,113.3,23.1,China\n';
	const survey = await mappedTable.survey(sourceFixture(text), new AbortController().signal);
	expect(survey).toMatchObject({ latitudeFirst: 'yes', hasCoordinates: true });
	const { rows } = await readFixture(mappedTable, text, { mapping: survey.mapping, latitudeFirst: true });
	expect(rows[0]!.feature.geometry!.coordinates).toEqual([121.5, 31.2]);
});

test('the same table as a workbook', async () => {
	const rows = [
		['date', 'place', 'killed'],
		['7 October 2023', 'Madeup', 'at least 5'],
	];
	const bytes = workbookFixture({ sheets: [textRows(rows)] });
	expect(mappedTable.recognise(await readHead(sourceFixture(bytes)))).toBeGreaterThan(0);
	const read = await readFixture(mappedTable, bytes);
	expect(read.rows[0]!.feature.properties).toMatchObject({ date_edtf: '2023-10-07', killed_low: 5, killed_high: null });
});

test('columns named like what objects inherit are columns', async () => {
	const { rows } = await readFixture(mappedTable, 'date,__proto__,constructor,prototype\n2024-02-18,a,b,c');
	expect(Object.entries(rows[0]!.original)).toEqual([
		['date', '2024-02-18'],
		['__proto__', 'a'],
		['constructor', 'b'],
		['prototype', 'c'],
	]);
	expect(({} as Record<string, unknown>)['a']).toBe(undefined);
});

/** Ids of actors are names as written in imported rows. */
const Imported = v.strictObject({
	...IncidentProperties.entries,
	perpetrators: v.array(v.string()),
	targets: v.array(v.string()),
});

test(
	'no table makes a reader throw, or give an incident that does not hold',
	async () => {
		const headers = [
			'event_id_cnty,event_date,event_type,sub_event_type,actor1,latitude,longitude,geo_precision,time_precision,location,country,notes,fatalities,source',
			'id,year,type_of_violence,side_a,side_b,dyad_name,where_prec,date_prec,date_start,date_end,latitude,longitude,where_coordinates,best,low,high',
			'GLOBALEVENTID,SQLDATE,EventCode,EventRootCode,ActionGeo_Type,ActionGeo_FullName,ActionGeo_Lat,ActionGeo_Long,SOURCEURL',
			'id,date,end_date,latitude,longitude,place,country,kind,killed,source,__proto__',
			'date,coordinates,title,constructor,injured',
		];
		const piece = [
			'2024-02-18',
			'18-February-2024',
			'13/14/2013',
			'3/4/2013',
			'2013',
			'33.3',
			'181',
			'95',
			'0',
			"33°18'N",
			'33.3, 44.4',
			'NA',
			'nan',
			'',
			'19',
			'195',
			'1',
			'3',
			'1 – 2',
			'dozens',
			'-99',
			'Iraq',
			'https://a.example',
			'javascript:alert(1)',
			'<b>x</b>',
			'\u202ex',
			'__proto__',
			'x'.repeat(3000),
		];
		const cell = fc.oneof(fc.constantFrom(...piece), fc.string({ maxLength: 12 }));
		const table = fc.tuple(fc.constantFrom(...headers), fc.array(fc.array(cell, { maxLength: 18 }), { maxLength: 6 }));
		await fc.assert(
			fc.asyncProperty(
				table,
				fc.boolean(),
				fc.constantFrom(null, 'day-first' as const),
				async ([header, data], latitudeFirst, dateOrder) => {
					const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
					const text = [header, ...data.map((cells) => cells.map(quote).join(','))].join('\n');
					for (const format of [acled, ucdp, gdelt, mappedTable]) {
						const read = await readFixture(format, text, { latitudeFirst, dateOrder }).catch((error: unknown) => {
							if (error instanceof ImportError) return null;
							throw error;
						});
						if (read === null) continue;
						const filled = data.filter((cells) => cells.some((value) => value.trim() !== ''));
						expect(read.rows.length + read.rejected.length).toBe(filled.length);
						for (const { feature } of read.rows) {
							expect(
								v.safeParse(Imported, feature.properties).issues?.map((issue) => [v.getDotPath(issue), issue.message]),
							).toBe(undefined);
							const [lng, lat] = feature.geometry?.coordinates ?? [0, 0];
							expect(Math.abs(lng) <= 180 && Math.abs(lat) <= 90).toBe(true);
						}
						for (const { reason, value } of read.rejected) {
							expect(reason).toMatch(/\.$/);
							expect(value.length).toBeLessThanOrEqual(200);
						}
					}
				},
			),
			FUZZ,
		);
	},
	FUZZ_MS,
);

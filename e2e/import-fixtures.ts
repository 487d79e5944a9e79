import { columnFromArray, float64, int32, tableFromColumns, tableToIPC, utf8 } from '@uwdata/flechette';

/** Files of the formats that people bring, made up: each holds one row twice, and one row that cannot be read. */
export interface BroughtFile {
	readonly name: string;
	readonly text: string | Buffer;
	/** As the report calls it. */
	readonly format: string;
	/** A title that one of its rows gets. */
	readonly title: string;
}

const ACLED =
	'EVENT_ID_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,DISORDER_TYPE,EVENT_TYPE,SUB_EVENT_TYPE,ACTOR1,ASSOC_ACTOR_1,INTER1,ACTOR2,ASSOC_ACTOR_2,INTER2,INTERACTION,CIVILIAN_TARGETING,ISO,REGION,COUNTRY,ADMIN1,ADMIN2,ADMIN3,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,SOURCE_SCALE,NOTES,FATALITIES,TAGS,TIMESTAMP';
const UCDP =
	'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';

const ACLED_ROW: Record<string, string> = {
	EVENT_ID_CNTY: 'TST1',
	EVENT_DATE: '18-February-2024',
	EVENT_TYPE: 'Explosions/Remote violence',
	SUB_EVENT_TYPE: 'Air/drone strike',
	ACTOR1: 'Forces of Redland',
	COUNTRY: 'Iraq',
	LOCATION: 'Testburg',
	LATITUDE: '33.8',
	LONGITUDE: '42.4',
	GEO_PRECISION: '1',
	SOURCE: 'Invented Daily',
	FATALITIES: '3',
};
const UCDP_ROW: Record<string, string> = {
	id: '77',
	year: '2024',
	type_of_violence: '1',
	dyad_name: 'Redland - Blueland',
	side_a: 'Redland',
	side_b: 'Blueland',
	where_prec: '1',
	where_coordinates: 'Blueburg',
	latitude: '34.5',
	longitude: '43.5',
	country: 'Iraq',
	date_prec: '1',
	date_start: '2024-03-03 00:00:00',
	date_end: '2024-03-03 00:00:00',
	best: '2',
	high: '5',
	low: '0',
};

function table(header: string, rows: readonly Record<string, string>[], empty = ''): string {
	const names = header.split(',');
	return [header, ...rows.map((row) => names.map((name) => row[name] ?? empty).join(','))].join('\n');
}

function gdeltRow(day: string): string {
	const actor = (name: string) => [name.slice(0, 3), name, ...Array<string>(8).fill('')];
	const place = (cells: string[]) => [cells[0]!, cells[1]!, 'IZ', 'IZ01', cells[2]!, cells[3]!, 'F1'];
	return [
		...['1234', day, day.slice(0, 6), day.slice(0, 4), '2024.1315'],
		...[...actor('REDLAND'), ...actor('BLUELAND')],
		...['1', '195', '195', '19', '4', '-10.0', '5', '1', '5', '-2.5'],
		...[...place(['1', 'Redland', '1', '2']), ...place(['1', 'Blueland', '3', '4'])],
		...[...place(['4', 'Greenburg', '33.2', '43.9']), '20240219', 'https://news.example/a'],
	].join('\t');
}

function feature(name: string, date: string, coordinates: readonly number[]) {
	return { type: 'Feature', properties: { name, date, killed: 1 }, geometry: { type: 'Point', coordinates } };
}

function timemapEvent(id: string, date: string) {
	return {
		id,
		description: `A made-up event ${id}.`,
		date,
		time: '00:00',
		location: 'Yellowburg',
		latitude: '33.1',
		longitude: '44.2',
		associations: [],
		sources: ['S1'],
	};
}

const FEATURES = [
	feature('Orange convoy', '2024-04-05', [44.4, 33.3]),
	feature('Orange convoy', '2024-04-05', [44.4, 33.3]),
	feature('Nowhere', '2024-04-06', [44.4, 199]),
];
const PLACEMARK =
	'<Placemark><name>Purple site</name><TimeStamp><when>2024-05-05</when></TimeStamp><Point><coordinates>44.1,33.9</coordinates></Point></Placemark>';

/** An Arrow file with a column for each property, and for the position. */
function arrowFile(): Buffer {
	const of = <T>(pick: (each: (typeof FEATURES)[number]) => T) => FEATURES.map(pick);
	const columns = {
		name: columnFromArray(
			of(({ properties }) => properties.name),
			utf8(),
		),
		date: columnFromArray(
			of(({ properties }) => properties.date),
			utf8(),
		),
		killed: columnFromArray(
			of(({ properties }) => properties.killed),
			int32(),
		),
		longitude: columnFromArray(
			of(({ geometry }) => geometry.coordinates[0]),
			float64(),
		),
		latitude: columnFromArray(
			of(({ geometry }) => geometry.coordinates[1]),
			float64(),
		),
	};
	return Buffer.from(tableToIPC(tableFromColumns(columns), { format: 'file' })!);
}

export const BROUGHT: readonly BroughtFile[] = [
	{
		name: 'acled.csv',
		text: table(ACLED, [ACLED_ROW, ACLED_ROW, { ...ACLED_ROW, EVENT_ID_CNTY: 'TST2', EVENT_DATE: 'some day' }]),
		format: 'ACLED',
		title: 'Air/drone strike, Testburg',
	},
	{
		name: 'ged.csv',
		text: table(UCDP, [UCDP_ROW, UCDP_ROW, { ...UCDP_ROW, id: '78', latitude: '199.5' }], 'NA'),
		format: 'UCDP GED',
		title: 'Redland - Blueland',
	},
	{
		name: 'gdelt.csv',
		text: [gdeltRow('20240218'), gdeltRow('20240218'), gdeltRow('20249999')].join('\n'),
		format: 'GDELT',
		title: 'Greenburg',
	},
	{
		name: 'events.json',
		text: JSON.stringify([timemapEvent('1', '4/2/2024'), timemapEvent('1', '4/2/2024'), timemapEvent('2', 'later')]),
		format: 'TimeMap',
		title: 'made-up event 1',
	},
	{
		name: 'points.geojson',
		text: JSON.stringify({ type: 'FeatureCollection', features: FEATURES }),
		format: 'GeoJSON',
		title: 'Orange convoy',
	},
	{
		name: 'points.ndjson',
		text: FEATURES.map((each) => JSON.stringify(each)).join('\n'),
		format: 'Newline-delimited GeoJSON',
		title: 'Orange convoy',
	},
	{
		name: 'sites.kml',
		text: `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${PLACEMARK}${PLACEMARK}${PLACEMARK.replace('2024-05-05', 'some day')}</Document></kml>`,
		format: 'KML',
		title: 'Purple site',
	},
	{
		name: 'points.gpx',
		text: `<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">${[
			'33.7,2024-06-01T00:00:00Z',
			'33.7,2024-06-01T00:00:00Z',
			'199.7,2024-06-01T00:00:00Z',
		]
			.map((each) => each.split(','))
			.map(([lat, time]) => `<wpt lat="${lat}" lon="44.7"><time>${time}</time><name>White waypoint</name></wpt>`)
			.join('')}</gpx>`,
		format: 'GPX',
		title: 'White waypoint',
	},
	{ name: 'points.arrow', text: arrowFile(), format: 'Arrow', title: 'Orange convoy' },
];

/** A table whose columns nobody knows, whose dates can be read two ways, and what is hostile to show. */
export const UNKNOWN_TABLE = [
	'Was,Datum,Breite,Länge,Opfer,Beleg,Anmerkung',
	'<img src=x onerror=alert(1)>,02/03/2024,33.5,44.1,1 – 2,javascript:alert(2),"=HYPERLINK(""https://evil.example"")"',
	'Zweites,04/05/2024,33.6,44.2,Unknown,https://news.example/b,rot\u202Egnirts\u202Cweiß',
	'Drittes,06/07/2024,33.7,44.3,4,Zeitung,',
	'Viertes,bald,33.8,44.4,4,Zeitung,',
].join('\n');

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bytesOf } from '../export/export-context.ts';
import { contextFixture, incidents } from '../export/export-fixture.ts';
import { toKml } from '../export/to-kml.ts';
import { toKmz } from '../export/to-kmz.ts';
import { fuzzBytes } from './fuzz-bytes-fixture.ts';
import { readHead } from './head.ts';
import { kml } from './kml.ts';
import { LIMITS } from './limits.ts';
import { readFixture } from './read-fixture.ts';
import { arbitraryRows, roundTrip } from './round-trip-fixture.ts';
import { sourceFixture } from './source-fixture.ts';

const document = (content: string) =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${content}</Document></kml>`;
const placemark = (content: string) => `<Placemark><name>P</name>${content}</Placemark>`;
const WHEN = '<TimeStamp><when>2024-02-18</when></TimeStamp>';
const POINT = '<Point><coordinates>44.4,33.3</coordinates></Point>';
const read = (content: string) => readFixture(kml, document(content));
/** The geometry that one Placemark reads as. */
const shapeOf = async (geometry: string) => {
	const { rows, rejected } = await read(placemark(WHEN + geometry));
	return rejected[0]?.reason ?? rows[0]!.shape ?? rows[0]!.feature.geometry;
};
const datesOf = async (time: string) => {
	const { rows, rejected } = await read(placemark(time + POINT));
	return rejected[0]?.reason ?? rows[0]!.feature.properties.date_edtf;
};

/** As Google Earth saves what a person has drawn. */
const GOOGLE_EARTH = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2" xmlns:kml="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom">
<Document>
	<name>Incidents.kml</name>
	<StyleMap id="m_ylw-pushpin"><Pair><key>normal</key><styleUrl>#s_ylw-pushpin</styleUrl></Pair></StyleMap>
	<Style id="s_ylw-pushpin"><IconStyle><Icon><href>https://maps.example/pushpin.png</href></Icon></IconStyle></Style>
	<Schema name="events" id="events_schema"><SimpleField type="int" name="killed"><displayName>Killed</displayName></SimpleField></Schema>
	<Folder>
		<name>Spring</name>
		<open>1</open>
		<Placemark id="ID_00001">
			<name>Strike on a depot</name>
			<description><![CDATA[<b>Two</b> buildings hit.<script>alert(1)</script>]]></description>
			<LookAt><longitude>1</longitude><latitude>2</latitude><gx:TimeStamp><when>1999-01-01</when></gx:TimeStamp></LookAt>
			<gx:TimeStamp><when>2024-02-18T06:30:00+03:00</when></gx:TimeStamp>
			<styleUrl>#m_ylw-pushpin</styleUrl>
			<ExtendedData>
				<SchemaData schemaUrl="#events_schema"><SimpleData name="killed">3</SimpleData></SchemaData>
				<Data name="source"><displayName>Source</displayName><value>Made-up News; javascript:alert(1)</value></Data>
			</ExtendedData>
			<Point>
				<gx:drawOrder>1</gx:drawOrder>
				<coordinates>
					44.3661,33.3152,120.5
				</coordinates>
			</Point>
		</Placemark>
		<Folder>
			<name>Border</name>
			<Placemark>
				<name>Patrol</name>
				<TimeSpan><begin>2024-03-01</begin><end>2024-03-04</end></TimeSpan>
				<LineString><tessellate>1</tessellate><coordinates>
					44,33,0 44.5,33.5,0
					45,33,0
				</coordinates></LineString>
			</Placemark>
		</Folder>
	</Folder>
	<NetworkLink><name>More</name><Link><href>https://maps.example/more.kml</href></Link></NetworkLink>
	<GroundOverlay><name>Picture</name><Icon><href>files/picture.png</href></Icon></GroundOverlay>
</Document>
</kml>`;

test('a file as Google Earth saves it', async () => {
	const { rows, rejected } = await readFixture(kml, GOOGLE_EARTH);
	expect(rows.map(({ feature, number }) => [number, feature.id, feature.properties.title])).toEqual([
		[1, 'ID_00001', 'Strike on a depot'],
		[2, 'feature-2', 'Patrol'],
	]);
	expect(rows[0]).toMatchObject({
		feature: {
			geometry: { type: 'Point', coordinates: [44.3661, 33.3152] },
			properties: {
				summary: '<b>Two</b> buildings hit.<script>alert(1)</script>',
				date_edtf: '2024-02-18',
				date_basis: 'begin: 2024-02-18T06:30:00+03:00.',
				killed_best: 3,
				claims: [],
			},
		},
		sources: ['Made-up News'],
		original: { killed: '3', folder: 'Incidents.kml / Spring', source: 'Made-up News; javascript:alert(1)' },
	});
	expect(rows[1]).toMatchObject({
		feature: { properties: { date_edtf: '2024-03-01/2024-03-04' } },
		shape: {
			type: 'LineString',
			coordinates: [
				[44, 33],
				[44.5, 33.5],
				[45, 33],
			],
		},
		original: { folder: 'Incidents.kml / Spring / Border' },
	});
	expect(JSON.stringify(rows)).not.toContain('pushpin');
	expect(rejected).toEqual([
		{
			number: 3,
			column: 'NetworkLink',
			value: 'https://maps.example/more.kml',
			reason: expect.stringContaining('not followed: nothing is fetched'),
		},
		{ number: 4, column: 'GroundOverlay', value: 'Picture', reason: expect.stringContaining('no incident') },
	]);
	expect((await kml.survey(sourceFixture(GOOGLE_EARTH), new AbortController().signal)).hasCoordinates).toBe(true);
});

test('geometries of every kind', async () => {
	const line = (name: string, text: string) => `<${name}><coordinates>${text}</coordinates></${name}>`;
	expect(await shapeOf(line('Point', ' \n 44.4 , 33.3 ,\t10 \n'))).toEqual({
		type: 'Point',
		coordinates: [44.4, 33.3],
	});
	expect(await shapeOf(line('LineString', '1,2 3,4,5\u00a05,6'))).toMatchObject({
		coordinates: [
			[1, 2],
			[3, 4],
			[5, 6],
		],
	});
	expect(await shapeOf(line('LinearRing', '1,2 3,4 5,6 1,2'))).toMatchObject({ type: 'LineString' });
	const ring = (side: string, text: string) => `<${side}>${line('LinearRing', text)}</${side}>`;
	const outer = ring('outerBoundaryIs', '0,0 9,0 9,9 0,0');
	const hole = ring('innerBoundaryIs', '6,1 8,1 8,2 6,1');
	expect(await shapeOf(`<Polygon>${hole}${outer}</Polygon>`)).toEqual({
		type: 'Polygon',
		coordinates: [
			[
				[0, 0],
				[9, 0],
				[9, 9],
				[0, 0],
			],
			[
				[6, 1],
				[8, 1],
				[8, 2],
				[6, 1],
			],
		],
	});
	const polygon = `<Polygon>${outer}</Polygon>`;
	expect(
		await shapeOf(`<MultiGeometry>${polygon}<MultiGeometry>${polygon}</MultiGeometry></MultiGeometry>`),
	).toMatchObject({ type: 'MultiPolygon' });
	expect(await shapeOf(`<MultiGeometry>${polygon}${POINT}</MultiGeometry>`)).toMatchObject({
		type: 'GeometryCollection',
		geometries: [{ type: 'Polygon' }, { type: 'Point' }],
	});
	expect(await shapeOf('<Model><Location><longitude>1</longitude><latitude>2</latitude></Location></Model>')).toEqual({
		type: 'Point',
		coordinates: [1, 2],
	});
});

test('a track is one line, from the first of its times to the last', async () => {
	const track =
		'<gx:Track><when>2024-02-18T01:00:00Z</when><when>2024-02-19T01:00:00Z</when><gx:coord>44 33 5</gx:coord><gx:coord>45 34 5</gx:coord></gx:Track>';
	const { rows } = await read(placemark(track) + placemark(`<gx:MultiTrack>${track}${track}</gx:MultiTrack>`));
	expect(rows[0]).toMatchObject({
		shape: {
			type: 'LineString',
			coordinates: [
				[44, 33],
				[45, 34],
			],
		},
		feature: { properties: { date_edtf: '2024-02-18/2024-02-19' } },
	});
	expect(rows[1]).toMatchObject({ shape: { type: 'MultiLineString' } });
});

test.each([
	['<TimeStamp><when>2024</when></TimeStamp>', '2024'],
	['<TimeStamp><when>2024-02</when></TimeStamp>', '2024-02'],
	['<TimeSpan><begin>2024-02-18T23:00:00-05:00</begin></TimeSpan>', '2024-02-18'],
	['<TimeSpan><begin>2024-02</begin><end>2024-03</end></TimeSpan>', '2024-02-01/2024-03-31'],
	['<TimeSpan><end>2024-02-18</end></TimeSpan>', 'has an end and no beginning'],
	['<TimeSpan><begin>2024-02-18</begin><end>2024-02-01</end></TimeSpan>', 'before the first'],
	['<TimeStamp><when>30 of May</when></TimeStamp>', 'not a date'],
	['<TimeSpan/>', 'no date'],
	['', 'no date'],
])('the time %s reads as %s', async (time, answer) => {
	expect(await datesOf(time)).toContain(answer);
});

test('a Placemark without a time has that of the folder around it', async () => {
	const { rows } = await read(
		`<Folder><TimeStamp><when>2024-05-01</when></TimeStamp>${placemark(POINT)}${placemark(WHEN + POINT)}</Folder>`,
	);
	expect(rows.map(({ feature }) => feature.properties.date_edtf)).toEqual(['2024-05-01', '2024-02-18']);
});

test.each([
	['<Point><coordinates>44.4,95.3</coordinates></Point>', 'beyond 90 degrees'],
	['<Point><coordinates>33.3;44.4</coordinates></Point>', 'is not a position'],
	['<Point><coordinates>1,2 3,4</coordinates></Point>', 'A Point has one position, and this has 2'],
	['<Point><coordinates>1e999,2</coordinates></Point>', 'out of range'],
	['<Point><coordinates>0,0</coordinates></Point>', 'Gulf of Guinea'],
	['<LineString><coordinates>1,2,3,4,5,6</coordinates></LineString>', 'is not a position'],
	[
		'<Polygon><outerBoundaryIs><LinearRing><coordinates>1,2 3,4</coordinates></LinearRing></outerBoundaryIs></Polygon>',
		'A ring has four positions',
	],
])('%s is rejected', async (geometry, reason) => {
	expect(await shapeOf(geometry)).toContain(reason);
});

test('a Placemark of no place is looked up by its name, and one date may be given for all without', async () => {
	const content =
		'<Placemark><name>A</name><ExtendedData><Data name="place"><value>Madeup</value></Data></ExtendedData></Placemark>';
	const { rows } = await readFixture(kml, document(content), { dateless: '2024-02' });
	expect(rows[0]!.feature).toMatchObject({
		geometry: null,
		properties: { place_as_written: 'Madeup', date_edtf: '2024-02' },
	});
});

test('names of data that come again, or that objects inherit, are names like any other', async () => {
	const data = ['name', '__proto__', 'constructor', 'x', 'x']
		.map((name) => `<Data name="${name}"><value>v</value></Data>`)
		.join('');
	const { rows } = await read(placemark(`${WHEN}<ExtendedData>${data}</ExtendedData>${POINT}`));
	expect(Object.keys(rows[0]!.original)).toEqual([
		'name',
		'begin',
		'name (2)',
		'__proto__',
		'constructor',
		'x',
		'x (2)',
	]);
	expect(({} as Record<string, unknown>)['v']).toBe(undefined);
});

test('a cut file keeps the Placemarks before the cut', async () => {
	const whole = document(placemark(WHEN + POINT).repeat(3));
	const accepted: number[] = [];
	const { signal } = new AbortController();
	const options = { mapping: null, dateOrder: null, latitudeFirst: false, dateless: null, signal };
	const reading = kml.read(sourceFixture(whole.slice(0, -60)), options, {
		accept: ({ number }) => void accepted.push(number),
		reject: () => undefined,
		progress: () => undefined,
	});
	await expect(reading).rejects.toThrow('cut off');
	expect(accepted).toEqual([1, 2]);
});

test('one Placemark that is too large is left out, and the others are read', { timeout: 60_000 }, async () => {
	const long = `<description>${'x'.repeat(LIMITS.cellCharacters + 1)}</description>`;
	const many = `<ExtendedData>${'<Data name="a"/>'.repeat(250_000)}</ExtendedData>`;
	const { rows, rejected } = await read([long, '', many, ''].map((more) => placemark(more + WHEN + POINT)).join(''));
	expect(rows.map(({ number }) => number)).toEqual([2, 4]);
	expect(rejected).toMatchObject([
		{ number: 1, value: 'P', reason: expect.stringContaining('Its <description> has 1,000,001 characters') },
		{ number: 3, value: 'P', reason: expect.stringContaining('It has more than 250,000 elements') },
	]);
	const folder = await read(`<Folder><name>${'x'.repeat(5000)}</name>${placemark(WHEN + POINT)}</Folder>`);
	expect(folder.rows[0]!.original['folder']).toHaveLength(200);
	const positions = '1,2 '.repeat(LIMITS.positions + 1);
	expect(await shapeOf(`<LineString><coordinates>${positions}</coordinates></LineString>`)).toContain(
		'at most 1,000,000 are read',
	);
});

test('white space without end in coordinates takes no time', async () => {
	const began = performance.now();
	expect(await shapeOf(`<Point><coordinates>1${' '.repeat(900_000)}2</coordinates></Point>`)).toContain(
		'not a position',
	);
	expect(performance.now() - began).toBeLessThan(2000);
});

test('a KMZ: its main document, then the others in it, and links between them', async () => {
	const main = document(
		`${placemark(WHEN + POINT)}<NetworkLink><Link><href>files/more.kml</href></Link></NetworkLink>`,
	);
	const named = (name: string) => strToU8(document(placemark(WHEN + POINT)).replace('>P<', `>${name}<`));
	const bytes = zipSync({
		'files/more.kml': named('in a folder'),
		'a.kml': named('beside'),
		'a.png': new Uint8Array(9),
		'doc.kml': strToU8(main),
	});
	const { rows, rejected } = await readFixture(kml, bytes);
	expect(rows.map(({ number, feature }) => [number, feature.properties.title])).toEqual([
		[1, 'P'],
		[2, 'beside'],
		[3, 'in a folder'],
	]);
	expect(rejected).toEqual([]);
	expect(kml.recognise(await readHead(sourceFixture(bytes)))).toBeGreaterThan(0.9);
	const other = zipSync({ 'a.txt': strToU8('x') });
	expect(kml.recognise(await readHead(sourceFixture(other)))).toBe(0);
	await expect(readFixture(kml, other)).rejects.toThrow('holds nothing that is KML');
	const bomb = zipSync({ 'doc.kml': strToU8(document(`<name>${' '.repeat(2 ** 23)}</name>`)) }, { level: 9 });
	await expect(readFixture(kml, bomb)).rejects.toThrow('"doc.kml" in the archive inflates to more than 200 times');
	const entity = zipSync({ 'doc.kml': strToU8('<!DOCTYPE kml [<!ENTITY a "b">]><kml/>') });
	await expect(readFixture(kml, entity)).rejects.toThrow('begins with a declaration');
});

test('KML is known by its content, and other XML is none', async () => {
	const score = async (text: string) => kml.recognise(await readHead(sourceFixture(text)));
	expect(await score(GOOGLE_EARTH)).toBeGreaterThan(0.9);
	expect(await score('<!DOCTYPE kml><kml:kml xmlns:kml="x"/>')).toBeGreaterThan(0.9);
	expect(await score('<gpx version="1.1"/>')).toBe(0);
	expect(await score('a,b\n<kml >,2')).toBe(0);
	await expect(readFixture(kml, '<rss/>')).rejects.toThrow('of <rss> and not of <kml>');
});

test('our own export reads back whole: incidents with claims, nothing twice, statements and totals named', async () => {
	// One of the fixtures has a text that no incident may have, for what else it tests.
	const features = incidents.map((feature) => ({
		...feature,
		properties: { ...feature.properties, summary: feature.properties.summary.trim() },
	}));
	const context = { ...contextFixture, features };
	for (const file of [toKml(context)[0]!, toKmz(context)[0]!]) {
		const { rows, rejected } = await readFixture(kml, await bytesOf(file.chunks));
		expect(rows.map(({ feature }) => feature)).toEqual(features);
		expect(rejected.map(({ column, value, reason }) => [column, value, reason])).toEqual([
			['unit', 'statement', expect.stringContaining('no incident')],
			['unit', 'aggregate', expect.stringContaining('no incident')],
		]);
	}
});

test('import, export, import is the identity on rows of ours and of others', { timeout: 60_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryRows, async (rows) => {
			expect(await roundTrip(rows, toKml, kml)).toEqual({ rows, rejected: [] });
		}),
		{ numRuns: 60, seed: 5 },
	);
});

// Drawing its pictures takes seconds, so that it is done once, with the rows of several draws.
test('KMZ holds the same', { timeout: 60_000 }, async () => {
	const rows = fc
		.sample(arbitraryRows, { numRuns: 8, seed: 5 })
		.flat()
		.map((row, index) => ({ ...row, feature: { ...row.feature, id: `row-${index}` } }));
	expect(rows.length).toBeGreaterThan(20);
	expect(await roundTrip(rows, toKmz, kml)).toEqual({ rows, rejected: [] });
});

fuzzBytes('KML', kml, [GOOGLE_EARTH, document(placemark(WHEN + POINT))]);
fuzzBytes('KMZ', kml, [zipSync({ 'doc.kml': strToU8(GOOGLE_EARTH) })]);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../export/export-context.ts';
import { contextFixture, incidents } from '../export/export-fixture.ts';
import { toGpx } from '../export/to-gpx.ts';
import { fuzzBytes } from './fuzz-bytes-fixture.ts';
import { gpx } from './gpx.ts';
import { readHead } from './head.ts';
import { readFixture } from './read-fixture.ts';
import { arbitraryRows, roundTrip } from './round-trip-fixture.ts';
import { sourceFixture } from './source-fixture.ts';

/** As a Garmin receiver writes it. */
const GARMIN = `<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxx="http://www.garmin.com/xmlschemas/GpxExtensions/v3" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1" creator="GPSMAP 66" version="1.1">
  <metadata><link href="http://www.garmin.com"><text>Garmin International</text></link><time>2024-02-20T10:00:00Z</time></metadata>
  <wpt lat="33.315200" lon="44.366100">
    <ele>34.100000</ele><time>2024-02-18T06:30:00Z</time><name>001</name><cmt>crater</cmt><desc>Crater by the road</desc>
    <link href="https://photos.example/1"/><sym>Flag, Blue</sym>
    <extensions><gpxx:WaypointExtension><gpxx:DisplayMode>SymbolAndName</gpxx:DisplayMode></gpxx:WaypointExtension></extensions>
  </wpt>
  <wpt lat="33.4" lon="44.4"><name>002</name></wpt>
  <rte><name>Plan</name><rtept lat="33" lon="44"><name>Start</name></rtept><rtept lat="33.1" lon="44.1"/></rte>
  <trk><name>Patrol</name>
    <trkseg>
      <trkpt lat="33" lon="44"><ele>30</ele><time>2024-02-18T22:00:00Z</time><extensions><gpxtpx:TrackPointExtension><gpxtpx:time>1999</gpxtpx:time></gpxtpx:TrackPointExtension></extensions></trkpt>
      <trkpt lat="33.1" lon="44.1"><time>2024-02-19T01:00:00Z</time></trkpt>
    </trkseg>
    <trkseg><trkpt lat="34" lon="45"/><trkpt lat="34.1" lon="45.1"><time>2024-02-20T01:00:00Z</time></trkpt></trkseg>
    <trkseg/>
  </trk>
</gpx>`;
const file = (content: string) => `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${content}</gpx>`;

test('a file as a Garmin writes it: waypoints, and tracks from their first time to their last', async () => {
	const { rows, rejected } = await readFixture(gpx, GARMIN);
	expect(rows).toMatchObject([
		{
			number: 1,
			feature: {
				geometry: { coordinates: [44.3661, 33.3152] },
				properties: { title: '001', summary: 'Crater by the road', date_edtf: '2024-02-18' },
			},
			sources: ['https://photos.example/1'],
			original: { ele: '34.100000', cmt: 'crater', sym: 'Flag, Blue', DisplayMode: 'SymbolAndName' },
		},
		{
			number: 4,
			feature: { properties: { title: 'Patrol', date_edtf: '2024-02-18/2024-02-20' } },
			shape: {
				type: 'MultiLineString',
				coordinates: [
					[
						[44, 33],
						[44.1, 33.1],
					],
					[
						[45, 34],
						[45.1, 34.1],
					],
				],
			},
		},
	]);
	expect(rejected.map(({ number, reason }) => [number, reason])).toEqual([
		[2, expect.stringContaining('There is no date')],
		[3, expect.stringContaining('There is no date')],
	]);
	const dated = await readFixture(gpx, GARMIN, { dateless: '2024-02' });
	expect(dated.rows.map(({ shape }) => shape?.type)).toEqual([undefined, undefined, 'LineString', 'MultiLineString']);
});

test.each([
	['<wpt lat="33" lon="x"/>', 'wpt', 'no lat and lon'],
	['<wpt/>', 'wpt', 'no lat and lon'],
	['<wpt lat="95" lon="200"><time>2024</time></wpt>', 'geometry.coordinates', 'out of range'],
	['<wpt lat="0" lon="0"><time>2024</time></wpt>', 'geometry', 'Gulf of Guinea'],
	['<trk><trkseg><trkpt lat="1" lon="2"/><trkpt lat="1"/></trkseg></trk>', 'trk', 'Its point 2 is no position'],
])('%s is rejected', async (content, column, reason) => {
	const { rows, rejected } = await readFixture(gpx, file(content));
	expect(rows).toEqual([]);
	expect(rejected).toMatchObject([{ number: 1, column, reason: expect.stringContaining(reason) }]);
});

test('GPX is known by its content', async () => {
	expect(gpx.recognise(await readHead(sourceFixture(GARMIN)))).toBeGreaterThan(0.9);
	expect(gpx.recognise(await readHead(sourceFixture('<kml/>')))).toBe(0);
	await expect(readFixture(gpx, '<kml/>')).rejects.toThrow('of <kml> and not of <gpx>');
	await expect(readFixture(gpx, '<!DOCTYPE gpx><gpx/>')).rejects.toThrow('begins with a declaration');
	await expect(readFixture(gpx, GARMIN.slice(0, -100))).rejects.toThrow('cut off');
});

test('the prefix of our own extensions may be any, their namespace is theirs', async () => {
	const text = await textOf(toGpx({ ...contextFixture, features: incidents.slice(0, 1) })[0]!.chunks);
	const own = (await readFixture(gpx, text)).rows[0]!.feature;
	expect(own).toMatchObject({ id: 'plain-strike', properties: { killed_best: 90, claims: [], responds_to: [] } });
	expect((await readFixture(gpx, text.replace(/(<\/?|xmlns:)atlas/g, '$1x'))).rows[0]!.feature).toEqual(own);
	const other = text.replace('urn:escalation-atlas:incident', 'urn:other');
	expect((await readFixture(gpx, other)).rows[0]!.feature.properties.killed_low).toBe(90);
	expect((await readFixture(gpx, other)).rows[0]!.feature).not.toEqual(own);
});

test(
	'import, export, import is the identity on what GPX holds: points, without claims and links',
	{ timeout: 60_000 },
	async () => {
		await fc.assert(
			fc.asyncProperty(arbitraryRows, async (drawn) => {
				const rows = drawn
					.filter(({ feature }) => feature.geometry !== null)
					.map(({ feature }) => ({
						feature: { ...feature, properties: { ...feature.properties, claims: [], responds_to: [] } },
						shape: null,
						original: {},
					}));
				expect(await roundTrip(rows, toGpx, gpx)).toEqual({ rows, rejected: [] });
			}),
			{ numRuns: 60, seed: 5 },
		);
	},
);

fuzzBytes('GPX', gpx, [GARMIN]);

import { expect, test } from 'vitest';
import { ImportError } from './format.ts';
import type { ImportedRow } from './imported-row.ts';
import { readUntil } from './geojson-fixture.ts';
import { ndjson } from './ndjson.ts';
import { readFixture } from './read-fixture.ts';
import { sourceFixture } from './source-fixture.ts';

const feature = (lng: number, date = '2024-02-18') => ({
	type: 'Feature',
	geometry: { type: 'Point', coordinates: [lng, 33] },
	properties: { date },
});
const lines = (...texts: unknown[]) => texts.map((text) => `${JSON.stringify(text)}\n`).join('');
const longitudes = (rows: readonly ImportedRow[]) => rows.map((row) => row.feature.geometry?.coordinates[0]);

test.each([
	['a feature a line', lines(feature(1), feature(2), feature(3))],
	[
		'blank lines and a last line without an end',
		`\uFEFF\n${lines(feature(1))}\r\n\n${lines(feature(2))}${JSON.stringify(feature(3))}`,
	],
	[
		'record separators, with line breaks within (RFC 8142)',
		[1, 2, 3].map((lng) => `\u001e${JSON.stringify(feature(lng), null, 1)}\n`).join(''),
	],
	['a collection a line', lines({ type: 'FeatureCollection', features: [feature(1), feature(2)] }, feature(3))],
	[
		'plain objects',
		lines({ lat: 33, lng: 1, date: '2024' }, { lat: 33, lng: 2, date: '2024' }, { lat: 33, lng: 3, date: '2024' }),
	],
])('%s is read, in pieces of any length', async (_, text) => {
	for (const pieceBytes of [1, 7, 65_536]) {
		const { rows, rejected, error } = await readUntil(ndjson, text, pieceBytes);
		expect([rejected, error]).toEqual([[], null]);
		expect(longitudes(rows)).toEqual([1, 2, 3]);
		expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
	}
});

test('a line that is no JSON is rejected with its number, and the others are read', async () => {
	const { rows, rejected } = await readFixture(ndjson, `${lines(feature(1))}{"type": \n${lines(feature(3))}`);
	expect(rows.map(({ number }) => number)).toEqual([1, 3]);
	expect(rejected).toEqual([
		{ number: 2, column: null, value: '{"type":', reason: 'It is not JSON. Each line holds one whole feature.' },
	]);
});

test('a file that is cut off gives everything before the cut, and says where it ends', async () => {
	const whole = lines(feature(1), feature(2));
	for (const pieceBytes of [5, 65_536]) {
		const { rows, error } = await readUntil(ndjson, whole.slice(0, -9), pieceBytes);
		expect(longitudes(rows)).toEqual([1]);
		expect(error).toBeInstanceOf(ImportError);
		expect((error as Error).message).toContain(
			`it ends at byte ${whole.length - 9} in the middle of record 2; whole features before that: 1`,
		);
	}
});

test('what is nested too deep is refused with path and depth', async () => {
	const deep = `{"type":"Feature","geometry":null,"properties":{"date":"2024","a":${'{"b":'.repeat(63)}1${'}'.repeat(63)}}}`;
	const { rows, rejected } = await readFixture(ndjson, `${lines(feature(1))}${deep}\n`);
	expect(rows).toHaveLength(1);
	expect(rejected[0]).toMatchObject({
		number: 2,
		reason: '65 objects and arrays lie inside each other, and at most 64 are read.',
	});
	expect(rejected[0]!.column).toMatch(/^properties\.a\.b\.b\.b/);
});

test('the reference system of the first text is that of all', async () => {
	const crs = { type: 'name', properties: { name: 'EPSG:3857' } };
	const metres = { ...feature(0), crs, geometry: { type: 'Point', coordinates: [4_938_131.61, 3_938_447.06] } };
	const { rows, rejected } = await readFixture(ndjson, lines(metres, { ...metres, crs: { ...crs } }, feature(44)));
	expect(rows[0]!.feature.geometry!.coordinates[0]).toBeCloseTo(44.36, 4);
	expect(rows).toHaveLength(2);
	expect(rejected).toMatchObject([{ number: 3, column: 'crs', value: 'CRS84' }]);
});

test('a survey tells what its properties are taken for', async () => {
	const survey = await ndjson.survey(
		sourceFixture(lines(feature(1, '13/02/2024'), feature(2, '01/02/2024'))),
		new AbortController().signal,
	);
	expect(survey).toMatchObject({
		format: 'ndjson',
		columns: ['date'],
		mapping: { date: 0 },
		dateOrder: 'day-first',
		hasCoordinates: true,
	});
});

import { expect, test } from 'vitest';
import type { Format } from './format.ts';
import { FORMATS } from './formats.ts';
import { readHead } from './head.ts';
import { recognise } from './recognise.ts';
import { sourceFixture } from './source-fixture.ts';

const FEATURE = '{"type":"Feature","geometry":null,"properties":{"date":"2024"}}';
const EVENTS =
	'[{"id":"1","date":"2/4/2022","time":"00:00","location":"x","latitude":"1","longitude":"2","description":"y","sources":[]}]';
const LONG = FEATURE.replace('"2024"', `"2024","note":"${'x'.repeat(70_000)}"`);
const idOf = async (content: string | Uint8Array) => recognise(await readHead(sourceFixture(content)))[0].format.id;

test.each([
	['geojson', `{"type":"FeatureCollection","features":[${FEATURE}]}`],
	['geojson', `\uFEFF \n{"name": "x", "features" : [`],
	['geojson', FEATURE],
	['geojson', `${FEATURE}\n`],
	['geojson', `[${FEATURE},${FEATURE}]`],
	['geojson', '{"coordinates":[1,2],"type":"Point"}'],
	['geojson', '[{"lat":1,"lon":2,"date":"2024"}]'],
	['geojson', `{\n\t"type": "FeatureCollection",\n\t"features": [\n\t\t{}\n\t]\n}`],
	['ndjson', `${FEATURE}\n${FEATURE}\n`],
	['ndjson', `\uFEFF${FEATURE}\r\n\r\n${FEATURE}`],
	['ndjson', `\u001e${FEATURE}\n`],
	['ndjson', `${LONG}\n${LONG}\n`],
	['geojson', `{"type":"FeatureCollection","features":[${LONG}]}`],
	['geojson', `{\n"type": "Feature",${LONG.slice(1)}`],
	['timemap', EVENTS],
	['timemap', `{"events": ${EVENTS}, "sources": {}}`],
	['timemap', JSON.stringify(JSON.parse(EVENTS), null, '\t')],
	['table', 'name,date,lat,lon\nx,2024-01-01,1,2\n'],
	[
		'acled',
		'event_id_cnty,event_date,event_type,actor1,country,latitude,longitude,notes,fatalities\nA1,1 January 2024,Battles,X,Iraq,1,2,n,0\n',
	],
])('%s is known by its content', async (id, text) => {
	expect(await idOf(text)).toBe(id);
});

test('what is nothing that is known is refused with what is accepted', async () => {
	for (const content of [
		'',
		' ',
		'just a text',
		new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]),
		'<html></html>',
	]) {
		await expect(idOf(content)).rejects.toThrow(
			/^The file is (?:empty|in no format that is known)\. Accepted are GeoJSON,/,
		);
	}
});

test('two formats that are as likely are not guessed between', async () => {
	const made = (id: string, score: number): Format => ({ ...FORMATS[0]!, id, recognise: () => score });
	const head = await readHead(sourceFixture('x'));
	expect(() => recognise(head, [made('one', 0.5), made('two', 0.5), made('three', 0.2)])).toThrow(
		'may as well be one as two',
	);
	expect(recognise(head, [made('one', 0.5), made('two', 0.6), made('none', 0)]).map(({ format }) => format.id)).toEqual(
		['two', 'one'],
	);
});

test('every format has a name of its own, and none throws at any head', async () => {
	expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
	for (const content of ['{', '[', '[[', '{"a"', '<', 'PK\u0003\u0004', '\u0000', '"', '\u001e', ',,,\n,,,']) {
		const head = await readHead(sourceFixture(content));
		for (const format of FORMATS) {
			const score = format.recognise(head);
			expect(score).toBeGreaterThanOrEqual(0);
			expect(score).toBeLessThanOrEqual(1);
		}
	}
});

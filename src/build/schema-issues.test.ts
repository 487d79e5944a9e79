import { expect, test } from 'vitest';
import { Place } from '../lib/model/place.ts';
import { AtlasRecord } from '../lib/model/record.ts';
import { schemaIssues } from './schema-issues.ts';
import { testAtlas, testClaim, testPlace } from './testburg.ts';

const sound = testAtlas().records[0]!.value;
const problems = (change: object) => schemaIssues(AtlasRecord, { ...sound, ...change }, 'x.json');

test('says nothing of a sound record', () => {
	expect(problems({})).toEqual([]);
});

test('names the value, the path and the remedy of a bad date', () => {
	expect(problems({ when: { ...sound.when, edtf: '2024-02-30' } })).toEqual([
		{
			file: 'x.json',
			path: 'when.edtf',
			message: expect.stringMatching(/^"2024-02-30" must be an EDTF date that exists/) as string,
			fix: 'if only the month is known write "2024-02"; its last day is 2024-02-29',
		},
	]);
});

test('offers the word that was nearly written, or lists the words', () => {
	expect(problems({ kind: 'drone-atack' })).toEqual([
		expect.objectContaining({
			path: 'kind',
			message: '"drone-atack" is not one of the words known here',
			fix: 'write drone-attack',
		}),
	]);
	expect(problems({ unit: 'event' })[0]!.fix).toBe('write one of incident, statement, aggregate');
	expect(problems({ kind: 7 })[0]!.message).toBe('7 is not one of the words known here');
});

test('writes paths through arrays', () => {
	const value = { killed: { low: -1, high: 2 }, injured: null, abducted: null, scope: 'total', person: null };
	const claims = [testClaim(), testClaim({ topic: 'casualties', value })];
	expect(problems({ claims })).toEqual([
		expect.objectContaining({
			path: 'claims[1].value.killed.low',
			message: '-1 must not be negative; write null where nothing is known',
		}),
	]);
});

test('tells missing properties from unknown ones', () => {
	const changed: Record<string, unknown> = { ...sound, kynd: 1 };
	delete changed['kind'];
	const issues = schemaIssues(AtlasRecord, changed, 'x.json');
	expect(issues.map(({ path, message }) => [path, message])).toEqual([
		['kind', 'property "kind" is missing'],
		['kynd', 'property "kynd" is not known here'],
	]);
});

test('offers the pair the other way round for a latitude beyond 90', () => {
	const issues = schemaIssues(Place, testPlace({ at: [46.95, 97.45] }), 'x.geojson');
	expect(issues).toEqual([
		{
			file: 'x.geojson',
			path: 'geometry.coordinates[1]',
			message: '97.45: latitude must be at most 90; coordinates are [longitude, latitude]',
			fix: 'if latitude and longitude are swapped, write [97.45, 46.95]',
		},
	]);
});

test('says what a value should have been, and shortens long ones', () => {
	expect(problems({ title: 5 })[0]!.message).toBe('5 must be a text');
	expect(problems({ claims: {} })[0]!.message).toBe('{} must be an array');
	expect(problems({ title: ` ${'x'.repeat(500)}` })[0]!.message.length).toBeLessThan(200);
});

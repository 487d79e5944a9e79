import { expect, test } from 'vitest';
import type { Correction } from '../../lib/model/correction.ts';
import type { AtlasRecord } from '../../lib/model/record.ts';
import { problemsOf, testAtlas, testClaim, testCorrection, testIncident, testPlace } from '../testburg.ts';
import { check } from './corrections-recorded.ts';

const base = testIncident();
const { id } = base;
const file = `geodata/incidents/2024/${id}.json`;
const added = testCorrection({ record: id });
const published = testAtlas().published[0]!.value;
const [{ facts, title }] = published.records as [(typeof published.records)[0]];
const moved = testIncident({ when: { ...base.when, edtf: '2024-05-08' } });
const dated: Correction = {
	date: '2024-06-02',
	record: id,
	change: 'changed',
	was: { date: '2024-05-07' },
	now: { date: '2024-05-08' },
	why: 'A later report',
};

const problems = (records: AtlasRecord[], ...entries: Correction[]) =>
	problemsOf(check, testAtlas({ records, corrections: [added, ...entries], published }));

test('passes where nothing changed, or only words', () => {
	expect(problems([base])).toEqual([]);
	expect(problems([testIncident({ title: 'Another title', summary: 'Other words.' })])).toEqual([]);
});

test('finds a date that changed, with the entry to paste', () => {
	expect(problems([moved])).toEqual([
		{
			file,
			path: 'when.edtf',
			message: 'date was "2024-05-07", is "2024-05-08", and no correction says so',
			fix: `add to geodata/corrections.json: {"date":"YYYY-MM-DD","record":"${id}","change":"changed","was":{"date":"2024-05-07"},"now":{"date":"2024-05-08"},"why":""}`,
		},
	]);
	expect(problems([moved], dated)).toEqual([]);
});

test('finds a toll, parties, attribution and grading that changed', () => {
	const casualties = { killed: { low: 3, high: 5 }, injured: null, abducted: null, scope: 'total', person: null };
	const claims = [
		testClaim(),
		testClaim({ id: 'c2', topic: 'casualties', value: casualties }),
		testClaim({ id: 'c3', topic: 'perpetrator', value: ['redland'] }),
	];
	const [problem] = problems([testIncident({ claims, perpetrators: ['redland'] })]);
	expect(problem!.path).toBe('derived.toll.killed, perpetrators, derived.attribution');
	expect(problem!.message).toContain('killed was {"low":null,"best":null,"high":null}, is {"low":3,"best":3,"high":5}');
	const { was, now } = JSON.parse(/\{.*$/.exec(problem!.fix!)![0]) as { was: object; now: object };
	const entry = { ...dated, was, now } as Correction;
	expect(problems([testIncident({ claims, perpetrators: ['redland'] })], entry)).toEqual([]);
});

test('finds a place that moved, also where only its coordinate did', () => {
	const places = [testPlace({ at: [7.46, 46.95] })];
	const [problem] = problemsOf(check, testAtlas({ places, published }));
	expect(problem).toMatchObject({ file, path: 'derived.geocoding' });
	expect(problem!.message).toContain('"position":[7.45,46.95]');
	expect(problems([testIncident({ place: null })])[0]!.message).toContain('is null, and no correction says so');
});

test('finds an entry that begins with what was not published, or ends with what is not so', () => {
	expect(problems([moved], { ...dated, was: { date: '2024-05-01' } } as Correction)).toEqual([
		{
			file: 'geodata/corrections.json',
			path: 'corrections[1].was.date',
			message: `${id} was published with date "2024-05-07", not "2024-05-01"`,
			fix: 'write "2024-05-07"',
		},
	]);
	const [problem] = problems([moved], { ...dated, now: { date: '2024-05-09' } } as Correction);
	expect(problem!.message).toBe('date was "2024-05-09", is "2024-05-08", and no correction says so');
	expect(problem!.fix).toContain('write in place of corrections[1] of geodata/corrections.json');
	expect(problems([base], dated)[0]!.fix).toBe('remove corrections[1] of geodata/corrections.json');
});

test('finds a new record, and one told as added that is not there', () => {
	const other = testIncident({ id: 'other' });
	expect(problems([base, other])).toEqual([
		{
			file: 'geodata/incidents/2024/other.json',
			path: 'id',
			message: '"other" is new, and no correction says so',
			fix: 'add to geodata/corrections.json: {"date":"YYYY-MM-DD","record":"other","change":"added","why":""}',
		},
	]);
	expect(problems([base, other], testCorrection({ record: 'other' }))).toEqual([]);
	expect(problems([base], testCorrection({ record: 'other' }))).toHaveLength(1);
});

test('finds a record that is gone', () => {
	const [problem] = problems([]);
	expect(problem).toMatchObject({ file, message: `"${id}" was published and is gone, and no correction says so` });
	const removed = JSON.parse(/\{.*$/.exec(problem!.fix!)![0]) as Correction;
	expect(removed).toMatchObject({ change: 'removed', record: id, title, was: facts, instead: null });
	expect(problems([], { ...removed, date: '2024-06-02', why: 'It did not happen' })).toEqual([]);
});

test('finds a record that was renamed', () => {
	const renamed = testIncident({ id: 'renamed' });
	const [, problem] = problems([renamed]);
	const entry = JSON.parse(/\{.*$/.exec(problem!.fix!)![0]) as Correction;
	expect(entry).toMatchObject({ change: 'renamed', record: 'renamed', was_id: id });
	expect(problems([renamed], { ...entry, date: '2024-06-02', why: 'The day was wrong' })).toEqual([]);
});

test('passes over a record whose file could not be read', () => {
	const atlas = testAtlas({ records: [], corrections: [added], published });
	expect(problemsOf(check, { ...atlas, isUnreadable: (_, name) => name === id })).toEqual([]);
});

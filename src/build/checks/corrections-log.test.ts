import { expect, test } from 'vitest';
import type { Correction } from '../../lib/model/correction.ts';
import { problemsOf, testAtlas, testCorrection, testIncident } from '../testburg.ts';
import { check } from './corrections-log.ts';

const { id } = testIncident();
const added = testCorrection({ record: id });
const sound = testAtlas();
const { facts } = sound.published[0]!.value.records[0]!;
const changed: Correction = {
	date: '2024-06-02',
	record: id,
	change: 'changed',
	was: { date: '2024-05-07' },
	now: { date: '2024-05-08' },
	why: 'A later report',
};
const renamed = (was_id: string, record: string): Correction => ({ ...changed, change: 'renamed', record, was_id });
const removed = (record: string, instead: string | null = null): Correction => ({
	...changed,
	record,
	change: 'removed',
	title: 'Strike',
	was: facts,
	instead,
});

/** Messages on a log, before anything is published unless the published log is given. */
function messages(corrections: Correction[], published: Correction[] = []): string[] {
	const before = testAtlas({ corrections: published }).published[0]!.value;
	return problemsOf(check, testAtlas({ corrections, published: before })).map(
		({ path, message }) => `${path}: ${message}`,
	);
}

test('passes for additions, changes, renamings and removals that fit', () => {
	expect(messages([added])).toEqual([]);
	expect(messages([added, changed], [added])).toEqual([]);
	expect(messages([testCorrection({ record: 'old' }), renamed('old', id)])).toEqual([]);
	expect(messages([testCorrection({ record: 'old' }), added, removed('old', id)])).toEqual([]);
});

test('the reason of what is published may be worded anew', () => {
	expect(messages([{ ...added, why: 'The first publication' }], [added])).toEqual([]);
});

test('finds an entry out of order and one dated before what is published', () => {
	expect(messages([added, { ...changed, date: '2024-05-31' }])).toEqual([
		'corrections[1].date: 2024-05-31 stands after 2024-06-01',
	]);
	expect(messages([testCorrection({ record: 'old', date: '2024-05-31' }), added], [added])).toEqual([
		'corrections[0].date: 2024-05-31 is before 2024-06-01, up to which corrections are published',
	]);
});

test('finds two entries of one name', () => {
	expect(messages([added, changed, changed])).toEqual([
		`corrections[2]: "2024-06-02--changed--${id}" stands already at corrections[1]`,
	]);
});

test('finds a published entry that is missing or was altered', () => {
	expect(messages([added], [added, changed])).toEqual([
		`corrections: "2024-06-02--changed--${id}" was published and is missing`,
	]);
	expect(messages([added, { ...changed, now: { date: '2024-05-09' } } as Correction], [added, changed])).toEqual([
		`corrections[1]: "2024-06-02--changed--${id}" was published with other facts`,
	]);
});

test('finds what is told of a record that is not there', () => {
	expect(messages([added, { ...changed, record: 'nothing' }])).toEqual([
		'corrections[1].record: "nothing" was never added',
	]);
	expect(messages([added, renamed('nothing', 'other')])).toEqual(['corrections[1].was_id: "nothing" was never added']);
	expect(messages([added, testCorrection({ record: id, date: '2024-06-02' })])).toEqual([
		`corrections[1].record: "${id}" was added before`,
	]);
});

test('finds an id that was given up and is used again, by the log or by a record', () => {
	const old = testCorrection({ record: 'old' });
	expect(messages([old, added, removed('old'), testCorrection({ record: 'old', date: '2024-06-03' })])).toEqual([
		'corrections[3].record: the id "old" was given up on 2024-06-02',
	]);
	expect(messages([added, removed(id)])).toEqual([`id: the id "${id}" was given up on 2024-06-02`]);
	expect(messages([added, renamed(id, 'new'), { ...changed, date: '2024-06-03' }])).toEqual([
		`corrections[2].record: "${id}" was given up on 2024-06-02`,
		`id: the id "${id}" was given up on 2024-06-02`,
	]);
});

test('finds facts that do not pair, and an alternative that leads nowhere', () => {
	expect(messages([added, { ...changed, now: { date_of: 'event' } } as Correction])).toEqual([
		'corrections[1]: "was" tells date, "now" tells date_of',
	]);
	expect(messages([added, { ...changed, was: {}, now: {} } as Correction])).toEqual([
		'corrections[1]: "was" tells nothing, "now" tells nothing',
	]);
	const old = testCorrection({ record: 'old' });
	expect(messages([old, added, removed('old', 'nothing')])).toEqual([
		'corrections[2].instead: there is no record "nothing"',
	]);
	expect(messages([old, added, removed('old', 'old')])).toEqual([
		'corrections[2].instead: "old" is the removed record itself',
	]);
});

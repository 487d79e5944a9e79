import { expect, test } from 'vitest';
import type { Correction } from '../../lib/model/correction.ts';
import type { Incident, Link } from '../../lib/model/record.ts';
import { problemsOf, testAtlas, testCorrection, testIncident } from '../testburg.ts';
import { check } from './links.ts';

const base = testIncident();
const other = (edtf: string): Incident => testIncident({ id: 'other', when: { ...base.when, edtf } });
const link = (kind: Link['kind'], to: string): Link => ({
	kind,
	to,
	basis: 'asserted',
	asserted_by: null,
	locator: { report: 'testburg-post', paragraph: 2, sentence: 1 },
	hedged: false,
	reason: null,
});

function messages(links: Link[], ...others: Incident[]): string[] {
	return problemsOf(check, testAtlas({ records: [testIncident({ links }), ...others] })).map(({ message }) => message);
}

test('passes for what came before, on the same day, or in an overlapping interval', () => {
	expect(messages([link('response-to', 'other')], other('2024-05-01'))).toEqual([]);
	expect(messages([link('intercepted-by', 'other')], other('2024-05-07'))).toEqual([]);
	expect(messages([link('same-salvo', 'other')], other('2024-05-07/2024-05-08'))).toEqual([]);
	expect(messages([link('follows', 'other')], other('2024-05-06/2024-05-20'))).toEqual([]);
});

test('finds a link that runs backwards in time', () => {
	expect(messages([link('response-to', 'other')], other('2024-05-08'))).toEqual([
		'"other" (2024-05-08) begins after this record ends (2024-05-07)',
	]);
});

test('finds a salvo and an interception on different days', () => {
	expect(messages([link('same-salvo', 'other')], other('2024-05-06'))).toHaveLength(1);
	expect(messages([link('intercepted-by', 'other')], other('2024-05-06'))).toHaveLength(1);
});

test('finds a link to nothing, to itself, and one that stands twice', () => {
	expect(messages([link('follows', 'nothing')])).toEqual(['there is no record "nothing"']);
	expect(messages([link('follows', base.id)])).toEqual([`"${base.id}" is this record itself`]);
	expect(messages([link('follows', 'other'), link('follows', 'other')], other('2024-05-01'))).toEqual([
		'the link "follows" to "other" stands twice',
	]);
});

test('says what became of a record that was renamed or removed', () => {
	const removed = { change: 'removed', title: 'Gone', instead: null } as const;
	const fixOf = (...corrections: Correction[]) => {
		const records = [testIncident({ links: [link('follows', 'old')] })];
		return problemsOf(check, testAtlas({ records, corrections })).map(({ fix }) => fix);
	};
	const renamed = testCorrection({ record: base.id, change: 'renamed', was_id: 'old' });
	expect(fixOf(renamed)).toEqual([`it was renamed: write "${base.id}"`]);
	expect(fixOf(testCorrection({ record: 'old', ...removed }))).toEqual([
		'it was removed on 2024-06-01: remove this too',
	]);
	expect(fixOf(testCorrection({ record: 'old', ...removed, instead: 'new' }))).toEqual([
		'it was removed on 2024-06-01: write "new", or remove this too',
	]);
});

test('an inferred link has a reason and nobody who asserts it; an asserted one has no reason', () => {
	const pathsOf = (parts: Partial<Link>) =>
		problemsOf(
			check,
			testAtlas({
				records: [testIncident({ links: [{ ...link('follows', 'other'), ...parts }] }), other('2024-05-01')],
			}),
		).map(({ path }) => path);
	const reason = 'The report tells one after the other.';
	expect(pathsOf({})).toEqual([]);
	expect(pathsOf({ basis: 'inferred', reason })).toEqual([]);
	expect(pathsOf({ reason })).toEqual(['links[0].reason']);
	expect(pathsOf({ basis: 'inferred' })).toEqual(['links[0].reason']);
	expect(pathsOf({ basis: 'inferred', reason, asserted_by: 'redland' })).toEqual(['links[0].asserted_by']);
	expect(pathsOf({ basis: 'inferred', reason, kind: 'retaliation-claimed-for' })).toEqual(['links[0].kind']);
});

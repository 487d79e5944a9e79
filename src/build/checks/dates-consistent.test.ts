import { expect, test } from 'vitest';
import type { Incident } from '../../lib/model/record.ts';
import { problemsOf, testAtlas, testClaim, testIncident, testReport } from '../testburg.ts';
import { check } from './dates-consistent.ts';

const base = testIncident().when;
const dated = (when: Partial<Incident['when']>, parts: Partial<Incident> = {}) =>
	testIncident({ ...parts, when: { ...base, ...when } });
const problems = (...records: Incident[]) => problemsOf(check, testAtlas({ records }));

test('passes for a day before publication, resolved against it', () => {
	expect(problems(dated({}))).toEqual([]);
	expect(problems(dated({ edtf: '2024-05-03/2024-05-09', words: 'last week' }))).toEqual([]);
});

test('passes for a date resolved against that of another record', () => {
	const other = dated({}, { id: 'other' });
	expect(problems(other, dated({ edtf: '2024-05-08', words: 'the next day', anchor: '2024-05-07' }))).toEqual([]);
});

test('finds an event after the publication of a report that tells it', () => {
	expect(problems(dated({ edtf: '2024-05-11' }))).toEqual([
		expect.objectContaining({
			path: 'when.edtf',
			message: '"2024-05-11" is after testburg-post was published, 2024-05-10 at the latest',
		}),
	]);
});

test('finds an interval that reaches beyond publication', () => {
	expect(problems(dated({ edtf: '2024-05', words: 'this month' }))).toEqual([
		expect.objectContaining({ path: 'when.edtf', fix: 'end it on 2024-05-10' }),
	]);
});

test('finds a date whose report is not cited', () => {
	const reports = [testReport(), testReport({ id: 'testburg-times' })];
	const records = [dated({ locator: { ...base.locator, report: 'testburg-times' } })];
	expect(problemsOf(check, testAtlas({ reports, records }))).toEqual([
		expect.objectContaining({ path: 'when.locator.report', message: 'no claim is from "testburg-times"' }),
	]);
});

test('finds an anchor that is the date of nothing', () => {
	expect(problems(dated({ anchor: '2024-04-30' }))).toEqual([
		expect.objectContaining({
			path: 'when.anchor',
			message: '"2024-04-30" is the date of no report and of no other record',
		}),
	]);
});

test('finds a day that is finer than a weekday against a month', () => {
	const reports = [testReport({ published: '2024-05' })];
	const when = { words: 'Tuesday', anchor: '2024-05' };
	expect(problemsOf(check, testAtlas({ reports, records: [dated(when)] }))).toEqual([
		expect.objectContaining({ message: 'the day "2024-05-07" is finer than "Tuesday" allows against "2024-05"' }),
	]);
	expect(problemsOf(check, testAtlas({ reports, records: [dated({ ...when, words: 'May 7' })] }))).toEqual([]);
});

test('finds a claimed date that the record leaves out, unless the claim denies it', () => {
	const claim = testClaim({ topic: 'date', value: '2024-05-06' });
	expect(problems(dated({}, { claims: [claim] }))).toEqual([
		expect.objectContaining({
			path: 'claims[0].value',
			message: 'c1 dates it "2024-05-06", which "2024-05-07" leaves out',
		}),
	]);
	expect(problems(dated({}, { claims: [{ ...claim, stance: 'denies' }] }))).toEqual([]);
});

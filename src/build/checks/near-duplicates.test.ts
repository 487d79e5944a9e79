import { expect, test } from 'vitest';
import type { Incident } from '../../lib/model/record.ts';
import { problemsOf, testAtlas, testIncident } from '../testburg.ts';
import { check } from './near-duplicates.ts';

const base = testIncident();
const first = testIncident({ id: 'first' });
const problems = (...records: Incident[]) => problemsOf(check, testAtlas({ records }));

test('passes for events apart in place, kind or date', () => {
	const later = testIncident({ id: 'b', when: { ...base.when, edtf: '2024-05-08' } });
	const otherwise = testIncident({ id: 'c', kind: 'ground-attack' });
	const elsewhere = testIncident({ id: 'd', place: null });
	expect(problems(first, later, otherwise, elsewhere)).toEqual([]);
});

test('finds two of one kind at one place on overlapping dates', () => {
	const second = testIncident({ id: 'second', when: { ...base.when, edtf: '2024-05-06/2024-05-07' } });
	expect(problems(first, second)).toEqual([
		expect.objectContaining({
			file: 'geodata/incidents/2024/second.json',
			path: 'differs_from',
			message: '"second" and "first" are of one kind, at one place, on overlapping dates',
		}),
	]);
});

test('finds two of one kind on one day that both lack a place', () => {
	expect(problems(testIncident({ id: 'a', place: null }), testIncident({ id: 'b', place: null }))).toHaveLength(1);
});

test('passes where either says why they are two', () => {
	const second = testIncident({ id: 'second', differs_from: [{ id: 'first', why: 'Another hour' }] });
	expect(problems(first, second)).toEqual([]);
	expect(problems(second, first)).toEqual([]);
});

test('finds a word on a difference that nobody needs, or that points nowhere or to itself', () => {
	const apart = testIncident({
		id: 'apart',
		place: null,
		kind: 'ground-attack',
		differs_from: [
			{ id: 'first', why: 'x' },
			{ id: 'nothing', why: 'x' },
			{ id: 'apart', why: 'x' },
		],
		when: { ...base.when, edtf: '2024-05-01' },
	});
	expect(problems(first, apart).map(({ path }) => path)).toEqual([
		'differs_from[0].id',
		'differs_from[1].id',
		'differs_from[2].id',
	]);
});

import { expect, test } from 'vitest';
import type { Figure } from '../../lib/model/record.ts';
import { problemsOf, testAtlas, testClaim, testIncident } from '../testburg.ts';
import { check } from './toll-matches-claims.ts';

const casualties = (low: number, high: number | null) => ({
	killed: { low, high },
	injured: null,
	abducted: null,
	scope: 'total',
	person: null,
});

function problems(killed: Figure, injured: Figure = { low: null, best: null, high: null }) {
	const claims = [
		testClaim({ id: 'c1', topic: 'casualties', value: casualties(4, 4) }),
		testClaim({ id: 'c2', topic: 'casualties', value: casualties(6, 6), claimant_kind: 'medical-source' }),
	];
	const complete = testAtlas().records[0]!.value;
	if (complete.unit !== 'incident') return [];
	const toll = { ...complete.derived.toll, killed, injured };
	return problemsOf(check, testAtlas({ records: [testIncident({ claims, derived: { ...complete.derived, toll } })] }));
}

test('passes for the toll that follows from the claims', () => {
	expect(problems({ low: 4, best: 6, high: 6 })).toEqual([]);
});

test('finds a toll below what claims support and one above what they allow', () => {
	expect(problems({ low: 3, best: 6, high: 7 }).map(({ path, message }) => [path, message])).toEqual([
		['derived.toll.killed.low', 'killed low is 3, below what c1, c2 support: 4'],
		['derived.toll.killed.high', 'killed high is 7, above what c1, c2 allow: 6'],
	]);
});

test('finds a zero where nothing is known, and null where something is', () => {
	const issues = problems({ low: 4, best: null, high: 6 }, { low: 0, best: null, high: null });
	expect(issues.map(({ message }) => message)).toEqual([
		'killed best is null, but c1, c2 give a figure: 6',
		'injured low is 0, but no claim gives a figure: unknown is null',
	]);
});

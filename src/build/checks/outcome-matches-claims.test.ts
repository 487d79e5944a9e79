import { expect, test } from 'vitest';
import type { Claim } from '../../lib/model/claim.ts';
import type { Incident } from '../../lib/model/record.ts';
import type { Outcome } from '../../lib/model/vocabulary.ts';
import { problemsOf, testAtlas, testClaim, testIncident } from '../testburg.ts';
import { check } from './outcome-matches-claims.ts';

function fixes(outcome: Outcome, ...claimed: [Outcome, Claim['stance']?][]): (string | undefined)[] {
	return fixesOf({
		outcome,
		claims: claimed.map(([value, stance = 'asserts']) => testClaim({ topic: 'outcome', value, stance })),
	});
}

function fixesOf({ claims = [], ...parts }: Partial<Incident>): (string | undefined)[] {
	const records = [testIncident({ ...parts, claims: [testClaim(), ...claims] })];
	return problemsOf(check, testAtlas({ records })).map(({ fix }) => fix);
}

function harm(killed: number | null, injured: number | null, stance: Claim['stance'] = 'asserts'): Claim {
	const range = (count: number | null) => (count === null ? null : { low: count, high: count });
	const value = { killed: range(killed), injured: range(injured), abducted: null, scope: 'total', person: null };
	return testClaim({ topic: 'casualties', value, stance });
}

test('passes for what a claim states, and for what goes together', () => {
	expect(fixes('unknown')).toEqual([]);
	expect(fixes('hit', ['hit'])).toEqual([]);
	expect(fixes('intercepted', ['intercepted'], ['crashed'])).toEqual([]);
	expect(fixes('hit', ['hit'], ['no-damage'])).toEqual([]);
	expect(fixes('disputed', ['hit'], ['intercepted'])).toEqual([]);
});

test('passes for a hit where people are said to be killed or injured', () => {
	expect(fixesOf({ outcome: 'hit', claims: [harm(4, null)] })).toEqual([]);
	expect(fixesOf({ outcome: 'hit', claims: [harm(0, 1)] })).toEqual([]);
	expect(
		fixesOf({ outcome: 'hit', claims: [harm(1, null), testClaim({ topic: 'outcome', value: 'no-damage' })] }),
	).toEqual([]);
	expect(fixesOf({ kind: 'explosion', outcome: 'hit', claims: [harm(1, null)] })).toEqual([]);
	expect(fixesOf({ kind: 'explosion', outcome: 'unknown', claims: [harm(1, null)] })).toEqual([]);
});

test('finds an attack that harms people and is not said to have hit, and a hit that harms nobody', () => {
	expect(fixesOf({ outcome: 'unknown', claims: [harm(4, null)] })).toEqual(['write "hit", or correct the claims']);
	expect(fixesOf({ outcome: 'hit', claims: [harm(0, 0)] })).toEqual(['write "unknown", or correct the claims']);
	expect(fixesOf({ outcome: 'hit', claims: [harm(4, null, 'denies')] })).toHaveLength(1);
	const denial = testClaim({ topic: 'outcome', value: 'hit', stance: 'denies' });
	expect(fixesOf({ outcome: 'hit', claims: [harm(4, null), denial] })).toEqual([
		'write "disputed", or correct the claims',
	]);
});

test('finds contradicting claims that are not said to be disputed', () => {
	const fix = 'write "disputed", or correct the claims';
	expect(fixes('hit', ['hit'], ['intercepted'])).toEqual([fix]);
	expect(fixes('damage', ['damage'], ['no-damage'])).toEqual([fix]);
	expect(fixes('hit', ['hit'], ['hit', 'denies'])).toEqual([fix]);
});

test('finds a dispute that no claim makes, and an outcome that no claim states', () => {
	expect(fixes('disputed', ['hit'])).toEqual(['write "hit", or correct the claims']);
	expect(fixes('hit')).toEqual(['write "unknown", or correct the claims']);
	expect(fixes('damage', ['damage', 'does-not-confirm'])).toHaveLength(1);
});

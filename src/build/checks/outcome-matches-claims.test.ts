import { expect, test } from 'vitest';
import type { Claim } from '../../lib/model/claim.ts';
import type { Outcome } from '../../lib/model/vocabulary.ts';
import { problemsOf, testAtlas, testClaim, testIncident } from '../testburg.ts';
import { check } from './outcome-matches-claims.ts';

function fixes(outcome: Outcome, ...claimed: [Outcome, Claim['stance']?][]): (string | undefined)[] {
	const claims = claimed.map(([value, stance = 'asserts']) => testClaim({ topic: 'outcome', value, stance }));
	const records = [testIncident({ outcome, claims: [testClaim(), ...claims] })];
	return problemsOf(check, testAtlas({ records })).map(({ fix }) => fix);
}

test('passes for what a claim states, and for what goes together', () => {
	expect(fixes('unknown')).toEqual([]);
	expect(fixes('hit')).toEqual([]);
	expect(fixes('hit', ['hit'])).toEqual([]);
	expect(fixes('intercepted', ['intercepted'], ['crashed'])).toEqual([]);
	expect(fixes('hit', ['hit'], ['no-damage'])).toEqual([]);
	expect(fixes('disputed', ['hit'], ['intercepted'])).toEqual([]);
});

test('finds contradicting claims that are not said to be disputed', () => {
	const fix = 'write "disputed", or correct the claims';
	expect(fixes('hit', ['hit'], ['intercepted'])).toEqual([fix]);
	expect(fixes('damage', ['damage'], ['no-damage'])).toEqual([fix]);
	expect(fixes('hit', ['hit'], ['hit', 'denies'])).toEqual([fix]);
});

test('finds a dispute that no claim makes, and an outcome that no claim states', () => {
	expect(fixes('disputed', ['hit'])).toEqual(['write "hit", or correct the claims']);
	expect(fixes('missed')).toEqual(['write "unknown" or "hit", or correct the claims']);
	expect(fixes('damage', ['damage', 'does-not-confirm'])).toHaveLength(1);
});

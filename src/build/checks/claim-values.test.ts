import { expect, test } from 'vitest';
import { problemsOf, testAtlas, testClaim, testIncident } from '../testburg.ts';
import { check } from './claim-values.ts';

test('passes where a claim says what, and where it need not', () => {
	const claims = [
		testClaim(),
		testClaim({ topic: 'outcome', value: 'hit' }),
		testClaim({ topic: 'perpetrator', stance: 'does-not-confirm' }),
		testClaim({ topic: 'perpetrator', stance: 'hints' }),
	];
	expect(problemsOf(check, testAtlas({ records: [testIncident({ claims })] }))).toEqual([]);
});

test('finds a claim that states nothing', () => {
	const claims = [testClaim({ topic: 'perpetrator', value: null })];
	expect(problemsOf(check, testAtlas({ records: [testIncident({ claims })] }))).toEqual([
		expect.objectContaining({ path: 'claims[0].value', message: 'c1 asserts on perpetrator and gives no value' }),
	]);
});

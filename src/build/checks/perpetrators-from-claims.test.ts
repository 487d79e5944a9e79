import { expect, test } from 'vitest';
import { problemsOf, testAtlas, testClaim, testIncident } from '../testburg.ts';
import { check } from './perpetrators-from-claims.ts';

const named = testClaim({ topic: 'perpetrator', value: ['redland'], hedged: true });

test('passes for those named, also with a hedge, and for none where none is named', () => {
	expect(problemsOf(check, testAtlas())).toEqual([]);
	const records = [testIncident({ claims: [named], perpetrators: ['redland'] })];
	expect(problemsOf(check, testAtlas({ records }))).toEqual([]);
});

test('passes where the party of the one named stands for it, but not the other way round', () => {
	const claims = [testClaim({ topic: 'perpetrator', value: ['redland', 'redland-army'] })];
	expect(problemsOf(check, testAtlas({ records: [testIncident({ claims, perpetrators: ['redland'] })] }))).toEqual([]);
	expect(
		problemsOf(check, testAtlas({ records: [testIncident({ claims, perpetrators: ['redland-army'] })] })),
	).toHaveLength(1);
});

test('finds a perpetrator that no claim names', () => {
	const records = [testIncident({ claims: [{ ...named, stance: 'denies' }], perpetrators: ['redland'] })];
	expect(problemsOf(check, testAtlas({ records }))).toEqual([
		expect.objectContaining({ path: 'perpetrators[0]', message: 'no claim names "redland" as perpetrator' }),
	]);
});

test('finds a named one that is missing', () => {
	expect(problemsOf(check, testAtlas({ records: [testIncident({ claims: [named] })] }))).toEqual([
		expect.objectContaining({ path: 'perpetrators', fix: 'add "redland"' }),
	]);
});

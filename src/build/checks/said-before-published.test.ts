import { expect, test } from 'vitest';
import { problemsOf, testAtlas, testClaim, testIncident } from '../testburg.ts';
import { check } from './said-before-published.ts';

const problems = (...claims: ReturnType<typeof testClaim>[]) =>
	problemsOf(check, testAtlas({ records: [testIncident({ claims })] }));

test('passes what was said by the day of publication, and what has no date', () => {
	const minister = { claimant_kind: 'official-named' } as const;
	expect(problems(testClaim(), testClaim({ ...minister, said: '2024-05-10' }))).toEqual([]);
});

test('finds what was said after its report was published', () => {
	expect(problems(testClaim({ claimant_kind: 'official-named', said: '2024-05-10/2024-05-11' }))).toEqual([
		expect.objectContaining({ path: 'claims[0].said', message: expect.stringContaining('after its report') }),
	]);
});

test("finds a date of saying on the report's own voice", () => {
	expect(problems(testClaim({ said: '2024-05-08' }))).toEqual([expect.objectContaining({ fix: 'write null' })]);
});

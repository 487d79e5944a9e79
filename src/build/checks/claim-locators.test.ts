import { expect, test } from 'vitest';
import { problemsOf, testAtlas, testClaim, testIncident, testMention } from '../testburg.ts';
import { check } from './claim-locators.ts';

const at = (report: string, paragraph: number, sentence: number) => ({ report, paragraph, sentence });

test('passes where the report has the paragraph and the sentence', () => {
	const claims = [testClaim(at('testburg-post', 2, 3)), testClaim(at('testburg-post', 3, 2))];
	expect(problemsOf(check, testAtlas({ records: [testIncident({ claims })] }))).toEqual([]);
});

test('finds a report, a paragraph and a sentence that do not exist', () => {
	const claims = [
		testClaim(at('testburg-times', 1, 1)),
		testClaim(at('testburg-post', 4, 1)),
		testClaim(at('testburg-post', 1, 2)),
	];
	const issues = problemsOf(check, testAtlas({ records: [testIncident({ claims })] }));
	expect(issues.map(({ path, message }) => [path, message])).toEqual([
		['claims[0].report', 'there is no report "testburg-times"'],
		['claims[1].paragraph', 'testburg-post has no paragraph 4'],
		['claims[2].sentence', 'paragraph 1 of testburg-post has no sentence 2'],
	]);
	expect(issues[2]!.fix).toBe('its sentences run from 1 to 1');
});

test('looks at the locators of the date, of links and of routes too', () => {
	const base = testIncident();
	const locator = at('testburg-post', 9, 1);
	const said = { asserted_by: null, locator, hedged: false };
	const link = { kind: 'follows', to: 'x', basis: 'asserted', ...said, reason: null } as const;
	const waypoint = { role: 'hit', place: testMention(), ...said } as const;
	const records = [testIncident({ when: { ...base.when, locator }, links: [link], route: [waypoint] })];
	expect(problemsOf(check, testAtlas({ records })).map(({ path }) => path)).toEqual([
		'when.locator.paragraph',
		'links[0].locator.paragraph',
		'route[0].locator.paragraph',
	]);
});

test('says nothing of a report that is there but cannot be read', () => {
	const atlas = testAtlas({ records: [testIncident({ claims: [testClaim(at('testburg-times', 1, 1))] })] });
	atlas.unreadable.add('testburg-times');
	expect(problemsOf(check, atlas)).toEqual([]);
});

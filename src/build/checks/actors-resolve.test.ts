import { expect, test } from 'vitest';
import { problemsOf, testActor, testAtlas, testClaim, testIncident, testMention, testStatement } from '../testburg.ts';
import { check } from './actors-resolve.ts';

test('passes where all actors exist', () => {
	const claims = [
		testClaim({ topic: 'perpetrator', value: ['redland'], claimant: { actor: 'blue-militia', name: 'Blue' } }),
	];
	const records = [testIncident({ claims, perpetrators: ['redland'] }), testStatement()];
	expect(problemsOf(check, testAtlas({ records }))).toEqual([]);
});

test('finds an unknown actor wherever it is named', () => {
	const locator = { report: 'testburg-post', paragraph: 1, sentence: 1 };
	const records = [
		testIncident({
			perpetrators: ['greenland'],
			targets: ['greenland'],
			claims: [testClaim({ topic: 'target', value: ['greenland'], claimant: { actor: 'greenland', name: 'G' } })],
			links: [
				{ kind: 'follows', to: 'x', basis: 'asserted', asserted_by: 'greenland', locator, hedged: false, reason: null },
			],
			route: [{ role: 'hit', place: testMention(), asserted_by: 'greenland', locator, hedged: false }],
		}),
		testStatement({ speakers: ['greenland'], addressees: ['greenland'] }),
	];
	const issues = problemsOf(check, testAtlas({ records }));
	expect(issues.map(({ path }) => path)).toEqual([
		'perpetrators[0]',
		'targets[0]',
		'claims[0].claimant.actor',
		'claims[0].value[0]',
		'links[0].asserted_by',
		'route[0].asserted_by',
		'speakers[0]',
		'addressees[0]',
	]);
	expect(issues[0]!.message).toBe('there is no actor "greenland"');
});

test('offers an actor whose alias was written as an id', () => {
	const actors = [testActor({ id: 'redland', name: 'Redland', aliases: ['Red Land'] })];
	const records = [testIncident({ targets: ['red-land'] })];
	expect(problemsOf(check, testAtlas({ records, actors }))[0]!.fix).toContain('"redland" may be meant');
});

test('finds membership that runs in a circle', () => {
	const actors = [
		testActor({ id: 'a', name: 'A', member_of: 'b' }),
		testActor({ id: 'b', name: 'B', member_of: 'a' }),
		testActor({ id: 'c', name: 'C', member_of: 'a' }),
	];
	expect(problemsOf(check, testAtlas({ actors })).map(({ path, message }) => [path, message])).toEqual([
		['actors[0].member_of', 'membership runs in a circle: a -> b -> a'],
		['actors[1].member_of', 'membership runs in a circle: b -> a -> b'],
	]);
});

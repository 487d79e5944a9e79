import { expect, test } from 'vitest';
import type { Actor } from '../../lib/model/actor.ts';
import type { AtlasRecord } from '../../lib/model/record.ts';
import { problemsOf, testActor, testAtlas, testClaim, testIncident } from '../testburg.ts';
import { check } from './people-hold-office.ts';

const general = testActor({ id: 'anna-red', name: 'Anna Red', kind: 'person', office: 'General of Redland' });
const redland = testActor({ id: 'redland', name: 'Redland', kind: 'state' });
const messages = (record: AtlasRecord, ...actors: Actor[]) =>
	problemsOf(check, testAtlas({ records: [record], actors: [redland, ...actors] })).map(
		({ path, message }) => `${path}: ${message}`,
	);
const casualties = { killed: { low: 1, high: 1 }, injured: null, abducted: null, scope: 'part' };
const killed = (person: string | null) =>
	testIncident({ claims: [testClaim({ topic: 'casualties', value: { ...casualties, person } })], outcome: 'hit' });

test('passes for people in office, and for numbers of others', () => {
	expect(messages(killed('anna-red'), general)).toEqual([]);
	expect(messages(killed(null))).toEqual([]);
	expect(messages(testIncident({ summary: 'General Anna Red was in Testburg.' }), general)).toEqual([]);
});

test('finds a person without office, and an office of what is no person', () => {
	expect(messages(testIncident(), { ...general, office: null })).toEqual([
		'actors[1].office: anna-red is a person without office',
	]);
	expect(messages(testIncident(), { ...general, kind: 'other' })).toEqual([
		'actors[1].office: anna-red is no person and has an office',
	]);
});

test('finds a victim who is no person in office', () => {
	expect(messages(killed('somebody'))).toEqual(['claims[0].value.person: "somebody" is no actor of kind "person"']);
	expect(messages(killed('redland'))).toHaveLength(1);
});

test('finds a named official who is no actor', () => {
	const claims = [testClaim({ claimant_kind: 'official-named', claimant: { actor: null, name: 'the mayor' } })];
	expect(messages(testIncident({ claims }))).toEqual([
		'claims[0].claimant.actor: "the mayor" is said to be a named official and is no actor',
	]);
});

test('finds a name in whatever people write, but not in quoted words of a date', () => {
	const found = 'looks like the name of someone who is no actor';
	expect(messages(testIncident({ summary: 'A strike hurt John Smith.' }))).toEqual([`summary: "John Smith" ${found}`]);
	expect(messages(testIncident({ editor_note: 'Reported elsewhere as the house of John Smith.' }))).toHaveLength(1);
	expect(messages(testIncident({ claims: [testClaim({ paraphrase: 'It names John Smith.' })] }))).toEqual([
		`claims[0].paraphrase: "John Smith" ${found}`,
	]);
	const { when } = testIncident();
	expect(messages(testIncident({ when: { ...when, words: 'Downs Spy Drone' } }))).toEqual([]);
});

import { expect, test } from 'vitest';
import type { Incident, Waypoint } from '../../lib/model/record.ts';
import { problemsOf, testAtlas, testIncident, testMention, testPlace } from '../testburg.ts';
import { check } from './routes.ts';

const hit: Waypoint = {
	role: 'hit',
	place: testMention(),
	asserted_by: null,
	locator: { report: 'testburg-post', paragraph: 2, sentence: 1 },
	hedged: false,
};

const problems = (parts: Partial<Incident>) =>
	problemsOf(check, testAtlas({ records: [testIncident(parts)] })).map(({ path, message }) => [path, message]);

test('passes for places that go with the outcome, the same one in two roles', () => {
	expect(problems({})).toEqual([]);
	expect(problems({ outcome: 'hit', route: [hit, { ...hit, role: 'aimed-at' }] })).toEqual([]);
	expect(problems({ outcome: 'disputed', route: [hit] })).toEqual([]);
});

test('finds a hit of what missed, and an interception of what crashed', () => {
	expect(problems({ outcome: 'missed', route: [hit] })).toEqual([
		['route[0].role', '"hit" does not go with the outcome "missed"'],
	]);
	expect(problems({ outcome: 'crashed', route: [{ ...hit, role: 'intercepted-over' }] })).toHaveLength(1);
	expect(problems({ outcome: 'missed', route: [{ ...hit, role: 'aimed-at' }] })).toEqual([]);
});

test('finds a place that stands twice in one role, also under two spellings', () => {
	const again = { ...hit, place: testMention({ as_written: 'the town of Testburg' }) };
	expect(problems({ outcome: 'hit', route: [hit, again] })).toEqual([
		['route[1].role', '"the town of Testburg" stands twice as "hit"'],
	]);
});

test('finds a place in another country than the report names', () => {
	const places = [testPlace({ country: 'AUT' })];
	const unchecked = { ...testIncident({ route: [hit] }), derived: undefined as never };
	const atlas = testAtlas({ records: [unchecked], places });
	const [{ value }] = atlas.records as [(typeof atlas.records)[number]];
	if (value.unit === 'incident') value.derived.route[0] = { ...value.derived.route[0]!, place_id: 'testburg' };
	expect(problemsOf(check, atlas).map(({ path }) => path)).toEqual(['route[0].place.country']);
});

import { expect, test } from 'vitest';
import { problemsOf, testAggregate, testAtlas, testIncident, testStatement } from '../testburg.ts';
import { check } from './acled-pair.ts';

test('passes for a pair of the codebook, and for aggregates without one', () => {
	const records = [testIncident(), testAggregate(), testAggregate({ id: 'b', event_type: 'Battles' }), testStatement()];
	expect(problemsOf(check, testAtlas({ records }))).toEqual([]);
});

test('finds a sub-event type of another type and says whose it is', () => {
	const records = [testIncident({ sub_event_type: 'Disrupted weapons use' })];
	const [issue] = problemsOf(check, testAtlas({ records }));
	expect(issue).toMatchObject({
		path: 'sub_event_type',
		message: '"Disrupted weapons use" does not belong to "Explosions/Remote violence"',
	});
	expect(issue!.fix).toContain('it belongs to "Strategic developments"');
});

test('finds a sub-event type without a type', () => {
	expect(problemsOf(check, testAtlas({ records: [testAggregate({ sub_event_type: 'Armed clash' })] }))).toHaveLength(1);
});

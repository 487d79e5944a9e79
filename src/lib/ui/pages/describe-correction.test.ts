import { expect, test } from 'vitest';
import type { Correction, SomeFacts } from '../../model/correction.ts';
import { corrections } from '../messages/en/corrections.ts';
import { vocabulary } from '../messages/en/vocabulary.ts';
import { describeCorrection } from './describe-correction.ts';

const m = { corrections, vocabulary };
const actors = new Map([['redland', { name: 'Redland' }]]);
const head = { date: '2024-06-02', record: 'strike', why: 'A reason' };
const lines = (correction: Correction) => describeCorrection(correction, 'A strike.', actors, 'en', m);
const changed = (was: SomeFacts, now: SomeFacts) => lines({ ...head, change: 'changed', was, now });
const figure = (low: number | null, best: number | null, high: number | null) => ({ low, best, high });
const place = { name: 'Testburg', id: 'testburg', geo_precision: 'town' as const, uncertainty_km: 4 };

test('an addition is told by its summary, a renaming by the old id, a removal by its reason alone', () => {
	expect(lines({ ...head, change: 'added' })).toEqual(['A strike.']);
	expect(lines({ ...head, change: 'renamed', was_id: 'old' })[0]).toContain('under the id old');
	expect(lines({ ...head, change: 'removed', title: 'Strike', was: {} as never, instead: null })).toEqual([]);
});

test('each fact is told in words, what is unknown as such', () => {
	expect(changed({ date: '2024-05' }, { date: '2024-05-07' })).toEqual(['Date: was May 2024, is 7 May 2024']);
	expect(changed({ killed: figure(null, null, null) }, { killed: figure(3, 4, 5) })).toEqual([
		'Killed: was not stated, is 3–5 (best 4)',
	]);
	expect(changed({ injured: figure(91, 91, null) }, { injured: figure(92, 92, 92) })).toEqual([
		'Injured: was 91 or more (best 91), is 92',
	]);
	expect(changed({ perpetrators: [] }, { perpetrators: ['redland', 'unlisted'] })).toEqual([
		'Named as perpetrator: was none, is Redland, unlisted',
	]);
	expect(changed({ attribution: 'claimed', grading: 'weak' }, { attribution: null, grading: null })).toEqual([
		`Attribution: was ${vocabulary.attributions.claimed.toLowerCase()}, is none`,
		`Grading: was ${vocabulary.gradings.weak.toLowerCase()}, is none`,
	]);
	expect(changed({ unit: 'incident', date_of: 'event' }, { unit: 'aggregate', date_of: 'announcement' })).toEqual([
		'Kind of record: was incident, is total of many events',
		'What the date is of: was the event, is its announcement',
	]);
	expect(changed({ count: { low: 3, high: null } }, { count: null })).toEqual([
		'Number of events: was 3 or more, is not stated',
	]);
});

test('a place is told with its point, or as unlocated', () => {
	expect(
		changed({ place: { ...place, position: [7.45, 46.95] } }, { place: { ...place, id: null, position: null } }),
	).toEqual(['Place: was Testburg (latitude 46.95, longitude 7.45), within 4 km, is “Testburg”, not on the map']);
	expect(changed({ place: null }, { place: { ...place, position: [7.45123, -46.95] } })[0]).toContain(
		'was none, is Testburg (latitude -46.95, longitude 7.45123)',
	);
});

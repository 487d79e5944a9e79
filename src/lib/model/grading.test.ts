import { expect, test } from 'vitest';
import type { Claim } from './claim.ts';
import { deriveGrading } from './grading.ts';

function says(
	name: string,
	parts: Partial<Omit<Claim, 'topic' | 'value'>> & { topic?: 'occurrence' | 'outcome' | 'date' | 'motive' } = {},
): Claim {
	return {
		id: 'c1',
		report: 'testburg-post',
		paragraph: 1,
		sentence: 1,
		claimant: { actor: null, name },
		claimant_kind: 'official-named',
		via: null,
		said: null,
		stance: 'asserts',
		hedged: false,
		topic: 'occurrence',
		value: null,
		paraphrase: 'It happened',
		...parts,
	} as Claim;
}

test('one claimant is weak, two are fair, however often each speaks', () => {
	expect(deriveGrading([says('A'), says('A')], 'unknown')).toBe('weak');
	expect(deriveGrading([says('A'), says('B')], 'unknown')).toBe('fair');
	const actor = { actor: 'redland', name: 'A minister' };
	expect(
		deriveGrading([says('x', { claimant: actor }), says('x', { claimant: { ...actor, name: 'Another' } })], 'unknown'),
	).toBe('weak');
});

test("a report's own voice and headline count once for each report", () => {
	const voice = says('Testburg Post', { claimant_kind: 'media-own-voice' });
	const headline = says('Headline', { claimant_kind: 'headline' });
	expect(deriveGrading([voice, headline], 'unknown')).toBe('weak');
	expect(deriveGrading([voice, { ...headline, report: 'testburg-times' }], 'unknown')).toBe('fair');
});

test('a report that retells its source is no second claimant, another report is', () => {
	const retelling = says('Testburg Post', { claimant_kind: 'media-own-voice' });
	expect(deriveGrading([says('A'), retelling], 'claimed')).toBe('weak');
	expect(deriveGrading([says('A'), { ...retelling, report: 'testburg-times' }], 'claimed')).toBe('fair');
});

test('who gives only a detail is no further claimant', () => {
	expect(deriveGrading([says('A'), says('B', { topic: 'date' })], 'claimed')).toBe('weak');
	expect(deriveGrading([says('A'), says('B', { topic: 'motive' })], 'claimed')).toBe('weak');
	expect(deriveGrading([says('A', { topic: 'outcome' }), says('B')], 'claimed')).toBe('fair');
});

test('hearsay in the voice of a report is no further claimant', () => {
	const hearsay = says('Testburg Post', { claimant_kind: 'media-own-voice', hedged: true });
	expect(deriveGrading([says('A'), hearsay], 'claimed')).toBe('weak');
	expect(deriveGrading([says('A'), says('B', { hedged: true })], 'claimed')).toBe('fair');
	expect(deriveGrading([hearsay], 'suspected')).toBe('weak');
});

test('a party that accepts having done it confirms it, a group that claims it does not', () => {
	expect(deriveGrading([says('A')], 'confirmed')).toBe('confirmed');
	expect(deriveGrading([says('A')], 'claimed')).toBe('weak');
});

test('a dispute or a denial contests it', () => {
	expect(deriveGrading([says('A'), says('B')], 'disputed')).toBe('contested');
	expect(deriveGrading([says('A'), says('B')], 'denied')).toBe('contested');
	expect(deriveGrading([says('A'), says('B', { stance: 'denies' })], 'confirmed')).toBe('contested');
	expect(deriveGrading([says('A'), says('B', { stance: 'denies', topic: 'outcome' })], 'unknown')).toBe('contested');
});

test('what nobody affirms is discounted once somebody denies it', () => {
	expect(deriveGrading([says('A', { stance: 'denies' })], 'unknown')).toBe('discounted');
	expect(deriveGrading([says('A', { stance: 'does-not-confirm' })], 'unknown')).toBe('weak');
});

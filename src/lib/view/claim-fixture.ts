import type { Claim } from '../model/claim.ts';

/** A complete claim for tests, that something happened, with any of its parts replaced. */
export function claimFixture(
	parts: Partial<Omit<Claim, 'topic' | 'value'>> & { topic?: string; value?: unknown },
): Claim {
	return {
		id: 'c1',
		report: 'early',
		paragraph: 1,
		sentence: 1,
		claimant: { actor: null, name: 'A hospital' },
		claimant_kind: 'medical-source',
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

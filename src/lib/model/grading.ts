import type { Claim } from './claim.ts';
import type { Attribution, Grading, Stance, Topic } from './vocabulary.ts';

const AFFIRMING: ReadonlySet<Stance> = new Set(['asserts', 'claims-responsibility', 'hints', 'condemns']);

/** What a claimant must speak of to count; a detail alone (when, where, with what, against whom, why) does not. */
const TELLING: ReadonlySet<Topic> = new Set(['occurrence', 'perpetrator', 'outcome', 'casualties']);

/** The grading rule in prose, code and condition; the first that holds decides. The data dictionary prints it. */
export const GRADING_RULE: readonly (readonly [Grading, string])[] = [
	['discounted', 'nobody affirms any of it and somebody denies it'],
	['contested', 'attribution is disputed or denied, or somebody denies that it happened or what it did'],
	['confirmed', 'attribution is confirmed: a party accepts having done it (a group that claims it does not suffice)'],
	[
		'fair',
		'two or more independent claimants affirm it, that is who did it, what it did or that it happened; claimants are independent if they differ, and what a report says in its own voice and headline counts once, only where that report names no other claimant who affirms it, and not where it hedges',
	],
	['weak', 'one claimant affirms it'],
];

/** How well the claims support that it happened as told, after Airwars' grading, by `GRADING_RULE`. */
export function deriveGrading(claims: readonly Claim[], attribution: Attribution): Grading {
	const affirming = claims.filter(isAffirming);
	if (affirming.length === 0 && claims.some((claim) => claim.stance === 'denies')) return 'discounted';
	const deniesEvent = claims.some(
		(claim) => claim.stance === 'denies' && (claim.topic === 'occurrence' || claim.topic === 'outcome'),
	);
	if (deniesEvent || attribution === 'disputed' || attribution === 'denied') return 'contested';
	if (attribution === 'confirmed') return 'confirmed';
	return independentClaimants(affirming.filter(isTelling)).size > 1 ? 'fair' : 'weak';
}

/**
 * Who says it, of claims that say the same. A report that names its source and then says the same in its own voice
 * retells, and where it hedges it stands for nothing; it is no second claimant.
 */
export function independentClaimants(claims: readonly Claim[]): Set<string> {
	const telling = claims.filter((claim) => !(isOwnVoice(claim) && claim.hedged));
	const sourced = new Set(telling.filter((claim) => !isOwnVoice(claim)).map((claim) => claim.report));
	return new Set(telling.filter((claim) => !isOwnVoice(claim) || !sourced.has(claim.report)).map(claimantKey));
}

/** Whether a claim affirms what it speaks of, if only by a hint. */
export function isAffirming({ stance }: Claim): boolean {
	return AFFIRMING.has(stance);
}

/** Whether a claim speaks of the event itself and not of a detail alone. */
export function isTelling({ topic }: Claim): boolean {
	return TELLING.has(topic);
}

function isOwnVoice({ claimant_kind: kind }: Claim): boolean {
	return kind === 'media-own-voice' || kind === 'headline';
}

/** Claimants are one if they share actor or name; a report's own voice and its headlines are one. */
export function claimantKey(claim: Claim): string {
	if (isOwnVoice(claim)) return `report ${claim.report}`;
	return claim.claimant.actor ?? claim.claimant.name;
}

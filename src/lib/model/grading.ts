import type { Claim } from './claim.ts';
import type { Attribution, Grading, Stance } from './vocabulary.ts';

const AFFIRMING: ReadonlySet<Stance> = new Set(['asserts', 'claims-responsibility', 'hints', 'condemns']);

/**
 * How well the claims support that it happened as told, after Airwars' grading, restated. The first rule that holds:
 *
 * 1. `discounted`: every claim on whether it happened is a denial.
 * 2. `contested`: attribution is disputed or denied, or someone denies that it happened or what it did.
 * 3. `confirmed`: a party accepts having done it (`claimed` by a group alone does not suffice).
 * 4. `fair`: two or more independent claimants affirm it. Claimants are independent if they differ in name, and the
 *    reports' own voice and headlines count as one for each report.
 * 5. `weak`: one does.
 */
export function deriveGrading(claims: readonly Claim[], attribution: Attribution): Grading {
	const affirming = claims.filter((claim) => AFFIRMING.has(claim.stance));
	if (affirming.length === 0) return 'discounted';
	const deniesEvent = claims.some(
		(claim) => claim.stance === 'denies' && (claim.topic === 'occurrence' || claim.topic === 'outcome'),
	);
	if (deniesEvent || attribution === 'disputed' || attribution === 'denied') return 'contested';
	if (attribution === 'confirmed') return 'confirmed';
	const claimants = new Set(affirming.map(claimantKey));
	return claimants.size > 1 ? 'fair' : 'weak';
}

function claimantKey(claim: Claim): string {
	if (claim.claimant_kind === 'media-own-voice' || claim.claimant_kind === 'headline') return `report ${claim.report}`;
	return claim.claimant.actor ?? claim.claimant.name;
}

import type { Claim } from '../model/claim.ts';
import { countedClaims, isToldBy, type Reading, type ReadingContext } from '../model/reading.ts';

/** Why a claim that is known does not count: somebody else makes it, another report carries it, too few say it. */
export type SetAside = 'another-claimant' | 'another-report' | 'few-sources';

/** The claims of a record that a reading knows but does not count, by their id, each with the reason. */
export function claimsSetAside(
	claims: readonly Claim[],
	reading: Reading,
	context: ReadingContext,
): ReadonlyMap<string, SetAside> {
	const counted = new Set(countedClaims(claims, reading, context));
	const reasonOf = (claim: Claim): SetAside => {
		if (isToldBy(claim, reading.toldBy, context.actors)) return 'few-sources';
		return reading.toldBy?.kind === 'report' ? 'another-report' : 'another-claimant';
	};
	return new Map(claims.filter((claim) => !counted.has(claim)).map((claim) => [claim.id, reasonOf(claim)]));
}

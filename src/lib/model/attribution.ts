import type { Actor } from './actor.ts';
import type { Claim } from './claim.ts';
import type { Attribution } from './vocabulary.ts';

type PerpetratorClaim = Extract<Claim, { topic: 'perpetrator' }> & { value: string[] };

/**
 * How well the claims support who did it. The first rule that holds decides:
 *
 * 1. `unknown`: no claim names a perpetrator.
 * 2. `denied`: one party is named, it denies, and nobody states it outright (they hint or hedge), or nobody else speaks.
 * 3. `disputed`: claimants state different parties, or a party that others state denies it.
 * 4. `claimed`: the group named says that it did it.
 * 5. `confirmed`: the party named, through its own officials, states it.
 * 6. `attributed`: others state it without hedging.
 * 7. `suspected`: all that is left are hints and hedged words.
 *
 * Two parties of one family (a state and its forces, a coalition and its member) are one party.
 */
export function deriveAttribution(claims: readonly Claim[], actors: ReadonlyMap<string, Actor>): Attribution {
	const named = claims.filter(namesPerpetrator);
	const accusing = named.filter((claim) => claim.stance !== 'denies' && claim.stance !== 'does-not-confirm');
	const denied = new Set(
		named.filter((claim) => claim.stance === 'denies').flatMap((claim) => claim.value.map((id) => family(id, actors))),
	);
	if (accusing.length === 0) return denied.size > 0 ? 'denied' : 'unknown';

	const stated = accusing.filter((claim) => claim.stance !== 'hints' && !claim.hedged);
	const statedFamilies = families(stated, actors);
	const accusedFamilies = families(accusing, actors);
	const contested = [...accusedFamilies].some((accused) => denied.has(accused));
	if (contested && statedFamilies.size === 0 && accusedFamilies.size === 1) return 'denied';
	if (contested || statedFamilies.size > 1) return 'disputed';
	if (accusing.some((claim) => claim.stance === 'claims-responsibility' && claim.claimant_kind === 'armed-group')) {
		return 'claimed';
	}
	if (accusing.some((claim) => claim.stance === 'claims-responsibility') || stated.some((claim) => isOwn(claim, actors))) {
		return 'confirmed';
	}
	return stated.length > 0 ? 'attributed' : 'suspected';
}

function namesPerpetrator(claim: Claim): claim is PerpetratorClaim {
	return claim.topic === 'perpetrator' && claim.value !== null;
}

function isOwn(claim: PerpetratorClaim, actors: ReadonlyMap<string, Actor>): boolean {
	const { actor } = claim.claimant;
	return actor !== null && claim.value.some((id) => family(id, actors) === family(actor, actors));
}

function families(claims: readonly PerpetratorClaim[], actors: ReadonlyMap<string, Actor>): Set<string> {
	return new Set(claims.flatMap((claim) => claim.value.map((id) => family(id, actors))));
}

/** The topmost actor above `id` by `member_of`; an id that is not known stands for itself. */
export function family(id: string, actors: ReadonlyMap<string, Actor>): string {
	const seen = new Set<string>();
	let top = id;
	while (!seen.has(top)) {
		seen.add(top);
		top = actors.get(top)?.member_of ?? top;
	}
	return top;
}

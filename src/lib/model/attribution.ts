import type { Actor } from './actor.ts';
import type { Claim } from './claim.ts';
import type { Attribution } from './vocabulary.ts';

type PerpetratorClaim = Extract<Claim, { topic: 'perpetrator' }> & { value: string[] };

/** The attribution rule in prose, code and condition; the first that holds decides. The data dictionary prints it. */
export const ATTRIBUTION_RULE: readonly (readonly [Attribution, string])[] = [
	['unknown', 'no claim names a perpetrator'],
	[
		'denied',
		'one party is named, it denies, and nobody states outright that it did it; or there is nothing but denials',
	],
	[
		'disputed',
		'two claimants state parties that have nothing in common, or a party that is named is denied to have done it',
	],
	['claimed', 'an armed group says that it did it'],
	['confirmed', 'the party named, through its own officials, says that it did it'],
	['attributed', 'others state it without hedging'],
	['suspected', 'all that is left are hints and hedged words'],
];

/** How well the claims support who did it, by `ATTRIBUTION_RULE`. */
export function deriveAttribution(claims: readonly Claim[], actors: ReadonlyMap<string, Actor>): Attribution {
	const named = claims.filter(namesPerpetrator);
	const accusing = named.filter(isAccusing);
	const denials = named.filter((claim) => claim.stance === 'denies');
	if (accusing.length === 0) return denials.length > 0 ? 'denied' : 'unknown';

	const stated = accusing.filter((claim) => claim.stance !== 'hints' && !claim.hedged);
	const isDenied = (id: string) =>
		denials.some((denial) => denial.value.some((other) => isOneParty(id, other, actors)));
	if (accusing.some((claim) => claim.value.some(isDenied))) {
		const parties = accusing.flatMap((claim) => claim.value);
		const onlyOne = parties.every((id) => isOneParty(id, parties[0]!, actors));
		const byItself = denials.some((denial) => isOwn(denial, actors));
		return stated.length === 0 && onlyOne && byItself ? 'denied' : 'disputed';
	}
	if (contradict(stated, actors)) return 'disputed';
	const own = stated.filter((claim) => claim.stance === 'claims-responsibility' || isOwn(claim, actors));
	if (own.some((claim) => claim.claimant_kind === 'armed-group')) return 'claimed';
	if (own.length > 0) return 'confirmed';
	return stated.length > 0 ? 'attributed' : 'suspected';
}

/** Ids of all actors that some claim, also a hedged one, names as perpetrator without denying it. */
export function namedPerpetrators(claims: readonly Claim[]): Set<string> {
	return new Set(
		claims
			.filter(namesPerpetrator)
			.filter(isAccusing)
			.flatMap((claim) => claim.value),
	);
}

/**
 * Whether two actors count as one party: one belongs to the other by `member_of`, or both are organs of one state.
 * Membership of an armed group or a coalition does not make its members one party with each other.
 */
export function isOneParty(a: string, b: string, actors: ReadonlyMap<string, Actor>): boolean {
	if (belongsTo(a, b, actors) || belongsTo(b, a, actors)) return true;
	const state = stateOf(a, actors);
	return state !== null && state === stateOf(b, actors);
}

/** Whether an actor is the party or belongs to it by `member_of`, at any remove. */
export function belongsTo(id: string, party: string, actors: ReadonlyMap<string, Actor>): boolean {
	return lineage(id, actors).includes(party);
}

function namesPerpetrator(claim: Claim): claim is PerpetratorClaim {
	return claim.topic === 'perpetrator' && claim.value !== null;
}

function isAccusing(claim: Claim): boolean {
	return claim.stance !== 'denies' && claim.stance !== 'does-not-confirm';
}

function isOwn(claim: PerpetratorClaim, actors: ReadonlyMap<string, Actor>): boolean {
	const { actor } = claim.claimant;
	return actor !== null && claim.value.some((id) => isOneParty(id, actor, actors));
}

/** Whether two claimants state parties that have nothing in common. Naming two parties together is no dispute. */
function contradict(stated: readonly PerpetratorClaim[], actors: ReadonlyMap<string, Actor>): boolean {
	const byClaimant = new Map<string, string[]>();
	for (const { claimant, value } of stated) {
		const key = claimant.actor ?? claimant.name;
		byClaimant.set(key, [...(byClaimant.get(key) ?? []), ...value]);
	}
	const accounts = [...byClaimant.values()];
	return accounts.some((ours) =>
		accounts.some((theirs) => !ours.some((id) => theirs.some((other) => isOneParty(id, other, actors)))),
	);
}

/** The actor and all it belongs to, nearest first; stops where membership runs in a circle. */
export function lineage(id: string, actors: ReadonlyMap<string, Actor>): string[] {
	const line: string[] = [];
	for (
		let next: string | null = id;
		next !== null && !line.includes(next);
		next = actors.get(next)?.member_of ?? null
	) {
		line.push(next);
	}
	return line;
}

/**
 * The topmost state an actor is an organ of, also a coalition that a state leads; none for an armed group, nor where a
 * group or a coalition stands between.
 */
function stateOf(id: string, actors: ReadonlyMap<string, Actor>): string | null {
	let state: string | null = null;
	for (const ancestor of lineage(id, actors)) {
		const kind = actors.get(ancestor)?.kind;
		if (kind === 'armed-group' || (kind === 'coalition' && ancestor !== id)) break;
		if (kind === 'state') state = ancestor;
	}
	return state;
}

import type { Casualties, Claim, CountRange } from './claim.ts';
import type { Figure, Toll } from './record.ts';
import type { ClaimantKind } from './vocabulary.ts';

type Measure = 'killed' | 'injured' | 'abducted';
type CasualtyClaim = Extract<Claim, { topic: 'casualties' }> & { value: Casualties };

/**
 * Whose figure is taken as best when totals differ: those who count bodies and beds, then named offices and data
 * projects, then unnamed services, then the parties, then the report's own voice. Lower is better.
 */
const RANK: Record<ClaimantKind, number> = {
	'medical-source': 0,
	'official-named': 1,
	'third-party-data': 1,
	'security-source': 2,
	'official-anonymous': 2,
	belligerent: 3,
	'armed-group': 3,
	'media-own-voice': 4,
	headline: 5,
};

/**
 * Low, best and high number of killed, injured and captured, from the claims on casualties.
 *
 * - A `total` bounds the whole; where totals differ, all stay: low is the lowest, high the highest, best the low end
 *   of the best-placed claimant's (`RANK`; the lower one on a tie).
 * - People counted `besides` someone named are added to the named only in the high figure if the named death is
 *   denied by anyone, otherwise in all three.
 * - A `part` may or may not be inside a total: it raises low and best where it alone is greater, and adds to high.
 * - A figure open above ("more than") makes high `null`. No claim at all leaves all three `null`: never 0.
 */
export function deriveToll(claims: readonly Claim[]): Toll {
	const made = claims.filter(isCasualtyClaim);
	return { killed: figure(made, 'killed'), injured: figure(made, 'injured'), abducted: figure(made, 'abducted') };
}

function isCasualtyClaim(claim: Claim): claim is CasualtyClaim {
	return claim.topic === 'casualties' && claim.value !== null;
}

function figure(claims: readonly CasualtyClaim[], measure: Measure): Figure {
	const held = claims.filter((claim) => isSupport(claim) && claim.value[measure] !== null);
	if (held.length === 0) return { low: null, best: null, high: null };
	const range = (claim: CasualtyClaim): CountRange => claim.value[measure]!;
	const byScope = (scope: Casualties['scope']) => held.filter((claim) => claim.value.scope === scope);

	const bodies = byScope('besides').length > 0 ? [...byScope('besides'), ...byScope('total')] : byScope('total');
	const best = [...bodies].sort(
		(a, b) => RANK[a.claimant_kind] - RANK[b.claimant_kind] || range(a).low - range(b).low,
	)[0];
	const parts = distinctParts(byScope('part'));
	const undenied = parts.filter((part) => !isDenied(part, claims));
	const named = sum(undenied.map((part) => range(part).low));
	const added = byScope('besides').length > 0 ? named : 0;

	const low = Math.max(lowest(bodies.map((claim) => range(claim).low)) + added, greatest(undenied, range));
	const bestFigure = Math.max((best ? range(best).low : 0) + added, low);
	const tops = [...bodies.map((claim) => range(claim).high), ...parts.map((part) => range(part).high)];
	if (tops.includes(null)) return { low, best: bestFigure, high: null };
	const top = greatest(bodies, (claim) => ({ low: range(claim).high!, high: null }));
	return { low, best: bestFigure, high: top + sum(parts.map((part) => range(part).high!)) };
}

/** One claim for each person or group named, however many claimants repeat it. */
function distinctParts(parts: readonly CasualtyClaim[]): CasualtyClaim[] {
	const seen = new Map<string, CasualtyClaim>();
	for (const part of parts) {
		const key = part.value.person ?? `${part.report} ${part.paragraph}.${part.sentence}`;
		if (!seen.has(key)) seen.set(key, part);
	}
	return [...seen.values()];
}

function isSupport(claim: CasualtyClaim): boolean {
	return claim.stance === 'asserts' || claim.stance === 'claims-responsibility' || claim.stance === 'hints';
}

function isDenied(part: CasualtyClaim, claims: readonly CasualtyClaim[]): boolean {
	return claims.some((claim) => claim.stance === 'denies' && claim.value.person === part.value.person);
}

function lowest(numbers: readonly number[]): number {
	return numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.min(a, b));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((a, b) => a + b, 0);
}

function greatest(claims: readonly CasualtyClaim[], range: (claim: CasualtyClaim) => CountRange): number {
	return claims.reduce((most, claim) => Math.max(most, range(claim).low), 0);
}

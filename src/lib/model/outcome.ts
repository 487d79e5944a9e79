import type { Claim } from './claim.ts';
import type { Kind, Outcome } from './vocabulary.ts';

type OutcomeClaim = Extract<Claim, { topic: 'outcome' }>;

const ARRIVED: readonly Outcome[] = ['hit', 'damage'];
const DID_NOT_ARRIVE: readonly Outcome[] = ['intercepted', 'crashed', 'missed'];

/**
 * The outcomes that claims leave an incident: what they state; "disputed" alone where they contradict each other;
 * "unknown" where none says. People killed or injured support "hit", yet an explosion of unknown cause need not have
 * had a target, so it may stay "unknown", which then stands first.
 */
export function supportedOutcomes(claims: readonly Claim[], kind: Kind): readonly [Outcome, ...Outcome[]] {
	const speaking = claimsOnOutcome(claims).filter(({ stance }) => stance !== 'does-not-confirm');
	const denials = speaking.filter(({ stance }) => stance === 'denies');
	const stated = speaking.flatMap(({ stance, value }) => (stance === 'denies' || value === null ? [] : [value]));
	const harms = claims.some(tellsOfHarm);
	const supported: Outcome[] = harms ? [...stated, 'hit'] : stated;
	const isStated = (list: readonly Outcome[]) => list.some((outcome) => stated.includes(outcome));
	const contradicts =
		(isStated(ARRIVED) && isStated(DID_NOT_ARRIVE)) ||
		(stated.includes('damage') && stated.includes('no-damage')) ||
		denials.some(({ value }) => (value === null ? supported.length > 0 : supported.includes(value)));
	if (contradicts || stated.includes('disputed')) return ['disputed'];
	const [first, ...others] = new Set(supported);
	if (first === undefined || (stated.length === 0 && kind === 'explosion')) return ['unknown', ...supported];
	return [first, ...others];
}

/** The claims that speak of what it did. */
export function claimsOnOutcome(claims: readonly Claim[]): OutcomeClaim[] {
	return claims.filter((claim) => claim.topic === 'outcome');
}

function tellsOfHarm(claim: Claim): boolean {
	if (claim.topic !== 'casualties' || claim.stance === 'denies' || claim.stance === 'does-not-confirm') return false;
	return (claim.value?.killed?.low ?? 0) > 0 || (claim.value?.injured?.low ?? 0) > 0;
}

import type { Actor } from './actor.ts';
import { isOneParty } from './attribution.ts';
import type { Casualties, Claim, CountRange } from './claim.ts';
import { parseEdtf } from './edtf.ts';
import type { Outcome, Weapon } from './vocabulary.ts';

/** Whether two values fit together, cannot both hold, or say different things that can both hold. */
export type Relation = 'agree' | 'contradict' | 'differ';

/** How the values of two claims on one topic stand to each other, leaving aside who affirms or denies. No value fits any. */
export function compareValues(a: Claim, b: Claim, actors: ReadonlyMap<string, Actor>): Relation {
	if (a.value === null || b.value === null) return 'agree';
	if (a.topic === 'perpetrator' && b.topic === 'perpetrator') {
		return shareParty(a.value, b.value, actors) ? 'agree' : 'contradict';
	}
	if (a.topic === 'target' && b.topic === 'target') return shareParty(a.value, b.value, actors) ? 'agree' : 'differ';
	if (a.topic === 'weapon' && b.topic === 'weapon') return compareWeapons(a.value, b.value);
	if (a.topic === 'outcome' && b.topic === 'outcome') return compareOutcomes(a.value, b.value);
	if (a.topic === 'casualties' && b.topic === 'casualties') return compareCasualties(a.value, b.value);
	if (a.topic === 'date' && b.topic === 'date') return compareDates(a.value, b.value);
	return a.value === b.value ? 'agree' : 'differ';
}

function shareParty(a: readonly string[], b: readonly string[], actors: ReadonlyMap<string, Actor>): boolean {
	return a.some((id) => b.some((other) => isOneParty(id, other, actors)));
}

/** Words so wide that they fit a narrower one: an "air strike" may have been flown by a drone. */
const WIDE_WEAPONS: ReadonlySet<Weapon> = new Set(['aircraft', 'explosive']);

function compareWeapons(a: readonly Weapon[], b: readonly Weapon[]): Relation {
	if (a.some((weapon) => b.includes(weapon))) return 'agree';
	return [...a, ...b].some((weapon) => WIDE_WEAPONS.has(weapon)) ? 'differ' : 'contradict';
}

const ARRIVED: ReadonlySet<Outcome> = new Set(['hit', 'damage']);
const STOPPED: ReadonlySet<Outcome> = new Set(['intercepted', 'crashed', 'missed']);

function compareOutcomes(a: Outcome, b: Outcome): Relation {
	if (a === b || (ARRIVED.has(a) && ARRIVED.has(b))) return 'agree';
	const oneArrived = (x: Outcome, y: Outcome) => ARRIVED.has(x) && STOPPED.has(y);
	const onDamage = (x: Outcome, y: Outcome) => x === 'damage' && y === 'no-damage';
	return oneArrived(a, b) || oneArrived(b, a) || onDamage(a, b) || onDamage(b, a) ? 'contradict' : 'differ';
}

/**
 * Totals contradict where their ranges are apart, for killed, injured or captured. A part contradicts a total that is
 * smaller than it. Figures on different people can always both hold.
 */
function compareCasualties(a: Casualties, b: Casualties): Relation {
	const pairs = [
		[a.killed, b.killed],
		[a.injured, b.injured],
		[a.abducted, b.abducted],
	] as const;
	const shared = pairs.filter((pair): pair is [CountRange, CountRange] => pair[0] !== null && pair[1] !== null);
	if (a.person === b.person && a.scope === b.scope) {
		if (shared.some(([x, y]) => isAbove(x, y) || isAbove(y, x))) return 'contradict';
		return shared.length > 0 ? 'agree' : 'differ';
	}
	if (b.scope === 'total' && a.scope !== 'total' && shared.some(([x, y]) => isAbove(x, y))) return 'contradict';
	if (a.scope === 'total' && b.scope !== 'total' && shared.some(([x, y]) => isAbove(y, x))) return 'contradict';
	return 'differ';
}

function isAbove(a: CountRange, b: CountRange): boolean {
	return b.high !== null && a.low > b.high;
}

function compareDates(a: string, b: string): Relation {
	const [x, y] = [parseEdtf(a), parseEdtf(b)];
	if (!x || !y) return 'differ';
	return x.start <= y.end && y.start <= x.end ? 'agree' : 'contradict';
}

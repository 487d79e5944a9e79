import type { Casualties, Claim, CountRange } from './claim.ts';
import type { Figure, Toll } from './record.ts';
import type { ClaimantKind } from './vocabulary.ts';

type Measure = 'killed' | 'injured' | 'abducted';
type CasualtyClaim = Extract<Claim, { topic: 'casualties' }> & { value: Casualties };

/** One claimant's account of the whole: `low` to `high` people, `high` being `Infinity` where it is open above. */
interface Account {
	claim: CasualtyClaim;
	low: number;
	high: number;
}

/** People named or grouped in `part` claims, as all who speak of them tell it. */
interface Part {
	claims: readonly CasualtyClaim[];
	named: boolean;
	denied: boolean;
	low: number;
	high: number;
}

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

/** The toll rule in prose, one sentence a paragraph; the data dictionary prints it. */
export const TOLL_RULE = [
	'Each claim of a `total` is one account of the whole; where accounts differ, all stay: low is the lowest, high the highest, and best is the low end of the best-placed account (medical sources, then named offices and data projects, then unnamed services and officials, then the parties, then the report itself, then headlines; the lower figure on a tie).',
	'People counted `besides` somebody named are an account too: the named are added to its low and best, unless anybody denies that they are among the casualties; they are always added to its high.',
	'A `part` may or may not be inside an account: it raises low and best where it alone is greater, and adds to high. It is inside a total that the same claimant gives in the same sentence.',
	'A denial of the whole brings low down to 0 and moves nothing else; a denial of a part keeps that part out of low and best.',
	'A figure that is open above ("more than 90") makes high `null`. Where no claim gives a figure all three are `null`: unknown is never 0.',
];

/** Low, best and high number of killed, injured and captured, from the claims on casualties, by `TOLL_RULE`. */
export function deriveToll(claims: readonly Claim[]): Toll {
	const made = claims.filter(isCasualtyClaim);
	return { killed: figure(made, 'killed'), injured: figure(made, 'injured'), abducted: figure(made, 'abducted') };
}

function isCasualtyClaim(claim: Claim): claim is CasualtyClaim {
	return claim.topic === 'casualties' && claim.value !== null;
}

function figure(claims: readonly CasualtyClaim[], measure: Measure): Figure {
	const range = (claim: CasualtyClaim): CountRange => claim.value[measure]!;
	const given = claims.filter((claim) => claim.value[measure] !== null);
	const supporting = given.filter(isSupport);
	if (supporting.length === 0) return { low: null, best: null, high: null };

	const denials = given.filter((claim) => claim.stance === 'denies');
	const wholeDenied = denials.some((denial) => denial.value.scope === 'total' && denial.value.person === null);
	const parts = partsOf(supporting, denials, range);
	const accounts = supporting
		.filter((claim) => claim.value.scope !== 'part')
		.map((claim) => accountOf(claim, range(claim), parts));

	const floor = floorOf(parts);
	const lowest = accounts.length === 0 ? floor : Math.max(floor, least(accounts.map((account) => account.low)));
	const best = Math.max(lowest, bestPlaced(accounts)?.low ?? 0);
	const high = accounts.length === 0 ? sum(parts.map((part) => part.high)) : most(accounts.map((each) => each.high));
	return { low: wholeDenied ? 0 : lowest, best, high: Number.isFinite(high) ? high : null };
}

function isSupport(claim: CasualtyClaim): boolean {
	return claim.stance === 'asserts' || claim.stance === 'claims-responsibility' || claim.stance === 'hints';
}

/** Gathers the `part` claims by the person they name, or else by the sentence they stand in. */
function partsOf(
	supporting: readonly CasualtyClaim[],
	denials: readonly CasualtyClaim[],
	range: (claim: CasualtyClaim) => CountRange,
): Part[] {
	const groups = new Map<string, CasualtyClaim[]>();
	for (const claim of supporting) {
		if (claim.value.scope !== 'part') continue;
		const key = claim.value.person ?? sentenceKey(claim);
		groups.set(key, [...(groups.get(key) ?? []), claim]);
	}
	return [...groups.values()].map((members) => {
		const { person } = members[0]!.value;
		return {
			claims: members,
			named: person !== null,
			denied: denials.some((denial) => denial.value.scope === 'part' && denial.value.person === person),
			low: least(members.map((member) => range(member).low)),
			high: most(members.map((member) => range(member).high ?? Infinity)),
		};
	});
}

function accountOf(claim: CasualtyClaim, { low, high }: CountRange, parts: readonly Part[]): Account {
	const inside = parts.filter((part) => isInside(part, claim));
	const outside = parts.filter((part) => !isInside(part, claim));
	const besides = claim.value.scope === 'besides' ? outside.filter((part) => part.named && !part.denied) : [];
	return {
		claim,
		low: low + sum(besides.map((part) => part.low)),
		high: Math.max(high ?? Infinity, sum(inside.map((part) => part.high))) + sum(outside.map((part) => part.high)),
	};
}

/** A part told in one breath with a total ("five, among them one of ...") is inside that total. */
function isInside(part: Part, whole: CasualtyClaim): boolean {
	return (
		whole.value.scope === 'total' &&
		part.claims.some(
			(claim) => sentenceKey(claim) === sentenceKey(whole) && claim.claimant.name === whole.claimant.name,
		)
	);
}

/** What the parts alone prove: named people are distinct from each other, groups may hold them and each other. */
function floorOf(parts: readonly Part[]): number {
	const undenied = parts.filter((part) => !part.denied);
	const named = sum(undenied.filter((part) => part.named).map((part) => part.low));
	return most([named, ...undenied.filter((part) => !part.named).map((part) => part.low)]);
}

function bestPlaced(accounts: readonly Account[]): Account | undefined {
	return [...accounts].sort((a, b) => RANK[a.claim.claimant_kind] - RANK[b.claim.claimant_kind] || a.low - b.low)[0];
}

function sentenceKey(claim: CasualtyClaim): string {
	return `${claim.report} ${claim.paragraph}.${claim.sentence}`;
}

function least(numbers: readonly number[]): number {
	return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(numbers: readonly number[]): number {
	return numbers.reduce((a, b) => Math.max(a, b), 0);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((a, b) => a + b, 0);
}

import type { Actor } from './actor.ts';
import { belongsTo, deriveAttribution, namedPerpetrators } from './attribution.ts';
import { compareValues } from './claim-agreement.ts';
import type { Claim } from './claim.ts';
import type { Day } from './day.ts';
import { parseEdtf } from './edtf.ts';
import { claimantKey, deriveGrading, independentClaimants, isAffirming, isTelling } from './grading.ts';
import { supportedOutcomes } from './outcome.ts';
import type { Toll } from './record.ts';
import type { Report } from './report.ts';
import { deriveToll } from './toll.ts';
import type { Attribution, Grading, Kind, Outcome } from './vocabulary.ts';

/** Whose account a reader asks for. */
export type Teller =
	| { readonly kind: 'claimant'; /** As `claimantKey` gives it. */ readonly key: string }
	| { readonly kind: 'report'; readonly id: string };

/** How a reader has the claims turned into one figure, one attribution, one map. */
export interface Reading {
	/** Which of the three figures stands for the toll. */
	readonly figure: 'low' | 'best' | 'high';
	/** `null`: everybody who speaks. */
	readonly toldBy: Teller | null;
	/** How many independent claimants must say a thing before it counts. */
	readonly sources: number;
	/** The last day whose claims are known; `null`: all of them. */
	readonly knownOn: Day | null;
}

export const PLAIN_READING: Reading = { figure: 'best', toldBy: null, sources: 1, knownOn: null };

/** What the rules need besides the claims. */
export interface ReadingContext {
	readonly actors: ReadonlyMap<string, Actor>;
	readonly reports: ReadonlyMap<string, Pick<Report, 'published'>>;
}

/** The reading rules in prose; the method page prints them. */
export const READING_RULE = {
	figure:
		'Lowest, best or highest takes that one of the three figures of each incident; a highest that is open above is shown as the best "or more" and summed as such.',
	toldBy:
		'As told by a claimant: only the claims of that actor and of those that belong to it. As told by a report: only the claims that report carries, whoever makes them. Who says nothing of an incident leaves it out.',
	sources:
		'At least N independent sources: a claim counts where N independent claimants affirm what it affirms, that is say the same of the same topic or something that fits it; and an incident is there where N of them affirm who did it, what it did or that it happened. Denials and refusals to confirm always count, as nothing may hide a contradiction.',
	knownOn:
		'As known on a day: only claims made public by then, that is on the last day the claimant may have said it, where the report tells, and else on the last day the report may have been published. Title, summary, date and place of a record are those of today.',
} as const satisfies Record<keyof Reading, string>;

/** Whether a reading leaves the claims as they are, apart from which figure it picks. */
export function readsEverything({ toldBy, sources, knownOn }: Reading): boolean {
	return toldBy === null && sources <= 1 && knownOn === null;
}

/** The day from which a claim is surely known. */
export function knownFrom(claim: Pick<Claim, 'said' | 'report'>, reports: ReadingContext['reports']): Day {
	const edtf = claim.said ?? reports.get(claim.report)?.published;
	return (edtf === undefined ? null : parseEdtf(edtf))?.end ?? -Infinity;
}

/** The claims made public by the day of the reading. */
export function knownClaims(claims: readonly Claim[], { knownOn }: Reading, { reports }: ReadingContext): Claim[] {
	return claims.filter((claim) => knownOn === null || knownFrom(claim, reports) <= knownOn);
}

/** The claims a reading counts, by `READING_RULE`, in their order. */
export function countedClaims(claims: readonly Claim[], reading: Reading, context: ReadingContext): Claim[] {
	const told = knownClaims(claims, reading, context).filter((claim) => isToldBy(claim, reading.toldBy, context.actors));
	if (reading.sources <= 1) return told;
	const affirming = told.filter(isAffirming);
	return told.filter((claim) => {
		if (!isAffirming(claim)) return true;
		const saying = affirming.filter(
			(other) => other.topic === claim.topic && compareValues(claim, other, context.actors) === 'agree',
		);
		return independentClaimants(saying).size >= reading.sources;
	});
}

/** What an incident looks like by the claims that count. */
export interface ReadIncident {
	readonly toll: Toll;
	readonly attribution: Attribution;
	readonly grading: Grading;
	readonly perpetrators: readonly string[];
	readonly outcome: Outcome;
}

/** Reads an incident anew from the claims a reading counts; `null` where by that reading there is none. */
export function readClaims(
	record: {
		readonly claims: readonly Claim[];
		readonly perpetrators: readonly string[];
		readonly kind: Kind;
		readonly outcome: Outcome;
	},
	reading: Reading,
	context: ReadingContext,
): ReadIncident | null {
	const counted = countedClaims(record.claims, reading, context);
	if (counted.every((claim) => claim.stance === 'does-not-confirm')) return null;
	if (reading.sources > 1) {
		const told = countedClaims(record.claims, { ...reading, sources: 1 }, context);
		const telling = told.filter((claim) => isAffirming(claim) && isTelling(claim));
		if (independentClaimants(telling).size < reading.sources) return null;
	}
	const attribution = deriveAttribution(counted, context.actors);
	const named = [...namedPerpetrators(counted)];
	const outcomes = supportedOutcomes(counted, record.kind);
	return {
		toll: deriveToll(counted),
		attribution,
		grading: deriveGrading(counted, attribution),
		perpetrators: record.perpetrators.filter((id) => named.some((other) => belongsTo(other, id, context.actors))),
		outcome: outcomes.includes(record.outcome) ? record.outcome : outcomes[0],
	};
}

/** Whether a claim is part of what a teller says. */
export function isToldBy(claim: Claim, teller: Teller | null, actors: ReadingContext['actors']): boolean {
	if (teller === null) return true;
	if (teller.kind === 'report') return claim.report === teller.id;
	const { actor } = claim.claimant;
	return claimantKey(claim) === teller.key || (actor !== null && belongsTo(actor, teller.key, actors));
}

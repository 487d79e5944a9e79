import type { Actor } from '../model/actor.ts';
import { compareValues, type Relation } from '../model/claim-agreement.ts';
import type { Claim } from '../model/claim.ts';
import { claimantKey } from '../model/grading.ts';
import { keysOf, type Topic, TOPICS } from '../model/vocabulary.ts';

/**
 * How the claims on one topic stand to each other:
 *
 * - `contradict`: at least two cannot both hold.
 * - `differ`: they say different things that can both hold, or whose words we do not weigh (motive, place).
 * - `agree`: two or more independent claimants say things that fit together.
 * - `single`: one claimant speaks.
 * - `silent`: all who speak neither confirm nor deny.
 */
export type Agreement = 'agree' | 'contradict' | 'differ' | 'single' | 'silent';

/** Claims that say the same: equal value, and either all affirm or all deny it. */
export interface Position {
	readonly denies: boolean;
	/** All share its value; the first in the record's order. */
	readonly claims: readonly [Claim, ...Claim[]];
	/** Indices of the positions it contradicts. */
	readonly opposes: readonly number[];
}

export interface TopicGroup {
	readonly topic: Topic;
	readonly agreement: Agreement;
	readonly positions: readonly Position[];
	/** Claims that neither confirm nor deny. */
	readonly silent: readonly Claim[];
}

/**
 * The positions of a group that contradict another, gathered into sides: no two on one side contradict each other.
 * Sides stand in the order in which they first speak.
 */
export function sidesOf(group: TopicGroup): Position[][] {
	const sides: number[][] = [];
	group.positions.forEach(({ opposes }, index) => {
		if (opposes.length === 0) return;
		const side = sides.find((members) => members.every((member) => !opposes.includes(member)));
		if (side) side.push(index);
		else sides.push([index]);
	});
	return sides.map((members) => members.map((member) => group.positions[member]!));
}

/** The claims of one record by topic, in the order of the vocabulary, with what agrees and what contradicts. */
export function groupClaims(claims: readonly Claim[], actors: ReadonlyMap<string, Actor>): TopicGroup[] {
	const groups: TopicGroup[] = [];
	for (const topic of keysOf(TOPICS)) {
		const onTopic = claims.filter((claim) => claim.topic === topic);
		if (onTopic.length > 0) groups.push(groupTopic(topic, onTopic, actors));
	}
	return groups;
}

function groupTopic(topic: Topic, claims: readonly Claim[], actors: ReadonlyMap<string, Actor>): TopicGroup {
	const silent = claims.filter((claim) => claim.stance === 'does-not-confirm');
	const speaking = claims.filter((claim) => claim.stance !== 'does-not-confirm');
	const byKey = new Map<string, [Claim, ...Claim[]]>();
	for (const claim of speaking) {
		const key = positionKey(claim);
		const same = byKey.get(key);
		if (same) same.push(claim);
		else byKey.set(key, [claim]);
	}
	const gathered = [...byKey.values()];
	const relations = gathered.map((a) => gathered.map((b) => (a === b ? 'agree' : relationOf(a, b, actors))));
	const positions = gathered.map((held, index) => ({
		denies: held[0].stance === 'denies',
		claims: held,
		opposes: relations[index]!.flatMap((relation, other) => (relation === 'contradict' ? [other] : [])),
	}));
	return { topic, agreement: agreementOf(speaking, relations.flat()), positions, silent };
}

function agreementOf(speaking: readonly Claim[], relations: readonly Relation[]): Agreement {
	if (speaking.length === 0) return 'silent';
	if (relations.includes('contradict')) return 'contradict';
	if (new Set(speaking.map(claimantKey)).size === 1) return 'single';
	return relations.includes('differ') ? 'differ' : 'agree';
}

function positionKey(claim: Claim): string {
	const value = Array.isArray(claim.value) ? [...claim.value].sort() : claim.value;
	return JSON.stringify([claim.stance === 'denies', value]);
}

function relationOf(
	[a, ...moreA]: readonly [Claim, ...Claim[]],
	[b, ...moreB]: readonly [Claim, ...Claim[]],
	actors: ReadonlyMap<string, Actor>,
): Relation {
	const relation = compareValues(a, b, actors);
	const denials = Number(a.stance === 'denies') + Number(b.stance === 'denies');
	if (denials === 2) return relation === 'contradict' ? 'differ' : relation;
	if (denials === 1) return relation === 'agree' ? 'contradict' : 'differ';
	const claimants = new Set([a, ...moreA, b, ...moreB].map(claimantKey));
	const tellsParts = a.topic === 'outcome' && claimants.size === 1;
	return relation === 'contradict' && tellsParts ? 'differ' : relation;
}

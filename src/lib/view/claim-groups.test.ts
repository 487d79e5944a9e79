import { expect, test } from 'vitest';
import type { Actor } from '../model/actor.ts';
import type { Casualties, Claim } from '../model/claim.ts';
import type { ClaimantKind, Stance } from '../model/vocabulary.ts';
import { groupClaims, sidesOf } from './claim-groups.ts';

function actor(id: string, kind: Actor['kind'], memberOf: string | null = null): [string, Actor] {
	const rest = { aliases: [], side: 'other', country: null, inter: null, allegiance: null, office: null } as const;
	return [id, { ...rest, aliases: [], id, name: id, kind, member_of: memberOf }];
}

const actors = new Map([
	actor('blue', 'state'),
	actor('blue-army', 'state-forces', 'blue'),
	actor('green', 'state'),
	actor('red', 'armed-group'),
]);

type Content = Claim extends infer C ? (C extends Claim ? Pick<C, 'topic' | 'value'> : never) : never;

function claim(name: string, stance: Stance, content: Content, kind: ClaimantKind = 'official-named'): Claim {
	return {
		id: 'c1',
		report: 'report-one',
		paragraph: 1,
		sentence: 1,
		claimant: { actor: null, name },
		claimant_kind: kind,
		via: null,
		said: null,
		stance,
		hedged: false,
		paraphrase: 'A claim.',
		...content,
	} as Claim;
}

function toll(killed: [number, number | null], more: Partial<Casualties> = {}): Content {
	const value: Casualties = {
		killed: { low: killed[0], high: killed[1] },
		injured: null,
		abducted: null,
		scope: 'total',
		person: null,
		...more,
	};
	return { topic: 'casualties', value };
}

/** Agreement on the one topic of these claims. */
function agreement(...claims: Claim[]) {
	const groups = groupClaims(claims, actors);
	expect(groups).toHaveLength(1);
	return groups[0]!.agreement;
}

const did = (...value: string[]): Content => ({ topic: 'perpetrator', value });
const happened: Content = { topic: 'occurrence', value: null };

test('claims with one value stand together; topics keep the order of the vocabulary', () => {
	const groups = groupClaims(
		[
			claim('B', 'asserts', did('blue', 'green')),
			claim('A', 'asserts', happened),
			claim('C', 'asserts', did('green', 'blue')),
		],
		actors,
	);
	expect(groups.map((group) => group.topic)).toEqual(['occurrence', 'perpetrator']);
	expect(groups[1]!.positions.map((position) => position.claims.length)).toEqual([2]);
	expect(groups[1]!.agreement).toBe('agree');
});

test('a denial contradicts who affirms the same, and a refusal to comment contradicts nobody', () => {
	const affirms = claim('A', 'asserts', did('blue'));
	expect(agreement(affirms, claim('B', 'denies', did('blue-army')))).toBe('contradict');
	expect(agreement(affirms, claim('B', 'denies', did('green')))).toBe('differ');
	expect(agreement(affirms, claim('B', 'denies', { topic: 'perpetrator', value: null }))).toBe('contradict');
	const silent = claim('B', 'does-not-confirm', { topic: 'perpetrator', value: null });
	expect(agreement(affirms, silent)).toBe('single');
	expect(agreement(silent)).toBe('silent');
	expect(groupClaims([affirms, silent], actors)[0]!.silent).toEqual([silent]);
	expect(agreement(claim('A', 'asserts', happened), claim('B', 'denies', happened))).toBe('contradict');
});

test('perpetrators are compared as sets of parties', () => {
	const a = claim('A', 'asserts', did('blue'));
	expect(agreement(a, claim('B', 'asserts', did('blue-army')))).toBe('agree');
	expect(agreement(a, claim('B', 'asserts', did('blue', 'green')))).toBe('agree');
	expect(agreement(a, claim('B', 'hints', did('green')))).toBe('contradict');
});

test('several targets can all be true', () => {
	const at = (id: string): Content => ({ topic: 'target', value: [id] });
	expect(agreement(claim('A', 'asserts', at('red')), claim('B', 'asserts', at('green')))).toBe('differ');
});

test('tolls contradict where their ranges are apart', () => {
	const four = claim('A', 'asserts', toll([4, 4]));
	expect(agreement(four, claim('B', 'asserts', toll([5, 5])))).toBe('contradict');
	expect(agreement(four, claim('B', 'asserts', toll([3, null])))).toBe('agree');
	expect(agreement(four, claim('B', 'asserts', toll([5, null])))).toBe('contradict');
	expect(agreement(four, claim('A', 'asserts', toll([5, 5])))).toBe('contradict');
	const both = groupClaims([four, claim('B', 'asserts', toll([5, 5]))], actors)[0]!;
	expect(both.positions.map((position) => position.opposes)).toEqual([[1], [0]]);
	const injured = toll([4, 4], { killed: null, injured: { low: 9, high: 9 } });
	expect(agreement(four, claim('B', 'asserts', injured))).toBe('differ');
});

test('people named apart are not weighed against a total that can hold them', () => {
	const named = toll([1, 1], { scope: 'part', person: 'Someone' });
	const others = toll([91, null], { scope: 'besides', person: 'Someone' });
	const killed = claim('A', 'asserts', named);
	expect(agreement(killed, claim('B', 'asserts', others))).toBe('differ');
	expect(agreement(killed, claim('B', 'asserts', toll([0, 0])))).toBe('contradict');
	const none = groupClaims([claim('B', 'asserts', toll([0, 0])), killed], actors)[0]!;
	expect(none.positions.map((position) => position.opposes)).toEqual([[1], [0]]);
	expect(agreement(killed, claim('B', 'denies', named))).toBe('contradict');
	const another = toll([1, 1], { scope: 'part', person: 'Another' });
	expect(agreement(killed, claim('B', 'denies', another))).toBe('differ');
	expect(agreement(claim('A', 'asserts', others), claim('B', 'denies', named))).toBe('differ');
});

test('what arrived was not stopped, but one claimant may tell of several things in flight', () => {
	const outcome = (value: 'hit' | 'damage' | 'crashed' | 'intercepted' | 'no-damage'): Content => ({
		topic: 'outcome',
		value,
	});
	const hit = claim('A', 'asserts', outcome('hit'));
	expect(agreement(hit, claim('B', 'asserts', outcome('intercepted')))).toBe('contradict');
	expect(agreement(hit, claim('B', 'asserts', outcome('damage')))).toBe('agree');
	expect(agreement(hit, claim('A', 'asserts', outcome('crashed')))).toBe('single');
	expect(agreement(claim('A', 'asserts', outcome('damage')), claim('B', 'asserts', outcome('no-damage')))).toBe(
		'contradict',
	);
	expect(agreement(hit, claim('B', 'denies', outcome('intercepted')))).toBe('differ');
});

test('weapons contradict where both are named narrowly and share nothing', () => {
	const by = (...value: ('aircraft' | 'drone' | 'missile')[]): Content => ({ topic: 'weapon', value });
	const drone = claim('A', 'asserts', by('drone'));
	expect(agreement(drone, claim('B', 'asserts', by('drone', 'missile')))).toBe('agree');
	expect(agreement(drone, claim('B', 'asserts', by('missile')))).toBe('contradict');
	expect(agreement(drone, claim('B', 'asserts', by('aircraft')))).toBe('differ');
});

test('dates contradict where no day fits both; places and motives are not weighed', () => {
	const on = (value: string): Content => ({ topic: 'date', value });
	const july = claim('A', 'asserts', on('2024-07'));
	expect(agreement(july, claim('B', 'asserts', on('2024-07-30')))).toBe('agree');
	expect(agreement(july, claim('B', 'asserts', on('2024-08-01')))).toBe('contradict');
	const at = (value: string): Content => ({ topic: 'place', value });
	expect(agreement(claim('A', 'asserts', at('one')), claim('B', 'asserts', at('two')))).toBe('differ');
});

test('the voice of a report and its headline are one claimant', () => {
	const own = claim('Paper', 'asserts', happened, 'media-own-voice');
	expect(agreement(own, claim('Headline', 'asserts', happened, 'headline'))).toBe('single');
	expect(agreement(own, claim('Headline', 'asserts', happened))).toBe('agree');
});

test('positions that do not contradict each other share a side', () => {
	const [group] = groupClaims(
		[
			claim('A', 'asserts', did('blue')),
			claim('B', 'denies', did('blue')),
			claim('C', 'hints', did('green')),
			claim('D', 'denies', did('red')),
		],
		actors,
	);
	const names = sidesOf(group!).map((side) => side.map((position) => position.claims[0].claimant.name));
	expect(names).toEqual([['A'], ['B', 'C']]);
});

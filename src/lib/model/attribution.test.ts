import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import { deriveAttribution, isOneParty, namedPerpetrators } from './attribution.ts';
import type { Claim } from './claim.ts';

const actor = (id: string, kind: Actor['kind'], member_of: string | null = null): [string, Actor] => [
	id,
	{
		id,
		name: id,
		aliases: [],
		kind,
		side: 'other',
		country: null,
		inter: null,
		member_of,
		allegiance: null,
		office: null,
	},
];
const actors = new Map([
	actor('redland', 'state'),
	actor('redland-army', 'state-forces', 'redland'),
	actor('redland-police', 'state-forces', 'redland'),
	actor('redland-ministry', 'state', 'redland'),
	actor('red-alliance', 'coalition'),
	actor('redland-in-alliance', 'state', 'red-alliance'),
	actor('greenland', 'state', 'red-alliance'),
	actor('redland-led-coalition', 'coalition', 'redland'),
	actor('red-militia', 'armed-group', 'redland'),
	actor('blue-militia', 'armed-group'),
	actor('ring-a', 'other', 'ring-b'),
	actor('ring-b', 'other', 'ring-a'),
]);

interface Parts {
	by?: string | null;
	name?: string;
	kind?: Claim['claimant_kind'];
	stance?: Claim['stance'];
	hedged?: boolean;
}

function says(
	value: string[] | null,
	{ by = null, name = by ?? 'Somebody', kind = 'official-named', stance = 'asserts', hedged = false }: Parts = {},
): Claim {
	return {
		id: 'c1',
		report: 'testburg-post',
		paragraph: 1,
		sentence: 1,
		claimant: { actor: by, name },
		claimant_kind: kind,
		via: null,
		said: null,
		stance,
		hedged,
		topic: 'perpetrator',
		value,
		paraphrase: 'Somebody did it',
	};
}

const attribution = (...claims: Claim[]) => deriveAttribution(claims, actors);

test('nobody named is unknown', () => {
	expect(attribution()).toBe('unknown');
	expect(attribution(says(null))).toBe('unknown');
	expect(attribution(says(['redland'], { by: 'redland', stance: 'does-not-confirm' }))).toBe('unknown');
});

test('only hints and hedges are suspicion, also where the party itself does not confirm', () => {
	expect(attribution(says(['redland'], { hedged: true }))).toBe('suspected');
	expect(attribution(says(['redland'], { stance: 'hints', by: 'redland' }))).toBe('suspected');
	const silent = says(['redland'], { by: 'redland', stance: 'does-not-confirm' });
	expect(attribution(says(['redland'], { hedged: true }), silent)).toBe('suspected');
});

test('others state it: attributed; its own officials: confirmed; an armed group itself: claimed', () => {
	expect(attribution(says(['redland'], { name: 'Police' }))).toBe('attributed');
	expect(attribution(says(['redland-army'], { by: 'redland', kind: 'official-anonymous' }))).toBe('confirmed');
	expect(attribution(says(['redland-army'], { by: 'redland-police' }))).toBe('confirmed');
	const claimed = says(['blue-militia'], { by: 'blue-militia', kind: 'armed-group', stance: 'claims-responsibility' });
	expect(attribution(claimed)).toBe('claimed');
	expect(attribution({ ...claimed, stance: 'asserts' })).toBe('claimed');
	expect(attribution(says(['redland']), says(['redland'], { hedged: true, by: 'redland' }))).toBe('attributed');
});

test('a state that accuses an armed group under its wing has not done it itself', () => {
	expect(attribution(says(['red-militia'], { by: 'redland-police' }))).toBe('attributed');
});

test('different parties by different claimants are a dispute; two parties together are not', () => {
	expect(attribution(says(['redland'], { name: 'A' }), says(['blue-militia'], { name: 'B' }))).toBe('disputed');
	expect(attribution(says(['redland', 'blue-militia']))).toBe('attributed');
	expect(attribution(says(['redland'], { name: 'A' }), says(['redland-army'], { name: 'B' }))).toBe('attributed');
	expect(attribution(says(['redland'], { name: 'A' }), says(['blue-militia'], { name: 'B', hedged: true }))).toBe(
		'attributed',
	);
});

test('a denial disputes what is stated, and stands where there are only hints', () => {
	const denial = says(['redland'], { by: 'redland', stance: 'denies' });
	expect(attribution(denial)).toBe('denied');
	expect(attribution(says(['redland'], { hedged: true }), denial)).toBe('denied');
	expect(attribution(says(['redland']), denial)).toBe('disputed');
	expect(attribution(says(['redland-army']), denial)).toBe('disputed');
	expect(
		attribution(says(['redland'], { hedged: true }), says(['redland'], { by: 'greenland', stance: 'denies' })),
	).toBe('disputed');
});

test('a denial by a party that nobody names changes nothing', () => {
	expect(attribution(says(['redland']), says(['greenland'], { by: 'greenland', stance: 'denies' }))).toBe('attributed');
});

test('one party: up and down the line and organs of one state, not members of one coalition', () => {
	expect(isOneParty('redland', 'redland-army', actors)).toBe(true);
	expect(isOneParty('redland-police', 'redland-army', actors)).toBe(true);
	expect(isOneParty('redland-ministry', 'redland-army', actors)).toBe(true);
	expect(isOneParty('red-alliance', 'greenland', actors)).toBe(true);
	expect(isOneParty('redland-in-alliance', 'greenland', actors)).toBe(false);
	expect(isOneParty('redland-led-coalition', 'redland-army', actors)).toBe(true);
	expect(isOneParty('red-militia', 'redland-army', actors)).toBe(false);
	expect(isOneParty('ring-a', 'redland', actors)).toBe(false);
	expect(isOneParty('stranger', 'stranger', actors)).toBe(true);
});

test('the named are those of claims that do not deny', () => {
	const claims = [
		says(['redland'], { hedged: true }),
		says(['greenland'], { stance: 'denies' }),
		says(['blue-militia'], { stance: 'does-not-confirm' }),
	];
	expect([...namedPerpetrators(claims)]).toEqual(['redland']);
});

const anyClaim = fc
	.record({
		value: fc.option(
			fc.uniqueArray(fc.constantFrom('redland', 'redland-army', 'greenland', 'blue-militia'), {
				minLength: 1,
				maxLength: 2,
			}),
		),
		by: fc.constantFrom(null, 'redland', 'greenland', 'blue-militia'),
		stance: fc.constantFrom('asserts', 'hints', 'denies', 'does-not-confirm', 'claims-responsibility', 'condemns'),
		kind: fc.constantFrom('official-named', 'armed-group', 'media-own-voice'),
		hedged: fc.boolean(),
	} as const)
	.map(({ value, ...parts }) => says(value, parts));

test('the order of the claims and repetition change nothing; a denial never makes it surer', () => {
	fc.assert(
		fc.property(fc.array(anyClaim, { maxLength: 6 }), (claims) => {
			expect(attribution(...[...claims].reverse())).toBe(attribution(...claims));
			expect(attribution(...claims, ...claims)).toBe(attribution(...claims));
			const denied = attribution(...claims, says(['redland'], { by: 'redland', stance: 'denies' }));
			expect([attribution(...claims), 'disputed', 'denied']).toContain(denied);
		}),
	);
});

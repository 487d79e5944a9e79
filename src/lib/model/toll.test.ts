import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Casualties, Claim, CountRange } from './claim.ts';
import type { Figure } from './record.ts';
import { deriveToll } from './toll.ts';

interface Parts {
	killed: CountRange;
	scope?: Casualties['scope'];
	person?: string | null;
	kind?: Claim['claimant_kind'];
	stance?: Claim['stance'];
	sentence?: number;
	name?: string;
}

function casualties({
	killed,
	scope = 'total',
	person = null,
	kind = 'security-source',
	stance = 'asserts',
	sentence = 1,
	name = 'Somebody',
}: Parts): Claim {
	return {
		id: 'c1',
		report: 'testburg-post',
		paragraph: 1,
		sentence,
		claimant: { actor: null, name },
		claimant_kind: kind,
		via: null,
		said: null,
		stance,
		hedged: false,
		topic: 'casualties',
		value: { killed, injured: null, abducted: null, scope, person },
		paraphrase: 'Some were killed',
	};
}

const exactly = (count: number): CountRange => ({ low: count, high: count });
const moreThan = (count: number): CountRange => ({ low: count + 1, high: null });
const killed = (...claims: Parts[]): Figure => deriveToll(claims.map(casualties)).killed;
const figure = (low: number | null, best: number | null, high: number | null): Figure => ({ low, best, high });

test('is unknown, not zero, where no claim gives a figure', () => {
	expect(deriveToll([])).toEqual({
		killed: figure(null, null, null),
		injured: figure(null, null, null),
		abducted: figure(null, null, null),
	});
	expect(killed({ killed: exactly(3), stance: 'denies' })).toEqual(figure(null, null, null));
	expect(killed({ killed: exactly(3), stance: 'does-not-confirm' })).toEqual(figure(null, null, null));
});

test('is zero where a claim says that nobody was killed', () => {
	expect(killed({ killed: exactly(0) })).toEqual(figure(0, 0, 0));
});

test('keeps the lowest and the highest total, and the figure of those who count', () => {
	expect(
		killed({ killed: exactly(5), kind: 'media-own-voice' }, { killed: exactly(4), kind: 'medical-source' }),
	).toEqual(figure(4, 4, 5));
	expect(killed({ killed: exactly(5), kind: 'medical-source' }, { killed: exactly(4), kind: 'headline' })).toEqual(
		figure(4, 5, 5),
	);
	expect(killed({ killed: exactly(5) }, { killed: exactly(4) })).toEqual(figure(4, 4, 5));
});

test('"more than 90 others" besides one named whose death is denied is 91 and more', () => {
	const named = { killed: exactly(1), scope: 'part', person: 'A Commander', kind: 'belligerent' } as const;
	const others = { killed: moreThan(90), scope: 'besides', kind: 'medical-source', sentence: 2 } as const;
	expect(killed(named, { ...named, stance: 'denies', sentence: 3 }, others)).toEqual(figure(91, 91, null));
	expect(killed(named, others)).toEqual(figure(92, 92, null));
	expect(killed(named, { ...others, killed: exactly(91) }, { ...named, stance: 'denies' })).toEqual(figure(91, 91, 92));
});

test('a part told in one breath with a total is inside it', () => {
	const five = { killed: exactly(5), sentence: 7 } as const;
	const amongThem = { killed: exactly(1), scope: 'part', sentence: 7 } as const;
	expect(killed(five, amongThem)).toEqual(figure(5, 5, 5));
	expect(killed(five, { ...amongThem, sentence: 8 })).toEqual(figure(5, 5, 6));
	expect(killed(five, { ...amongThem, name: 'Somebody else' })).toEqual(figure(5, 5, 6));
});

test('those besides a person named in the same breath are others', () => {
	const named = { killed: exactly(1), scope: 'part', person: 'A Commander', sentence: 7 } as const;
	expect(killed(named, { killed: exactly(91), scope: 'besides', sentence: 7 })).toEqual(figure(92, 92, 92));
});

test('a part that is greater than a total told elsewhere raises low and best', () => {
	expect(killed({ killed: exactly(4) }, { killed: exactly(6), scope: 'part', sentence: 8 })).toEqual(figure(6, 6, 10));
});

test('a part alone is a floor; people named are distinct, groups may overlap', () => {
	const named = (person: string): Parts => ({ killed: exactly(1), scope: 'part', person });
	expect(killed(named('A'), named('B'), named('B'))).toEqual(figure(2, 2, 2));
	const group = (count: number, sentence: number): Parts => ({ killed: exactly(count), scope: 'part', sentence });
	expect(killed(group(4, 1), group(3, 2))).toEqual(figure(4, 4, 7));
});

test('a denial of the whole brings low to zero; a denial of a figure nobody gives moves nothing', () => {
	expect(killed({ killed: exactly(4) }, { killed: exactly(4), stance: 'denies' })).toEqual(figure(0, 4, 4));
	const denial = { ...casualties({ killed: exactly(4), stance: 'denies' }) } as Extract<Claim, { topic: 'casualties' }>;
	const ofInjured = { ...denial, value: { ...denial.value!, killed: null, injured: exactly(4) } };
	expect(deriveToll([casualties({ killed: exactly(4) }), ofInjured]).killed).toEqual(figure(4, 4, 4));
});

const range = fc
	.tuple(fc.nat(200), fc.option(fc.nat(50)))
	.map(([low, more]): CountRange => ({ low, high: more === null ? null : low + more }));
const anyClaim: fc.Arbitrary<Parts> = fc.record({
	killed: range,
	scope: fc.constantFrom('total', 'part', 'besides'),
	person: fc.constantFrom(null, null, 'A', 'B'),
	kind: fc.constantFrom('medical-source', 'official-named', 'security-source', 'armed-group', 'headline'),
	stance: fc.constantFrom(
		'asserts',
		'asserts',
		'hints',
		'claims-responsibility',
		'denies',
		'does-not-confirm',
		'condemns',
	),
	sentence: fc.integer({ min: 1, max: 3 }),
	name: fc.constantFrom('X', 'Y'),
});
const anyClaims = fc.array(anyClaim, { maxLength: 8 });
const above = (high: number | null): number => high ?? Infinity;

test('low <= best <= high, and unknown is unknown in all three', () => {
	fc.assert(
		fc.property(anyClaims, (claims) => {
			const { low, best, high } = killed(...claims);
			if (low === null || best === null) return low === null && best === null && high === null;
			return low <= best && best <= above(high);
		}),
	);
});

test('one more total never raises low nor lowers high', () => {
	fc.assert(
		fc.property(anyClaims, range, (claims, total) => {
			const known: Parts[] = [{ killed: exactly(10) }, ...claims];
			const before = killed(...known);
			const after = killed(...known, { killed: total, sentence: 9 });
			return after.low! <= before.low! && above(after.high) >= above(before.high);
		}),
	);
});

test('one more person never lowers any figure', () => {
	fc.assert(
		fc.property(anyClaims, (claims) => {
			const known: Parts[] = [{ killed: exactly(10) }, ...claims];
			const before = killed(...known);
			const after = killed(...known, { killed: exactly(1), scope: 'part', person: 'New', sentence: 9 });
			return after.low! >= before.low! && after.best! >= before.best! && above(after.high) >= above(before.high);
		}),
	);
});

test('one more denial never raises low or best and leaves high', () => {
	fc.assert(
		fc.property(anyClaims, anyClaim, (claims, denial) => {
			const known: Parts[] = [{ killed: exactly(10) }, ...claims];
			const before = killed(...known);
			const after = killed(...known, { ...denial, stance: 'denies' });
			return after.low! <= before.low! && after.best! <= before.best! && after.high === before.high;
		}),
	);
});

test('the order of the claims and repetition change nothing', () => {
	fc.assert(
		fc.property(anyClaims, (claims) => {
			expect(killed(...[...claims].reverse())).toEqual(killed(...claims));
			expect(killed(...claims, ...claims)).toEqual(killed(...claims));
		}),
	);
});

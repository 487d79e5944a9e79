import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import type { Claim } from './claim.ts';
import { dayFromParts, formatDay } from './day.ts';
import { countedClaims, knownFrom, PLAIN_READING, readClaims, type Reading, type ReadingContext } from './reading.ts';
import { CLAIMANT_KINDS, keysOf, OUTCOMES, STANCES } from './vocabulary.ts';

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
const context: ReadingContext = {
	actors: new Map([
		actor('redland', 'state'),
		actor('redland-army', 'state-forces', 'redland'),
		actor('blue-militia', 'armed-group'),
	]),
	reports: new Map([
		['early-post', { published: '2024-05-10' }],
		['late-post', { published: '2024-05-20/2024-05-25' }],
	]),
};

function claim(parts: Partial<Omit<Claim, 'value'>> & { value?: unknown } = {}): Claim {
	return {
		id: 'c1',
		report: 'early-post',
		paragraph: 1,
		sentence: 1,
		claimant: { actor: null, name: 'A hospital' },
		claimant_kind: 'medical-source',
		via: null,
		said: null,
		stance: 'asserts',
		hedged: false,
		topic: 'occurrence',
		value: null,
		paraphrase: 'It happened',
		...parts,
	} as Claim;
}
const killed = (low: number, name: string, parts: Partial<Claim> = {}) =>
	claim({
		claimant: { actor: null, name },
		...parts,
		topic: 'casualties',
		value: { killed: { low, high: low }, injured: null, abducted: null, scope: 'total', person: null },
	});
const byRedland = (parts: Partial<Claim>) => claim({ topic: 'perpetrator', value: ['redland'], ...parts });

const record = (...claims: Claim[]) => ({
	claims,
	perpetrators: ['redland'],
	kind: 'air-strike' as const,
	outcome: 'hit' as const,
});
const read = (claims: Claim[], reading: Partial<Reading>) =>
	readClaims(record(...claims), { ...PLAIN_READING, ...reading }, context);

test('a claim is known from the last day it may have been made, or its report published', () => {
	expect(formatDay(knownFrom(claim({ report: 'late-post' }), context.reports))).toBe('2024-05-25');
	expect(formatDay(knownFrom(claim({ report: 'late-post', said: '2024-05-02/2024-05-04' }), context.reports))).toBe(
		'2024-05-04',
	);
});

test('as known on a day a later attribution is absent, and a denial comes on the day it was made', () => {
	const claims = [
		claim(),
		byRedland({ claimant: { actor: null, name: 'A minister' }, claimant_kind: 'official-named', said: '2024-05-12' }),
		byRedland({
			claimant: { actor: 'redland-army', name: 'the army' },
			claimant_kind: 'belligerent',
			stance: 'denies',
			said: '2024-05-14',
			report: 'late-post',
		}),
	];
	const on = (day: number) => read(claims, { knownOn: dayFromParts(2024, 5, day) });
	expect(on(9)).toBeNull();
	expect(on(11)).toMatchObject({ attribution: 'unknown', perpetrators: [] });
	expect(on(12)).toMatchObject({ attribution: 'attributed', perpetrators: ['redland'] });
	expect(on(14)).toMatchObject({ attribution: 'disputed', grading: 'contested' });
});

test('as told by one, only what it and its own say counts', () => {
	const claims = [
		killed(9, 'A hospital'),
		killed(2, 'the army', { claimant: { actor: 'redland-army', name: 'the army' }, claimant_kind: 'belligerent' }),
		claim({ claimant: { actor: null, name: 'A bystander' }, report: 'late-post' }),
	];
	const told = (key: string) => read(claims, { toldBy: { kind: 'claimant', key } });
	expect(told('redland')?.toll.killed).toEqual({ low: 2, best: 2, high: 2 });
	expect(told('A hospital')?.toll.killed).toEqual({ low: 9, best: 9, high: 9 });
	expect(told('Nobody')).toBeNull();
	expect(read(claims, { toldBy: { kind: 'report', id: 'late-post' } })?.toll.killed.low).toBeNull();
});

test('two sources count what two say alike, and no denial is lost', () => {
	const claims = [
		killed(9, 'A hospital'),
		killed(9, 'A ministry'),
		killed(20, 'A group'),
		byRedland({ claimant: { actor: null, name: 'A ministry' } }),
		byRedland({ stance: 'denies', claimant: { actor: 'redland-army', name: 'the army' } }),
	];
	const two = read(claims, { sources: 2 })!;
	expect(two.toll.killed).toEqual({ low: 9, best: 9, high: 9 });
	expect(two.attribution).toBe('denied');
	expect(read(claims, { sources: 4 })).toBeNull();
});

test('a report that retells its source is no second source', () => {
	const own = { claimant: { actor: null, name: 'the report' }, claimant_kind: 'media-own-voice' } as const;
	expect(read([killed(9, 'A hospital'), { ...killed(9, 'x'), ...own }], { sources: 2 })).toBeNull();
});

const claimants = [
	{ actor: null, name: 'A hospital' },
	{ actor: 'redland-army', name: 'the army' },
	{ actor: 'blue-militia', name: 'the militia' },
	{ actor: null, name: 'A bystander' },
];
const count = fc.option(
	fc.tuple(fc.nat(40), fc.nat(20), fc.boolean()).map(([low, more, open]) => ({ low, high: open ? null : low + more })),
);
const said = fc.option(fc.integer({ min: 1, max: 9 }).map((day) => `2024-05-0${day}`));
const arbitraryClaim: fc.Arbitrary<Claim> = fc
	.record({
		report: fc.constantFrom('early-post', 'late-post'),
		sentence: fc.integer({ min: 1, max: 4 }),
		claimant: fc.constantFrom(...claimants),
		claimant_kind: fc.constantFrom(...keysOf(CLAIMANT_KINDS)),
		said,
		stance: fc.constantFrom(...keysOf(STANCES)),
		hedged: fc.boolean(),
		about: fc.oneof(
			fc.constant({ topic: 'occurrence', value: null }),
			fc
				.subarray(['redland', 'redland-army', 'blue-militia'], { minLength: 1 })
				.map((value) => ({ topic: 'perpetrator', value })),
			fc.constantFrom(...keysOf(OUTCOMES)).map((value) => ({ topic: 'outcome', value })),
			fc
				.record({
					killed: count,
					injured: count,
					abducted: fc.constant(null),
					scope: fc.constantFrom('total', 'part', 'besides'),
					person: fc.option(fc.constantFrom('a commander', 'a minister')),
				})
				.map((value) => ({ topic: 'casualties', value })),
		),
	})
	.map(({ about, ...parts }) => claim({ ...parts, ...about } as Partial<Claim>));
const arbitraryClaims = fc.array(arbitraryClaim, { minLength: 1, maxLength: 12 });
const arbitraryReading: fc.Arbitrary<Reading> = fc.record({
	figure: fc.constantFrom('low', 'best', 'high'),
	toldBy: fc.option(
		fc.oneof(
			fc.constantFrom('early-post', 'late-post').map((id) => ({ kind: 'report' as const, id })),
			fc.constantFrom('redland', 'A hospital', 'blue-militia').map((key) => ({ kind: 'claimant' as const, key })),
		),
	),
	sources: fc.integer({ min: 1, max: 3 }),
	knownOn: fc.option(fc.integer({ min: dayFromParts(2024, 4, 28), max: dayFromParts(2024, 5, 30) })),
});

test('adding a claim never hides another', () => {
	fc.assert(
		fc.property(arbitraryClaims, arbitraryClaim, arbitraryReading, (claims, more, reading) => {
			const before = countedClaims(claims, reading, context);
			const after = new Set(countedClaims([...claims, more], reading, context));
			expect(before.every((each) => after.has(each))).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test('what is known on a day is known on every later one', () => {
	fc.assert(
		fc.property(arbitraryClaims, arbitraryReading, fc.nat(10), (claims, reading, days) => {
			if (reading.knownOn === null) return;
			const later = new Set(countedClaims(claims, { ...reading, knownOn: reading.knownOn + days }, context));
			expect(countedClaims(claims, reading, context).every((each) => later.has(each))).toBe(true);
		}),
	);
});

test('lowest, best and highest stay in order by any reading', () => {
	fc.assert(
		fc.property(arbitraryClaims, arbitraryReading, (claims, reading) => {
			for (const { low, best, high } of Object.values(readClaims(record(...claims), reading, context)?.toll ?? {})) {
				expect(low === null).toBe(best === null);
				expect((low ?? 0) <= (best ?? 0)).toBe(true);
				expect(high === null || high >= best!).toBe(true);
			}
		}),
		{ numRuns: 500 },
	);
});

test('as known on the last day is everything', () => {
	const last = dayFromParts(2024, 5, 25);
	fc.assert(
		fc.property(arbitraryClaims, arbitraryReading, (claims, reading) => {
			const onLast = readClaims(record(...claims), { ...reading, knownOn: last }, context);
			expect(onLast).toEqual(readClaims(record(...claims), { ...reading, knownOn: null }, context));
		}),
	);
});

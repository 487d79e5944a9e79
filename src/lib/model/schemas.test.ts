import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Claim } from './claim.ts';
import { Alpha3, Count, Edtf, Id, IsoDay, Position, Text } from './fields.ts';
import { Place } from './place.ts';
import { AtlasRecord } from './record.ts';
import { Report } from './report.ts';
import { ACLED_TYPES, DATE_PRECISIONS, GEO_PRECISIONS, keysOf, KINDS } from './vocabulary.ts';

const accepts = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

test.each([
	[Id, ['a', '2024-05-07-testburg-strike'], ['', 'A', 'a--b', '-a', 'a b', 'a_b', 'x'.repeat(81), null]],
	[Text, ['x', 'Ein Satz.'], ['', ' x', 'x ', 'x'.repeat(2001), 5, null]],
	[Edtf, ['2024-05-07', '2024-05/2024-06'], ['2024-05-32', 'May', '2024-06/2024-05', 2024]],
	[IsoDay, ['2024-02-29'], ['2023-02-29', '2024-05', '2024-05-07T00:00Z']],
	[Alpha3, ['CHE'], ['che', 'CH', 'CHEE']],
	[Count, [0, 5], [-1, 1.5, '3', null, 2 ** 53]],
	[
		Position,
		[
			[7.45, 46.95],
			[-180, -90],
		],
		[[7, 91], [181, 0], [7], [7, 46, 300], ['7', 46], [NaN, 0], [Infinity, 0]],
	],
] as const)('field %# takes what it should and nothing else', (schema, good, bad) => {
	for (const value of good) expect(accepts(schema, value), JSON.stringify(value)).toBe(true);
	for (const value of bad) expect(accepts(schema, value), JSON.stringify(value)).toBe(false);
});

const claim = {
	id: 'c1',
	report: 'testburg-post',
	paragraph: 1,
	sentence: 1,
	claimant: { actor: null, name: 'Police' },
	claimant_kind: 'security-source',
	via: null,
	said: null,
	stance: 'asserts',
	hedged: false,
	topic: 'casualties',
	value: { killed: { low: 4, high: null }, injured: null, abducted: null, scope: 'total', person: null },
	paraphrase: 'Four or more were killed',
};

test('the value of a claim follows its topic', () => {
	expect(accepts(Claim, claim)).toBe(true);
	expect(accepts(Claim, { ...claim, value: null })).toBe(true);
	expect(accepts(Claim, { ...claim, value: 'hit' })).toBe(false);
	expect(accepts(Claim, { ...claim, topic: 'outcome', value: 'hit' })).toBe(true);
	expect(accepts(Claim, { ...claim, topic: 'occurrence', value: 'hit' })).toBe(false);
	expect(accepts(Claim, { ...claim, topic: 'perpetrator', value: [] })).toBe(false);
	expect(accepts(Claim, { ...claim, value: { ...claim.value, killed: { low: 5, high: 4 } } })).toBe(false);
});

test('unknown properties are refused everywhere', () => {
	expect(accepts(Claim, { ...claim, extra: 1 })).toBe(false);
	expect(accepts(Claim, { ...claim, claimant: { ...claim.claimant, extra: 1 } })).toBe(false);
});

test('nothing at all breaks a schema', () => {
	fc.assert(
		fc.property(fc.anything(), (value) => {
			for (const schema of [Claim, Report, Place, AtlasRecord]) expect(accepts(schema, value)).toBe(false);
		}),
	);
});

test('the vocabularies hold together', () => {
	const subs = Object.values(ACLED_TYPES).flat();
	expect(new Set(subs).size).toBe(subs.length);
	expect(keysOf(KINDS)).toContain('interception');
	const precs = (table: Record<string, { ucdp: number }>) => Object.values(table).map(({ ucdp }) => ucdp);
	for (const list of [precs(DATE_PRECISIONS), precs(GEO_PRECISIONS)])
		expect(list).toEqual([...list].sort((a, b) => a - b));
});

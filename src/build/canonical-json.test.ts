import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ActorFile } from '../lib/model/actor.ts';
import { Place, PlaceFile } from '../lib/model/place.ts';
import { AtlasRecord } from '../lib/model/record.ts';
import { canonicalJson } from './canonical-json.ts';
import { testActor, testAtlas, testClaim, testIncident, testPlace } from './testburg.ts';

/** The same value with the properties of every object in reverse. */
function reversed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, child]) => [key, reversed(child)]),
	);
}

test('the order in which properties were written leaves no trace, also in variants', () => {
	const claims = [
		testClaim(),
		testClaim({
			id: 'c2',
			topic: 'casualties',
			value: { killed: { low: 1, high: 2 }, injured: null, abducted: null, scope: 'total', person: null },
		}),
	];
	const { value } = testAtlas({ records: [testIncident({ claims })] }).records[0]!;
	expect(canonicalJson(AtlasRecord, reversed(value))).toBe(canonicalJson(AtlasRecord, value));
});

test('what is canonical stays as it is', () => {
	for (const { text } of testAtlas().records) expect(canonicalJson(AtlasRecord, JSON.parse(text))).toBe(text);
});

test('sets of text are sorted by code point and hold nothing twice', () => {
	const actors = [
		testActor({ id: 'b', name: 'B', aliases: ['z', '\u{1F600}', '\uFFFD', 'Ä', 'a', 'Z', 'z'] }),
		testActor({ id: 'a', name: 'A' }),
	];
	const written = JSON.parse(canonicalJson(ActorFile, { actors })) as { actors: { id: string; aliases: string[] }[] };
	expect(written.actors.map(({ id }) => id)).toEqual(['a', 'b']);
	expect(written.actors[1]!.aliases).toEqual(['Z', 'a', 'z', 'Ä', '\uFFFD', '\u{1F600}']);
});

test('claims keep the order that people gave them', () => {
	const claims = ['c3', 'c1', 'c2'].map((id) => testClaim({ id }));
	const { text } = testAtlas({ records: [testIncident({ claims })] }).records[0]!;
	expect(text.match(/"c\d"/g)).toEqual(['"c3"', '"c1"', '"c2"']);
});

test('coordinates have five decimals and no minus zero, on one line; the file ends with a line feed', () => {
	const value = { type: 'FeatureCollection', features: [testPlace({ at: [7.123456789, -0.000001] })] };
	const text = canonicalJson(PlaceFile, value);
	expect(text).toContain('\n\t\t\t\t"coordinates": [7.12346, 0]\n');
	expect(text.endsWith('}\n')).toBe(true);
});

test('reads back as what was written', () => {
	const text = fc.string({ unit: 'grapheme' });
	const anyPlace = fc.tuple(text, fc.uniqueArray(text), fc.double({ min: -180, max: 180, noNaN: true }));
	fc.assert(
		fc.property(anyPlace, ([name, aliases, lng]) => {
			const rounded = Math.round(lng * 1e5) / 1e5 + 0;
			const place = testPlace({ name, at: [rounded, 1] });
			place.properties.aliases = aliases;
			const read = JSON.parse(canonicalJson(Place, place)) as typeof place;
			expect(read.properties.aliases).toHaveLength(aliases.length);
			expect({ ...read, properties: { ...read.properties, aliases } }).toEqual(place);
		}),
	);
});

import { expect, test } from 'vitest';
import { linkFixture } from './chain-fixture.ts';
import { incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { drawnArcs, linkArcs, type ArcTime } from './link-arcs.ts';

const at = (lng: number, lat: number) => ({
	geometry: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] },
});
const cause = { ...incidentFixture('cause', 100), ...at(44, 33) };
const answer = {
	...incidentFixture('answer', 110, 112, { responds_to: [linkFixture({ id: 'cause', hedged: true })] }),
	...at(35, 30),
};
const table = buildIncidentTable([cause, answer]);
const arcs = linkArcs(table);

const untilOf = (
	days: [number, number] | null,
	parts: Partial<ArcTime> = {},
	wanted: Parameters<typeof drawnArcs>[2] = 'all',
) => drawnArcs(arcs, table, wanted, { days, mask: null, isPlayed: true, isStill: false, ...parts })[0]?.until ?? 0;

test('an arc runs from the earlier incident to its answer', () => {
	expect(arcs).toEqual([
		{
			id: 'cause--response-to--answer',
			cause: 0,
			answer: 1,
			from: [44, 33],
			to: [35, 30],
			starts: 100,
			ends: 110,
			kind: 'response-to',
			certainty: 'hedged',
		},
	]);
});

test('from an attack to what met it, though the attack carries the link', () => {
	const attack = {
		...incidentFixture('attack', 100, 100, {
			responds_to: [linkFixture({ id: 'met', kind: 'intercepted-by', basis: 'inferred', reason: 'x' })],
		}),
		...at(1, 1),
	};
	const met = { ...incidentFixture('met', 100), ...at(2, 2) };
	const [arc] = linkArcs(buildIncidentTable([attack, met]));
	expect(arc).toMatchObject({ from: [1, 1], to: [2, 2], certainty: 'inferred' });
});

test('no arc to an area, to what has no place, to what is no incident, or to the same point', () => {
	const arcsWith = (change: object) => linkArcs(buildIncidentTable([{ ...cause, ...change }, answer]));
	expect(arcsWith({})).toHaveLength(1);
	expect(arcsWith({ properties: { ...cause.properties, geo_precision: 'country' } })).toEqual([]);
	expect(arcsWith({ geometry: null })).toEqual([]);
	expect(arcsWith(at(35, 30))).toEqual([]);
	expect(arcsWith({ id: 'another' })).toEqual([]);
});

test('it grows between the two dates, is whole when the answer happens, and goes when an end goes', () => {
	expect(untilOf([90, 99])).toBe(0);
	expect(untilOf([90, 100])).toBe(0);
	expect(untilOf([90, 105])).toBe(0.5);
	expect(untilOf([90, 109])).toBe(0.9);
	expect(untilOf([90, 110])).toBe(1);
	expect(untilOf([90, 200])).toBe(1);
	expect(untilOf([101, 200])).toBe(0);
	expect(untilOf([101, 105])).toBe(0);
	expect(untilOf([90, 110], { mask: Uint8Array.of(1, 0) })).toBe(0);
	expect(untilOf([90, 105], { mask: Uint8Array.of(1, 0) })).toBe(0);
	expect(untilOf(null)).toBe(0);
});

test('it does not grow without a position, nor where nothing may move', () => {
	expect(untilOf([90, 105], { isPlayed: false })).toBe(0);
	expect(untilOf([90, 105], { isStill: true })).toBe(0);
	expect(untilOf([90, 110], { isStill: true })).toBe(1);
});

test('only the links asked for', () => {
	expect(untilOf([90, 200], {}, { of: 'cause' })).toBe(1);
	expect(untilOf([90, 200], {}, { of: 'other' })).toBe(0);
	expect(untilOf([90, 200], {}, { among: new Set(['cause', 'answer']) })).toBe(1);
	expect(untilOf([90, 200], {}, { among: new Set(['cause']) })).toBe(0);
});

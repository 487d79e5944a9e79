import { expect, test } from 'vitest';
import type { Actor } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import { incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable, KIND_CODES, SIDE_CODES, UNLOCATED } from './incident-table.ts';
import { filterFailures } from './select.ts';
import { NO_FILTERS } from './view.ts';

function actor(id: string, name: string, aliases: string[]): [string, Actor] {
	const rest = { kind: 'armed-group', side: 'iran-aligned', country: null, inter: null, member_of: null } as const;
	return [id, { id, name, aliases, ...rest, allegiance: null, office: null }];
}

test('rows stand in order of first day, last day and id', () => {
	const table = buildIncidentTable([
		incidentFixture('d', 12),
		incidentFixture('c', 10, 14),
		incidentFixture('b', 10),
		incidentFixture('a', 10),
	]);
	expect([...table.startDay.keys()].map(table.idOf)).toEqual(['a', 'b', 'c', 'd']);
	expect([...table.startDay]).toEqual([10, 10, 10, 12]);
	expect([...table.endDay]).toEqual([10, 10, 14, 12]);
	expect(table.longestDays).toBe(4);
	expect(table.extent).toEqual([10, 14]);
	expect(table.rowOf.get('c')).toBe(2);
});

test('columns hold codes; what is coarse or unlocated is no point', () => {
	const table = buildIncidentTable([
		incidentFixture('a', 1, 1, { kind: 'killing', side: 'israel', killed_low: 2, killed_best: 3, killed_high: 5 }),
		incidentFixture('b', 2, 2, { geo_precision: 'province' }),
		{ ...incidentFixture('c', 3, 3, { place_id: null, place_name: null, geo_precision: null }), geometry: null },
	]);
	expect(KIND_CODES[table.kind[0]!]).toBe('killing');
	expect(SIDE_CODES[table.side[0]!]).toBe('israel');
	expect(SIDE_CODES[table.side[1]!]).toBe('unnamed');
	expect([...table.symbolToll]).toEqual([3, 0, 0]);
	expect([...table.killedLow]).toEqual([2, -1, -1]);
	expect([...table.killedHigh]).toEqual([5, -1, -1]);
	expect([...table.isPoint]).toEqual([1, 0, 0]);
	expect(table.lng[2]).toBeNaN();
	expect(table.places.map(({ id }) => id)).toEqual(['ain-al-asad', UNLOCATED]);
	expect([...table.place]).toEqual([0, 0, 1]);
});

test('a search finds actors by name and by alias, whether they act, suffer or speak', () => {
	const actors = new Map([
		actor('kataib-hizballah', 'Kata’ib Hizballah', ['Kataeb Hezbollah', 'كتائب حزب الله']),
		actor('us-forces', 'United States forces', ['U.S. military']),
		actor('pentagon', 'United States Department of Defense', ['Pentagon']),
	]);
	const claim: Claim = {
		id: 'c1',
		report: 'some-report',
		paragraph: 1,
		sentence: 1,
		claimant: { actor: 'pentagon', name: 'A spokesman' },
		claimant_kind: 'official-named',
		via: null,
		said: null,
		stance: 'asserts',
		hedged: false,
		topic: 'occurrence',
		value: null,
		paraphrase: 'It happened',
	};
	const features = [
		incidentFixture('a', 1, 1, { perpetrators: ['kataib-hizballah'], targets: ['us-forces'], claims: [claim] }),
		incidentFixture('b', 2, 2, { perpetrators: ['nobody-we-know'] }),
	];
	const table = buildIncidentTable(features, actors);
	const found = (text: string) => [...filterFailures(table, { ...NO_FILTERS, text })].map((failed) => failed === 0);
	for (const text of ['kataeb hezbollah', 'KATAEB', 'كتائب', 'u.s. military', 'pentagon', 'spokesman', 'happened']) {
		expect(found(text), text).toEqual([true, false]);
	}
	expect(found('nobody-we-know')).toEqual([false, true]);
	expect(buildIncidentTable(features).search.words).not.toContain('kataeb');
});

test('a date that does not exist names the record', () => {
	expect(() => buildIncidentTable([incidentFixture('a', 1, 1, { date_end: '2024-02-30' })])).toThrow(
		'Incident a: 2024-02-30 is not a date',
	);
});

test('no rows have no extent', () => {
	expect(buildIncidentTable([]).extent).toBe(null);
});

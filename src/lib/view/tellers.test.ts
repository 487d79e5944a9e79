import { expect, test } from 'vitest';
import type { Actor } from '../model/actor.ts';
import { PLAIN_READING, type Teller } from '../model/reading.ts';
import type { AtlasData } from './atlas-data.ts';
import { claimFixture } from './claim-fixture.ts';
import { incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { readData } from './read-data.ts';
import { tellerChoices } from './tellers.ts';

const actor = (id: string, member_of: string | null = null) =>
	[id, { id, name: id, aliases: [], kind: 'state', side: 'other', member_of } as unknown as Actor] as const;
const army = { claimant: { actor: 'redland-army', name: 'the army' }, claimant_kind: 'belligerent' } as const;
const minister = { claimant: { actor: 'redland', name: 'Redland' }, claimant_kind: 'official-named' } as const;
const data: AtlasData = {
	table: buildIncidentTable([
		incidentFixture('a', 1, 1, {
			claims: [claimFixture({}), claimFixture({ id: 'c2', ...army }), claimFixture({ id: 'c3', ...army })],
		}),
		incidentFixture('b', 2, 2, {
			claims: [
				claimFixture({ ...minister, report: 'late' }),
				claimFixture({ id: 'c2', ...army, stance: 'does-not-confirm' }),
				claimFixture({ id: 'c3', claimant_kind: 'headline', report: 'late' }),
			],
		}),
	]),
	statements: [],
	aggregates: [],
	areas: { type: 'FeatureCollection', features: [] },
	routes: { type: 'FeatureCollection', features: [] },
	actors: new Map([actor('redland'), actor('redland-army', 'redland')]),
	reports: new Map(),
};
const choices = tellerChoices(data);

test('claimants stand under the kind they mostly speak as, those they belong to beside them', () => {
	const keys = choices.claimants.map(({ kind, choices }) => [
		kind,
		choices.map(({ teller }) => (teller.kind === 'claimant' ? teller.key : '')),
	]);
	expect(keys).toEqual([
		['belligerent', ['redland-army', 'redland']],
		['medical-source', ['A hospital']],
		['headline', ['report late']],
	]);
});

test('the number beside each is what the map has as told by them', () => {
	const all = [...choices.claimants.flatMap((group) => group.choices), ...choices.reports];
	expect(all).toHaveLength(6);
	const shown = (toldBy: Teller) => readData(data, { ...PLAIN_READING, toldBy }).table.length;
	for (const { teller, incidents } of all) expect(shown(teller), JSON.stringify(teller)).toBe(incidents);
});

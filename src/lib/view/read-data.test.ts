import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Actor } from '../model/actor.ts';
import { dayFromParts, parseDay } from '../model/day.ts';
import type { AggregateFeature, IncidentFeature, StatementFeature } from '../model/feature.ts';
import { PLAIN_READING, type Reading } from '../model/reading.ts';
import type { AtlasData } from './atlas-data.ts';
import { chainOf } from './chain.ts';
import { buildIncidentTable } from './incident-table.ts';
import { readData, readIncident } from './read-data.ts';

const reports = [
	'iraq-depots-2019',
	'media-line-al-asad-2023',
	'musayib-strike-2024',
	'rudaw-erbil-anbar-2023',
	'sputnik-kalsu-2024',
];
const json = (path: string) => JSON.parse(readFileSync(new URL(`../../../geodata/${path}`, import.meta.url), 'utf8'));
const layer = <Feature>(name: string) => json(`layers/${name}.geojson`).features as Feature[];
const actors = new Map((json('actors.json').actors as Actor[]).map((actor) => [actor.id, actor]));
const incidents = layer<IncidentFeature>('incidents');
const data: AtlasData = {
	table: buildIncidentTable(incidents, actors),
	statements: layer<StatementFeature>('statements'),
	aggregates: layer<AggregateFeature>('aggregates'),
	areas: json('layers/areas.geojson'),
	routes: json('layers/routes.geojson'),
	actors,
	reports: new Map(reports.map((id) => [id, json(`reports/${id}.json`)])),
};
const read = (reading: Partial<Reading>) => readData(data, { ...PLAIN_READING, ...reading });
const idsOf = ({ table }: AtlasData) => Array.from({ length: table.length }, (_, row) => table.idOf(row));

test('read plainly, every incident of the layer is as the layer has it', () => {
	for (const incident of incidents) expect(readIncident(incident, PLAIN_READING, data)).toEqual(incident);
	expect(read({})).toBe(data);
});

test('as known on the last day is the full view', () => {
	const last = read({ knownOn: dayFromParts(2024, 8, 5) });
	expect(idsOf(last)).toEqual(idsOf(data));
	for (const id of idsOf(data)) {
		expect(last.table.feature(last.table.rowOf.get(id)!)).toEqual(data.table.feature(data.table.rowOf.get(id)!));
	}
	expect([last.statements, last.aggregates, last.areas.features, last.routes.features]).toEqual([
		data.statements,
		data.aggregates,
		data.areas.features,
		data.routes.features,
	]);
});

test('by an early day what was told later is absent', () => {
	const day = parseDay('2023-10-30')!;
	const early = read({ knownOn: day });
	expect(early.table.length).toBeGreaterThan(0);
	expect(early.table.length).toBeLessThan(data.table.length);
	expect(idsOf(early)).not.toContain('2024-07-31-tehran-haniyeh-killing');
	expect(early.areas.features.every((area) => idsOf(early).includes(area.properties?.['incident']))).toBe(true);
});

test('the symbol is sized by the figure the reading takes', () => {
	const rowOf = (taken: AtlasData) => taken.table.rowOf.get('2024-07-13-khan-younis-strike')!;
	const sized = (figure: Reading['figure']) => read({ figure }).table.symbolToll[rowOf(read({ figure }))];
	const { killed_low: low, killed_best: best } = data.table.feature(rowOf(data)).properties;
	expect([sized('low'), sized('best')]).toEqual([low, best]);
	expect(sized('high')).toBeGreaterThanOrEqual(best!);
});

test('as told by one claimant, what the others say does not count', () => {
	const told = read({ toldBy: { kind: 'claimant', key: 'hamas' } });
	const strike = told.table.feature(told.table.rowOf.get('2024-07-13-khan-younis-strike')!).properties;
	expect(strike.claims.length).toBeGreaterThan(1);
	expect(strike.killed_best).not.toBe(91);
	expect(idsOf(told)).not.toContain('2024-04-19-kalsu-base-blast');
});

test('as told by somebody there is no link that only the editors infer, and no place of a route that others give', () => {
	const told = read({ toldBy: { kind: 'report', id: 'sputnik-kalsu-2024' } });
	const basesOf = ({ table }: AtlasData) =>
		table.linking.flatMap((row) => table.feature(row).properties.responds_to.map(({ basis }) => basis));
	expect(basesOf(data)).toContain('inferred');
	expect(basesOf(told)).toContain('asserted');
	expect(basesOf(told)).not.toContain('inferred');
	const group = read({ toldBy: { kind: 'claimant', key: 'islamic-resistance-in-iraq' } });
	expect(group.routes.features.length).toBeGreaterThan(0);
	for (const { properties } of group.routes.features) {
		expect(properties!['asserted_by']).toBe('islamic-resistance-in-iraq');
	}
	expect(read({ knownOn: dayFromParts(2019, 12, 31) }).routes.features).toEqual([]);
});

test('the chain that begins with the strike on the embassy compound', () => {
	const ids = chainOf('2024-04-01-damascus-embassy-strike', data)!.steps.map(({ record }) => record.id);
	expect(ids).toEqual([
		'2024-04-01-damascus-embassy-strike',
		'2024-04-13-iran-strike-on-israel',
		'2024-04-19-isfahan-strike',
		'2024-04-19-isfahan-drones-downed',
		'2024-04-19-natanz-air-defences',
		'2024-04-amirabdollahian-nbc-warning',
	]);
});

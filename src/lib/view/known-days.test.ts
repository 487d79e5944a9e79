import { expect, test } from 'vitest';
import type { Claim } from '../model/claim.ts';
import { formatDay } from '../model/day.ts';
import { PLAIN_READING } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { AtlasData } from './atlas-data.ts';
import { claimFixture } from './claim-fixture.ts';
import { incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { knownDays } from './known-days.ts';
import { readData } from './read-data.ts';

const reports: AtlasData['reports'] = new Map([
	['early', { published: '2024-05-10' } as Report],
	['late', { published: '2024-05-20/2024-05-25' } as Report],
]);

function dataOf(...claims: Claim[]): AtlasData {
	return {
		table: buildIncidentTable([incidentFixture('a', 19_800, 19_800, { claims })]),
		statements: [],
		aggregates: [],
		areas: { type: 'FeatureCollection', features: [] },
		routes: { type: 'FeatureCollection', features: [] },
		actors: new Map(),
		reports,
	};
}

test('counts what became known on each day, in order', () => {
	const data = dataOf(
		claimFixture({ id: 'c1', report: 'late' }),
		claimFixture({ id: 'c2', report: 'late', said: '2024-05-12' }),
		claimFixture({ id: 'c3', report: 'early' }),
		claimFixture({ id: 'c4', report: 'early' }),
	);
	const known = knownDays(data);
	expect([...known.days].map(formatDay)).toEqual(['2024-05-10', '2024-05-12', '2024-05-25']);
	expect([...known.claims]).toEqual([2, 1, 1]);
});

test('what is known changes on these days, and the last of them knows all', () => {
	const data = dataOf(claimFixture({ report: 'late' }), claimFixture({ id: 'c2', report: 'early' }));
	const { days, claims } = knownDays(data);
	const known = (knownOn: number) => {
		const { table } = readData(data, { ...PLAIN_READING, knownOn });
		return table.length === 0 ? 0 : table.feature(0).properties.claims.length;
	};
	let sum = 0;
	days.forEach((day, index) => {
		expect(known(day - 1)).toBe(sum);
		expect(known(day)).toBe((sum += claims[index]!));
	});
	expect(sum).toBe(2);
});

test('claims whose day nobody tells have been known all along', () => {
	expect(knownDays(dataOf(claimFixture({ report: 'no-such-report' }))).days).toHaveLength(0);
});

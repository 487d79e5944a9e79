import { expect, test } from 'vitest';
import { incidentFixture } from '../../lib/view/incident-fixture.ts';
import { StatsTally } from './stats.ts';

type Toll = readonly [low: number | null, best: number | null, high: number | null];

function statsOf(tolls: readonly Toll[]) {
	const tally = new StatsTally();
	tolls.forEach(([killed_low, killed_best, killed_high], at) => {
		const feature = incidentFixture(`row-${at}`, 19_000 + at);
		const toll = { killed_low, killed_best, killed_high, injured_low: null, injured_best: null, injured_high: null };
		tally.add({ ...feature, properties: { ...feature.properties, ...toll } });
	});
	return tally.stats();
}

test('tolls add up; what a row leaves out is taken from the figure beside it, and unknown is no 0', () => {
	const { killed, injured, rows, from, to } = statsOf([
		[1, 2, 3],
		[null, 5, null],
		[4, null, null],
		[null, null, 7],
		[null, null, null],
		[0, 0, 0],
	]);
	expect(killed).toEqual({ low: 10, best: 11, high: 19, unknown: 1, openAbove: 1 });
	expect(injured).toEqual({ low: null, best: null, high: null, unknown: 6, openAbove: 0 });
	expect([rows, from, to]).toEqual([6, '2022-01-08', '2022-01-13']);
});

test('nothing adds up to nothing', () => {
	expect(statsOf([])).toMatchObject({ rows: 0, from: null, to: null, located: 0, byKind: {} });
});

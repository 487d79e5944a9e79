import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay } from '../../model/day.ts';
import { arbitraryFilters, arbitraryIncidents, incidentFixture } from '../incident-fixture.ts';
import { buildIncidentTable, GRADING_CODES, KIND_CODES, OUTCOME_CODES } from '../incident-table.ts';
import { filterFailures } from '../select.ts';
import { NO_FILTERS } from '../view.ts';
import { decay, intensity, intensityAt, intensityPaths } from './intensity.ts';
import { HALF_LIFE_DAYS, incidentWeight } from './intensity-weights.ts';

const day = (iso: string) => parseDay(iso)!;

test('whatever the true dates and weights are, the intensity by them lies between low and high', () => {
	const filters = fc.oneof({ weight: 3, arbitrary: fc.constant(NO_FILTERS) }, arbitraryFilters);
	fc.assert(
		fc.property(arbitraryIncidents, filters, fc.func(fc.nat(120)), fc.func(fc.nat(100)), (...given) => {
			const [incidents, wanted, pickDay, pickWeight] = given;
			const table = buildIncidentTable(incidents);
			const failures = filterFailures(table, wanted);
			const series = intensity(table, failures);
			const truth = [...failures.keys()]
				.filter((row) => failures[row] === 0)
				.map((row) => {
					const { kind, outcome, grading, killed_low, killed_high } = table.feature(row).properties;
					const [low, high] = incidentWeight(kind, outcome, grading, [killed_low, killed_high]).total;
					const [start, end] = [table.startDay[row]!, table.endDay[row]!];
					return {
						day: start + (pickDay(row) % (end - start + 1)),
						weight: low + ((high - low) * pickWeight(row)) / 100,
					};
				});
			for (let at = 0; at < series.low.length; at += 7) {
				const now = series.first + at;
				const past = truth.filter((event) => event.day <= now);
				const exact = past.reduce((sum, event) => sum + event.weight * decay(now - event.day), 0);
				expect(series.low[at]!).toBeLessThanOrEqual(exact + 1e-9);
				expect(series.high[at]!).toBeGreaterThanOrEqual(exact - 1e-9);
			}
		}),
		{ numRuns: 60 },
	);
});

test('an incident weighs most on its day and half after the half-life', () => {
	const table = buildIncidentTable([
		incidentFixture('a', day('2024-04-01'), day('2024-04-01'), {
			grading: 'fair',
			outcome: 'hit',
			killed_low: 3,
			killed_best: 3,
			killed_high: 7,
		}),
		incidentFixture('b', day('2025-04-01'), day('2025-04-03'), { grading: 'discounted', kind: 'protest' }),
	]);
	const series = intensity(table, filterFailures(table, NO_FILTERS));
	expect(intensityAt(series, day('2024-03-31'))).toEqual([0, 0]);
	expect(intensityAt(series, day('2024-04-01'))).toEqual([8, 10]);
	const [low, high] = intensityAt(series, day('2024-04-01') + HALF_LIFE_DAYS);
	expect(low).toBeCloseTo(4);
	expect(high).toBeCloseTo(5);
	expect(series).toMatchObject({ open: 1, highest: 10 });
	expect(intensityAt(series, day('2025-04-02'))[1]).toBeCloseTo(0.5);
	expect(intensityAt(series, day('2025-04-03') + HALF_LIFE_DAYS)[1]).toBeCloseTo(0.25);
});

test('an incident known to some days counts least only when they are over, as if it had been on the first', () => {
	const known = { grading: 'fair', kind: 'killing' } as const;
	const table = buildIncidentTable([
		incidentFixture('a', day('2024-04-01'), day('2024-04-15'), known),
		incidentFixture('b', day('2024-05-31'), day('2024-05-31'), { kind: 'protest', grading: 'fair' }),
	]);
	const series = intensity(table, filterFailures(table, NO_FILTERS));
	expect(intensityAt(series, day('2024-04-01'))).toEqual([0, 4]);
	expect(intensityAt(series, day('2024-04-14'))[0]).toBe(0);
	expect(intensityAt(series, day('2024-04-15'))).toEqual([2, 4]);
	expect(intensityAt(series, day('2024-04-29'))[1]).toBeCloseTo(2);
	const low = intensityPaths(series, { domain: [series.first, day('2024-05-31')], width: 4 }, 100).low;
	expect(low.split('L').length).toBe(4);
	expect(low.endsWith('L0 50')).toBe(true);
});

test('no weight is below 0, and none has its least above its most', () => {
	for (const kind of KIND_CODES) {
		for (const outcome of OUTCOME_CODES) {
			for (const grading of GRADING_CODES) {
				for (const killed of [
					[null, null],
					[0, 0],
					[1, 4],
					[91, null],
				] as const) {
					const [low, high] = incidentWeight(kind, outcome, grading, killed).total;
					expect(low).toBeGreaterThanOrEqual(0);
					expect(high).toBeGreaterThanOrEqual(low);
				}
			}
		}
	}
});

test('more killed and better support never weigh less', () => {
	const [weak, fair] = (['weak', 'fair'] as const).map((grading) => incidentWeight('killing', 'hit', grading, [1, 2]));
	expect(fair!.total[0]).toBeGreaterThan(weak!.total[0]);
	expect(fair!.toll[1]).toBeGreaterThan(fair!.toll[0]);
	expect(fair!.total[1]).toBe(4 + fair!.toll[1]);
	expect(incidentWeight('killing', 'hit', 'fair', [2, 2]).total[0]).toBeGreaterThan(fair!.total[0]);
});

test('the curve keeps the peak of days that share a pixel', () => {
	const table = buildIncidentTable([
		incidentFixture('a', day('2024-01-01')),
		incidentFixture('b', day('2024-06-01'), day('2024-06-01'), { grading: 'fair', kind: 'killing' }),
		incidentFixture('c', day('2024-12-31')),
	]);
	const series = intensity(table, filterFailures(table, NO_FILTERS));
	const paths = intensityPaths(series, { domain: [day('2024-01-01'), day('2024-12-31')], width: 20 }, 50);
	expect(paths.band.startsWith('M0 ')).toBe(true);
	expect(paths.band).toMatch(/ 0L.*z$/);
	expect(paths.low).toMatch(/^M19 /);
	expect(intensityPaths({ ...series, highest: 0 }, { domain: [0, 9], width: 9 }, 50).band).toBe('');
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reading } from '../model/reading.ts';
import { binEdges } from './histogram.ts';
import { arbitraryDays, arbitraryIncidents, incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { filterFailures } from './select.ts';
import { tollAt, tollPaths, tollSeries } from './toll-series.ts';
import { NO_FILTERS } from './view.ts';

const killed = (low: number | null, high: number | null, best = low) => ({
	killed_low: low,
	killed_best: best,
	killed_high: high,
});

const toll = fc
	.option(fc.tuple(fc.nat(50), fc.option(fc.nat(50))))
	.map((figures) =>
		figures === null ? killed(null, null) : killed(figures[0], figures[1] === null ? null : figures[0] + figures[1]),
	);

test('the bins sum up to the figures of the incidents that pass, unknown ones apart', () => {
	const incident = fc.record({
		start: fc.integer({ min: 100, max: 400 }),
		length: fc.oneof(fc.constant(0), fc.nat(90)),
		kind: fc.constantFrom('air-strike' as const, 'drone-attack' as const),
		toll,
	});
	fc.assert(
		fc.property(fc.array(incident, { maxLength: 40 }), fc.integer({ min: 3, max: 60 }), (incidents, maxBins) => {
			const table = buildIncidentTable(
				incidents.map(({ start, length, kind, toll }, n) =>
					incidentFixture(`incident-${n}`, start, start + length, { kind, ...toll }),
				),
			);
			const series = tollSeries(
				table,
				filterFailures(table, { ...NO_FILTERS, kind: ['air-strike'] }),
				binEdges([0, 600], maxBins),
			);
			const passing = incidents.filter(({ kind }) => kind === 'air-strike').map(({ toll }) => toll);
			const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
			expect(sum(series.low)).toBeCloseTo(sum(passing.map((p) => p.killed_low ?? 0)), 6);
			expect(sum(series.high)).toBeCloseTo(sum(passing.map((p) => p.killed_high ?? p.killed_low ?? 0)), 6);
			expect(sum(series.unknown)).toBeCloseTo(passing.filter((p) => p.killed_low === null).length, 6);
			expect(series.isOpen.includes(1)).toBe(passing.some((p) => p.killed_high === null));
			series.taken.forEach((taken, bin) => {
				expect(series.low[bin]!).toBeLessThanOrEqual(taken + 1e-9);
				expect(taken).toBeLessThanOrEqual(series.high[bin]! + 1e-9);
			});
		}),
	);
});

const table = buildIncidentTable([
	incidentFixture('known', 100, 100, killed(3, 5, 4)),
	incidentFixture('none', 110, 110, killed(0, 0)),
	incidentFixture('open', 120, 120, killed(91, null)),
	incidentFixture('unknown', 130, 130, killed(null, null)),
	incidentFixture('known too', 140, 140, killed(1200, 1200)),
	incidentFixture('unknown too', 140, 140, killed(null, null)),
]);
const edges = Int32Array.from({ length: 51 }, (_, bin) => 100 + bin);
const series = tollSeries(table, filterFailures(table, NO_FILTERS), edges);

test('what is open above or unknown says so, and a bin without incidents has no toll', () => {
	expect(tollAt(series, 100)).toEqual({ low: 3, taken: 4, high: 5, unknown: 0 });
	expect(tollAt(series, 120)).toEqual({ low: 91, taken: 91, high: null, unknown: 0 });
	expect(tollAt(series, 130)).toEqual({ low: 0, taken: 0, high: null, unknown: 1 });
	expect(tollAt(series, 140)).toEqual({ low: 1200, taken: 1200, high: null, unknown: 1 });
	expect(tollAt(series, 110)).toEqual({ low: 0, taken: 0, high: 0, unknown: 0 });
	for (const day of [99, 105, 999]) expect(tollAt(series, day)).toBeNull();
});

test('the line follows the figure of the reading, inside the band', () => {
	const failures = filterFailures(table, NO_FILTERS);
	const of = (figure: Reading['figure']) => tollSeries(table, failures, edges, figure);
	expect((['low', 'best', 'high'] as const).map((figure) => tollAt(of(figure), 100)?.taken)).toEqual([3, 4, 5]);
	const scale = { domain: [100, 149] as const, width: 500 };
	expect(tollPaths(of('low'), scale, 46).taken).not.toBe(tollPaths(of('high'), scale, 46).taken);
	expect(tollPaths(of('low'), scale, 46).band).toBe(tollPaths(of('high'), scale, 46).band);
});

test('the drawing has a band only between different figures, and an arrow for each bin open above or without a figure', () => {
	const paths = tollPaths(series, { domain: [100, 149], width: 500 }, 46);
	expect(paths.ceiling).toBe(2000);
	expect(paths.band.match(/z/g)).toHaveLength(1);
	expect(paths.open.match(/M/g)).toHaveLength(2);
	expect(paths.unknown.match(/M/g)).toHaveLength(1);
	expect(paths.taken.match(/V/g)).toHaveLength(3);
	const tops = [...paths.taken.matchAll(/V(\S+?)M/g)].map((match) => Number(match[1]));
	expect(tops[0]!).toBeGreaterThan(tops[1]!);
	expect(tops[1]!).toBeGreaterThan(tops[2]!);
	for (const top of tops) {
		expect(top).toBeGreaterThanOrEqual(0);
		expect(top).toBeLessThan(46);
	}
	const nothing = tollSeries(table, new Uint8Array(table.length).fill(1), edges);
	expect(tollPaths(nothing, { domain: [100, 149], width: 500 }, 46).ceiling).toBe(0);
});

test('in bins of any part of the time the sums are those of a look at every row and day', () => {
	fc.assert(
		fc.property(arbitraryIncidents, arbitraryDays, fc.integer({ min: 2, max: 60 }), (incidents, days, mostBins) => {
			const table = buildIncidentTable(incidents);
			const failures = filterFailures(table, NO_FILTERS);
			const edges = binEdges(days, mostBins);
			const series = tollSeries(table, failures, edges);
			for (let bin = 0; bin < edges.length - 1; bin++) {
				let [low, high, known] = [0, 0, 0];
				for (let row = 0; row < table.length; row++) {
					const [start, end, lowest] = [table.startDay[row]!, table.endDay[row]!, table.killedLow[row]!];
					for (let day = Math.max(start, edges[bin]!); day <= Math.min(end, edges[bin + 1]! - 1); day++) {
						low += Math.max(0, lowest) / (end - start + 1);
						high += Math.max(0, lowest, table.killedBest[row]!, table.killedHigh[row]!) / (end - start + 1);
						if (lowest >= 0) known += 1 / (end - start + 1);
					}
				}
				expect(series.low[bin]).toBeCloseTo(low, 6);
				expect(series.high[bin]).toBeCloseTo(high, 6);
				expect(series.known[bin]).toBeCloseTo(known, 6);
			}
		}),
		{ numRuns: 60 },
	);
});

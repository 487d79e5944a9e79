import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDays, arbitraryIncidents, incidentFixture } from './incident-fixture.ts';
import { binEdges, histogram } from './histogram.ts';
import { buildIncidentTable, KIND_CODES } from './incident-table.ts';
import { filterFailures } from './select.ts';
import { NO_FILTERS } from './view.ts';

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

test('bins cover the domain, are of one length, and are no more than asked for', () => {
	fc.assert(
		fc.property(arbitraryDays, fc.integer({ min: 2, max: 200 }), (domain, maxBins) => {
			const edges = binEdges(domain, maxBins);
			const length = edges[1]! - edges[0]!;
			expect(edges.length - 1).toBeLessThanOrEqual(maxBins);
			expect(edges[0]).toBeLessThanOrEqual(domain[0]);
			expect(edges[0]! + length).toBeGreaterThan(domain[0]);
			expect(edges.at(-1)).toBeGreaterThan(domain[1]);
			expect(edges.at(-2)).toBeLessThanOrEqual(domain[1]);
			edges.slice(1).forEach((edge, bin) => expect(edge - edges[bin]!).toBe(length));
		}),
	);
});

test('bins keep their place when the domain moves', () => {
	const before = binEdges([18_000, 18_700], 60);
	const after = binEdges([18_005, 18_705], 60);
	expect(after.slice(1, -1).every((edge) => before.includes(edge) || edge > before.at(-1)!)).toBe(true);
});

test('bins of a week begin on Monday', () => {
	const edges = binEdges([19_934, 19_934 + 300], 60);
	expect(edges[1]! - edges[0]!).toBe(7);
	expect(new Date(edges[0]! * 86_400_000).getUTCDay()).toBe(1);
});

test('a histogram of the whole extent sums to the number of rows that pass', () => {
	fc.assert(
		fc.property(
			arbitraryIncidents,
			fc.integer({ min: 2, max: 150 }),
			fc.subarray([...KIND_CODES]),
			(incidents, maxBins, kind) => {
				const table = buildIncidentTable(incidents);
				if (!table.extent) return;
				const failures = filterFailures(table, { ...NO_FILTERS, kind });
				const { certain, uncertain } = histogram(table, failures, binEdges(table.extent, maxBins));
				const passing = failures.filter((failed) => failed === 0).length;
				expect(sum(certain) + sum(uncertain)).toBeCloseTo(passing, 3);
			},
		),
	);
});

test('each bin holds the shares, day by day, of what may have happened in it', () => {
	fc.assert(
		fc.property(arbitraryIncidents, arbitraryDays, (incidents, domain) => {
			const table = buildIncidentTable(incidents);
			const failures = filterFailures(table, NO_FILTERS);
			const { edges, certain, uncertain, highest } = histogram(table, failures, binEdges(domain, 25));
			const expected = { certain: new Float64Array(certain.length), uncertain: new Float64Array(certain.length) };
			for (let row = 0; row < table.length; row++) {
				const [start, end] = [table.startDay[row]!, table.endDay[row]!];
				const heights = start === end ? expected.certain : expected.uncertain;
				for (let day = start; day <= end; day++) {
					const bin = edges.findLastIndex((edge) => edge <= day);
					if (bin < 0 || bin >= edges.length - 1) continue;
					heights[bin * KIND_CODES.length + table.kind[row]!]! += 1 / (end - start + 1);
				}
			}
			certain.forEach((value, index) => expect(value).toBeCloseTo(expected.certain[index]!, 4));
			uncertain.forEach((value, index) => expect(value).toBeCloseTo(expected.uncertain[index]!, 4));
			let tallest = 0;
			for (let offset = 0; offset < certain.length; offset += KIND_CODES.length) {
				const bin = [certain, uncertain].map((heights) => sum(heights.slice(offset, offset + KIND_CODES.length)));
				tallest = Math.max(tallest, bin[0]! + bin[1]!);
			}
			expect(highest).toBeCloseTo(tallest, 4);
		}),
	);
});

test('an incident known to a week is spread over its seven days', () => {
	const table = buildIncidentTable([incidentFixture('week', 19_000, 19_006), incidentFixture('day', 19_002)]);
	const result = histogram(table, filterFailures(table, NO_FILTERS), binEdges([19_000, 19_006], 7));
	const kind = KIND_CODES.indexOf('drone-attack');
	const column = (heights: Float32Array) => [...heights].filter((_, index) => index % KIND_CODES.length === kind);
	expect(column(result.certain)).toEqual([0, 0, 1, 0, 0, 0, 0]);
	column(result.uncertain).forEach((share) => expect(share).toBeCloseTo(1 / 7));
	expect(result.highest).toBeCloseTo(1 + 1 / 7);
});

test('bars can be stacked by any code', () => {
	const table = buildIncidentTable([
		incidentFixture('a', 19_000),
		incidentFixture('b', 19_000),
		incidentFixture('c', 19_002),
	]);
	const stack = { codes: Uint8Array.of(1, 0, 1), count: 2 };
	const { codes, certain } = histogram(table, filterFailures(table, NO_FILTERS), binEdges([19_000, 19_002], 3), stack);
	expect(codes).toBe(2);
	expect([...certain]).toEqual([1, 1, 0, 0, 0, 1]);
});

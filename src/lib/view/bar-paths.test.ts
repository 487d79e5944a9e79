import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { barPaths, binAt } from './bar-paths.ts';
import { binEdges, histogram } from './histogram.ts';
import { arbitraryDays, arbitraryIncidents, incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable, KIND_CODES } from './incident-table.ts';
import { filterFailures } from './select.ts';
import { padded } from './timeline-scale.ts';
import { NO_FILTERS } from './view.ts';

const barsOf = (
	features: Parameters<typeof buildIncidentTable>[0],
	domain: readonly [number, number],
	maxBins: number,
) => {
	const table = buildIncidentTable(features);
	return histogram(table, filterFailures(table, NO_FILTERS), binEdges(domain, maxBins));
};

/** Boxes of a path as left, foot, height, width. */
function boxes(path: string): number[][] {
	return [...path.matchAll(/M(\S+) (\S+)v-(\S+?)h(\S+?)v\S+?z/g)].map((match) => match.slice(1).map(Number));
}

test('bars stand on the ground, on each other, and stay below the ceiling', () => {
	fc.assert(
		fc.property(arbitraryIncidents, arbitraryDays, (features, range) => {
			const domain = padded(range);
			const bars = barsOf(features, domain, 40);
			const { certain, uncertain } = barPaths(bars, { domain, width: 800 }, 1000);
			const all = [...certain, ...uncertain].flatMap(boxes);
			const lefts = new Set(all.map(([left]) => left));
			for (const left of lefts) {
				const column = all.filter((box) => box[0] === left);
				const ascending = column.sort((a, b) => b[1]! - a[1]!);
				expect(ascending[0]![1]).toBe(1000);
				ascending.slice(1).forEach(([, foot], index) => {
					const [, footBelow, heightBelow] = ascending[index]!;
					expect(foot).toBeLessThanOrEqual(footBelow! - heightBelow! + 0.02);
				});
				const top = ascending.at(-1)!;
				expect(top[1]! - top[2]!).toBeGreaterThanOrEqual(-KIND_CODES.length * 2);
			}
		}),
	);
});

test('a single incident fills a third of the height', () => {
	const bars = barsOf([incidentFixture('a', 104)], [100, 113], 14);
	const path = barPaths(bars, { domain: [100, 113], width: 140 }, 90).certain[KIND_CODES.indexOf('drone-attack')]!;
	expect(boxes(path)).toEqual([[40, 90, 29, 8]]);
});

test('the ceiling is a whole number that no bar stands above, and there is none without bars', () => {
	const scale = { domain: [100, 113] as const, width: 140 };
	const ceiling = (features: Parameters<typeof barsOf>[0]) =>
		barPaths(barsOf(features, [100, 113], 14), scale, 90).ceiling;
	expect(ceiling([])).toBe(0);
	expect(ceiling([incidentFixture('a', 104)])).toBe(3);
	const four = Array.from({ length: 4 }, (_, n) => incidentFixture(`a-${n}`, 104));
	expect(ceiling(four)).toBe(4);
	expect(ceiling([...four, incidentFixture('b', 104, 105)])).toBe(5);
});

test('a bin tells its days and what it holds', () => {
	const bars = barsOf(
		[
			incidentFixture('a', 104, 104, { kind: 'killing' }),
			incidentFixture('b', 105),
			incidentFixture('c', 105),
			incidentFixture('d', 100, 106),
		],
		[88, 120],
		5,
	);
	expect(binAt(bars, 104)).toMatchObject({
		start: 102,
		end: 108,
		certain: [
			{ code: KIND_CODES.indexOf('drone-attack'), count: 2 },
			{ code: KIND_CODES.indexOf('killing'), count: 1 },
		],
	});
	expect(binAt(bars, 104)!.uncertain).toBeCloseTo(5 / 7);
	expect(binAt(bars, 70)).toBe(null);
	expect(binAt(bars, 500)).toBe(null);
});

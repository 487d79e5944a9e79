import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDays, arbitraryIncidents, incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { filterFailures, isPresent } from './select.ts';
import { LONGEST_UNFOLDED_DAYS, timelineFolds } from './timeline-folds.ts';
import { FOLD_PIXELS, xOf } from './timeline-scale.ts';
import { NO_FILTERS } from './view.ts';

test('folds hold no incident that passes, lie in order within the domain, and shrink what they fold', () => {
	fc.assert(
		fc.property(
			arbitraryIncidents,
			arbitraryDays,
			fc.integer({ min: 200, max: 2000 }),
			(features, [from, to], width) => {
				const domain = [from - 300, to + 300] as const;
				const table = buildIncidentTable(features);
				const failures = filterFailures(table, { ...NO_FILTERS, kind: ['drone-attack', 'air-strike'] });
				const folds = timelineFolds(table, failures, domain, width);
				folds.forEach((fold, index) => {
					expect(fold.from).toBeGreaterThanOrEqual(index === 0 ? domain[0] : folds[index - 1]!.to + 1);
					expect(fold.to).toBeLessThanOrEqual(domain[1]);
					for (let row = 0; row < table.length; row++) {
						if (failures[row] !== 0) continue;
						expect(isPresent(table.startDay[row]!, table.endDay[row]!, [fold.from, fold.to])).toBe(false);
					}
					const scale = { domain, width };
					expect(xOf(scale, fold.to + 1) - xOf(scale, fold.from)).toBeGreaterThan(FOLD_PIXELS);
				});
				expect(folds.length * FOLD_PIXELS).toBeLessThanOrEqual(width / 3);
			},
		),
	);
});

test('only long stretches fold, short of two weeks around the incidents, and also before the first and after the last', () => {
	const gap = LONGEST_UNFOLDED_DAYS;
	const table = buildIncidentTable([
		incidentFixture('a', 1000, 1010),
		incidentFixture('within', 1002),
		incidentFixture('b', 1011 + gap),
		incidentFixture('c', 1011 + gap + gap + 2),
	]);
	const failures = filterFailures(table, NO_FILTERS);
	const end = 1011 + gap + gap + 2;
	expect(timelineFolds(table, failures, [1000, end], 1000)).toEqual([{ from: 1012 + gap + 14, to: end - 15 }]);
	expect(timelineFolds(table, failures, [0, end + 900], 1000)).toEqual([
		{ from: 0, to: 985 },
		{ from: end + 15, to: end + 900 },
	]);
});

test('the longest are folded where there is no room for all, and nothing without incidents', () => {
	const table = buildIncidentTable([0, 200, 500, 900].map((day, index) => incidentFixture(`incident-${index}`, day)));
	const all = filterFailures(table, NO_FILTERS);
	expect(timelineFolds(table, all, [0, 900], 140)).toEqual([
		{ from: 215, to: 485 },
		{ from: 515, to: 885 },
	]);
	expect(timelineFolds(table, Uint8Array.of(1, 1, 1, 1), [0, 900], 1000)).toEqual([]);
});

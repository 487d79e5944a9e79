import { expect, test } from 'vitest';
import { fadeOf } from './fade.ts';
import { incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { filterFailures, selectRows, shownDays } from './select.ts';
import { DEFAULT_VIEW, NO_FILTERS, type View } from './view.ts';

const table = buildIncidentTable([
	incidentFixture('old', 100),
	incidentFixture('week', 190, 196),
	incidentFixture('new', 200),
]);

/** First days of the rows on show. */
function shown(change: Partial<View>): number[] {
	const days = shownDays({ ...DEFAULT_VIEW, windowDays: 30, ...change }, table.extent);
	return selectRows(table, filterFailures(table, NO_FILTERS), days).map((row) => table.startDay[row]!);
}

test('a trail keeps the rows of cumulative mode and fades them over the window', () => {
	expect(shown({ position: 200, mode: 'trail' })).toEqual(shown({ position: 200, mode: 'cumulative' }));
	expect(shown({ position: 200, mode: 'trail' })).toEqual([100, 190, 200]);
	expect(shown({ position: 200, mode: 'window' })).toEqual([190, 200]);
	expect(fadeOf({ position: 200, mode: 'trail', windowDays: 30 })).toEqual({ mode: 'age', days: 30 });
	expect(fadeOf({ position: 200, mode: 'window', windowDays: 7 })).toEqual({ mode: 'age', days: 7 });
});

test('nothing fades where all rows count the same', () => {
	expect(fadeOf({ position: 200, mode: 'cumulative', windowDays: 30 }).mode).toBe('none');
	for (const mode of ['window', 'trail', 'cumulative'] as const) {
		expect(fadeOf({ position: null, mode, windowDays: 30 }).mode).toBe('none');
	}
});

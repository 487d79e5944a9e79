import { expect, test } from 'vitest';
import { parseDay } from '../../model/day.ts';
import { isoWeekName, weekOf, weekStart } from './iso-week.ts';

test.each([
	['2024-04-15', '2024-W16'],
	['2024-04-21', '2024-W16'],
	['2024-04-22', '2024-W17'],
	['2024-12-30', '2025-W01'],
	['2021-01-03', '2020-W53'],
	['2021-01-04', '2021-W01'],
	['1969-12-29', '1970-W01'],
	['1979-06-10', '1979-W23'],
])('%s lies in %s', (iso, name) => {
	expect(isoWeekName(weekOf(parseDay(iso)!))).toBe(name);
});

test('a week has seven days and begins on the day it says', () => {
	for (let day = -800; day < 800; day++) {
		const start = weekStart(weekOf(day));
		expect(day - start).toBeGreaterThanOrEqual(0);
		expect(day - start).toBeLessThan(7);
	}
});

import { expect, test } from 'vitest';
import { columnarTable } from '../../lib/view/columnar-table.ts';
import { filterFailures, selectRows } from '../../lib/view/select.ts';
import { NO_FILTERS } from '../../lib/view/view.ts';
import { FIRST_DAY, LAST_DAY, syntheticIncidents } from './page/synthetic.ts';

test('made-up incidents are the same each time and in the order of the table', () => {
	const table = columnarTable(syntheticIncidents(500));
	expect(syntheticIncidents(500).columns).toEqual(syntheticIncidents(500).columns);
	expect(syntheticIncidents(500, 2).columns.lng).not.toEqual(table.lng);
	for (let row = 1; row < table.length; row++) {
		const isLater = table.startDay[row]! > table.startDay[row - 1]!;
		expect(isLater || table.endDay[row]! >= table.endDay[row - 1]!).toBe(true);
	}
	expect(table.extent![0]).toBeGreaterThanOrEqual(FIRST_DAY);
	expect(table.extent![1]).toBe(LAST_DAY);
	const drones = selectRows(table, filterFailures(table, { ...NO_FILTERS, text: 'drone' }), table.extent);
	expect(drones.length).toBeGreaterThan(20);
	expect(drones.every((row) => table.feature(row).properties.title.startsWith('drone'))).toBe(true);
});

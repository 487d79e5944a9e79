import { afterEach, expect, test } from 'vitest';
import { type Day, formatDay, parseDay } from '../model/day.ts';
import { binEdges, histogram } from './histogram.ts';
import { incidentFixture } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { filterFailures } from './select.ts';
import { formatView, parseView } from './url.ts';
import { DEFAULT_VIEW, NO_FILTERS } from './view.ts';

const ownZone = process.env.TZ;

afterEach(() => {
	if (ownZone === undefined) delete process.env.TZ;
	else process.env.TZ = ownZone;
});

/** Days around changes of the clock, the date line's missing 30 December 2011 in Apia, leap days and turns of the year. */
const DAYS = ['2011-12-30', '2011-12-31', '2020-02-29', '2023-12-31', '2024-03-10', '2024-07-30', '2024-11-03'];

test.each(['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Baghdad', 'Pacific/Niue'])(
	'days are the same in %s',
	(zone) => {
		process.env.TZ = zone;
		expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
		const days: Day[] = DAYS.map((iso) => parseDay(iso)!);
		expect(days.map(formatDay)).toEqual(DAYS);
		expect(days[5]).toBe(19_934);
		const view = { ...DEFAULT_VIEW, range: [days[0]!, days[6]!] as const, position: days[4]! };
		expect(formatView(view)).toBe('range=2011-12-30..2024-11-03&at=2024-03-10');
		expect(parseView(formatView(view))).toEqual(view);
		const table = buildIncidentTable(days.map((day, index) => incidentFixture(`incident-${index}`, day)));
		expect([...table.startDay]).toEqual(days);
		const { edges, certain } = histogram(
			table,
			filterFailures(table, NO_FILTERS),
			binEdges([days[4]! - 1, days[4]! + 1], 3),
		);
		expect([...edges]).toEqual([-1, 0, 1, 2].map((offset) => days[4]! + offset));
		expect([...certain].filter(Boolean).length).toBe(1);
	},
);

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay } from '../../model/day.ts';
import { arbitraryFilters, arbitraryIncidents, incidentFixture } from '../incident-fixture.ts';
import { buildIncidentTable } from '../incident-table.ts';
import { filterFailures } from '../select.ts';
import { NO_FILTERS } from '../view.ts';
import { weekOf } from './iso-week.ts';
import { weekAt, weeklyBands, weeksWithData } from './weekly-bands.ts';

const day = (iso: string) => parseDay(iso)!;
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const tolls = fc.array(fc.tuple(fc.option(fc.integer({ min: 0, max: 9 })), fc.option(fc.integer({ min: 0, max: 9 }))));

/** Most filters of that kind let nothing through. */
const filters = fc.oneof(fc.constant(NO_FILTERS), arbitraryFilters);

/** Incidents with some figures of killed. */
const arbitraryTolls = fc.tuple(arbitraryIncidents, tolls).map(([incidents, figures]) =>
	incidents.map((incident, index) => {
		const [low, more] = figures[index] ?? [null, null];
		const high = low === null || more === null ? null : low + more;
		return {
			...incident,
			properties: { ...incident.properties, killed_low: low, killed_best: low, killed_high: high },
		};
	}),
);

test('certain incidents never sum to more than there are; an incident known to a day counts once, in its week', () => {
	fc.assert(
		fc.property(arbitraryTolls, filters, (incidents, wanted) => {
			const table = buildIncidentTable(incidents);
			const failures = filterFailures(table, wanted);
			const bands = weeklyBands(table, failures);
			const rows = [...failures.keys()].filter((row) => failures[row] === 0);
			expect(sum(bands.eventsLow)).toBeLessThanOrEqual(rows.length);
			expect(sum(bands.eventsHigh)).toBeGreaterThanOrEqual(rows.length);
			const ofDays = rows.filter((row) => table.startDay[row] === table.endDay[row]);
			const alone = weeklyBands(
				table,
				failures.map((failed, row) => (ofDays.includes(row) ? failed : 1)),
			);
			expect(alone.eventsLow).toEqual(alone.eventsHigh);
			expect(sum(alone.eventsLow)).toBe(ofDays.length);
		}),
	);
});

test('each week holds what a count of it alone holds', () => {
	fc.assert(
		fc.property(arbitraryTolls, (incidents) => {
			const table = buildIncidentTable(incidents);
			const bands = weeklyBands(table, new Uint8Array(table.length));
			for (let at = 0; at < bands.eventsLow.length; at++) {
				const week = bands.first + at;
				const rows = [...Array(table.length).keys()];
				const within = rows.filter(
					(row) => weekOf(table.startDay[row]!) === week && weekOf(table.endDay[row]!) === week,
				);
				const reaching = rows.filter(
					(row) => weekOf(table.startDay[row]!) <= week && weekOf(table.endDay[row]!) >= week,
				);
				expect([bands.eventsLow[at], bands.eventsHigh[at]]).toEqual([within.length, reaching.length]);
				expect(bands.killedLow[at]).toBe(sum(within.map((row) => Math.max(table.killedLow[row]!, 0))));
				const most = sum(reaching.map((row) => Math.max(table.killedLow[row]!, table.killedHigh[row]!, 0)));
				expect(bands.killedHigh[at]).toBe(most);
				expect(bands.killedLow[at]!).toBeLessThanOrEqual(most);
				expect(bands.unknown[at]).toBe(reaching.filter((row) => table.killedLow[row]! < 0).length);
			}
		}),
	);
});

test('a week without data is empty, an open figure is told, and no figure is not 0', () => {
	const table = buildIncidentTable([
		incidentFixture('open', day('2024-04-17'), day('2024-04-17'), { killed_low: 91, killed_best: 91 }),
		incidentFixture('five', day('2024-04-21'), day('2024-04-22'), { killed_low: 4, killed_best: 4, killed_high: 5 }),
		incidentFixture('unknown', day('2024-05-08')),
	]);
	const bands = weeklyBands(table, filterFailures(table, NO_FILTERS));
	const at = (iso: string) => weekAt(bands, weekOf(day(iso)));
	expect(at('2024-04-15')).toMatchObject({ events: [1, 2], killed: [91, null], unknown: 0 });
	expect(at('2024-04-22')).toMatchObject({ events: [0, 1], killed: [0, 5] });
	expect(at('2024-04-29')).toMatchObject({ events: [0, 0], killed: [null, null] });
	expect(at('2024-05-06')).toMatchObject({ events: [1, 1], killed: [null, null], unknown: 1 });
	expect(at('1999-01-01').events).toEqual([0, 0]);
	expect(weeksWithData(bands)).toEqual(['2024-04-15', '2024-04-22', '2024-05-06'].map((iso) => weekOf(day(iso))));
});

test('no rows, no weeks', () => {
	const table = buildIncidentTable([]);
	expect(weeklyBands(table, new Uint8Array(0)).eventsLow).toHaveLength(0);
});

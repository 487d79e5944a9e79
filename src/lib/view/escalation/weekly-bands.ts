import type { IncidentTable } from '../incident-table.ts';
import type { FilterFailures } from '../select.ts';
import { type Week, weekOf } from './iso-week.ts';

/**
 * Incidents and killed for each week, from what is certain to what is possible. An incident is certainly in a week if
 * every day it may have happened on lies in it, and possibly in each week that one of these days lies in. Nothing is
 * spread or interpolated, so a week without data stays empty and the possible must not be summed over weeks.
 */
export interface WeeklyBands {
	/** The week of the first element. */
	readonly first: Week;
	readonly eventsLow: Int32Array;
	readonly eventsHigh: Int32Array;
	/** Lowest figures of incidents certainly in the week. */
	readonly killedLow: Float64Array;
	/** Highest figures of those possibly in it; of a figure that is open above its lowest. */
	readonly killedHigh: Float64Array;
	/** Incidents possibly in the week whose figure is open above. */
	readonly open: Int32Array;
	/** Incidents possibly in the week without any figure. */
	readonly unknown: Int32Array;
}

/** The weeks of all incidents that pass every filter. Takes as long as there are rows and weeks, however long rows last. */
export function weeklyBands(table: IncidentTable, failures: FilterFailures): WeeklyBands {
	const { startDay, endDay, killedLow, killedHigh, extent } = table;
	const first = extent ? weekOf(extent[0]) : 0;
	const weeks = extent ? weekOf(extent[1]) - first + 1 : 0;
	const bands = {
		first,
		eventsLow: new Int32Array(weeks),
		// One week longer than the rest, as what ends with the last week is taken away after it.
		eventsHigh: new Int32Array(weeks + 1),
		killedLow: new Float64Array(weeks),
		killedHigh: new Float64Array(weeks + 1),
		open: new Int32Array(weeks + 1),
		unknown: new Int32Array(weeks + 1),
	};
	for (let row = 0; row < table.length; row++) {
		if (failures[row] !== 0) continue;
		const from = weekOf(startDay[row]!) - first;
		const to = weekOf(endDay[row]!) - first;
		const [low, high] = [killedLow[row]!, killedHigh[row]!];
		if (from === to) {
			bands.eventsLow[from]!++;
			bands.killedLow[from]! += Math.max(low, 0);
		}
		const most = Math.max(low, high, 0);
		bands.eventsHigh[from]!++;
		bands.eventsHigh[to + 1]!--;
		bands.killedHigh[from]! += most;
		bands.killedHigh[to + 1]! -= most;
		if (low < 0) {
			bands.unknown[from]!++;
			bands.unknown[to + 1]!--;
		} else if (high < 0) {
			bands.open[from]!++;
			bands.open[to + 1]!--;
		}
	}
	return {
		...bands,
		eventsHigh: added(bands.eventsHigh, weeks),
		killedHigh: added(bands.killedHigh, weeks),
		open: added(bands.open, weeks),
		unknown: added(bands.unknown, weeks),
	};
}

/** The sums of changes, in place. */
function added<Changes extends Int32Array | Float64Array>(changes: Changes, length: number): Changes {
	for (let n = 1; n < length; n++) changes[n]! += changes[n - 1]!;
	return changes.subarray(0, length) as Changes;
}

/** What one week holds. */
export interface WeekContent {
	readonly week: Week;
	readonly events: readonly [low: number, high: number];
	/** Most is `null` where a figure is open above; both are where no incident has a figure. */
	readonly killed: readonly [low: number | null, high: number | null];
	readonly unknown: number;
}

/** The content of a week, also of one without any incident. */
export function weekAt(bands: WeeklyBands, week: Week): WeekContent {
	const at = week - bands.first;
	const [low, high] = [bands.eventsLow[at] ?? 0, bands.eventsHigh[at] ?? 0];
	const unknown = bands.unknown[at] ?? 0;
	const isKnown = high > unknown;
	return {
		week,
		events: [low, high],
		killed: isKnown ? [bands.killedLow[at]!, bands.open[at]! > 0 ? null : bands.killedHigh[at]!] : [null, null],
		unknown,
	};
}

/** Every week in which something may have happened, in order. */
export function weeksWithData(bands: WeeklyBands): Week[] {
	return [...bands.eventsHigh.keys()].filter((at) => bands.eventsHigh[at]! > 0).map((at) => bands.first + at);
}

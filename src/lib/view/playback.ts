import type { Day } from '../model/day.ts';
import { type DayRange, lowerBound } from './select.ts';
import type { View } from './view.ts';

/** Longest stretch without an event that playback runs through at its own speed; longer ones are passed over. */
export const LONGEST_IDLE_DAYS = 30;

/** Every event stays on screen at least this long, whatever the speed. */
export const SHORTEST_STAY_MS = 200;

/** For so long events are on screen before an idle stretch is passed over. */
const STAY_BEFORE_IDLE_MS = 2 * SHORTEST_STAY_MS;

/** How long a loop rests at the end of the range before it begins again, so that the whole can be seen. */
export const LOOP_REST_MS = 1000;

/**
 * Speeds on offer, in days for each second: a quarter to 64 times a day a second. A month a second stands for 32, since
 * 30 days is a length that readers know. Where events would leave a window sooner than they may, it takes longer.
 */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, 16, 30, 64];

/** What a reader may type besides, in quarters. */
export const SLOWEST = 0.25;
export const FASTEST = 3650;

/**
 * The frame in which a day is reached may take long to draw, and the day is seen only after it. So its stay is counted
 * from the frame that follows.
 */
const ARRIVED = -1;

/** Events that came on show with one frame. */
interface Arrival {
	/** The first of their days, which is the first to leave. */
	readonly day: Day;
	/** Milliseconds they have been on screen; `ARRIVED` until they are drawn. */
	readonly stay: number;
}

/** Where playback stands. */
export interface PlaybackClock {
	readonly position: Day;
	/** Days, at most 1, already run towards the next day. */
	readonly fraction: number;
	/** Milliseconds that the position has been on screen; `ARRIVED` until it is drawn. */
	readonly stay: number;
	/** Those of late, in order of time. */
	readonly arrivals: readonly Arrival[];
}

/** What playback runs through, and how. */
export interface PlaybackRun {
	readonly daysPerSecond: number;
	readonly range: DayRange;
	/** Ascending. */
	readonly eventDays: Int32Array;
	/** For how many days of playback an event is on show, that on which it arrives included; `Infinity` for good. */
	readonly windowDays: number;
	/** Whether to begin again at the end. */
	readonly loop: boolean;
	/** Whether to pass over idle stretches longer than `LONGEST_IDLE_DAYS`. */
	readonly skipIdle: boolean;
}

/** For how many days of playback an event is on show in a mode; on a trail, until it is at its faintest. */
export function daysOnShow(mode: View['mode'], windowDays: number): number {
	return mode === 'cumulative' ? Infinity : windowDays;
}

/** A clock that has come to stand at `position`. */
export function clockAt(position: Day, run: Pick<PlaybackRun, 'range' | 'eventDays'>): PlaybackClock {
	const arrivals = isStop(position, run) ? [{ day: position, stay: ARRIVED }] : [];
	return { position, fraction: 0, stay: ARRIVED, arrivals };
}

/**
 * Runs the clock on by `elapsedMs`. However many frames were dropped, it goes no further than that each day of
 * `eventDays` is on show for `SHORTEST_STAY_MS`, and so is what is on show at `range[0]`, where incidents may be present
 * that began earlier. It ends at `range[1]`, from where a loop begins again after `LOOP_REST_MS`.
 */
export function advance(clock: PlaybackClock, elapsedMs: number, run: PlaybackRun): PlaybackClock {
	const { daysPerSecond, range, eventDays, windowDays } = run;
	if (clock.position < range[0]) return clockAt(range[0], run);
	const stay = stayAfter(clock, elapsedMs);
	const arrivals = clock.arrivals
		.map((arrival) => ({ ...arrival, stay: stayAfter(arrival, elapsedMs) }))
		.filter((arrival) => arrival.stay < STAY_BEFORE_IDLE_MS);
	if (clock.position >= range[1]) {
		if (run.loop && stay >= LOOP_REST_MS) return clockAt(range[0], run);
		return { position: range[1], fraction: 0, stay, arrivals };
	}
	const next = nextEventDay(clock.position, eventDays);
	const idleUntil = next === null || next > range[1] ? range[1] : next;
	if (run.skipIdle && idleUntil - clock.position > LONGEST_IDLE_DAYS && arrivals.length === 0) {
		return clockAt(idleUntil, run);
	}
	const ran = clock.fraction + (elapsedMs / 1000) * daysPerSecond;
	const firstToLeave = arrivals.find((arrival) => arrival.stay < SHORTEST_STAY_MS)?.day ?? next ?? Infinity;
	const furthest = Math.min(clock.position + Math.floor(ran), firstToLeave + windowDays - 1, range[1]);
	if (furthest <= clock.position) return { ...clock, fraction: Math.min(ran, 1), stay, arrivals };
	const fraction = Math.min(ran - (furthest - clock.position), 1);
	const arriving = next !== null && next <= furthest ? [{ day: next, stay: ARRIVED }] : [];
	return { position: furthest, fraction, stay: ARRIVED, arrivals: [...arrivals, ...arriving] };
}

function stayAfter({ stay }: { readonly stay: number }, elapsedMs: number): number {
	return stay === ARRIVED ? 0 : stay + elapsedMs;
}

/** Ascending days, without repeats, on which a row that passes may first have happened. */
export function eventDaysOf(startDay: Int32Array, passes: (row: number) => boolean, range: DayRange): Int32Array {
	const days: Day[] = [];
	const end = lowerBound(startDay, range[1] + 1);
	let row = lowerBound(startDay, range[0]);
	while (row < end) {
		const day = startDay[row]!;
		// One that passes is enough for its day.
		if (passes(row)) {
			days.push(day);
			row = firstAfter(startDay, row, day);
		} else row++;
	}
	return Int32Array.from(days);
}

/** The first row after `row` that does not start on `day`, looked for in steps that grow. */
function firstAfter(startDay: Int32Array, row: number, day: Day): number {
	let step = 1;
	while (startDay[row + step] === day) step *= 2;
	let [low, high] = [row + Math.floor(step / 2) + 1, Math.min(row + step, startDay.length)];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (startDay[middle] === day) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The first event day after `position`, or `null`. */
export function nextEventDay(position: Day, eventDays: Int32Array): Day | null {
	return eventDays[lowerBound(eventDays, position + 1)] ?? null;
}

/** The last event day before `position`, or `null`. */
export function previousEventDay(position: Day, eventDays: Int32Array): Day | null {
	return eventDays[lowerBound(eventDays, position) - 1] ?? null;
}

function isStop(position: Day, { range, eventDays }: Pick<PlaybackRun, 'range' | 'eventDays'>): boolean {
	return range.includes(position) || eventDays[lowerBound(eventDays, position)] === position;
}

import type { Day } from '../model/day.ts';
import { type DayRange, lowerBound } from './select.ts';

/** Longest stretch without an event that playback runs through at its own speed; longer ones are passed over. */
export const LONGEST_IDLE_DAYS = 30;

/** Every day that has an event stays on screen at least this long, whatever the speed. */
export const SHORTEST_STAY_MS = 200;

/** How long a loop rests at the end of the range before it begins again, so that the whole can be seen. */
export const LOOP_REST_MS = 1000;

/**
 * Speeds on offer, in days for each second: a quarter to 64 times a day a second. A month a second stands for 32, since
 * 30 days is a length that readers know. Dates with events close to each other take longer, by `SHORTEST_STAY_MS` each.
 */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, 16, 30, 64];

/**
 * The frame in which a day is reached may take long to draw, and the day is seen only after it. So its stay is counted
 * from the frame that follows.
 */
const ARRIVED = -1;

/** Where playback stands. */
export interface PlaybackClock {
	readonly position: Day;
	/** Days, at most 1, already run towards the next day. */
	readonly fraction: number;
	/**
	 * Milliseconds that a day at which playback stops for a while has been on screen, `ARRIVED` until it is drawn;
	 * `Infinity` at any other day.
	 */
	readonly stay: number;
}

/** What playback runs through, and how. */
export interface PlaybackRun {
	readonly daysPerSecond: number;
	readonly range: DayRange;
	/** Ascending. */
	readonly eventDays: Int32Array;
	/** Whether to begin again at the end. */
	readonly loop: boolean;
	/** Whether to pass over idle stretches longer than `LONGEST_IDLE_DAYS`. */
	readonly skipIdle: boolean;
}

/** A clock that has come to stand at `position`. */
export function clockAt(position: Day, run: Pick<PlaybackRun, 'range' | 'eventDays'>): PlaybackClock {
	return { position, fraction: 0, stay: isStop(position, run) ? ARRIVED : Infinity };
}

/**
 * Runs the clock on by `elapsedMs`. It stops for `SHORTEST_STAY_MS` at every day of `eventDays`, however many
 * frames were dropped, and at `range[0]`, where incidents may be on show that began earlier. It ends at `range[1]`, from
 * where a loop begins again after `LOOP_REST_MS`.
 */
export function advance(clock: PlaybackClock, elapsedMs: number, run: PlaybackRun): PlaybackClock {
	const { daysPerSecond, range, eventDays } = run;
	if (clock.position < range[0]) return clockAt(range[0], run);
	if (clock.position >= range[1]) return atEnd(clock, elapsedMs, run);
	const stay = stayAfter(clock, elapsedMs);
	const ran = clock.fraction + (elapsedMs / 1000) * daysPerSecond;
	if (stay < SHORTEST_STAY_MS) return { ...clock, fraction: Math.min(ran, 1), stay };
	const whole = Math.floor(ran);
	const next = nextEventDay(clock.position, eventDays);
	const idleUntil = next === null || next > range[1] ? range[1] : next;
	if (run.skipIdle && idleUntil - clock.position > LONGEST_IDLE_DAYS && stay >= SHORTEST_STAY_MS * 2) {
		return clockAt(idleUntil, run);
	}
	const position = Math.min(clock.position + whole, range[1], next ?? Infinity);
	if (position === clock.position) return { position, fraction: Math.min(ran, 1), stay };
	return { ...clockAt(position, run), fraction: ran - whole };
}

function atEnd(clock: PlaybackClock, elapsedMs: number, run: PlaybackRun): PlaybackClock {
	const stay = stayAfter(clock, elapsedMs);
	return run.loop && stay >= LOOP_REST_MS ? clockAt(run.range[0], run) : { position: run.range[1], fraction: 0, stay };
}

function stayAfter({ stay }: PlaybackClock, elapsedMs: number): number {
	return stay === ARRIVED ? 0 : stay + elapsedMs;
}

/** Ascending days, without repeats, on which a row that passes may first have happened. */
export function eventDaysOf(startDay: Int32Array, passes: (row: number) => boolean, range: DayRange): Int32Array {
	const days: Day[] = [];
	const end = lowerBound(startDay, range[1] + 1);
	let last: Day | null = null;
	for (let row = lowerBound(startDay, range[0]); row < end; row++) {
		if (startDay[row] === last || !passes(row)) continue;
		last = startDay[row]!;
		days.push(last);
	}
	return Int32Array.from(days);
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

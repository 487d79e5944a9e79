import type { Day } from '../model/day.ts';
import { type DayRange, lowerBound } from './select.ts';

/** Longest stretch without an event that playback runs through at its own speed; longer ones are passed over. */
export const LONGEST_IDLE_DAYS = 30;

/** Every day that has an event stays on screen at least this long, whatever the speed. */
export const SHORTEST_STAY_MS = 200;

/** Where playback stands. */
export interface PlaybackClock {
	readonly position: Day;
	/** Days, at most 1, already run towards the next day. */
	readonly fraction: number;
	/** Milliseconds since the position last reached a day with an event; `Infinity` if it stands on none. */
	readonly stay: number;
}

/** A clock that stands at `position`. */
export function clockAt(position: Day, eventDays: Int32Array): PlaybackClock {
	return { position, fraction: 0, stay: isEventDay(position, eventDays) ? 0 : Infinity };
}

/**
 * Runs the clock on by `elapsedMs`. It stops at every day of `eventDays` (ascending) for `SHORTEST_STAY_MS`, however
 * many frames were dropped, passes over idle stretches longer than `LONGEST_IDLE_DAYS`, and ends at `range[1]`.
 */
export function advance(
	clock: PlaybackClock,
	elapsedMs: number,
	daysPerSecond: number,
	range: DayRange,
	eventDays: Int32Array,
): PlaybackClock {
	if (clock.position < range[0]) return clockAt(range[0], eventDays);
	const stay = clock.stay + elapsedMs;
	const ran = clock.fraction + (elapsedMs / 1000) * daysPerSecond;
	if (stay < SHORTEST_STAY_MS) return { ...clock, fraction: Math.min(ran, 1), stay };
	const whole = Math.floor(ran);
	const next = nextEventDay(clock.position, eventDays);
	const idleUntil = next === null || next > range[1] ? range[1] : next;
	if (idleUntil - clock.position > LONGEST_IDLE_DAYS && stay >= SHORTEST_STAY_MS * 2) {
		return clockAt(idleUntil, eventDays);
	}
	const position = Math.min(clock.position + whole, range[1], next ?? Infinity);
	if (position === clock.position) return { position, fraction: Math.min(ran, 1), stay };
	return { position, fraction: ran - whole, stay: position === next ? 0 : Infinity };
}

/** Ascending days, without repeats, on which a row that passes may first have happened. */
export function eventDaysOf(startDay: Int32Array, passes: (row: number) => boolean, range: DayRange): Int32Array {
	const days: Day[] = [];
	const end = lowerBound(startDay, range[1] + 1);
	for (let row = lowerBound(startDay, range[0]); row < end; row++) {
		if (days.at(-1) !== startDay[row] && passes(row)) days.push(startDay[row]!);
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

function isEventDay(position: Day, eventDays: Int32Array): boolean {
	return eventDays[lowerBound(eventDays, position)] === position;
}

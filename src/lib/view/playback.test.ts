import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../model/day.ts';
import {
	advance,
	clockAt,
	eventDaysOf,
	LONGEST_IDLE_DAYS,
	nextEventDay,
	type PlaybackClock,
	previousEventDay,
	SHORTEST_STAY_MS,
} from './playback.ts';
import type { DayRange } from './select.ts';

interface Frame {
	at: number;
	position: Day;
}

/** Plays from the start of the range and notes every frame, until the end or until the frames run out. */
function play(frames: Iterable<number>, daysPerSecond: number, range: DayRange, eventDays: Int32Array): Frame[] {
	let clock: PlaybackClock = clockAt(range[0], eventDays);
	let at = 0;
	const shown = [{ at, position: clock.position }];
	for (const elapsed of frames) {
		if (clock.position >= range[1]) break;
		at += elapsed;
		clock = advance(clock, elapsed, daysPerSecond, range, eventDays);
		shown.push({ at, position: clock.position });
	}
	return shown;
}

function* repeat(frames: readonly number[]): Generator<number> {
	for (let n = 0; n < 200_000; n++) yield frames[n % frames.length]!;
}

const eventDaysFrom = (days: readonly Day[]) => Int32Array.from(new Set(days)).sort();
const days = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 40 }).map(eventDaysFrom);
const frames = fc.array(fc.oneof(fc.double({ min: 4, max: 40, noNaN: true }), fc.constantFrom(250, 5000, 60_000)), {
	minLength: 1,
	maxLength: 12,
});
const speed = fc.constantFrom(1, 7, 30, 365, 3650);

test('no day with an event is skipped, each stays long enough, and playback ends at the end', () => {
	fc.assert(
		fc.property(
			days,
			frames,
			speed,
			fc.tuple(fc.integer({ min: 0, max: 900 }), fc.nat(900)),
			(eventDays, gaps, perSecond, [from, length]) => {
				const range = [from, from + length] as const;
				const shown = play(repeat(gaps), perSecond, range, eventDays);
				expect(shown.at(-1)!.position).toBe(range[1]);
				for (const day of eventDays) {
					if (day < range[0] || day > range[1]) continue;
					const first = shown.find(({ position }) => position === day);
					expect(first, `day ${day}`).toBeDefined();
					if (day === range[1]) continue;
					const left = shown.find(({ position }) => position > day)!;
					expect(left.at - first!.at).toBeGreaterThanOrEqual(SHORTEST_STAY_MS);
				}
				shown
					.slice(1)
					.forEach(({ position }, index) => expect(position).toBeGreaterThanOrEqual(shown[index]!.position));
			},
		),
		{ numRuns: 150 },
	);
});

test('a long idle stretch takes less than a second at any speed', () => {
	const shown = play(repeat([16]), 1, [0, 5000], eventDaysFrom([0, 2000, 5000]));
	expect(shown.at(-1)!.position).toBe(5000);
	expect(shown.at(-1)!.at).toBeLessThan(2 * 1000);
	expect(new Set(shown.map(({ position }) => position))).toEqual(new Set([0, 2000, 5000]));
});

test('idle days after the last event are passed over too', () => {
	const shown = play(repeat([16]), 7, [0, 4000], eventDaysFrom([10]));
	expect(shown.at(-1)).toMatchObject({ position: 4000 });
	expect(shown.at(-1)!.at).toBeLessThan(3000);
});

test('a short idle stretch is run through day by day', () => {
	const shown = play(repeat([16]), 10, [0, LONGEST_IDLE_DAYS], eventDaysFrom([0]));
	expect(new Set(shown.map(({ position }) => position)).size).toBe(LONGEST_IDLE_DAYS + 1);
});

test.each([1, 2, 5, 20])(
	'at %i days per second a day lasts its time, but no less than the shortest stay',
	(perSecond) => {
		const everyDay = eventDaysFrom(Array.from({ length: 21 }, (_, day) => day));
		const shown = play(repeat([10]), perSecond, [0, 20], everyDay);
		const perDay = Math.max(SHORTEST_STAY_MS, 1000 / perSecond);
		expect(Math.abs(shown.at(-1)!.at - 20 * perDay)).toBeLessThanOrEqual(20 * 10);
	},
);

test('idle days run at the speed asked for', () => {
	const shown = play(repeat([20]), 10, [0, 25], new Int32Array(0));
	expect(shown.at(-1)!.at).toBeGreaterThanOrEqual(2400);
	expect(shown.at(-1)!.at).toBeLessThanOrEqual(2600);
});

test('at the end the clock stands still', () => {
	const end = advance(clockAt(10, eventDaysFrom([])), 60_000, 365, [0, 10], eventDaysFrom([]));
	expect(end.position).toBe(10);
	expect(advance(clockAt(99, eventDaysFrom([])), 1000, 365, [0, 10], eventDaysFrom([])).position).toBe(10);
	expect(advance(clockAt(-99, eventDaysFrom([])), 0, 365, [0, 10], eventDaysFrom([])).position).toBe(0);
});

test('stepping goes to the nearest day with an event on either side', () => {
	fc.assert(
		fc.property(days, fc.integer({ min: -5, max: 905 }), (eventDays, position) => {
			const list = [...eventDays];
			expect(nextEventDay(position, eventDays)).toBe(list.find((day) => day > position) ?? null);
			expect(previousEventDay(position, eventDays)).toBe(list.findLast((day) => day < position) ?? null);
		}),
	);
});

test('event days are the first days, within the range, of rows that pass', () => {
	const startDay = Int32Array.from([1, 3, 3, 5, 8, 8, 13]);
	expect([...eventDaysOf(startDay, () => true, [2, 8])]).toEqual([3, 5, 8]);
	expect([...eventDaysOf(startDay, (row) => row !== 3 && row !== 4, [0, 99])]).toEqual([1, 3, 8, 13]);
	expect([...eventDaysOf(startDay, () => true, [9, 12])]).toEqual([]);
});

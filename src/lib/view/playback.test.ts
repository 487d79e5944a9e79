import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../model/day.ts';
import {
	advance,
	clockAt,
	daysOnShow,
	eventDaysOf,
	LONGEST_IDLE_DAYS,
	LOOP_REST_MS,
	nextEventDay,
	type PlaybackClock,
	type PlaybackRun,
	previousEventDay,
	SHORTEST_STAY_MS,
} from './playback.ts';
import { arbitraryDays, arbitraryIncidents } from './incident-fixture.ts';
import { buildIncidentTable } from './incident-table.ts';
import { type DayRange, isPresent, shownDays } from './select.ts';

interface Frame {
	at: number;
	position: Day;
}

/** Plays from the start of the range and notes every frame: to the end, or in a loop two rounds. */
function playRun(frames: Iterable<number>, run: PlaybackRun): Frame[] {
	let clock: PlaybackClock = clockAt(run.range[0], run);
	let at = 0;
	const shown = [{ at, position: clock.position }];
	let rounds = 0;
	for (const elapsed of frames) {
		if (clock.position >= run.range[1] && !run.loop) break;
		at += elapsed;
		const next = advance(clock, elapsed, run);
		if (next.position < clock.position) rounds++;
		clock = next;
		shown.push({ at, position: clock.position });
		if (rounds === 2) break;
	}
	return shown;
}

function play(frames: Iterable<number>, daysPerSecond: number, range: DayRange, eventDays: Int32Array): Frame[] {
	return playRun(frames, { daysPerSecond, range, eventDays, windowDays: 1, loop: false, skipIdle: true });
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
const speed = fc.constantFrom(0.25, 0.5, 1, 2, 8, 30, 64, 3650);

test('no day with an event is skipped, each stays long enough once it is drawn, and playback ends at the end', () => {
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
					const drawn = shown[shown.indexOf(first!) + 1]!;
					expect(drawn.position).toBe(day);
					expect(left.at - drawn.at).toBeGreaterThanOrEqual(SHORTEST_STAY_MS);
				}
				shown
					.slice(1)
					.forEach(({ position }, index) => expect(position).toBeGreaterThanOrEqual(shown[index]!.position));
			},
		),
		{ numRuns: 150 },
	);
});

test('without skipping, idle stretches run at the speed asked for and no event is skipped either', () => {
	fc.assert(
		fc.property(days, frames, fc.constantFrom(16, 64, 365), (eventDays, gaps, perSecond) => {
			const run = {
				daysPerSecond: perSecond,
				range: [0, 900],
				eventDays,
				windowDays: 1,
				loop: false,
				skipIdle: false,
			} as const;
			const shown = playRun(repeat(gaps), run);
			expect(shown.at(-1)!.position).toBe(900);
			for (const day of eventDays) expect(shown.some(({ position }) => position === day)).toBe(true);
			expect(shown.at(-1)!.at).toBeGreaterThanOrEqual((1000 * 900) / perSecond - 1000);
		}),
		{ numRuns: 60 },
	);
});

test('a loop shows every event in every round, rests at the end and begins again at the start', () => {
	fc.assert(
		fc.property(days, frames, fc.constantFrom(16, 64, 3650), fc.boolean(), (eventDays, gaps, perSecond, skipIdle) => {
			const run = {
				daysPerSecond: perSecond,
				range: [100, 400],
				eventDays,
				windowDays: 1,
				loop: true,
				skipIdle,
			} as const;
			const shown = playRun(repeat(gaps), run);
			const wraps = shown.flatMap(({ position }, index) =>
				index > 0 && position < shown[index - 1]!.position ? [index] : [],
			);
			expect(wraps.length).toBe(2);
			let from = 0;
			for (const to of wraps) {
				const round = shown.slice(from, to);
				expect(round[0]!.position).toBe(100);
				expect(round.at(-1)!.position).toBe(400);
				const arrived = round.find(({ position }) => position === 400)!;
				expect(shown[to]!.at - arrived.at).toBeGreaterThanOrEqual(LOOP_REST_MS);
				for (const day of eventDays) {
					if (day < 100 || day > 400) continue;
					expect(round.some(({ position }) => position === day)).toBe(true);
				}
				from = to;
			}
		}),
		{ numRuns: 60 },
	);
});

/** How long each row is on show in each round, from the frame after that in which it appeared, which is when it is seen. */
function msSeen(shown: readonly Frame[], isOnShow: (position: Day) => (row: number) => boolean, rows: number) {
	const wraps = shown.flatMap(({ position }, index) =>
		index > 0 && position < shown[index - 1]!.position ? [index] : [],
	);
	const rounds = [0, ...wraps].map((from, round) => {
		const [ms, since] = [new Float64Array(rows), new Float64Array(rows).fill(NaN)];
		// A round ends with the frame that shows the next one; playback that is over shows its last frame for good.
		const until = wraps[round] ?? shown.length;
		for (let index = from; index < until; index++) {
			const shows = isOnShow(shown[index]!.position);
			const followed = shown[index + 1]?.at ?? Infinity;
			for (let row = 0; row < rows; row++) {
				if (!shows(row)) continue;
				if (Number.isNaN(since[row])) since[row] = followed;
				ms[row] = followed === Infinity ? Infinity : followed - since[row]!;
			}
		}
		return ms;
	});
	return wraps.length > 0 ? rounds.slice(0, -1) : rounds;
}

const modes = fc.constantFrom('window' as const, 'cumulative' as const, 'trail' as const);

test('in every mode each event of the range is seen for 200 ms or more, at any speed and with any frames', () => {
	fc.assert(
		fc.property(
			arbitraryIncidents,
			arbitraryDays,
			frames,
			fc.constantFrom(0.25, 1, 8, 64, 365, 3650),
			modes,
			fc.constantFrom(1, 2, 7, 30, 365),
			fc.boolean(),
			fc.boolean(),
			(features, range, gaps, daysPerSecond, mode, windowDays, skipIdle, loop) => {
				const table = buildIncidentTable(features);
				const eventDays = eventDaysOf(table.startDay, () => true, range);
				const run = { daysPerSecond, range, eventDays, windowDays: daysOnShow(mode, windowDays), loop, skipIdle };
				const shown = playRun(repeat(gaps), run);
				// On a trail an event counts as long as it is not at its faintest, which is as long as in a window.
				const seenAs = mode === 'cumulative' ? mode : 'window';
				const isOnShow = (position: Day) => {
					const days = shownDays({ range, position, mode: seenAs, windowDays }, table.extent)!;
					return (row: number) => isPresent(table.startDay[row]!, table.endDay[row]!, days);
				};
				for (const seen of msSeen(shown, isOnShow, table.length)) {
					for (let row = 0; row < table.length; row++) {
						if (!isPresent(table.startDay[row]!, table.endDay[row]!, range)) continue;
						expect(seen[row], `row ${row}`).toBeGreaterThanOrEqual(SHORTEST_STAY_MS);
					}
				}
				for (const { position } of shown) {
					for (let row = 0; row < table.length; row++) {
						const isNow = table.startDay[row]! <= position && table.endDay[row]! >= position;
						if (isNow) expect(isOnShow(position)(row)).toBe(true);
					}
				}
			},
		),
		{ numRuns: 60 },
	);
}, 60_000);

test.each([
	['window', 1, 5],
	['window', 7, 35],
	['window', 30, 150],
	['trail', 7, 35],
	['cumulative', 7, 365],
] as const)(
	'with an event on every day a %s of %i days plays up to %i days a second',
	(mode, windowDays, perSecond) => {
		const eventDays = eventDaysFrom(Array.from({ length: 901 }, (_, day) => day));
		const fast = { daysPerSecond: 365, range: [0, 900] as const, eventDays, loop: false, skipIdle: true };
		const shown = playRun(repeat([10]), { ...fast, windowDays: daysOnShow(mode, windowDays) });
		const rate = 900 / (shown.at(-1)!.at / 1000);
		expect(rate).toBeGreaterThan(perSecond * 0.75);
		expect(rate).toBeLessThanOrEqual(perSecond * 1.05);
	},
);

test('a window made shorter while it plays never turns the clock back', () => {
	const eventDays = eventDaysFrom(Array.from({ length: 100 }, (_, day) => day));
	const run = { daysPerSecond: 365, range: [0, 99] as const, eventDays, windowDays: 30, loop: false, skipIdle: true };
	let clock = clockAt(0, run);
	for (let frame = 0; frame < 4; frame++) clock = advance(clock, 30, run);
	expect(clock.position).toBeGreaterThan(5);
	expect(advance(clock, 30, { ...run, windowDays: 1 }).position).toBe(clock.position);
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
		expect(Math.abs(shown.at(-1)!.at - 20 * perDay)).toBeLessThanOrEqual(20 * 20);
	},
);

test('idle days run at the speed asked for', () => {
	const shown = play(repeat([20]), 10, [0, 25], new Int32Array(0));
	expect(shown.at(-1)!.at).toBeGreaterThanOrEqual(2400);
	expect(shown.at(-1)!.at).toBeLessThanOrEqual(2600);
});

test('at the end the clock stands still', () => {
	const run: PlaybackRun = {
		daysPerSecond: 365,
		range: [0, 10],
		eventDays: eventDaysFrom([]),
		windowDays: 1,
		loop: false,
		skipIdle: true,
	};
	const end = advance(clockAt(10, run), 60_000, run);
	expect(end.position).toBe(10);
	expect(advance(end, 60_000, run).position).toBe(10);
	expect(advance(clockAt(99, run), 1000, run).position).toBe(10);
	expect(advance(clockAt(-99, run), 0, run).position).toBe(0);
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

test('event days are those of a look at every row', () => {
	const starts = fc
		.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 })
		.map((list) => Int32Array.from(list).sort());
	const range = fc
		.tuple(fc.integer({ min: -2, max: 14 }), fc.nat(14))
		.map(([from, length]) => [from, from + length] as const);
	fc.assert(
		fc.property(starts, range, fc.integer({ min: 1, max: 5 }), fc.nat(4), (startDay, [from, to], every, rest) => {
			const passes = (row: number) => row % every === rest % every;
			const days = [...startDay].filter((day, row) => passes(row) && day >= from && day <= to);
			expect([...eventDaysOf(startDay, passes, [from, to])]).toEqual([...new Set(days)]);
		}),
	);
});

test('event days are the first days, within the range, of rows that pass', () => {
	const startDay = Int32Array.from([1, 3, 3, 5, 8, 8, 13]);
	expect([...eventDaysOf(startDay, () => true, [2, 8])]).toEqual([3, 5, 8]);
	expect([...eventDaysOf(startDay, (row) => row !== 3 && row !== 4, [0, 99])]).toEqual([1, 3, 8, 13]);
	expect([...eventDaysOf(startDay, () => true, [9, 12])]).toEqual([]);
});

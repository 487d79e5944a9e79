import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { dayFromParts, formatDay, monthSpan, parseDay } from './day.ts';

const anyDay = fc.integer({ min: parseDay('0001-01-01')!, max: parseDay('9999-12-31')! });

test('a day written and read is the same day', () => {
	fc.assert(fc.property(anyDay, (day) => parseDay(formatDay(day)) === day));
});

test('days in order are dates in order, and the next day is one more', () => {
	fc.assert(
		fc.property(
			anyDay,
			anyDay,
			(a, b) => Math.sign(a - b) === Math.sign(formatDay(a) < formatDay(b) ? -1 : Number(a !== b)),
		),
	);
});

test('days count from 1970', () => {
	expect(parseDay('1970-01-01')).toBe(0);
	expect(parseDay('1969-12-31')).toBe(-1);
	expect(formatDay(19934)).toBe('2024-07-30');
});

test.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '2024-07-30T00:00', ' 2024-07-30', ''])(
	'%j is no day',
	(text) => expect(parseDay(text)).toBeNull(),
);

test('months have their lengths, also in leap years and across the year', () => {
	expect(monthSpan(2024, 2).map(formatDay)).toEqual(['2024-02-01', '2024-02-29']);
	expect(monthSpan(1900, 2).map(formatDay)).toEqual(['1900-02-01', '1900-02-28']);
	expect(monthSpan(2023, 12).map(formatDay)).toEqual(['2023-12-01', '2023-12-31']);
});

test('parts out of range carry over, and early years are not taken for the 1900s', () => {
	expect(formatDay(dayFromParts(2024, 12, 32))).toBe('2025-01-01');
	expect(formatDay(dayFromParts(24, 1, 1))).toBe('0024-01-01');
});

afterEach(() => {
	process.env['TZ'] = 'UTC';
});

test.each(['Pacific/Apia', 'Asia/Baghdad', 'America/New_York', 'UTC'])('a day is the same day in %s', (zone) => {
	process.env['TZ'] = zone;
	expect(parseDay('2011-12-30')).toBe(15338);
	expect(formatDay(15338)).toBe('2011-12-30');
	expect(monthSpan(2024, 3)).toEqual([19783, 19813]);
});

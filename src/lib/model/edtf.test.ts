import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from './day.ts';
import { formatEdtf, parseEdtf, precisionOf } from './edtf.ts';

const day = fc.integer({ min: parseDay('1000-01-01')!, max: parseDay('2999-12-31')! });
const span = fc.tuple(day, fc.integer({ min: 0, max: 800 })).map(([start, length]) => [start, start + length] as const);

test('a span written and read is the same span', () => {
	fc.assert(
		fc.property(span, ([start, end]) => {
			expect(parseEdtf(formatEdtf(start, end))).toMatchObject({ start, end });
		}),
	);
});

test('a text that is read ends no earlier than it starts, and says how wide it is', () => {
	const part = fc
		.tuple(day, fc.constantFrom(4, 7, 10), fc.boolean())
		.map(([from, length, about]) => formatDay(from).slice(0, length) + (about ? '~' : ''));
	fc.assert(
		fc.property(part, fc.option(part), (from, to) => {
			const text = to === null ? from : `${from}/${to}`;
			const read = parseEdtf(text);
			if (read === null) return to !== null;
			const expected = text.includes('~') ? 'approx' : precisionOf(read.end - read.start + 1);
			return read.start <= read.end && read.precision === expected;
		}),
	);
});

test('whole months and years are written as such', () => {
	const written = (from: string, to: string) => formatEdtf(parseDay(from)!, parseDay(to)!);
	expect(written('2024-02-01', '2024-02-29')).toBe('2024-02');
	expect(written('2024-01-01', '2024-12-31')).toBe('2024');
	expect(written('2024-07-30', '2024-07-30')).toBe('2024-07-30');
	expect(written('2023-10-14', '2023-10-20')).toBe('2023-10-14/2023-10-20');
});

test.each([
	['2024-07-30', '2024-07-30', '2024-07-30', 'day'],
	['2024-07', '2024-07-01', '2024-07-31', 'month'],
	['2003', '2003-01-01', '2003-12-31', 'year'],
	['2024-02', '2024-02-01', '2024-02-29', 'month'],
	['2023-10-14/2023-10-20', '2023-10-14', '2023-10-20', 'week'],
	['2024-04-19/2024-04-20', '2024-04-19', '2024-04-20', 'days'],
	['2019-06/2019-07-24', '2019-06-01', '2019-07-24', 'year'],
	['2024-07~', '2024-07-01', '2024-07-31', 'approx'],
	['2024-07-30~/2024-08', '2024-07-30', '2024-08-31', 'approx'],
])('%s runs from %s to %s and is as wide as a %s', (text, start, end, precision) => {
	expect(parseEdtf(text)).toEqual({ start: parseDay(start), end: parseDay(end), precision });
});

test.each([
	'',
	'2024-02-30',
	'2024-13',
	'2024-7',
	'24',
	'2024-07-30/',
	'/2024',
	'2024/2023',
	'2024-07-30/2024-07-29',
	'2024/2025/2026',
	'2024-07-30/..',
	'2024?',
	'~2024',
	'last week',
])('%j is no date', (text) => expect(parseEdtf(text)).toBeNull());

test('precision changes at the bounds of UCDP', () => {
	expect([1, 2, 6, 7, 8, 31, 32].map(precisionOf)).toEqual(['day', 'days', 'days', 'week', 'month', 'month', 'year']);
});

import { type Day, dayFromParts, formatDay, monthSpan, parseDay } from '../../model/day.ts';
import { parseEdtf } from '../../model/edtf.ts';
import { type DateFragment, readFragment } from './date-fragment.ts';
import type { DateOrder, Refusal } from './read-date.ts';

interface Span {
	readonly start: Day;
	readonly end: Day;
}

/** What a date reads as in each order of day and month: twice the same where it does not matter, `null` for no day. */
export interface Readings extends Readonly<Record<DateOrder, Span | null>> {
	/** Written as "about". */
	readonly isAbout: boolean;
	readonly note: string | null;
}

const FIRST_YEAR = 1583;
const LAST_YEAR = 2100;

const YEAR_FIRST = /^(\d{4})([/. -])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4})$/;
const MONTH_YEAR = /^(\d{1,2})[/.-](\d{4})$/;
const YEAR_MONTH = /^(\d{4})[/.](\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(\d{6})?$/;
const SERIAL = /^(\d{5})(?:\.\d{1,15})?$/;
const TWO_DIGIT_YEAR = /^(?:\d{1,2}[/.\- ]\d{1,2}[/.\- ]['’]?\d{2}|\d{6})$/;
const RANGE_WORD = / (?:to|until|till|through|bis|hasta|jusqu'au) /gi;
/** Spreadsheets count from here; they take 1900 for a leap year, which only matters before March 1900. */
const SERIAL_EPOCH = dayFromParts(1899, 12, 30);
/** Outside of these a number of five digits is more likely something else. */
const [SERIAL_FROM, SERIAL_TO] = [dayFromParts(1930, 1, 1), dayFromParts(LAST_YEAR, 12, 31)];
const BOTH: readonly DateOrder[] = ['day-first', 'month-first'];

/** Reads a date without time or words of doubt: one form of day, month or year, or a range of two. */
export function readForms(text: string): Readings | Refusal | null {
	const one = readOne(text);
	if (one !== null && !('reason' in one)) return one;
	const range = readRange(text);
	return range !== null && !('reason' in range) ? range : (one ?? range);
}

function readOne(text: string): Readings | Refusal | null {
	const edtf = parseEdtf(text);
	if (edtf) return certain(edtf.start, edtf.end, edtf.precision === 'approx');
	if (TWO_DIGIT_YEAR.test(text)) return { reason: 'Its year has two digits, so that the century is not known.' };
	const numeric = readNumeric(text);
	if (numeric) return numeric;
	const fragment = readFragment(text);
	if (fragment === null || 'reason' in fragment) return fragment;
	const { year } = fragment;
	if (year === null || (fragment.month === null && fragment.day !== null)) return null;
	return sameOrRefused(spanOf(fragment, year), [year]);
}

function readNumeric(text: string): Readings | Refusal | null {
	const yearLast = YEAR_LAST.exec(text);
	if (yearLast) {
		const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
		const refusal = refuseYear(year);
		if (refusal) return refusal;
		return {
			'day-first': dayOf(year, second, first),
			'month-first': dayOf(year, first, second),
			isAbout: false,
			note: null,
		};
	}
	const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
	if (yearFirst) {
		const isCompact = !/\D/.test(text);
		const [year, month, day] = [
			yearFirst[1],
			isCompact ? yearFirst[2] : yearFirst[3],
			isCompact ? yearFirst[3] : yearFirst[4],
		];
		return sameOrRefused(dayOf(Number(year), Number(month), Number(day)), [Number(year)]);
	}
	const [monthYear, yearMonth] = [MONTH_YEAR.exec(text), YEAR_MONTH.exec(text)];
	if (monthYear) return monthOnly(Number(monthYear[2]), Number(monthYear[1]));
	if (yearMonth) return monthOnly(Number(yearMonth[1]), Number(yearMonth[2]));
	const serial = SERIAL.exec(text);
	const day = SERIAL_EPOCH + Number(serial?.[1] ?? 0);
	if (!serial || day < SERIAL_FROM || day > SERIAL_TO) return null;
	const note = 'Read as the day number of a spreadsheet that counts from 1900.';
	return { 'day-first': { start: day, end: day }, 'month-first': { start: day, end: day }, isAbout: false, note };
}

/** Tries every place where a range may be split, those marked by words or spaces first. */
function readRange(text: string): Readings | Refusal | null {
	let refusal: Refusal | null = null;
	for (const [left, right] of splits(text)) {
		const readings = joinWholes(left, right) ?? joinFragments(left, right);
		if (readings === null) continue;
		if (!('reason' in readings)) return readings;
		refusal ??= readings;
	}
	return refusal;
}

function splits(text: string): [string, string][] {
	const at = (match: RegExpExecArray): [string, string] => [
		text.slice(0, match.index).trim(),
		text.slice(match.index + match[0].length).trim(),
	];
	return [RANGE_WORD, / - /g, / ?- ?/g, / ?\/ ?/g]
		.flatMap((mark) => [...text.matchAll(mark)].slice(0, 8).map(at))
		.filter(([left, right]) => left !== '' && right !== '');
}

/** Two whole dates. If one of them proves the order of day and month, it holds for both. */
function joinWholes(left: string, right: string): Readings | Refusal | null {
	const [from, to] = [readOne(left), readOne(right)];
	if (from === null || to === null) return null;
	if ('reason' in from) return from;
	if ('reason' in to) return to;
	const spans = BOTH.map((order): Span | null => {
		const [first, last] = [from[order], to[order]];
		return first && last && last.end >= first.start ? { start: first.start, end: last.end } : null;
	});
	if (spans.every((span) => span === null)) return { reason: 'It ends before it starts, or there is no such day.' };
	return {
		'day-first': spans[0]!,
		'month-first': spans[1]!,
		isAbout: from.isAbout || to.isAbout,
		note: from.note ?? to.note,
	};
}

/** Parts of dates, which lend each other month and year: `October 7-10, 2023`. */
function joinFragments(left: string, right: string): Readings | Refusal | null {
	const [from, to] = [readFragment(left), readFragment(right)];
	if (from === null || to === null) return null;
	if ('reason' in from) return from;
	if ('reason' in to) return to;
	if ((from.day === null) !== (to.day === null)) return null;
	const [firstYear, lastYear] = [from.year ?? to.year, to.year ?? from.year];
	if (firstYear === null || lastYear === null) return null;
	const needsMonth = from.day !== null || from.month !== null || to.month !== null;
	const [firstMonth, lastMonth] = [from.month ?? to.month, to.month ?? from.month];
	if (needsMonth && (firstMonth === null || lastMonth === null)) return null;
	const first = spanOf({ ...from, month: firstMonth }, firstYear);
	const last = spanOf({ ...to, month: lastMonth }, lastYear);
	const span = first && last && last.end >= first.start ? { start: first.start, end: last.end } : null;
	if (span === null) return { reason: 'It ends before it starts, or there is no such day.' };
	return sameOrRefused(span, [firstYear, lastYear]);
}

function spanOf({ month, day }: DateFragment, year: number): Span | null {
	if (month === null) return { start: dayFromParts(year, 1, 1), end: dayFromParts(year, 12, 31) };
	if (day !== null) return dayOf(year, month, day);
	const [start, end] = monthSpan(year, month);
	return { start, end };
}

function monthOnly(year: number, month: number): Readings | Refusal {
	return sameOrRefused(month < 1 || month > 12 ? null : spanOf({ year, month, day: null }, year), [year]);
}

function dayOf(year: number, month: number, dayOfMonth: number): Span | null {
	const pad = (part: number, length: number) => String(part).padStart(length, '0');
	const day = parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`);
	return day === null ? null : { start: day, end: day };
}

function sameOrRefused(span: Span | null, years: readonly number[]): Readings | Refusal {
	for (const year of years) {
		const refusal = refuseYear(year);
		if (refusal) return refusal;
	}
	return { 'day-first': span, 'month-first': span, isAbout: false, note: null };
}

function certain(start: Day, end: Day, isAbout: boolean): Readings | Refusal {
	const years = [start, end].map((day) => Number(formatDay(day).slice(0, 4)));
	const readings = sameOrRefused({ start, end }, years);
	return 'reason' in readings ? readings : { ...readings, isAbout };
}

function refuseYear(year: number): Refusal | null {
	if (year >= 1300 && year < 1500) {
		return {
			reason: `The year ${year} looks like one of the Hijri or the Persian calendar. Convert it to the Gregorian one.`,
		};
	}
	if (year < FIRST_YEAR || year > LAST_YEAR) {
		return { reason: `The year ${year} is not between ${FIRST_YEAR} and ${LAST_YEAR}; it may be of another calendar.` };
	}
	return null;
}

import { type Day, dayFromParts, formatDay, monthSpan, parseDay } from './day.ts';
import type { DatePrecision } from './vocabulary.ts';

/** The days an EDTF date may fall on, both included, and how precise that is. */
export interface DaySpan {
	start: Day;
	end: Day;
	precision: DatePrecision;
}

const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/;

/**
 * Reads the part of ISO 8601-2 (EDTF) that records use: a day, month or year, each with `~` for "about", and
 * intervals `start/end` of these. Returns `null` for anything else, also for days that do not exist, open intervals
 * and intervals that end before they start.
 */
export function parseEdtf(text: string): DaySpan | null {
	const parts = text.split('/');
	if (parts.length > 2) return null;
	const from = parsePart(parts[0]!);
	const to = parts.length === 2 ? parsePart(parts[1]!) : from;
	if (!from || !to || to.end < from.start) return null;
	const approximate = from.approximate || to.approximate;
	const days = to.end - from.start + 1;
	return { start: from.start, end: to.end, precision: approximate ? 'approx' : precisionOf(days) };
}

/** Precision of a span by its length in days; the bounds are UCDP GED's `date_prec`. */
export function precisionOf(days: number): DatePrecision {
	if (days === 1) return 'day';
	if (days <= 6) return 'days';
	if (days === 7) return 'week';
	return days <= 31 ? 'month' : 'year';
}

/** The shortest EDTF for the days from `start` to `end`: whole months and years are written as such. */
export function formatEdtf(start: Day, end: Day): string {
	const from = formatDay(start);
	const to = formatDay(end);
	if (from === to) return from;
	for (const length of [4, 7]) {
		const span = parsePart(from.slice(0, length));
		if (span && span.start === start && span.end === end) return from.slice(0, length);
	}
	return `${from}/${to}`;
}

function parsePart(text: string): { start: Day; end: Day; approximate: boolean } | null {
	const match = PART.exec(text);
	if (!match) return null;
	const [, yearText, monthText, dayText, tilde] = match;
	const approximate = tilde !== undefined;
	const year = Number(yearText);
	if (dayText !== undefined) {
		const day = parseDay(`${yearText}-${monthText}-${dayText}`);
		return day === null ? null : { start: day, end: day, approximate };
	}
	if (monthText !== undefined) {
		const month = Number(monthText);
		if (month < 1 || month > 12) return null;
		const [start, end] = monthSpan(year, month);
		return { start, end, approximate };
	}
	return { start: dayFromParts(year, 1, 1), end: dayFromParts(year, 12, 31), approximate };
}

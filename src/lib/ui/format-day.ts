import type { Day } from '../model/day.ts';

const MS_PER_DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** A day for people, in the Gregorian calendar whatever the locale's own: `30 July 2024`, short: `30 Jul 2024`. */
export function formatDayLong(day: Day, language: string, month: 'long' | 'short' = 'long'): string {
	const key = `${language} ${month}`;
	let format = formats.get(key);
	if (!format) {
		const locale = language === 'en' ? 'en-GB' : language;
		format = new Intl.DateTimeFormat(locale, {
			calendar: 'gregory',
			timeZone: 'UTC',
			day: 'numeric',
			month,
			year: 'numeric',
		});
		formats.set(key, format);
	}
	return format.format(new Date(day * MS_PER_DAY));
}

/** A span of days for people; one day is written once. */
export function formatSpanLong(start: Day, end: Day, language: string, month: 'long' | 'short' = 'long'): string {
	const from = formatDayLong(start, language, month);
	return start === end ? from : `${from} – ${formatDayLong(end, language, month)}`;
}

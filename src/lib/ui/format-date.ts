import { type Day, formatDay } from '../model/day.ts';
import { parseEdtf } from '../model/edtf.ts';
import { formatDayLong } from './format-day.ts';

const MS_PER_DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * An EDTF date for people, no finer than it is: `30 July 2024`, `14 – 20 October 2023`, `July 2019`, `2003`.
 * `about` words an approximate one. What is no EDTF date comes back as it is.
 */
export function formatEdtfLong(
	text: string,
	language: string,
	about: (date: string) => string,
	month: 'long' | 'short' = 'long',
): string {
	const span = parseEdtf(text);
	if (!span) return text;
	const words = formatSpanShort(span.start, span.end, language, month);
	return span.precision === 'approx' ? about(words) : words;
}

/** A span of days for people: whole years and months by name; year and month are said once where they are the same. */
export function formatSpanShort(start: Day, end: Day, language: string, month: 'long' | 'short' = 'long'): string {
	if (start === end) return formatDayLong(start, language, month);
	const [first, last] = [formatDay(start), formatDay(end)];
	const isWholeMonths = first.endsWith('-01') && formatDay(end + 1).endsWith('-01');
	const isWholeYears = first.endsWith('-01-01') && last.endsWith('-12-31');
	const format = formatOf(language, {
		year: 'numeric',
		...(isWholeYears ? {} : { month }),
		...(isWholeMonths ? {} : { day: 'numeric' }),
	});
	return format.formatRange(new Date(start * MS_PER_DAY), new Date(end * MS_PER_DAY));
}

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${language} ${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (!format) {
		const locale = language === 'en' ? 'en-GB' : language;
		format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options });
		formats.set(key, format);
	}
	return format;
}

import type { TimelineTick } from '../view/timeline-ticks.ts';

const MS_PER_DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The label of a mark on a time axis: `2024`, `Jul` or `15 Jul`. The first mark of the axis, or after a fold, also
 * names its year, so that a stretch within one year can be told.
 */
export function formatTick({ day, unit, isFirst }: Omit<TimelineTick, 'isDaily'>, language: string): string {
	const options: Intl.DateTimeFormatOptions = {};
	if (unit === 'year' || isFirst) options.year = 'numeric';
	if (unit !== 'year') options.month = 'short';
	if (unit === 'day') options.day = 'numeric';
	const key = `${language} ${unit} ${isFirst}`;
	let format = formats.get(key);
	if (!format) {
		const locale = language === 'en' ? 'en-GB' : language;
		format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options });
		formats.set(key, format);
	}
	return format.format(new Date(day * MS_PER_DAY));
}

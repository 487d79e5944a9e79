/** A civil day as a whole number of days since 1970-01-01. It has no hour and no time zone. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of an ISO date such as `2024-07-30`, or `null` if there is no such date (`2024-02-30`). */
export function parseDay(iso: string): Day | null {
	const match = ISO_DAY.exec(iso);
	if (!match) return null;
	const day = dayFromParts(Number(match[1]), Number(match[2]), Number(match[3]));
	return formatDay(day) === iso ? day : null;
}

/** The day with this year, month (1-12) and day of month; out-of-range parts carry over, as in `Date.UTC`. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day {
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, dayOfMonth);
	return Math.round(date.getTime() / MS_PER_DAY);
}

/** ISO date of a day: `19934` is `2024-07-30`. */
export function formatDay(day: Day): string {
	return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** First and last day of a month (1-12). */
export function monthSpan(year: number, month: number): [Day, Day] {
	return [dayFromParts(year, month, 1), dayFromParts(year, month + 1, 0)];
}

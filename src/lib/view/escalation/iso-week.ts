import { type Day, dayFromParts, formatDay } from '../../model/day.ts';

/** A week from Monday to Sunday as a whole number, counted from the one that holds 1 January 1970. */
export type Week = number;

/** The week a civil day lies in. */
export function weekOf(day: Day): Week {
	// 1 January 1970 was a Thursday.
	return Math.floor((day + 3) / 7);
}

/** The Monday of a week. */
export function weekStart(week: Week): Day {
	return week * 7 - 3;
}

/** The name of a week by ISO 8601: `2024-W16`. A week belongs to the year that has its Thursday. */
export function isoWeekName(week: Week): string {
	const thursday = weekStart(week) + 3;
	const year = formatDay(thursday).slice(0, 4);
	const number = Math.floor((thursday - dayFromParts(Number(year), 1, 1)) / 7) + 1;
	return `${year}-W${String(number).padStart(2, '0')}`;
}

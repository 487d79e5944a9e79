import { monthOf, otherCalendarOf } from './month-names.ts';
import type { Refusal } from './read-date.ts';

/** What a date, or one side of a range, says; `null` for what it leaves out. */
export interface DateFragment {
	readonly year: number | null;
	readonly month: number | null;
	readonly day: number | null;
}

/** Words that say nothing: weekdays, articles, and "of our era" in the languages of `month-names.ts`. */
const SILENT = new Set(
	[
		'the of on in de del du des le la el den dem der am em di il i of-the г года год في من سنة عام م',
		'mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday',
		'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo',
		'montag dienstag mittwoch donnerstag freitag samstag sonntag ad ce',
		'الاثنين الثلاثاء الاربعاء الأربعاء الخميس الجمعة السبت الاحد الأحد',
	].flatMap((line) => line.split(' ')),
);
const TOKEN = /^(\d{1,4})(st|nd|rd|th|er|re|º|°|ª)?$/i;
const MOST_TOKENS = 8;

/**
 * Reads words and numbers such as `7 October 2023`, `18-Feb-2024`, `October 7`, `2023` or `7`. `null` where anything in
 * it is neither a day, a month's name, a year of four digits nor a word that says nothing, or stands there twice.
 */
export function readFragment(text: string): DateFragment | Refusal | null {
	const tokens = text.split(/[\s,./-]+/).filter((token) => token !== '');
	if (tokens.length === 0 || tokens.length > MOST_TOKENS) return null;
	let year: number | null = null;
	let month: number | null = null;
	let day: number | null = null;
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at]!;
		const number = TOKEN.exec(token);
		const pair = at + 1 < tokens.length ? monthOf(`${token} ${tokens[at + 1]!}`) : null;
		const named = pair ?? monthOf(token);
		if (number) {
			const value = Number(number[1]);
			if (number[1]!.length === 4 && number[2] === undefined && year === null) year = value;
			else if (number[1]!.length <= 2 && day === null) day = value;
			else if (number[1]!.length === 2 && year === null && month !== null && day !== null) return twoDigitYear();
			else return null;
		} else if (named !== null) {
			if (month !== null) return null;
			month = named;
			if (pair !== null) at++;
		} else if (/^['’]\d{2}$/.test(token)) {
			return twoDigitYear();
		} else if (!SILENT.has(token.toLowerCase())) {
			const calendar = otherCalendarOf(token);
			return calendar === null
				? null
				: { reason: `"${token}" is a month of the ${calendar} calendar. Convert it to the Gregorian one.` };
		}
	}
	if (day !== null && (day < 1 || day > 31)) {
		return year === null && month !== null && day > 31 ? twoDigitYear() : null;
	}
	return year === null && month === null && day === null ? null : { year, month, day };
}

function twoDigitYear(): Refusal {
	return { reason: 'Its year has two digits, so that the century is not known.' };
}

import { dayFromParts, formatDay } from '../../model/day.ts';

/** What of a number a cell's format shows as a date; `null` where it shows a number. */
export type DateParts = 'day' | 'month' | 'year' | 'time';

/** Formats of dates that workbooks do not spell out (ECMA-376, 18.8.30), also those of East Asian versions. */
const BUILT_IN: Readonly<Record<number, DateParts>> = {
	...Object.fromEntries(
		[14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day' as const]),
	),
	...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'time' as const])),
	17: 'month',
};
const MS_PER_DAY = 86_400_000;
/** 29 February 1900, which Excel counts and which never was. */
const NO_SUCH_DAY = 60;

/** Whether, and how finely, a format shows a date. Text in quotes, colours and conditions in brackets do not count. */
export function datePartsOf(formatId: number, code: string | undefined): DateParts | null {
	if (code === undefined) return BUILT_IN[formatId] ?? null;
	const bare = code.slice(0, 255).replace(/"[^"]*"|\\.|_.|\*./g, '');
	const isElapsed = /\[[hms]+\]/i.test(bare);
	const letters = bare
		.replace(/\[[^\]]*\]/g, '')
		.split(';')[0]!
		.replace(/general|am\/pm|a\/p/gi, '')
		.toLowerCase();
	if (/[#0?@]/.test(letters.replace(/[hms:.\s]+0+/g, ''))) return null;
	if (letters.includes('d')) return 'day';
	if (letters.includes('y')) return letters.includes('m') ? 'month' : 'year';
	return isElapsed || /[hs]/.test(letters) ? 'time' : null;
}

/**
 * The date that a day number stands for, as `2024-02-18`, `2024-02-18 13:45:00`, `2024-02`, `2024` or `13:45:00`;
 * `null` for what is none. Workbooks count days from 1900, those of old Macintosh versions from 1904.
 */
export function dateOfSerial(serial: number, parts: DateParts, is1904: boolean): string | null {
	if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null;
	const ms = Math.round(serial * MS_PER_DAY);
	const whole = Math.floor(ms / MS_PER_DAY);
	const time = clock(Math.floor((ms - whole * MS_PER_DAY) / 1000));
	if (parts === 'time') return time;
	if (!is1904 && (whole === 0 || whole === NO_SUCH_DAY)) return null;
	const epoch = is1904 ? dayFromParts(1904, 1, 1) : dayFromParts(1899, 12, whole < NO_SUCH_DAY ? 31 : 30);
	const day = formatDay(epoch + whole);
	if (parts === 'month') return day.slice(0, 7);
	if (parts === 'year') return day.slice(0, 4);
	return time === '00:00:00' ? day : `${day} ${time}`;
}

function clock(seconds: number): string {
	return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
}

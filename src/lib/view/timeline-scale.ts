import { type Day, dayFromParts, formatDay } from '../model/day.ts';
import type { DayRange } from './select.ts';

/**
 * Days laid out over pixels from left to right. Day `d` takes the pixels from `xOf(d)` up to `xOf(d + 1)`; the domain
 * includes its last day.
 */
export interface TimelineScale {
	readonly domain: DayRange;
	readonly width: number;
}

/** Fewest days that a timeline zooms in to. */
export const FEWEST_DAYS = 14;

/** Where a day begins; fractions of a day are fine. */
export function xOf({ domain, width }: TimelineScale, day: number): number {
	return ((day - domain[0]) / lengthOf(domain)) * width;
}

/** The day under a pixel, within the domain. */
export function dayAt({ domain, width }: TimelineScale, x: number): Day {
	const day = domain[0] + Math.floor((x / width) * lengthOf(domain));
	return Math.min(Math.max(day, domain[0]), domain[1]);
}

/** Days that a distance in pixels stands for, to the nearest. */
export function daysAcross({ domain, width }: TimelineScale, distance: number): number {
	return Math.round((distance / width) * lengthOf(domain));
}

/** The range with a little room on both sides, and long enough to be shown. */
export function padded(range: DayRange): DayRange {
	const length = lengthOf(range);
	const room = Math.max(Math.ceil(length * 0.015), Math.ceil((FEWEST_DAYS - length) / 2), 1);
	return [range[0] - room, range[1] + room];
}

/** Shows `factor` times as many days, keeping `anchor` where it is as far as `limits` allow. */
export function zoomed(domain: DayRange, factor: number, anchor: number, limits: DayRange): DayRange {
	const wanted = Math.round(lengthOf(domain) * factor);
	const length = Math.min(Math.max(wanted, FEWEST_DAYS), lengthOf(limits));
	const share = (anchor - domain[0]) / lengthOf(domain);
	const start = Math.round(anchor - share * length);
	return movedInto([start, start + length - 1], limits);
}

/** The range moved, not shortened, to lie within `limits`; all of `limits` if it is longer. */
export function movedInto(range: DayRange, limits: DayRange): DayRange {
	const length = lengthOf(range);
	if (length >= lengthOf(limits)) return limits;
	const start = Math.min(Math.max(range[0], limits[0]), limits[1] - length + 1);
	return [start, start + length - 1];
}

/** The range moved by some days, as far as `limits` allow. */
export function movedBy(range: DayRange, days: number, limits: DayRange): DayRange {
	return movedInto([range[0] + days, range[1] + days], limits);
}

/** Number of days in a range. */
export function lengthOf(range: DayRange): number {
	return range[1] - range[0] + 1;
}

/** A mark on the axis; `unit` says what begins there, the largest that does. */
export interface TimelineTick {
	readonly day: Day;
	readonly unit: 'year' | 'month' | 'day';
}

/** Beginnings of days, weeks, months or years, the finest of them that stand at least `spacing` pixels apart. */
export function timelineTicks(scale: TimelineScale, spacing: number): TimelineTick[] {
	const pixelsPerDay = scale.width / lengthOf(scale.domain);
	const step = STEPS.find(({ shortest }) => shortest * pixelsPerDay >= spacing) ?? STEPS.at(-1)!;
	return step.daysIn(scale.domain).map((day) => ({ day, unit: unitOf(day) }));
}

interface Step {
	/** Days between two marks, at the least. */
	shortest: number;
	daysIn: (domain: DayRange) => Day[];
}

const STEPS: readonly Step[] = [
	{ shortest: 1, daysIn: (domain) => everyDays(domain, 1) },
	{ shortest: 7, daysIn: (domain) => everyDays(domain, 7) },
	...[1, 3, 6].map((months) => everyMonths(months, 28 * months)),
	...[1, 2, 5, 10, 20, 50, 100, 1000].map((years) => everyMonths(12 * years, 365 * years)),
];

/** Days counted from Monday, 5 January 1970. */
function everyDays([from, to]: DayRange, days: number): Day[] {
	const first = from + ((((4 - from) % days) + days) % days);
	return Array.from({ length: Math.max(0, Math.floor((to - first) / days) + 1) }, (_, n) => first + n * days);
}

function everyMonths(months: number, shortest: number): Step {
	return {
		shortest,
		daysIn: ([from, to]) => {
			const [year, month] = formatDay(from).split('-').map(Number) as [number, number];
			const days: Day[] = [];
			let count = Math.floor((year * 12 + month - 1) / months) * months;
			for (let day = monthStart(count); day <= to; day = monthStart((count += months))) {
				if (day >= from) days.push(day);
			}
			return days;
		},
	};
}

/** First day of a month counted from January of the year 0. */
function monthStart(count: number): Day {
	return dayFromParts(Math.floor(count / 12), (count % 12) + 1, 1);
}

function unitOf(day: Day): TimelineTick['unit'] {
	const iso = formatDay(day);
	if (iso.endsWith('-01-01')) return 'year';
	return iso.endsWith('-01') ? 'month' : 'day';
}

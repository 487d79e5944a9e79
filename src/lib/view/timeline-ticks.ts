import { type Day, dayFromParts, formatDay } from '../model/day.ts';
import type { DayRange } from './select.ts';
import { pixelsPerDay, type TimelineScale, xOf } from './timeline-scale.ts';

/** A mark on the axis; `unit` says what begins there, the largest that does. */
export interface TimelineTick {
	readonly day: Day;
	readonly unit: 'year' | 'month' | 'day';
	/** Whether it is the first of the axis, or the first after a fold. */
	readonly isFirst: boolean;
	/** Whether every day has a mark. */
	readonly isDaily: boolean;
}

/**
 * Beginnings of days, weeks, months or years, the finest of them that stand at least `spacing` pixels apart. Folds have
 * no marks inside. Hours have none anywhere, since the record has days and no times of day.
 */
export function timelineTicks(scale: TimelineScale, spacing: number): TimelineTick[] {
	const perDay = pixelsPerDay(scale);
	const step = STEPS.find(({ shortest }) => shortest * perDay >= spacing) ?? STEPS.at(-1)!;
	const folds = scale.folds ?? [];
	const ticks: TimelineTick[] = [];
	for (const day of step.daysIn(scale.domain)) {
		if (folds.some(({ from, to }) => day >= from && day <= to)) continue;
		const before = ticks.at(-1);
		if (before && xOf(scale, day) - xOf(scale, before.day) < spacing) continue;
		const isFirst = !before || folds.some(({ from }) => from > before.day && from < day);
		ticks.push({ day, unit: unitOf(day), isFirst, isDaily: step.shortest === 1 });
	}
	return ticks;
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

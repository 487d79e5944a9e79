import { type Day, formatDay, monthSpan } from '../model/day.ts';

/** What the step buttons step by. */
export type StepUnit = 'event' | 'day' | 'week' | 'month';
export const STEP_UNITS: readonly StepUnit[] = ['event', 'day', 'week', 'month'];

/**
 * The day one step on or back. A month leads to the day of the same number, or to the last day of a month that is too
 * short for it.
 */
export function stepDay(day: Day, unit: Exclude<StepUnit, 'event'>, direction: 1 | -1): Day {
	if (unit !== 'month') return day + direction * (unit === 'week' ? 7 : 1);
	const [year, month, dayOfMonth] = formatDay(day).split('-').map(Number) as [number, number, number];
	const target = year * 12 + month - 1 + direction;
	const [first, last] = monthSpan(Math.floor(target / 12), (target % 12) + 1);
	return Math.min(first + dayOfMonth - 1, last);
}

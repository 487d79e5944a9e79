import { formatDay } from '../../model/day.ts';
import { formatEdtf, precisionOf } from '../../model/edtf.ts';
import { DATE_PRECISIONS, type DatePrecision, keysOf } from '../../model/vocabulary.ts';
import { type DateOrder, type ReadDate, readDate, type Refusal } from './read-date.ts';

/** Most days that an event of each `date_prec` may last. */
const MOST_DAYS = new Map([
	['1', 1],
	['2', 6],
	['3', 7],
	['4', 31],
	['5', 366],
]);
const ORDERS: readonly DateOrder[] = ['day-first', 'month-first'];
const COARSENESS = keysOf(DATE_PRECISIONS);

/**
 * The days of an event from `date_start` and `date_end`. Where the order of day and month is not known, it may still
 * follow from the year, from the end not being before the start, and from `date_prec`, which bounds how long it lasts;
 * where that leaves more than one reading, the answer spans them all and says so.
 */
export function ucdpDates(
	written: { readonly start: string; readonly end: string; readonly year: string; readonly datePrec: string },
	order: DateOrder | null,
): ReadDate | Refusal {
	const [starts, ends] = [readings(written.start, order), readings(written.end || written.start, order)];
	if ('reason' in starts) return starts;
	if ('reason' in ends) return { reason: `The last day: ${ends.reason}` };
	const pairs = starts
		.flatMap((from) => ends.map((to) => ({ start: from.start, end: to.end })))
		.filter(({ start, end }) => start <= end);
	if (pairs.length === 0) return { reason: 'The last day is before the first. Interchange them.' };
	const fitting = pairs.filter(
		({ start, end }) =>
			end - start < (MOST_DAYS.get(written.datePrec) ?? Infinity) &&
			(!/^\d{4}$/.test(written.year) ||
				formatDay(start).startsWith(written.year) ||
				formatDay(end).startsWith(written.year)),
	);
	const left = fitting.length > 0 ? fitting : pairs;
	const start = Math.min(...left.map((pair) => pair.start));
	const end = Math.max(...left.map((pair) => pair.end));
	const isOpen = new Set(left.map((pair) => `${pair.start}/${pair.end}`)).size > 1;
	const isOrdered = pairs.length > 1 && !isOpen;
	return {
		start,
		end,
		edtf: formatEdtf(start, end),
		precision: coarser(precisionOf(end - start + 1), written.datePrec),
		orderMattered: pairs.length > 1,
		note: isOpen
			? 'Day and month cannot be told apart: the days span every reading.'
			: isOrdered
				? 'The order of day and month follows from date_prec and year.'
				: null,
	};
}

/** Every different reading of a date: one, or two where the order of day and month matters and is not known. */
function readings(text: string, order: DateOrder | null): ReadDate[] | Refusal {
	const found: ReadDate[] = [];
	for (const each of order === null ? ORDERS : [order]) {
		const date = readDate(text, each);
		if ('reason' in date) return date;
		if (!found.some(({ start, end }) => start === date.start && end === date.end)) found.push(date);
	}
	return found;
}

function coarser(precision: DatePrecision, datePrec: string): DatePrecision {
	const own = COARSENESS.find((each) => String(DATE_PRECISIONS[each].ucdp) === datePrec) ?? precision;
	return COARSENESS.indexOf(own) > COARSENESS.indexOf(precision) ? own : precision;
}

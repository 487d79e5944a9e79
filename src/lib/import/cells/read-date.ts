import type { Day } from '../../model/day.ts';
import { formatEdtf, precisionOf } from '../../model/edtf.ts';
import type { DatePrecision } from '../../model/vocabulary.ts';
import { asciiDigits } from './ascii-digits.ts';
import { type Readings, readForms } from './date-forms.ts';

/** Whether `02/01/1997` is 2 January or February 1st. */
export type DateOrder = 'day-first' | 'month-first';

/** A date as a file writes it, understood. */
export interface ReadDate {
	readonly start: Day;
	readonly end: Day;
	readonly precision: DatePrecision;
	readonly edtf: string;
	/** Whether the other order of day and month would give another date. */
	readonly orderMattered: boolean;
	/** What was open, and how it was settled, a sentence; `null` where nothing was. */
	readonly note: string | null;
}

/** Why something cannot be used, and what could be; whole sentences. */
export interface Refusal {
	readonly reason: string;
}

const LONGEST = 100;
const REMEDY = 'Write it as 2024-02-18, 2024-02 or 2024.';
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g;
const TIME =
	/(?:^|[T\s,])(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:Z|UTC|GMT)(?![a-z]))?(?:\s?[+-]\d{2}:?\d{2}(?!\d))?(?:\s?\([^()]*\))?$/i;
/** As in `Sat Oct 7 06:30:00 2023`. */
const TIME_INSIDE = /\s(\d{1,2}):(\d{2}):(\d{2})(?=\s)/;
const ABOUT =
	/^(?:(?:circa|about|around|approximately|roughly|probably|possibly|environ|vers|etwa|hacia)\s+|(?:ca|c|approx|est)\.\s*|ca\s+|[~≈]\s*)/i;
const PART_OF = /^(?:(?:the\s+)?(?:beginning|start|middle|end)\s+of\s+|(?:early|mid|late)[\s-]+(?:in\s+)?)/i;
const OPEN = /^(?:before|after|since|until|till|by|from|prior\s+to|not\s+before|no\s+later\s+than)\s/i;
const BETWEEN = /^(?:between\s+(\S.*?)\s+and|from\s+(\S.*?)\s+(?:to|until|till|through))\s+/i;
const ERA =
	/[\s\d.,(](?:a\.?h|h\.?s|s\.?h|b\.?e|b\.?c|b\.?c\.?e|hijri|hijra|jalali|shamsi|هـ|ه|هجري|هجرية|شمسی|قمری)\.?\)?$/iu;

/**
 * Reads a date in the forms people write, as the civil day written: times and offsets are set aside, never applied.
 * Where the order of day and month decides and none is given, the answer spans both readings and its note says so.
 * Two-digit years and other calendars are refused.
 */
export function readDate(written: string, order: DateOrder | null): ReadDate | Refusal {
	if (written.length > LONGEST) return { reason: `A date has at most ${LONGEST} characters. ${REMEDY}` };
	let text = simplify(written);
	if (text === '') return { reason: `There is no date. ${REMEDY}` };
	if (ERA.test(text))
		return { reason: `It names an era of another calendar. Convert it to the Gregorian one. ${REMEDY}` };
	const whole = text;
	text = text.replace(ABOUT, '').replace(/\s*(?:\(\?\)|\?)$/, '');
	const part = text.replace(PART_OF, '');
	const isPart = part !== text;
	const isAbout = isPart || text !== whole;
	const plain = part.replace(BETWEEN, '$1$2 to ');
	if (OPEN.test(plain)) {
		return {
			reason: 'It is open at one side. Give the first and the last day it may have been, as in 2024-02-18/2024-02-21.',
		};
	}
	const bare = withoutTime(plain);
	const readings = bare === null ? null : readForms(bare);
	if (readings === null) return { reason: `It is not a date in a form that is known. ${REMEDY}` };
	if ('reason' in readings) return { reason: `${readings.reason} ${REMEDY}` };
	return settle(readings, order, isAbout);
}

function settle(readings: Readings, order: DateOrder | null, isAbout: boolean): ReadDate | Refusal {
	const one = readings['day-first'] ?? readings['month-first'];
	const other = readings['month-first'] ?? readings['day-first'];
	if (one === null || other === null) return { reason: `There is no such day. ${REMEDY}` };
	const orderMattered = one.start !== other.start || one.end !== other.end;
	const approximate = isAbout || readings.isAbout;
	const answer = (start: Day, end: Day, note: string | null): ReadDate => ({
		start,
		end,
		precision: approximate ? 'approx' : precisionOf(end - start + 1),
		edtf: formatEdtf(start, end) + (approximate ? '~' : ''),
		orderMattered,
		note,
	});
	if (!orderMattered) return answer(one.start, one.end, readings.note);
	if (order === 'day-first') return answer(one.start, one.end, null);
	if (order === 'month-first') return answer(other.start, other.end, null);
	const [first, second] = [formatEdtf(one.start, one.end), formatEdtf(other.start, other.end)];
	const note = `Day and month cannot be told apart: it is ${first} or ${second}.`;
	return answer(Math.min(one.start, other.start), Math.max(one.end, other.end), note);
}

function simplify(written: string): string {
	return asciiDigits(written)
		.replace(/\p{Cf}/gu, '')
		.replace(DASHES, '-')
		.replace(/\s+/g, ' ')
		.trim();
}

/** `null` where what looks like a time is none. */
function withoutTime(text: string): string | null {
	const match = TIME.exec(text) ?? TIME_INSIDE.exec(text);
	if (!match) return text;
	const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
	if (hour > 24 || minute > 59 || second > 60) return match[0].includes(':') ? null : text;
	const bare = (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim();
	return bare.replace(/,$/, '');
}

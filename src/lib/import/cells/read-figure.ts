import type { Figure } from '../../model/record.ts';
import { asciiDigits } from './ascii-digits.ts';
import { cleanCell } from './clean-cell.ts';

/** A number of people as a file gives it. */
export interface ReadFigure extends Readonly<Figure> {
	/** Why there is no figure although something is written, a sentence; else `null`. */
	readonly reason: string | null;
}

const UNKNOWN: ReadFigure = { low: null, best: null, high: null, reason: null };
const LONGEST = 100;
const MOST = 10_000_000;

const PLAIN = /^\d{1,6}$/;
const NUMBER = String.raw`(\d{1,3}(?:([,.'’ \u00a0\u202f])\d{3})(?:\2\d{3})*|\d{1,9})(?:\.0+)?(?![\d.,]\d|\d)`;
const UNITS =
	/\s*(?:\([^()]*\)|(?:people|persons|civilians|soldiers|killed|dead|deaths?|fatalit(?:y|ies)|injured|wounded|casualt(?:y|ies)|victims?|muertos|morts|tote)\b)\s*/gi;
const ONE = new RegExp(`^${NUMBER}$`);
const RANGE = new RegExp(
	`^(?:between )?${NUMBER} ?(?:-|to|and|or|/) ?${NUMBER.replace('\\2', '\\4').replace('\\2', '\\4')}$`,
);
const AT_LEAST = new RegExp(
	`^(?:at least|no fewer than|not less than|minimum(?: of)?|min\\.?|more than|over|above|upwards of|>=?|≥) ?${NUMBER}$|^${NUMBER.replace('\\2', '\\4').replace('\\2', '\\4')} ?(?:\\+|or more|and more)$`,
);
const AT_MOST = new RegExp(`^(?:at most|up to|no more than|maximum(?: of)?|max\\.?|as many as|<=|≤) ?${NUMBER}$`);
const LESS_THAN = new RegExp(`^(?:fewer than|less than|under|below|<) ?${NUMBER}$`);
const ABOUT = new RegExp(
	`^(?:about|around|approximately|approx\\.?|some|roughly|circa|ca?\\.?|nearly|almost|~|≈) ?${NUMBER}$`,
);
const NEGATIVE = /^-\s?\d/;
const ZERO_WORDS = /^(?:no|none|zero|nobody)$/i;
const WORDS: readonly string[] =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
		' ',
	);

/**
 * Reads a toll: a number, also with thousands separators; a range; a bound; "about". "More than 10" is kept as 10 or
 * more, the number as written. What is no number (`dozens`, `unknown`) is unknown, never 0, and codes such as -99 are.
 */
export function readFigure(written: string | undefined): ReadFigure {
	const cell = cleanCell(written);
	if (cell === '') return UNKNOWN;
	if (PLAIN.test(cell)) return figure(Number(cell), 'exact');
	if (cell.length > LONGEST) return unknown(`A figure has at most ${LONGEST} characters.`);
	const text = simplify(cell);
	const one = ONE.exec(text);
	if (one) return figure(count(one[1]!), 'exact');
	if (ZERO_WORDS.test(text)) return figure(0, 'exact');
	if (WORDS.includes(text)) return figure(WORDS.indexOf(text), 'exact');
	const range = RANGE.exec(text);
	if (range) {
		const [low, high] = [count(range[1]!), count(range[3]!)];
		if (low > high) return unknown('The range ends below its start.');
		return high > MOST ? tooMany() : { low, best: low === high ? low : null, high, reason: null };
	}
	const least = AT_LEAST.exec(text);
	if (least) return figure(count((least[1] ?? least[3])!), 'at-least');
	const most = AT_MOST.exec(text);
	if (most) return figure(count(most[1]!), 'at-most');
	const less = LESS_THAN.exec(text);
	if (less) return count(less[1]!) === 0 ? unknown('It is less than nothing.') : figure(count(less[1]!) - 1, 'at-most');
	const about = ABOUT.exec(text);
	if (about) return figure(count(about[1]!), 'about');
	if (NEGATIVE.test(text)) return unknown('A number below 0 is a code for unknown, not a count.');
	return unknown('It is not a number.');
}

function figure(value: number, how: 'exact' | 'at-least' | 'at-most' | 'about'): ReadFigure {
	if (value > MOST) return tooMany();
	const low = how === 'exact' || how === 'at-least' ? value : null;
	const best = how === 'exact' || how === 'about' ? value : null;
	const high = how === 'exact' || how === 'at-most' ? value : null;
	return { low, best, high, reason: null };
}

function count(digits: string): number {
	return Number(digits.replace(/\D/g, ''));
}

function tooMany(): ReadFigure {
	return unknown(`More than ${MOST.toLocaleString('en')} is no count of people.`);
}

function unknown(reason: string): ReadFigure {
	return { ...UNKNOWN, reason };
}

function simplify(cell: string): string {
	return asciiDigits(cell)
		.replace(/\p{Cf}/gu, '')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(UNITS, ' ')
		.replace(/[\s\u00a0\u202f]+/g, ' ')
		.trim()
		.toLowerCase();
}

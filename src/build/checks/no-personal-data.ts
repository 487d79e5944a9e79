import { textsOf } from '../texts-of.ts';
import type { Check } from './check.ts';

const PATTERNS: readonly (readonly [what: string, pattern: RegExp, fix: string])[] = [
	['an e-mail address', /[\w.+-]+@[\w-]+\.[a-z]{2,}/i, 'leave it out'],
	['the name of an account', /(?<![\w.])@\w{3,}/, 'name the channel or the office, not the account'],
	['a telephone number', /(?:\+|\b00)\d[\d ()./-]{6,}\d|\(0\d{1,4}\)[\d ./-]{5,}/, 'leave it out'],
	[
		'the age of a person',
		/\b(?:aged|age) \d{1,3}\b|\b\d{1,3}[- ]years?[- ]old\b|\b\d{1,3}-year-old\b/i,
		'write a child, a woman, a man, or the number of people',
	],
	['someone addressed by title', /\b(?:Mr|Mrs|Ms|Miss|Mx)\b\.? ?\p{Lu}/u, 'name the office, or nobody'],
	[
		'an address',
		/\b\d{1,4} (?:\p{Lu}[\p{L}-]* )+(?:Street|Road|Avenue|Lane)\b|\b(?:Street|Road|Avenue) (?:No\.? ?)?\d+/u,
		'name the quarter or the town',
	],
	[
		'a pair of coordinates',
		/-?\d{1,3}\.\d{3,}°?\s*[NSEW]?\s*[,;/ ]\s*-?\d{1,3}\.\d{3,}/,
		'coordinates stand in geodata/places only, where they are rounded as they must be',
	],
];

export const check: Check = {
	name: 'no-personal-data',
	description:
		'No text holds an e-mail address, an account, a telephone number, an age, a courtesy title with a name, a street address or coordinates.',
	scope: 'all',
	check({ records, reports, actors, places, corrections }, report) {
		for (const { file, value } of [...records, ...reports, ...actors, ...places, ...corrections]) {
			for (const { path, text } of textsOf(value)) {
				for (const [what, pattern, fix] of PATTERNS) {
					const found = pattern.exec(text)?.[0];
					if (found === undefined) continue;
					report({ file, path, message: `"${found}" looks like ${what}`, fix });
				}
			}
		}
	},
};

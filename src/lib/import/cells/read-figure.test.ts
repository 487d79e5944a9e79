import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FUZZ } from '../fuzz-runs.ts';
import { readFigure } from './read-figure.ts';

test.each<[string, (number | null)[]]>([
	['0', [0, 0, 0]],
	['12', [12, 12, 12]],
	['12.0', [12, 12, 12]],
	['1,234', [1234, 1234, 1234]],
	['1.234', [1234, 1234, 1234]],
	['1 234 567', [1234567, 1234567, 1234567]],
	["1'234", [1234, 1234, 1234]],
	['١٢', [12, 12, 12]],
	['five', [5, 5, 5]],
	['no deaths', [0, 0, 0]],
	['3 (2 children)', [3, 3, 3]],
	['12 killed', [12, 12, 12]],
	['1 – 2', [1, null, 2]],
	['1-2', [1, null, 2]],
	['1,000 to 1,200', [1000, null, 1200]],
	['between 5 and 7', [5, null, 7]],
	['3/4', [3, null, 4]],
	['2-2', [2, 2, 2]],
	['at least 5', [5, null, null]],
	['>10', [10, null, null]],
	['more than 10', [10, null, null]],
	['5+', [5, null, null]],
	['≥5', [5, null, null]],
	['up to 5', [null, null, 5]],
	['<5', [null, null, 4]],
	['about 20', [null, 20, null]],
	['~20', [null, 20, null]],
	['ca. 20', [null, 20, null]],
])('%s is %j: lowest, best, highest', (text, [low, best, high]) => {
	expect(readFigure(text)).toEqual({ low, best, high, reason: null });
});

test.each(['', ' ', 'nan', 'NA', 'N/A', 'null', '-', '–'])('"%s" is an empty cell', (text) => {
	expect(readFigure(text)).toEqual({ low: null, best: null, high: null, reason: null });
});

test.each([
	['Unknown', 'not a number'],
	['dozens', 'not a number'],
	['several', 'not a number'],
	['?', 'not a number'],
	['1.5', 'not a number'],
	['12,34', 'not a number'],
	['2 5', 'not a number'],
	['-1', 'below 0'],
	['-99', 'below 0'],
	['7-3', 'ends below its start'],
	['<0', 'less than nothing'],
	['999999999', 'no count of people'],
	['1'.repeat(101), '100 characters'],
])('"%s" is unknown, and never 0: %s', (text, reason) => {
	expect(readFigure(text)).toEqual({ low: null, best: null, high: null, reason: expect.stringContaining(reason) });
});

test('no text throws, and every figure is a whole number in order', () => {
	const piece = fc.constantFrom(
		...['1', '12', '234', ',', '.', ' ', '-', '–', '>', '+', 'at least ', ' killed', '(x)', 'to', '٣'],
	);
	const text = fc.oneof(
		fc.string({ maxLength: 120 }),
		fc.array(piece, { maxLength: 10 }).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(text, (written) => {
			const { low, best, high } = readFigure(written);
			const known = [low, best, high].filter((value) => value !== null);
			expect(known).toEqual([...known].sort((a, b) => a - b));
			for (const value of known) expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
			if (!/[\d٣]|no|zero/i.test(written)) expect(known).not.toContain(0);
		}),
		FUZZ,
	);
});

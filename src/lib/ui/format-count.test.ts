import { expect, test } from 'vitest';
import { formatFigure } from './format-count.ts';
import { vocabulary } from './messages/en/vocabulary.ts';

const words = (low: number | null, high: number | null) => formatFigure(low, high, 'en', vocabulary);

test('a figure says exactly what is known', () => {
	expect(words(5, 5)).toBe('5');
	expect(words(4, 5)).toBe('4–5');
	expect(words(91, null)).toBe('91 or more');
	expect(words(1200, 1200)).toBe('1,200');
	expect(words(0, 0)).toBe('0');
	expect(words(null, null)).toBeNull();
});

import { expect, test } from 'vitest';
import { vocabulary } from './messages/en/vocabulary.ts';
import { totalWords } from './total-words.ts';

const words = (low: number | null, best: number | null, high: number | null, isOpen = false) =>
	(['low', 'best', 'high'] as const).map((figure) => {
		const { chosen, range } = totalWords({ low, best, high, isOpen }, figure, 'en', vocabulary);
		return `${chosen} / ${range}`;
	});

test('the figure asked for comes first, then the range', () => {
	expect(words(1280, 1300, 1310)).toEqual(['1,280 / 1,280–1,310', '1,300 / 1,280–1,310', '1,310 / 1,280–1,310']);
	expect(words(4, 4, 4)).toEqual(['4 / null', '4 / null', '4 / null']);
});

test('a highest that is open above is so many or more', () => {
	expect(words(91, 91, 91, true)).toEqual(['91 / 91 or more', '91 / 91 or more', '91 or more / null']);
	expect(words(90, 91, 95, true)).toEqual(['90 / 90–95 or more', '91 / 90–95 or more', '95 or more / 90–95 or more']);
});

test('unknown has no words, and none is 0', () => {
	expect(words(null, null, null)).toEqual(['null / null', 'null / null', 'null / null']);
	expect(words(0, 0, 0)[1]).toBe('0 / null');
});

import { expect, test } from 'vitest';
import { describePair } from './describe-pair.ts';
import { glance } from './messages/en/glance.ts';
import { vocabulary } from './messages/en/vocabulary.ts';

const words = (sure: number, unsure: number, killedLow: number | null, killedHigh: number | null, unknown: number) =>
	describePair({ sure, unsure, killedLow, killedHigh, unknown }, 'en', glance, vocabulary);

test('a cell says what is sure apart from what is not, and that there is no figure', () => {
	expect(words(0, 0, null, null, 0)).toBe('none');
	expect(words(3, 1, 4, 5, 2)).toBe(
		'3 incidents, 1 incident suspected, disputed or denied, 4–5 killed, no figure of killed for 2',
	);
	expect(words(0, 2, 91, null, 0)).toBe('2 incidents suspected, disputed or denied, 91 or more killed');
	expect(words(1, 0, null, null, 1)).toBe('1 incident, no figure of killed for 1');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CountTexts } from './count-texts.ts';

test('counts as a map of the texts does', () => {
	const text = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('', '__proto__', '\ud800', 'é', 'e\u0301'));
	fc.assert(
		fc.property(fc.array(text, { maxLength: 3000, size: 'max' }), (texts) => {
			const [counted, expected] = [new CountTexts(), new Map<string, number>()];
			for (const each of texts) {
				expected.set(each, (expected.get(each) ?? 0) + 1);
				expect(counted.add(each)).toBe(expected.get(each));
			}
		}),
		{ numRuns: 20, endOnFailure: true },
	);
});

test('a hundred thousand texts that differ by little are all told apart, and again when there are more slots', () => {
	const texts = new CountTexts();
	for (let number = 0; number < 100_000; number++) if (texts.add(`{"row":${number}}`) !== 1) expect(number).toBeNull();
	for (let number = 0; number < 100_000; number++) if (texts.add(`{"row":${number}}`) !== 2) expect(number).toBeNull();
});

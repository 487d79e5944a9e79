import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { markRowsWith, searchIndex } from './search-index.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ß', 'ي', '-', '\u{1F680}'), minLength: 1, maxLength: 4 });
const text = fc
	.array(fc.tuple(letters, fc.constantFrom(' ', '  ', '\n', '\u3000')))
	.map((parts) => parts.flat().join(''));

test('a part is found in exactly the rows whose text contains it', () => {
	fc.assert(
		fc.property(fc.array(text, { maxLength: 30 }), letters, (texts, part) => {
			const marks = new Uint8Array(texts.length);
			markRowsWith(
				searchIndex(texts.length, (row) => texts[row]!),
				part,
				marks,
			);
			expect([...marks]).toEqual(texts.map((whole) => (whole.includes(part) ? 1 : 0)));
		}),
		{ numRuns: 500 },
	);
});

test('each different word is held once and a row once for each of its words', () => {
	const index = searchIndex(2, (row) => ['drone drone base', 'base'][row]!);
	expect(index.words).toBe('drone\nbase\n');
	expect([...index.rows]).toEqual([0, 0, 1]);
});

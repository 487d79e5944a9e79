import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringAt, stringColumn, StringRows } from './string-column.ts';

test('strings come back as they were, and are found again', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string(), (texts, other) => {
			const column = stringColumn(texts.length, (row) => texts[row]!);
			expect(texts.map((_, row) => stringAt(column, row))).toEqual(texts);
			const rows = new StringRows(column);
			for (const text of [...texts, other]) {
				const row = texts.indexOf(text);
				expect(rows.get(text)).toBe(row === -1 ? undefined : row);
			}
		}),
	);
});

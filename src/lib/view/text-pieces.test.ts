import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textAt, TextPiecesBuilder } from './text-pieces.ts';

test('every row has its text again, whatever piece it lies in', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 40 }), (texts, pieceBytes) => {
			const builder = new TextPiecesBuilder(pieceBytes);
			for (const text of texts) builder.add(text);
			const pieces = builder.finish();
			expect(texts.map((_, row) => textAt(pieces, row))).toEqual(texts);
			expect(pieces.firstRow.at(-1)).toBe(texts.length);
		}),
	);
});

test('pieces hold no more than their texts', () => {
	const builder = new TextPiecesBuilder(64);
	for (let row = 0; row < 10; row++) builder.add('x'.repeat(10));
	const { pieces } = builder.finish();
	expect(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(100);
	expect(pieces.every(({ buffer, byteLength }) => buffer.byteLength === byteLength)).toBe(true);
});

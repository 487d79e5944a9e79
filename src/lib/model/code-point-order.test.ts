import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byCodePoint } from './code-point-order.ts';

test('sorts by code point, also beyond the first 65,536', () => {
	expect(['\u{1F600}', '\uFFFD', 'b', 'B', 'ab', 'a', ''].sort(byCodePoint)).toEqual([
		'',
		'B',
		'a',
		'ab',
		'b',
		'\uFFFD',
		'\u{1F600}',
	]);
});

test('is a total order', () => {
	const text = fc.string({ unit: 'grapheme' });
	fc.assert(
		fc.property(
			text,
			text,
			(a, b) => Math.sign(byCodePoint(a, b)) === -Math.sign(byCodePoint(b, a)) || (a === b && byCodePoint(a, b) === 0),
		),
	);
	fc.assert(fc.property(text, text, (a, b) => (byCodePoint(a, b) === 0) === (a === b)));
});

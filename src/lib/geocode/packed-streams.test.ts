import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StreamReader, StreamWriter } from './packed-streams.ts';

test('numbers come back as they were written', () => {
	const number = fc.oneof(fc.nat(127), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
	fc.assert(
		fc.property(fc.array(number), fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (plain, signed) => {
			const writer = new StreamWriter();
			plain.forEach((value) => writer.number(value));
			signed.forEach((value) => writer.signed(value));
			const reader = new StreamReader(writer.written());
			expect(plain.map(() => reader.number())).toEqual(plain);
			expect(signed.map(() => reader.signed())).toEqual(signed);
			expect(() => reader.number()).toThrow('The stream has ended');
		}),
	);
});

test('what is no whole number is refused', () => {
	const writer = new StreamWriter();
	for (const value of [-1, 0.5, NaN, 2 ** 32])
		expect(() => writer.number(value)).toThrow(`Unexpected number: ${value}`);
});

import { expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { bytesAsText, dayAsText, finite, fromJson, instantAsText, plainInteger } from './plain-value.ts';

test('whole numbers that JavaScript cannot tell apart stay text', () => {
	expect([plainInteger(2n ** 53n - 1n), plainInteger(2n ** 53n), plainInteger(-5n)]).toEqual([
		2 ** 53 - 1,
		'9007199254740992',
		-5,
	]);
	expect([finite(0.5), finite(NaN), finite(-Infinity)]).toEqual([0.5, null, null]);
});

test('JSON is taken apart, anything else stays text, also what is nested too deeply', () => {
	expect(fromJson('{"a":[1,"[[["]}')).toEqual({ a: [1, '[[['] });
	expect(fromJson('{"a":')).toBe('{"a":');
	const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
	expect(fromJson(nested(LIMITS.nesting))).toBeInstanceOf(Array);
	expect(fromJson(nested(LIMITS.nesting + 1))).toBe(nested(LIMITS.nesting + 1));
	expect(fromJson(nested(1_000_000))).toBeTypeOf('string');
	const brackets = JSON.stringify(`\\"${'['.repeat(100)}`);
	expect(fromJson(brackets)).toBe(JSON.parse(brackets));
});

test('days and instants as ISO dates, and as counts where no calendar holds them', () => {
	expect([dayAsText(19_771), dayAsText(-719_528), dayAsText(1e9), dayAsText(NaN)]).toEqual([
		'2024-02-18',
		'0000-01-01',
		'1000000000 days since 1970-01-01',
		'NaN days since 1970-01-01',
	]);
	expect(instantAsText(1_708_237_800_000_000n, 1e6)).toBe('2024-02-18T06:30:00Z');
	expect(instantAsText(2n ** 62n, 1)).toBe('4611686018427388000 seconds since 1970-01-01');
});

test('bytes as digits, and counted where they are many', () => {
	expect(bytesAsText(Uint8Array.of(0, 255))).toBe('00ff');
	expect(bytesAsText(new Uint8Array(10_001))).toBe('10001 bytes');
});

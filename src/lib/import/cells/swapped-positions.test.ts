import { expect, test } from 'vitest';
import { SwapTally } from './swapped-positions.ts';

function verdictOf(positions: readonly (readonly [latitude: number, longitude: number, country?: string])[]) {
	const tally = new SwapTally();
	for (const [latitude, longitude, country = ''] of positions) tally.add(latitude, longitude, country);
	return tally.verdict();
}

test('positions that exist only the other way around say that they are interchanged', () => {
	expect(
		verdictOf([
			[-100, 40],
			[-95, 38],
			[33, 44],
		]),
	).toBe('yes');
	expect(
		verdictOf([
			[-100, 40],
			[38, -95],
		]),
	).toBe('no');
});

test('a single mistake in a long file says nothing of the others', () => {
	const many = Array.from({ length: 50 }, () => [33, 44] as const);
	expect(verdictOf([...many, [99.5, 44]])).toBe('no');
});

test('countries tell where both ways exist', () => {
	expect(verdictOf(Array.from({ length: 3 }, () => [44, 33, 'Iraq'] as const))).toBe('likely');
	expect(verdictOf(Array.from({ length: 3 }, () => [33, 44, 'Iraq'] as const))).toBe('no');
});

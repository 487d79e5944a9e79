import { expect, test } from 'vitest';
import { DENSITY_FROM, DENSITY_RAMPS, densityClass } from './density-tokens.ts';

test('a class holds the counts from its own least to the next', () => {
	expect([0, 1, 2, 3, 9, 10, 999, 1000, 1e6].map(densityClass)).toEqual([-1, 0, 0, 1, 1, 2, 5, 6, 6]);
});

/** CIE lightness, which is what is left of a colour in a grey print. */
function lightness(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 116 * Math.cbrt(0.2126 * r! + 0.7152 * g! + 0.0722 * b!) - 16;
}

test.each(['dark', 'light'] as const)('every step of the %s ramp is seen without colour', (theme) => {
	const steps = DENSITY_RAMPS[theme].map(lightness);
	expect(steps).toHaveLength(DENSITY_FROM.length);
	const direction = theme === 'dark' ? 1 : -1;
	steps.slice(1).forEach((step, index) => expect(direction * (step - steps[index]!)).toBeGreaterThan(6));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coarsened, coarsePosition, leastSensitivity, stricter } from './sensitivity.ts';
import { keysOf, SENSITIVITIES } from './vocabulary.ts';

const KM_PER_DEGREE = 111.7;
const sensitivities = fc.constantFrom(...keysOf(SENSITIVITIES));
const places = fc.record({
	position: fc.tuple(
		fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5),
		fc.integer({ min: -9_000_000, max: 9_000_000 }).map((n) => n / 1e5),
	),
	uncertaintyKm: fc.double({ min: 0.1, max: 50, noNaN: true }),
});

test('hospitals and shelters, and private homes, have a class of their own', () => {
	expect(leastSensitivity('hospital')).toBe('care');
	expect(leastSensitivity('shelter')).toBe('care');
	expect(leastSensitivity('home')).toBe('home');
	expect(leastSensitivity('town')).toBe('none');
	expect([stricter('none', 'care'), stricter('home', 'care'), stricter('care', 'care')]).toEqual([
		'care',
		'home',
		'care',
	]);
});

test('a position goes to the nearest crossing of the grid', () => {
	expect(coarsePosition([34.46213, 31.50488], 'none')).toEqual([34.46213, 31.50488]);
	expect(coarsePosition([34.46213, 31.50488], 'care')).toEqual([34.46, 31.5]);
	expect(coarsePosition([34.46213, 31.53], 'home')).toEqual([34.45, 31.55]);
	expect(coarsePosition([-0.004, -0.006], 'care')).toEqual([-0, -0.01]);
});

test('a place that is moved is less certain by the most that rounding moves', () => {
	expect(coarsened({ position: [34.4621, 31.5049], uncertaintyKm: 1 }, 'care')).toEqual({
		position: [34.46, 31.5],
		uncertaintyKm: 1.8,
	});
	expect(coarsened({ position: [34.46, 31.5], uncertaintyKm: 0.5 }, 'care').uncertaintyKm).toBe(0.8);
	expect(coarsened({ position: [34.46, 31.5], uncertaintyKm: 0.5 }, 'none').uncertaintyKm).toBe(0.5);
});

test('the least radius covers half the diagonal of the cell wherever it lies', () => {
	for (const { gridDegrees, leastKm } of Object.values(SENSITIVITIES)) {
		if (gridDegrees === null) continue;
		const halfDiagonalKm = Math.hypot(gridDegrees * KM_PER_DEGREE, gridDegrees * KM_PER_DEGREE) / 2;
		expect(leastKm).toBeGreaterThanOrEqual(halfDiagonalKm);
	}
});

test('rounding twice is rounding once, and never makes a place look better known', () => {
	fc.assert(
		fc.property(places, sensitivities, (place, sensitivity) => {
			const once = coarsened(place, sensitivity);
			expect(coarsened(once, sensitivity)).toEqual(once);
			expect(once.uncertaintyKm).toBeGreaterThanOrEqual(
				Math.min(place.uncertaintyKm, SENSITIVITIES[sensitivity].leastKm),
			);
			expect(once.uncertaintyKm).toBeGreaterThanOrEqual(SENSITIVITIES[sensitivity].leastKm);
		}),
	);
});

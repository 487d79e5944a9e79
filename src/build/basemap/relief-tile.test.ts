import { expect, test } from 'vitest';
import { INKS, reliefTile } from './relief-tile.ts';
import { smoothHeights } from './smooth-heights.ts';

const [WIDTH, HEIGHT, SIDE] = [180, 90, 32];
const FLAT = INKS.shadowSteps;

function world(heightAt: (x: number, y: number) => number) {
	const values = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => heightAt(i % WIDTH, Math.floor(i / WIDTH)));
	return { width: WIDTH, height: HEIGHT, values };
}
const tile = (heightAt: (x: number, y: number) => number, land: number) =>
	reliefTile([world(heightAt)], { z: 0, x: 0, y: 0 }, SIDE, new Float32Array(SIDE * SIDE).fill(land));
const at = (ink: Uint8Array, x: number, y: number) => ink[y * SIDE + x] ?? -1;

test('flat land has no ink', () => {
	expect(new Set(tile(() => 50, 1))).toEqual(new Set([FLAT]));
});

test('light comes from the west: a ridge is lit there and in shadow to its east', () => {
	const ridge = tile((x) => Math.max(0, 120 - 8 * Math.abs(x - 90)), 1);
	expect(at(ridge, 14, 16)).toBeGreaterThan(FLAT);
	expect(at(ridge, 17, 16)).toBeLessThan(FLAT);
});

test('water is darker where it is deeper, and never shaded as land', () => {
	const shallow = at(
		tile(() => -10, 0),
		16,
		16,
	);
	const deep = at(
		tile(() => -80, 0),
		16,
		16,
	);
	const first = INKS.shadowSteps + INKS.lightSteps + 1;
	expect(shallow).toBeGreaterThanOrEqual(first);
	expect(deep).toBeGreaterThan(shallow);
	expect(deep).toBeLessThanOrEqual(first + INKS.seaSteps);
});

test('the shore has no ink, so that land and water meet evenly', () => {
	expect(new Set(tile((x) => x, 0.5))).toEqual(new Set([FLAT]));
});

test('terraces of the source are smoothed to a slope, steep ground is not', () => {
	const terraces = smoothHeights(world((x) => Math.floor(x / 12))).values;
	const steps = (from: number, to: number) =>
		Array.from(
			{ length: to - from },
			(_, i) => (terraces[45 * WIDTH + from + i + 1] ?? 0) - (terraces[45 * WIDTH + from + i] ?? 0),
		);
	expect(Math.max(...steps(40, 140))).toBeLessThan(0.25);
	const cliff = smoothHeights(world((x) => (x < 90 ? 0 : 60))).values;
	expect((cliff[45 * WIDTH + 91] ?? 0) - (cliff[45 * WIDTH + 88] ?? 0)).toBeGreaterThan(50);
});

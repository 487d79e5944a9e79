import { expect, test } from 'vitest';
import { keysOf } from '../model/vocabulary.ts';
import { LAYER_COLOURS, PALETTE_SLOTS } from './layer-style.ts';
import {
	ATTRIBUTION_RINGS,
	KIND_SHAPES,
	type Point,
	ringOf,
	ringPath,
	type Shape,
	shapePath,
	SIDE_COLOURS,
	symbolRadiusPx,
	symbolScale,
} from './symbol-tokens.ts';

const kinds = keysOf(KIND_SHAPES);

function pairs<T>(items: readonly T[]): [T, T][] {
	return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

function isInside(shape: Shape, x: number, y: number): boolean {
	let inside = false;
	const cross = ([x1, y1]: Point, [x2, y2]: Point) => {
		if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
	};
	for (const ring of shape) ring.forEach((point, index) => cross(point, ring[(index + 1) % ring.length]!));
	return inside;
}

function silhouette(shape: Shape): boolean[] {
	const cells: boolean[] = [];
	for (let y = -1.2; y < 1.2; y += 0.04) for (let x = -1.2; x < 1.2; x += 0.04) cells.push(isInside(shape, x, y));
	return cells;
}

test.each(pairs(kinds))('the shapes of %s and %s are apart without colour', (a, b) => {
	const [first, second] = [silhouette(KIND_SHAPES[a]), silhouette(KIND_SHAPES[b])];
	const both = first.filter((inside, cell) => inside && second[cell]).length;
	const either = first.filter((inside, cell) => inside || second[cell]).length;
	expect(both / either).toBeLessThan(0.81);
});

test.each(kinds)('the shape of %s keeps near its circle and weighs about as much as the others', (kind) => {
	for (const [x, y] of KIND_SHAPES[kind].flat()) expect(Math.hypot(x, y)).toBeLessThan(1.3);
	const area = silhouette(KIND_SHAPES[kind]).filter(Boolean).length * 0.04 ** 2;
	expect(area).toBeGreaterThan(1.05);
	expect(area).toBeLessThan(2.4);
});

/** Linear RGB as seen with full colour vision and without one kind of cone (Machado, Oliveira and Fernandes 2009). */
const VISION = {
	full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
	protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
	deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
	tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function oklab(hex: string, vision: readonly number[]): [number, number, number] {
	const linear = [1, 3, 5].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	const [r, g, b] = [0, 3, 6].map((row) =>
		Math.max(
			0,
			linear.reduce((sum, c, i) => sum + c * vision[row + i]!, 0),
		),
	);
	const l = Math.cbrt(0.4122214708 * r! + 0.5363325363 * g! + 0.0514459929 * b!);
	const m = Math.cbrt(0.2119034982 * r! + 0.6806995451 * g! + 0.1073969566 * b!);
	const s = Math.cbrt(0.0883024619 * r! + 0.2817188376 * g! + 0.6299787005 * b!);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
}

test.each(['light', 'dark'] as const)('every two sides differ in colour for every reader, %s', (theme) => {
	const colours = SIDE_COLOURS[theme];
	for (const vision of Object.values(VISION)) {
		for (const [a, b] of pairs(keysOf(colours))) {
			const [first, second] = [oklab(colours[a], vision), oklab(colours[b], vision)];
			const distance = Math.hypot(...first.map((value, axis) => value - second[axis]!));
			expect(distance, `${a} and ${b}`).toBeGreaterThan(0.078);
		}
	}
});

test.each(['light', 'dark'] as const)('layers differ from sides, from each other, and in grey, %s', (theme) => {
	const layers = PALETTE_SLOTS.map((slot) => LAYER_COLOURS[theme][slot]);
	const sides = Object.values(SIDE_COLOURS[theme]);
	const apart = (a: string, b: string, vision: readonly number[]) => {
		const [first, second] = [oklab(a, vision), oklab(b, vision)];
		return Math.hypot(...first.map((value, axis) => value - second[axis]!));
	};
	for (const [name, vision] of Object.entries(VISION)) {
		const least = name === 'full' ? 0.099 : 0.05;
		for (const layer of layers) {
			for (const side of sides) expect(apart(layer, side, vision), `${layer} and ${side}`).toBeGreaterThan(least);
		}
		for (const [a, b] of pairs(layers)) expect(apart(a, b, vision), `${a} and ${b}`).toBeGreaterThan(least);
	}
	for (const [a, b] of pairs(layers)) {
		const [first, second] = [oklab(a, VISION.full)[0], oklab(b, VISION.full)[0]];
		expect(Math.abs(first - second), `${a} and ${b} in grey`).toBeGreaterThan(0.045);
	}
});

test('every attribution has a ring of its own, and unknown has none', () => {
	const rings = Object.values(ATTRIBUTION_RINGS).map((ring) => JSON.stringify(ring));
	expect(new Set(rings).size).toBe(rings.length);
	expect(ringPath('unknown', 10)).toBe('');
	expect(ringPath('suspected', 10).match(/M/g)).toHaveLength(12);
});

test('a whole ring is drawn the long way round', () => {
	expect(ringPath('confirmed', 10)).toMatch(/A10 10 0 1 1/);
	expect(ringPath('denied', 10)).toMatch(/A10 10 0 0 1/);
});

test('a shape with a hole has two closed rings', () => {
	expect(shapePath('killing', 6).match(/Z/g)).toHaveLength(2);
});

test('area grows in proportion to the toll, within bounds', () => {
	const area = (killed: number) => symbolRadiusPx(killed) ** 2;
	expect(area(40) - area(20)).toBeCloseTo(area(60) - area(40));
	expect(symbolRadiusPx(100_000)).toBe(symbolRadiusPx(1_000_000));
	expect(symbolRadiusPx(-1)).toBe(symbolRadiusPx(0));
});

test('the curated incidents are drawn in full and a crowd never vanishes', () => {
	expect(symbolScale(5, 150)).toBe(symbolScale(5, 0));
	expect(symbolScale(5, 1_000_000)).toBeGreaterThanOrEqual(symbolScale(5, 0) / 2);
});

test('an incident contested on what happened wears the broken ring, whoever did it', () => {
	expect(ringOf('attributed', 'contested')).toBe('disputed');
	expect(ringOf('denied', 'contested')).toBe('denied');
	expect(ringOf('attributed', 'weak')).toBe('attributed');
});

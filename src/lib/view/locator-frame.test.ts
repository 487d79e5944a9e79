import distance from '@turf/distance';
import { expect, test } from 'vitest';
import type { Position } from '../model/fields.ts';
import { locatorFrame, scaleBar, toFrame, toWorld, worldBox } from './locator-frame.ts';

const BAGHDAD: Position = [44.4, 33.34];
const MUSAYIB: Position = [44.29, 32.78];
const SIZE = [400, 320] as const;

test('a single point stands in the middle, north up, at the least width', () => {
	const frame = locatorFrame(worldBox([{ position: BAGHDAD, radiusKm: 5 }], []), SIZE, { leastKm: 300, margin: 0.3 });
	expect(frame.width * frame.kmPerUnit).toBeCloseTo(300, 6);
	const [x, y] = toFrame(toWorld(BAGHDAD), frame);
	expect(x).toBeCloseTo(200);
	expect(y).toBeCloseTo(160);
	expect(toFrame(toWorld(MUSAYIB), frame)[1]).toBeGreaterThan(y);
});

test('lengths in the drawing are lengths on the ground, near the middle', () => {
	const circles = [BAGHDAD, MUSAYIB].map((position) => ({ position, radiusKm: 10 }));
	const frame = locatorFrame(worldBox(circles, []), SIZE, { leastKm: 100, margin: 0.3 });
	const [ax, ay] = toFrame(toWorld(BAGHDAD), frame);
	const [bx, by] = toFrame(toWorld(MUSAYIB), frame);
	const km = Math.hypot(ax - bx, ay - by) * frame.kmPerUnit;
	expect(Math.abs(km / distance(BAGHDAD, MUSAYIB) - 1)).toBeLessThan(0.01);
});

test('what is wide keeps its margin on every side', () => {
	const outline = [toWorld([38, 29]), toWorld([48, 29]), toWorld([48, 37]), toWorld([38, 37])];
	const frame = locatorFrame(worldBox([], [outline]), SIZE, { leastKm: 100, margin: 0.2 });
	for (const corner of outline) {
		const [x, y] = toFrame(corner, frame);
		expect(x).toBeGreaterThan(40);
		expect(x).toBeLessThan(360);
		expect(y).toBeGreaterThan(40);
		expect(y).toBeLessThan(280);
	}
});

test.each([
	[300, 50],
	[90, 20],
	[4100, 1000],
])('a map %i km wide has a bar of %i km', (wide, km) => {
	const frame = { width: 400, height: 320, left: 0, top: 0, scale: 1, kmPerUnit: wide / 400 };
	expect(scaleBar(frame).km).toBe(km);
	expect(scaleBar(frame).length).toBeLessThanOrEqual(100);
});

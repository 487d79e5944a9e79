import { expect, test } from 'vitest';
import type { LocatorFrame } from './locator-frame.ts';
import { linesPath, ringsPath } from './locator-paths.ts';

const frame: LocatorFrame = { width: 100, height: 80, left: 0, top: 0, scale: 100, kmPerUnit: 1 };

test('a ring is written in tenths, relative, without what lies on its edges', () => {
	const ring = [
		[0.1, 0.1],
		[0.2, 0.1],
		[0.3, 0.1],
		[0.3, 0.3],
	] as const;
	expect(ringsPath([ring], frame, 0.5)).toBe('M100 100l200 0 0 200z');
});

test('what lies outside the frame, or is too small to be seen, leaves nothing', () => {
	const far = [
		[2, 2],
		[3, 2],
		[3, 3],
	] as const;
	const speck = [
		[0.1, 0.1],
		[0.101, 0.1],
		[0.101, 0.101],
	] as const;
	expect(ringsPath([far, speck], frame, 0.5)).toBe('');
	expect(linesPath([far], frame, 0.5)).toBe('');
});

test('a line ends a little outside the frame', () => {
	expect(
		linesPath(
			[
				[
					[0.5, 0.4],
					[5, 0.4],
				],
			],
			frame,
			0.5,
		),
	).toBe('M500 400l540 0');
});

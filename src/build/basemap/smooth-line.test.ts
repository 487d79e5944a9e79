import { expect, test } from 'vitest';
import { smoothLine } from './smooth-line.ts';

/** A square of about 11 km whose sides are stairs of 1.1 km. */
const STAIRS = (() => {
	const ring: [number, number][] = [];
	for (let i = 0; i < 10; i++) ring.push([i * 0.01, i * 0.01], [(i + 1) * 0.01, i * 0.01]);
	return [...ring, [0.1, 0.1], [0, 0.1], [0, 0]] as [number, number][];
})();

/** The sharpest turn between neighbouring edges, in degrees. */
function sharpestTurn(line: number[][]): number {
	const turns = line.slice(1, -1).map(([x = 0, y = 0], i) => {
		const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [line[i], line[i + 2]];
		const turn = Math.atan2(by - y, bx - x) - Math.atan2(y - ay, x - ax);
		return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
	});
	return (Math.max(...turns) * 180) / Math.PI;
}

test('stairs become a slope', () => {
	expect(sharpestTurn(STAIRS)).toBeGreaterThan(85);
	expect(sharpestTurn(smoothLine(STAIRS, 1))).toBeLessThan(40);
});

test('a ring stays closed', () => {
	const smooth = smoothLine(STAIRS, 1);
	expect(smooth.at(-1)).toEqual(smooth[0]);
});

test('the ends of an open line do not move', () => {
	const line = STAIRS.slice(0, 12);
	const smooth = smoothLine(line, 0.5);
	expect(smooth[0]?.map((value) => value.toFixed(6))).toEqual(line[0]?.map((value) => value.toFixed(6)));
	expect(smooth.at(-1)?.map((value) => value.toFixed(6))).toEqual(line.at(-1)?.map((value) => value.toFixed(6)));
});

test('a line shorter than the rounding is left as it is', () => {
	const line = [
		[0, 0],
		[0.001, 0.001],
	];
	expect(smoothLine(line, 1)).toEqual(line);
});

import { expect, test } from 'vitest';
import { parsePn2 } from './pn2.ts';

/** Bytes by their sizes: `[size, value]`, big end first. */
function bytes(...fields: [size: 1 | 2 | 4, value: number][]): DataView {
	const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
	let at = 0;
	for (const [size, value] of fields) {
		if (size === 1) view.setInt8(at, value);
		if (size === 2) view.setInt16(at, value);
		if (size === 4) view.setUint32(at, value);
		at += size;
	}
	return view;
}

/** Three points from [10, 20] on, by one absolute node and two relative to it. */
const TRIANGLE: [1 | 2 | 4, number][] = [
	[4, 1],
	[2, 20 * 120],
	[2, 10 * 120],
	[2, 2],
	[1, 60],
	[1, 0],
	[1, 0],
	[1, -60],
];
const POINTS = [
	[10, 20],
	[10, 20.5],
	[9.5, 20],
];

test('a line', () => {
	expect(parsePn2(bytes([1, 2], [4, 1], [1, 0], [1, 0], [4, 7], ...TRIANGLE))).toEqual([
		{ closed: false, rings: [POINTS] },
	]);
});

test('a polygon with a hole, whose colour is skipped', () => {
	const view = bytes([1, 2], [4, 2], [1, 1], [1, 2], [4, 7], [1, 3], ...TRIANGLE, [1, 3], [4, 7], ...TRIANGLE);
	expect(parsePn2(view)).toEqual([{ closed: true, rings: [POINTS, POINTS] }]);
});

test('the members of a group', () => {
	const member: [1 | 2 | 4, number][] = [[1, 2], [4, 7], ...TRIANGLE];
	expect(parsePn2(bytes([1, 2], [4, 1], [1, 0], [1, 4], [4, 7], [1, 2], ...member, ...member))).toHaveLength(2);
});

test('another version is refused', () => {
	expect(() => parsePn2(bytes([1, 1], [4, 0], [1, 0]))).toThrow('version 2');
});

import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { joined } from './gshhg.ts';

const piece = (key: number, ...line: Position[]) => ({ key, line });

test('pieces of a line are joined where two meet, whichever way they run', () => {
	const lines = joined([piece(1, [0, 0], [1, 0]), piece(1, [2, 0], [1, 0]), piece(1, [2, 0], [3, 0])]);
	expect(lines).toHaveLength(1);
	expect(lines[0]?.line.map(([lng]) => lng).sort()).toEqual([0, 1, 2, 3]);
});

test('a ring cut in two is closed again', () => {
	const [ring, ...others] = joined([piece(1, [0, 0], [1, 0], [1, 1]), piece(1, [1, 1], [0, 1], [0, 0])]);
	expect(others).toEqual([]);
	expect(ring?.line[0]).toEqual(ring?.line.at(-1));
	expect(ring?.line).toHaveLength(5);
});

test('where three meet nothing is joined, nor pieces of different keys', () => {
	const fork = [piece(1, [0, 0], [1, 0]), piece(1, [1, 0], [2, 1]), piece(1, [1, 0], [2, -1])];
	expect(joined(fork)).toHaveLength(3);
	expect(joined([piece(1, [0, 0], [1, 0]), piece(2, [1, 0], [2, 0])])).toHaveLength(2);
});

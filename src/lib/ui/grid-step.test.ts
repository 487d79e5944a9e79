import { expect, test } from 'vitest';
import { gridStep } from './grid-step.ts';

/** Heads above and at the start, one empty cell in the middle, none in the corner. */
const isStop = (row: number, column: number) => !(row === 1 && column === 1) && !(row === -1 && column === -1);
const step = (row: number, column: number, key: string, rtl = false) =>
	gridStep({ row, column }, key, [3, 3], isStop, rtl);

test('arrows lead to the next place that can be pressed', () => {
	expect(step(1, 0, 'ArrowRight')).toEqual({ row: 1, column: 2 });
	expect(step(0, 1, 'ArrowDown')).toEqual({ row: 2, column: 1 });
	expect(step(0, 0, 'ArrowUp')).toEqual({ row: -1, column: 0 });
	expect(step(0, 0, 'ArrowLeft')).toEqual({ row: 0, column: -1 });
	expect(step(0, 0, 'ArrowLeft', true)).toEqual({ row: 0, column: 1 });
	expect(step(1, 2, 'Home')).toEqual({ row: 1, column: -1 });
	expect(step(1, -1, 'End')).toEqual({ row: 1, column: 2 });
});

test('at the edge, and for other keys, nothing moves', () => {
	expect(step(0, -1, 'ArrowUp')).toBe(null);
	expect(step(2, 2, 'ArrowDown')).toBe(null);
	expect(step(0, 0, 'Tab')).toBe(null);
});

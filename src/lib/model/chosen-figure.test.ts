import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenFigure } from './chosen-figure.ts';

test('takes the figure asked for', () => {
	const toll = { low: 3, best: 4, high: 9 };
	expect(chosenFigure(toll, 'low')).toEqual({ count: 3, isOpen: false });
	expect(chosenFigure(toll, 'best')).toEqual({ count: 4, isOpen: false });
	expect(chosenFigure(toll, 'high')).toEqual({ count: 9, isOpen: false });
});

test('a highest that is open above is the best or more', () => {
	expect(chosenFigure({ low: 1, best: 91, high: null }, 'high')).toEqual({ count: 91, isOpen: true });
	expect(chosenFigure({ low: 1, best: 91, high: null }, 'best')).toEqual({ count: 91, isOpen: false });
});

test('unknown is no figure, and none is one', () => {
	expect(chosenFigure({ low: null, best: null, high: null }, 'high')).toBeNull();
	expect(chosenFigure({ low: 0, best: 0, high: 0 }, 'low')).toEqual({ count: 0, isOpen: false });
});

test('low, best and high stay in order', () => {
	const figures = fc.tuple(fc.nat(50), fc.nat(50), fc.option(fc.nat(50))).map(([low, more, most]) => ({
		low,
		best: low + more,
		high: most === null ? null : low + more + most,
	}));
	fc.assert(
		fc.property(figures, (toll) => {
			const [low, best, high] = (['low', 'best', 'high'] as const).map((each) => chosenFigure(toll, each)!.count);
			expect(low! <= best! && best! <= high!).toBe(true);
		}),
	);
});

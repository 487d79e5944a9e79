import type { Reading } from './reading.ts';
import type { Figure } from './record.ts';

/** The figure a reading takes. */
export interface ChosenFigure {
	readonly count: number;
	/** Whether it may be more: the highest was asked for, and no claim sets one. */
	readonly isOpen: boolean;
}

/** One of the three figures of a toll; a highest that is open above stands at the best. `null` where unknown. */
export function chosenFigure({ low, best, high }: Figure, figure: Reading['figure']): ChosenFigure | null {
	if (low === null) return null;
	const middle = Math.max(low, best ?? low);
	if (figure === 'low') return { count: low, isOpen: false };
	if (figure === 'best') return { count: middle, isOpen: false };
	return { count: high ?? middle, isOpen: high === null };
}

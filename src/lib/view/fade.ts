import type { View } from './view.ts';

/**
 * How rows grow fainter behind the position, in step with what `shownDays` lets through: over the length of the window
 * in a window and on a trail, where they then stay at their faintest; not at all in cumulative mode or without a
 * position, where every row counts the same.
 */
export function fadeOf(view: Pick<View, 'position' | 'mode' | 'windowDays'>): { mode: 'none' | 'age'; days: number } {
	if (view.position === null || view.mode === 'cumulative') return { mode: 'none', days: 0 };
	return { mode: 'age', days: view.windowDays };
}

import type { DayRange } from '../../../lib/view/select.ts';

/** One way to show incidents over time on a MapLibre map. */
export interface Approach {
	/** Takes rows that are in memory to the map. Resolves when a frame with them has been drawn. */
	load(): Promise<void>;
	/** One time step. What is left to do asynchronously is waited for by `settled`. */
	step(days: DayRange, mode: 'window' | 'cumulative'): void;
	/** Resolves when the step is drawn. */
	settled(): Promise<void>;
	/** Resolves when `pick` is as fast as it gets. */
	pickable?(): Promise<void>;
	/** How many incidents are under a point of the map. */
	pick(x: number, y: number): number;
}

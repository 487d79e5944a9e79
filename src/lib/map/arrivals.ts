import type { DayRange } from '../view/select.ts';
import { PULSE } from '../view/symbol-tokens.ts';

/** How many arrivals may be under way at once. */
export const MOST_ARRIVALS = 4;

/** A ring that widens around what begins on some days. */
export interface Arrival {
	readonly days: DayRange;
	readonly startedAt: number;
	/** From 0 to 1. */
	done: number;
}

/** The latest moments at which time came to new rows: nothing is written for a row. */
export class Arrivals {
	/** The oldest first. */
	readonly underWay: Arrival[] = [];

	/** Rows whose first day is from `from` to `to` have come on show at `now`, in milliseconds. */
	add(from: number, to: number, now: number): void {
		if (this.underWay.length === MOST_ARRIVALS) this.underWay.shift();
		this.underWay.push({ days: [from, to], startedAt: now, done: 0 });
	}

	/** Widens the rings. Returns whether any is still under way. */
	advance(now: number): boolean {
		for (const arrival of this.underWay) arrival.done = Math.max(0, (now - arrival.startedAt) / PULSE.durationMs);
		while (this.underWay.length > 0 && this.underWay[0]!.done >= 1) this.underWay.shift();
		return this.underWay.length > 0;
	}

	clear(): void {
		this.underWay.length = 0;
	}
}

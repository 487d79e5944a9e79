import type { Day } from '../../model/day.ts';

/**
 * Sums that grow over the days, and the latest of some day that goes with them. Every day with an addition is kept
 * once, so that it takes no more room than there are days and what had been added up to any day is found by halving.
 */
export class RunningTotals {
	readonly #width: number;
	readonly #days: Day[] = [];
	readonly #latest: Day[] = [];
	/** `width` sums for each of the days. */
	readonly #sums: number[] = [];

	constructor(width: number) {
		this.#width = width;
	}

	/** Adds on a day that is not before the last one. `values` holds one number for each sum, from the index `from` on. */
	add(day: Day, values: ArrayLike<number>, latest: Day, from = 0): void {
		const width = this.#width;
		const last = this.#days.length - 1;
		if (last >= 0 && this.#days[last] === day) {
			const at = last * width;
			for (let n = 0; n < width; n++) this.#sums[at + n]! += values[from + n]!;
			if (latest > this.#latest[last]!) this.#latest[last] = latest;
			return;
		}
		this.#days.push(day);
		this.#latest.push(last >= 0 ? Math.max(this.#latest[last]!, latest) : latest);
		for (let n = 0; n < width; n++)
			this.#sums.push((last >= 0 ? this.#sums[last * width + n]! : 0) + values[from + n]!);
	}

	/** Where the additions up to and with `day` end: what `sum` and `latest` take. -1 where there are none. */
	upTo(day: Day): number {
		let low = 0;
		let high = this.#days.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#days[middle]! <= day) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}

	/** One of the sums at a place that `upTo` gave. */
	sum(at: number, which: number): number {
		return at < 0 ? 0 : this.#sums[at * this.#width + which]!;
	}

	/** The latest day that had been added at a place that `upTo` gave; `null` where nothing had. */
	latest(at: number): Day | null {
		return at < 0 ? null : this.#latest[at]!;
	}
}

import type { Day } from '../../model/day.ts';

const FEWEST = 8;

/**
 * Sums that grow over the days, and the latest of some day that goes with them. Every day with an addition is kept
 * once, so that it takes no more room than there are days and what had been added up to any day is found by halving.
 */
export class RunningTotals {
	readonly #width: number;
	#length = 0;
	#days = new Int32Array(FEWEST);
	#latest = new Int32Array(FEWEST);
	/** `width` sums for each of the days. */
	#sums: Float64Array;

	constructor(width: number) {
		this.#width = width;
		this.#sums = new Float64Array(FEWEST * width);
	}

	/** Adds on a day that is not before the last one. `values` holds one number for each sum, from the index `from` on. */
	add(day: Day, values: ArrayLike<number>, latest: Day, from = 0): void {
		const width = this.#width;
		const last = this.#length - 1;
		const isNew = last < 0 || this.#days[last] !== day;
		const at = isNew ? this.#length++ : last;
		if (at === this.#days.length) this.#grow();
		this.#days[at] = day;
		this.#latest[at] = last < 0 ? latest : Math.max(this.#latest[last]!, latest);
		for (let n = 0; n < width; n++) {
			const before = last < 0 ? 0 : this.#sums[last * width + n]!;
			this.#sums[at * width + n] = before + values[from + n]!;
		}
	}

	/** Where the additions up to and with `day` end: what `sum` and `latest` take. -1 where there are none. */
	upTo(day: Day): number {
		let low = 0;
		let high = this.#length;
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

	#grow(): void {
		const [days, latest, sums] = [this.#days, this.#latest, this.#sums];
		this.#days = new Int32Array(days.length * 2);
		this.#latest = new Int32Array(latest.length * 2);
		this.#sums = new Float64Array(sums.length * 2);
		this.#days.set(days);
		this.#latest.set(latest);
		this.#sums.set(sums);
	}
}

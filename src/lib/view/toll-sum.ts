import type { Figure } from '../model/record.ts';
import type { IncidentTable } from './incident-table.ts';
import type { FilterFailures } from './select.ts';

/** Sums over the incidents with a figure, `null` where none has one; a `high` that is open above adds the best. */
export interface TollTotal extends Figure {
	/** Whether the highest figure of any is open above, so that `high` may be more. */
	readonly isOpen: boolean;
	/** Incidents with a figure, be it 0, and without any. */
	readonly known: number;
	readonly unknown: number;
}

/** A sum of killed or injured that rows are added to and taken from. */
export class TollSum {
	readonly #low: Int32Array;
	readonly #best: Int32Array;
	readonly #high: Int32Array;
	#sums = { low: 0, best: 0, high: 0 };
	#open = 0;
	#known = 0;
	#unknown = 0;

	constructor(table: IncidentTable, measure: 'killed' | 'injured') {
		this.#low = measure === 'killed' ? table.killedLow : table.injuredLow;
		this.#best = measure === 'killed' ? table.killedBest : table.injuredBest;
		this.#high = measure === 'killed' ? table.killedHigh : table.injuredHigh;
	}

	clear(): void {
		this.#sums = { low: 0, best: 0, high: 0 };
		this.#open = this.#known = this.#unknown = 0;
	}

	add(row: number, sign: 1 | -1): void {
		const low = this.#low[row]!;
		if (low < 0) {
			this.#unknown += sign;
			return;
		}
		const best = Math.max(low, this.#best[row]!);
		const high = this.#high[row]!;
		this.#known += sign;
		if (high < 0) this.#open += sign;
		this.#sums.low += low * sign;
		this.#sums.best += best * sign;
		this.#sums.high += Math.max(best, high) * sign;
	}

	/** Adds those of the rows from `first` up to `end` that pass every filter. */
	addPassing(failures: FilterFailures, first: number, end: number): void {
		const [lows, bests, highs] = [this.#low, this.#best, this.#high];
		let [low, best, high, open, known, unknown] = [0, 0, 0, 0, 0, 0];
		for (let row = first; row < end; row++) {
			if (failures[row] !== 0) continue;
			if (lows[row]! < 0) {
				unknown++;
				continue;
			}
			const middle = Math.max(lows[row]!, bests[row]!);
			known++;
			low += lows[row]!;
			best += middle;
			high += Math.max(middle, highs[row]!);
			if (highs[row]! < 0) open++;
		}
		this.#sums.low += low;
		this.#sums.best += best;
		this.#sums.high += high;
		this.#open += open;
		this.#known += known;
		this.#unknown += unknown;
	}

	total(): TollTotal {
		const sums = this.#known === 0 ? { low: null, best: null, high: null } : { ...this.#sums };
		return { ...sums, isOpen: this.#open > 0, known: this.#known, unknown: this.#unknown };
	}
}

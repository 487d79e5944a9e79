import type { Figure } from '../model/record.ts';
import type { IncidentTable } from './incident-table.ts';
import type { FilterFailures } from './select.ts';
import { type TollClasses, tollClasses } from './toll-classes.ts';

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
	#classes: TollClasses | null = null;
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
		this.#add(this.#low[row]!, this.#best[row]!, this.#high[row]!, sign);
	}

	/** Adds those of the rows from `first` up to `end` that pass every filter. */
	addPassing(failures: FilterFailures, first: number, end: number): void {
		const { of, low, best, high } = (this.#classes ??= tollClasses(this.#low, this.#best, this.#high));
		const counts = new Uint32Array(low.length);
		// Without a branch, which would be guessed wrong for every other row.
		for (let row = first; row < end; row++) counts[of[row]!]! += (failures[row]! - 1) >>> 31;
		counts.forEach((count, index) => this.#add(low[index]!, best[index]!, high[index]!, count));
	}

	/** Adds a number of rows with these figures, fewer than none to take them away. */
	#add(low: number, best: number, high: number, rows: number): void {
		if (low < 0) {
			this.#unknown += rows;
			return;
		}
		const middle = Math.max(low, best);
		this.#known += rows;
		if (high < 0) this.#open += rows;
		this.#sums.low += low * rows;
		this.#sums.best += middle * rows;
		this.#sums.high += Math.max(middle, high) * rows;
	}

	total(): TollTotal {
		const sums = this.#known === 0 ? { low: null, best: null, high: null } : { ...this.#sums };
		return { ...sums, isOpen: this.#open > 0, known: this.#known, unknown: this.#unknown };
	}
}

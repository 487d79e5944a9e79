import { asciiDigits } from './ascii-digits.ts';
import type { DateOrder } from './read-date.ts';

/**
 * What the whole of a column proves about `02/01/1997`: one order; `ambiguous` where no date tells; `mixed` where some
 * prove one order and some the other; `irrelevant` where no date depends on it.
 */
export type DateOrderProof = DateOrder | 'ambiguous' | 'mixed' | 'irrelevant';

const NUMERIC_DATE = /(?<!\d)(\d{1,2})([/.\- ])(\d{1,2})\2\d{4}(?!\d)/g;
const LONGEST = 200;

/** Gathers the proof of a column, cell by cell. */
export class DateOrderTally {
	#dayFirst = 0;
	#monthFirst = 0;
	#open = 0;

	add(cell: string): void {
		if (cell.length > LONGEST) return;
		for (const match of asciiDigits(cell).matchAll(NUMERIC_DATE)) {
			const [first, second] = [Number(match[1]), Number(match[3])];
			if (first > 12 && second <= 12) this.#dayFirst++;
			else if (second > 12 && first <= 12) this.#monthFirst++;
			else if (first !== second && first <= 12) this.#open++;
		}
	}

	proof(): DateOrderProof {
		if (this.#dayFirst > 0 && this.#monthFirst > 0) return 'mixed';
		if (this.#dayFirst > 0) return 'day-first';
		if (this.#monthFirst > 0) return 'month-first';
		return this.#open > 0 ? 'ambiguous' : 'irrelevant';
	}
}

/** The proof of a column given whole. */
export function dateOrderOf(cells: Iterable<string>): DateOrderProof {
	const tally = new DateOrderTally();
	for (const cell of cells) tally.add(cell);
	return tally.proof();
}

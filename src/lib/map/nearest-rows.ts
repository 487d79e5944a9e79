/** The few rows nearest to a point, nearest first; of equally near ones the later, which is drawn above, comes first. */
export class NearestRows {
	readonly rows: number[] = [];
	readonly #distances: number[] = [];
	readonly #most: number;

	constructor(most: number) {
		this.#most = most;
	}

	/** Whether a row would be among them. To be asked first, where it costs to find out whether the row counts at all. */
	takes(row: number, distance: number): boolean {
		return this.rows.length < this.#most || this.#isBefore(row, distance, this.#most - 1);
	}

	/** Puts a row that is taken in its place; the last one gives way where there is no more room. */
	add(row: number, distance: number): void {
		let at = Math.min(this.rows.length, this.#most - 1);
		for (; at > 0 && this.#isBefore(row, distance, at - 1); at--) {
			this.rows[at] = this.rows[at - 1]!;
			this.#distances[at] = this.#distances[at - 1]!;
		}
		this.rows[at] = row;
		this.#distances[at] = distance;
	}

	#isBefore(row: number, distance: number, at: number): boolean {
		return distance < this.#distances[at]! || (distance === this.#distances[at] && row > this.rows[at]!);
	}
}

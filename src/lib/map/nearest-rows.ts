import type { IncidentSymbols } from '../view/incident-symbols.ts';

/** Where the pointer is and how the map lies under it, which holds for any projection, bearing and pitch. */
export interface PointerFrame {
	/** Web Mercator, 0 to 1. */
	readonly x: number;
	readonly y: number;
	/** CSS pixels right and down for a small step in x, and in y: `[dxRight, dxDown, dyRight, dyDown]`. */
	readonly pixelsPerUnit: readonly [number, number, number, number];
	readonly symbolScale: number;
}

/**
 * The few rows whose symbols are nearest to a pointer and within a tolerance of it, nearest first; of equally near ones
 * the later, which is drawn above, comes first.
 */
export class NearestRows {
	readonly rows: number[] = [];
	/** The pointer's x in the copy of the world that is looked at. */
	x: number;
	readonly #distances: number[] = [];
	readonly #symbols: IncidentSymbols;
	readonly #frame: PointerFrame;
	readonly #tolerancePx: number;
	readonly #isShown: (row: number) => boolean;
	readonly #most: number;

	constructor(
		symbols: IncidentSymbols,
		frame: PointerFrame,
		tolerancePx: number,
		isShown: (row: number) => boolean,
		most: number,
	) {
		this.#symbols = symbols;
		this.x = frame.x;
		this.#frame = frame;
		this.#tolerancePx = tolerancePx;
		this.#isShown = isShown;
		this.#most = most;
	}

	/** How far from the pointer another row may be to be taken in. */
	get reachPx(): number {
		return this.rows.length < this.#most ? Infinity : this.#distances.at(-1)!;
	}

	/** Takes a row in if it is among the nearest. Whether it is shown is asked last, being the dearest to know. */
	consider(row: number): boolean {
		const { offsetX, offsetY, radius, x, y } = this.#symbols;
		const { pixelsPerUnit, symbolScale } = this.#frame;
		const dx = x[row]! - this.x;
		const dy = y[row]! - this.#frame.y;
		const right = dx * pixelsPerUnit[0] + dy * pixelsPerUnit[2] + offsetX[row]! * symbolScale;
		const down = dx * pixelsPerUnit[1] + dy * pixelsPerUnit[3] + offsetY[row]! * symbolScale;
		const distance = Math.sqrt(right * right + down * down);
		if (!(distance <= radius[row]! * symbolScale + this.#tolerancePx)) return false;
		if (this.rows.length === this.#most && !this.#isBefore(row, distance, this.#most - 1)) return false;
		if (!this.#isShown(row)) return false;
		this.#insert(row, distance);
		return true;
	}

	/** In its place; the last one gives way where there is no more room. */
	#insert(row: number, distance: number): void {
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

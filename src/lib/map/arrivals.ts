import { PULSE } from '../view/symbol-tokens.ts';
import { MOST_ARRIVALS } from './incident-shader.ts';

/** The latest moments at which time came to new rows, as uniforms of the shader: nothing is written for a row. */
export class Arrivals {
	/** First day, last day and how far the ring has widened, of each; a ring of 1 is over. */
	readonly values = new Float32Array(MOST_ARRIVALS * 3);
	readonly #startedAt = new Float64Array(MOST_ARRIVALS).fill(-Infinity);
	#next = 0;

	constructor() {
		this.clear();
	}

	/** Rows whose first day is from `from` to `to` have come on show at `now`, in milliseconds. */
	add(from: number, to: number, now: number): void {
		const at = this.#next;
		this.#next = (at + 1) % MOST_ARRIVALS;
		this.#startedAt[at] = now;
		this.values[3 * at] = from;
		this.values[3 * at + 1] = to;
		this.values[3 * at + 2] = 0;
	}

	/** Widens the rings. Returns whether any is still under way. */
	advance(now: number): boolean {
		let isUnderWay = false;
		for (let at = 0; at < MOST_ARRIVALS; at++) {
			const done = Math.min(1, Math.max(0, (now - this.#startedAt[at]!) / PULSE.durationMs));
			this.values[3 * at + 2] = done;
			if (done < 1) isUnderWay = true;
		}
		return isUnderWay;
	}

	clear(): void {
		this.#startedAt.fill(-Infinity);
		for (let at = 0; at < MOST_ARRIVALS; at++) this.values.set([1, 0, 1], 3 * at);
	}
}

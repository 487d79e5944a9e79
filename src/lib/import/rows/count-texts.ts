const START_SLOTS = 1024;
/** Slots that may be taken before there are twice as many. */
const MOST_FILLED = 0.6;

/**
 * How often each text came, kept as 64 bits of it: a million different ones take 25 MB. That two of a million are taken
 * for one has a chance of 3 in 100 million.
 */
export class CountTexts {
	#high = new Uint32Array(START_SLOTS);
	#low = new Uint32Array(START_SLOTS);
	#times = new Uint32Array(START_SLOTS);
	#filled = 0;

	/** Counts a text and gives how often it has come so far, 1 the first time. */
	add(text: string): number {
		const [high, low] = hash64(text);
		const slot = this.#slotOf(high, low);
		this.#high[slot] = high;
		this.#low[slot] = low;
		const times = ++this.#times[slot]!;
		if (times === 1 && ++this.#filled > this.#times.length * MOST_FILLED) this.#grow();
		return times;
	}

	/** The slot that holds the hash, else the free one it belongs to. */
	#slotOf(high: number, low: number): number {
		const last = this.#times.length - 1;
		let slot = low & last;
		while (this.#times[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) & last;
		return slot;
	}

	#grow(): void {
		const [high, low, times] = [this.#high, this.#low, this.#times];
		const slots = times.length * 2;
		[this.#high, this.#low, this.#times] = [new Uint32Array(slots), new Uint32Array(slots), new Uint32Array(slots)];
		times.forEach((count, from) => {
			if (count === 0) return;
			const slot = this.#slotOf(high[from]!, low[from]!);
			this.#high[slot] = high[from]!;
			this.#low[slot] = low[from]!;
			this.#times[slot] = count;
		});
	}
}

/** Both halves of the state of cyrb53 (by bryc, public domain), which it folds to 53 bits. */
function hash64(text: string): [high: number, low: number] {
	let [high, low] = [0xdeadbeef, 0x41c6ce57];
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		high = Math.imul(high ^ unit, 2654435761);
		low = Math.imul(low ^ unit, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return [high >>> 0, low >>> 0];
}

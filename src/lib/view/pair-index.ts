const LOAD = 0.6;

/** Numbers pairs of 32-bit integers from 0 in order of their first coming. A `Map` takes many times as long for a million. */
export class PairIndex {
	size = 0;
	#pairs = new Int32Array(2048);
	/** Number of a pair plus 1; 0 where the slot is free. */
	#slots = new Int32Array(2048);

	/** The number of a pair, which is new if it equals `size` before the call. */
	add(a: number, b: number): number {
		if (this.size + 1 > this.#slots.length * LOAD || 2 * (this.size + 1) > this.#pairs.length) this.#grow();
		const slot = this.#search(a, b);
		if (this.#slots[slot] !== 0) return this.#slots[slot]! - 1;
		this.#pairs[2 * this.size] = a;
		this.#pairs[2 * this.size + 1] = b;
		this.#slots[slot] = ++this.size;
		return this.size - 1;
	}

	/** The number of a pair; -1 for one that was never added. */
	find(a: number, b: number): number {
		return this.#slots[this.#search(a, b)]! - 1;
	}

	pairAt(number: number): [a: number, b: number] {
		return [this.#pairs[2 * number]!, this.#pairs[2 * number + 1]!];
	}

	/** The slot of a pair, or the free one where it would be. */
	#search(a: number, b: number): number {
		let slot = this.#slotOf(a, b);
		for (;;) {
			const number = this.#slots[slot]! - 1;
			if (number < 0 || (this.#pairs[2 * number] === a && this.#pairs[2 * number + 1] === b)) return slot;
			slot = (slot + 1) & (this.#slots.length - 1);
		}
	}

	#slotOf(a: number, b: number): number {
		let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
		hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
		return (hash ^ (hash >>> 13)) & (this.#slots.length - 1);
	}

	#grow(): void {
		const pairs = new Int32Array(this.#pairs.length * 2);
		pairs.set(this.#pairs);
		this.#pairs = pairs;
		this.#slots = new Int32Array(this.#slots.length * 2);
		for (let number = 0; number < this.size; number++) {
			let slot = this.#slotOf(pairs[2 * number]!, pairs[2 * number + 1]!);
			while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
			this.#slots[slot] = number + 1;
		}
	}
}

/** Numbers and text one behind the other, as few bytes as they need. */
export class StreamWriter {
	#bytes = new Uint8Array(1024);
	#length = 0;

	/** A whole number from 0 to 2^32 - 1, seven bits to the byte. */
	number(value: number): void {
		let rest = value >>> 0;
		if (rest !== value) throw new Error(`Unexpected number: ${value}`);
		while (rest > 127) {
			this.#byte((rest & 127) | 128);
			rest >>>= 7;
		}
		this.#byte(rest);
	}

	/** A whole number that may be below 0. */
	signed(value: number): void {
		this.number(value < 0 ? -2 * value - 1 : 2 * value);
	}

	bytes(bytes: Uint8Array): void {
		this.#room(bytes.length);
		this.#bytes.set(bytes, this.#length);
		this.#length += bytes.length;
	}

	/** Everything written so far. */
	written(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	#byte(byte: number): void {
		this.#room(1);
		this.#bytes[this.#length++] = byte;
	}

	#room(more: number): void {
		if (this.#length + more <= this.#bytes.length) return;
		const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
		larger.set(this.written());
		this.#bytes = larger;
	}
}

/** Reads what a `StreamWriter` wrote, in the same order. */
export class StreamReader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	number(): number {
		let value = 0;
		let factor = 1;
		for (;;) {
			const byte = this.#bytes[this.#at++];
			if (byte === undefined) throw new Error('The stream has ended');
			value += (byte & 127) * factor;
			if (byte < 128) return value;
			factor *= 128;
		}
	}

	signed(): number {
		const value = this.number();
		return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
	}
}

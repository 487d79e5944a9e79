import { grown } from './grown.ts';

/** Strings of many rows in one buffer, which can be handed over by a worker; each is decoded when asked for. */
export interface StringColumn {
	/** UTF-8. */
	readonly bytes: Uint8Array;
	/** Where each row begins in `bytes`, and after them the length of `bytes`. */
	readonly start: Uint32Array;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Encodes one string for each row. */
export function stringColumn(length: number, textOf: (row: number) => string): StringColumn {
	const builder = new StringColumnBuilder();
	for (let row = 0; row < length; row++) builder.add(textOf(row));
	return builder.finish();
}

/** The same for rows of which nobody knows how many there will be. */
export class StringColumnBuilder {
	readonly #encoder = new TextEncoder();
	#bytes = new Uint8Array(1024);
	#start = new Uint32Array(256);
	#length = 0;

	add(text: string): void {
		if (this.#length + 1 === this.#start.length) this.#start = grown(this.#start, this.#start.length * 2);
		const at = this.#start[this.#length]!;
		// A UTF-16 unit takes at most three bytes.
		const most = at + text.length * 3;
		if (most > this.#bytes.length) this.#bytes = grown(this.#bytes, Math.max(this.#bytes.length * 2, most));
		this.#start[++this.#length] = at + this.#encoder.encodeInto(text, this.#bytes.subarray(at)).written;
	}

	finish(): StringColumn {
		return {
			bytes: this.#bytes.slice(0, this.#start[this.#length]),
			start: this.#start.slice(0, this.#length + 1),
		};
	}
}

/** The string of a row. */
export function stringAt({ bytes, start }: StringColumn, row: number): string {
	return decoder.decode(bytes.subarray(start[row], start[row + 1]));
}

/** Rows by their string, found through a hash table of 8 bytes a row or less. */
export class StringRows {
	readonly #column: StringColumn;
	/** The hash table. Whoever has that of the same strings from before need not have it made again. */
	readonly slots: Int32Array<ArrayBuffer>;

	constructor(column: StringColumn, slots?: Int32Array<ArrayBuffer>) {
		const length = column.start.length - 1;
		this.#column = column;
		if (slots) {
			this.slots = slots;
			return;
		}
		this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, length * 1.5)))).fill(-1);
		for (let row = 0; row < length; row++) {
			let slot = this.#slotOf(column.bytes, column.start[row]!, column.start[row + 1]!);
			while (this.slots[slot] !== -1) slot = (slot + 1) & (this.slots.length - 1);
			this.slots[slot] = row;
		}
	}

	/** The first row with this string. */
	get(text: string): number | undefined {
		const bytes = new TextEncoder().encode(text);
		let slot = this.#slotOf(bytes, 0, bytes.length);
		for (let row = this.slots[slot]!; row !== -1; row = this.slots[slot]!) {
			if (stringAt(this.#column, row) === text) return row;
			slot = (slot + 1) & (this.slots.length - 1);
		}
		return undefined;
	}

	/** FNV-1a. */
	#slotOf(bytes: Uint8Array, from: number, to: number): number {
		let hash = 0x811c9dc5;
		for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
		return (hash ^ (hash >>> 15)) & (this.slots.length - 1);
	}
}

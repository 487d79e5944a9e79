import { grown } from './grown.ts';

/** For each row a short list of codes, as two typed arrays: those of row n stand from `start[n]` up to `start[n + 1]`. */
export interface ListColumn {
	readonly start: Uint32Array;
	/** Of 16 bits unless there are too many codes. */
	readonly codes: Uint16Array | Uint32Array;
}

/** The column of `length` rows whose lists `codesOf` gives. */
export function listColumn(length: number, codesOf: (row: number) => readonly number[]): ListColumn {
	const builder = new ListColumnBuilder();
	for (let row = 0; row < length; row++) builder.add(codesOf(row));
	return builder.finish();
}

const MOST_SHORT_CODES = 2 ** 16;

/** Codes of `length` lists of which the largest is below `codes`, all 0. */
export function listCodes(length: number, codes: number): Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> {
	return codes <= MOST_SHORT_CODES ? new Uint16Array(length) : new Uint32Array(length);
}

/** The same for rows of which nobody knows how many there will be. */
export class ListColumnBuilder {
	#start = new Uint32Array(256);
	#codes = new Uint32Array(256);
	#length = 0;
	#most = 0;

	add(codes: readonly number[]): void {
		const row = this.#length++;
		if (row + 1 === this.#start.length) this.#start = grown(this.#start, this.#start.length * 2);
		const at = this.#start[row]!;
		const end = at + codes.length;
		if (end > this.#codes.length) this.#codes = grown(this.#codes, Math.max(end, this.#codes.length * 2));
		this.#codes.set(codes, at);
		for (const code of codes) this.#most = Math.max(this.#most, code + 1);
		this.#start[row + 1] = end;
	}

	/** With `order`, the rows come as it names them. */
	finish(order?: Uint32Array): ListColumn {
		const length = this.#length;
		const start = new Uint32Array(length + 1);
		const codes = listCodes(this.#start[length]!, this.#most);
		for (let row = 0; row < length; row++) {
			const source = order ? order[row]! : row;
			const list = this.#codes.subarray(this.#start[source], this.#start[source + 1]);
			codes.set(list, start[row]);
			start[row + 1] = start[row]! + list.length;
		}
		return { start, codes };
	}
}

/** The codes of one row. */
export function listAt({ start, codes }: ListColumn, row: number): number[] {
	return [...codes.subarray(start[row], start[row + 1])];
}

/** 1 for each row whose list holds one of `wanted`, and with `orNone` also for each whose list is empty. */
export function rowsHolding({ start, codes }: ListColumn, wanted: ReadonlySet<number>, orNone = false): Uint8Array {
	const held = new Uint8Array(start.length - 1);
	for (let row = 0; row < held.length; row++) {
		const [from, to] = [start[row]!, start[row + 1]!];
		if (orNone && from === to) held[row] = 1;
		for (let at = from; at < to; at++) if (wanted.has(codes[at]!)) held[row] = 1;
	}
	return held;
}

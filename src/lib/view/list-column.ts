/** For each row a short list of codes, as two typed arrays: those of row n stand from `start[n]` up to `start[n + 1]`. */
export interface ListColumn {
	readonly start: Uint32Array;
	readonly codes: Uint16Array;
}

/** The column of `length` rows whose lists `codesOf` gives. */
export function listColumn(length: number, codesOf: (row: number) => readonly number[]): ListColumn {
	const start = new Uint32Array(length + 1);
	const codes: number[] = [];
	for (let row = 0; row < length; row++) {
		codes.push(...codesOf(row));
		start[row + 1] = codes.length;
	}
	return { start, codes: Uint16Array.from(codes) };
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

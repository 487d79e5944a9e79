/** Rows sorted into classes of equal figures, so that to add up many rows takes one count for each. */
export interface TollClasses {
	/** The class of each row. */
	readonly of: Uint32Array;
	/** What the rows of each class tell; -1 where unknown. */
	readonly low: readonly number[];
	readonly best: readonly number[];
	readonly high: readonly number[];
}

/** Figures below this, as nearly all are, are looked up in an array. */
const COMMON = 63;

/** Sorts rows by their three figures, -1 being unknown. One pass; the classes stand in the order they are met. */
export function tollClasses(lows: Int32Array, bests: Int32Array, highs: Int32Array): TollClasses {
	const of = new Uint32Array(lows.length);
	const low: number[] = [];
	const best: number[] = [];
	const high: number[] = [];
	const common = new Int32Array((COMMON + 1) ** 3).fill(-1);
	const rare = new Map<string, number>();
	for (let row = 0; row < of.length; row++) {
		const [first, second, third] = [lows[row]!, bests[row]!, highs[row]!];
		const isCommon = first < COMMON && second < COMMON && third < COMMON;
		const cell = isCommon ? ((first + 1) * (COMMON + 1) + second + 1) * (COMMON + 1) + third + 1 : 0;
		const key = isCommon ? '' : `${first} ${second} ${third}`;
		let found = isCommon ? common[cell]! : (rare.get(key) ?? -1);
		if (found === -1) {
			found = low.push(first) - 1;
			best.push(second);
			high.push(third);
			if (isCommon) common[cell] = found;
			else rare.set(key, found);
		}
		of[row] = found;
	}
	return { of, low, best, high };
}

import type { ImportedRow } from './imported-row.ts';

/** Notices rows that repeat one before, and identifiers that come again with other content. */
export class FoldRows {
	/** Of each row seen two hashes that have nothing to do with each other. */
	readonly #seen = new Map<number, number>();
	readonly #timesOf = new Map<string, number>();

	/** `null` for a row that repeats an earlier one in every column; else the row, its id numbered where it is taken. */
	take(row: ImportedRow): { row: ImportedRow; isRenumbered: boolean } | null {
		const { feature, original, shape } = row;
		// A row without columns of its own is one of ours, or tells nothing but what was read of it.
		const told = Object.keys(original).length > 0 ? original : feature;
		const content = JSON.stringify([feature.geometry, shape, told]);
		const key = hash53(content, 0);
		const check = hash53(content, 1);
		if (this.#seen.get(key) === check) return null;
		this.#seen.set(key, check);
		const times = (this.#timesOf.get(feature.id) ?? 0) + 1;
		this.#timesOf.set(feature.id, times);
		if (times === 1) return { row, isRenumbered: false };
		return { row: { ...row, feature: { ...feature, id: `${feature.id}~${times}` } }, isRenumbered: true };
	}
}

/** A hash of 53 bits (cyrb53 by bryc, public domain). */
function hash53(text: string, seed: number): number {
	let [high, low] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		high = Math.imul(high ^ unit, 2654435761);
		low = Math.imul(low ^ unit, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return 4294967296 * (2097151 & low) + (high >>> 0);
}

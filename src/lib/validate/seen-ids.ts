/** Remembers where ids were first seen, in 24 bytes or less for each, whatever their length. */
export interface SeenIds {
	/** The index at which the id was seen before, or `null` the first time. */
	see: (id: string, index: number) => number | null;
}

const FIRST_SIZE = 1024;

/** Ids are known by 64 bits of hash: of ten million different ones, two would be taken for one in 1 of 300,000 files. */
export function createSeenIds(): SeenIds {
	let size = FIRST_SIZE;
	/** Three numbers for each slot: two halves of the hash, and the index plus one. */
	let slots = new Uint32Array(size * 3);
	let count = 0;

	function slotOf(low: number, high: number): number {
		let slot = low & (size - 1);
		while (slots[slot * 3 + 2] !== 0 && (slots[slot * 3] !== low || slots[slot * 3 + 1] !== high)) {
			slot = (slot + 1) & (size - 1);
		}
		return slot * 3;
	}

	function grow(): void {
		const old = slots;
		size *= 2;
		slots = new Uint32Array(size * 3);
		for (let i = 0; i < old.length; i += 3) {
			if (old[i + 2] !== 0) slots.set(old.subarray(i, i + 3), slotOf(old[i]!, old[i + 1]!));
		}
	}

	return {
		see(id, index) {
			const [low, high] = hash(id);
			const at = slotOf(low, high);
			const before = slots[at + 2]!;
			if (before !== 0) return before - 1;
			slots[at] = low;
			slots[at + 1] = high;
			slots[at + 2] = index + 1;
			if (++count > size * 0.7) grow();
			return null;
		},
	};
}

/** cyrb53 by bryc (public domain), both halves in full. */
function hash(text: string): [number, number] {
	let a = 0xdeadbeef;
	let b = 0x41c6ce57;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		a = Math.imul(a ^ code, 2654435761);
		b = Math.imul(b ^ code, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return [a >>> 0, b >>> 0];
}

/**
 * Damerau-Levenshtein distance (optimal string alignment): the least number of letters to insert, drop, change or swap
 * with their neighbour. Gives `limit + 1` as soon as it must be greater than `limit`.
 */
export function spellingDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			let cost = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, beforeLast[j - 2]! + 1);
			row.push(cost);
			least = Math.min(least, cost);
		}
		if (least > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}
	return Math.min(last[b.length]!, limit + 1);
}

/** How many such mistakes a name may have and still count: none below 5 letters, one up to 7, two from 8. */
export function allowedMistakes(key: string): number {
	if (key.length < 5) return 0;
	return key.length < 8 ? 1 : 2;
}

/** Letters that one language's writers add, drop and exchange in another's names: vowels, half vowels, the breath. */
const WEAK = /[aeiouyhw\u0627\u0648\u064a\u0647\u05d0\u05d5\u05d9\u05d4]/gu;

/**
 * What a slip of the pen leaves alone: the consonants, each once where doubled, `c` and `q` as `k`. Names that differ in
 * them are two names ("Bashiqa", "Bashira"), not two spellings of one.
 */
export function consonants(key: string): string {
	return single(key).replace(WEAK, '').replace(/[cq]/g, 'k');
}

/** Doubled letters written once. */
export function single(key: string): string {
	return key.replace(/(.)\1+/gu, '$1');
}

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

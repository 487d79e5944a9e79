/** Orders two strings by Unicode code point, the same on every machine and in every locale; for `Array.sort`. */
export function byCodePoint(a: string, b: string): number {
	const left = Array.from(a, (character) => character.codePointAt(0)!);
	const right = Array.from(b, (character) => character.codePointAt(0)!);
	for (let i = 0; i < Math.min(left.length, right.length); i++) {
		const difference = left[i]! - right[i]!;
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}

import type { Piece } from './split-features.ts';

/** Gives line and column in the whole, both from 1, of an index in a piece. */
export function locator({ text, stretches }: Piece): (index: number) => { line: number; column: number } {
	let breaks: number[] | null = null;
	return (index) => {
		breaks ??= [...text.matchAll(/\n/g)].map((match) => match.index);
		const stretch = stretches[countUpTo(stretches.length, (i) => stretches[i]!.at <= index) - 1]!;
		const before = countUpTo(breaks.length, (i) => breaks![i]! < index);
		const beforeStretch = countUpTo(breaks.length, (i) => breaks![i]! < stretch.at);
		const lines = before - beforeStretch;
		if (lines === 0) return { line: stretch.line, column: stretch.column + index - stretch.at };
		return { line: stretch.line + lines, column: index - breaks[before - 1]! };
	};
}

/** How many of the first `length` indices hold, where all that do come first. */
function countUpTo(length: number, holds: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
}

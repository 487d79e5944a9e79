interface Place {
	readonly row: number;
	readonly column: number;
}

/**
 * The place in a grid that a key leads to: the next one in that direction at which `isStop` holds, from the heads at -1
 * on. `null` for other keys and at the edge.
 */
export function gridStep(
	{ row, column }: Place,
	key: string,
	[rows, columns]: readonly [number, number],
	isStop: (row: number, column: number) => boolean,
	isRightToLeft = false,
): Place | null {
	const sign = isRightToLeft ? -1 : 1;
	const steps: Record<string, readonly [number, number]> = {
		ArrowUp: [-1, 0],
		ArrowDown: [1, 0],
		ArrowLeft: [0, -sign],
		ArrowRight: [0, sign],
	};
	const step = steps[key];
	if (step) return firstStop(row + step[0], column + step[1], step);
	if (key === 'Home') return firstStop(row, -1, [0, 1]);
	return key === 'End' ? firstStop(row, columns - 1, [0, -1]) : null;

	function firstStop(fromRow: number, fromColumn: number, [down, on]: readonly [number, number]): Place | null {
		for (let r = fromRow, c = fromColumn; r >= -1 && r < rows && c >= -1 && c < columns; r += down, c += on) {
			if (isStop(r, c)) return { row: r, column: c };
		}
		return null;
	}
}

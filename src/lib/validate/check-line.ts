import type { GeometryReading, Line } from './read-positions.ts';
import { isOverAntimeridian } from './unwrap-rings.ts';

/** Whether two positions are the same in all their numbers. */
export function isSamePosition(a: readonly number[], b: readonly number[]): boolean {
	return a.length === b.length && a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/** What is wrong with a line of sound positions. */
export function checkLine(line: Line, reading: GeometryReading): void {
	const { positions, node, path } = line;
	const { tell } = reading;
	if (positions.length < 2) {
		if (positions.length > 0) tell('line-short', node, path, { count: positions.length });
	} else if (positions.every((position) => isSamePosition(position, positions[0]!))) {
		tell('line-no-length', node, path, {});
	} else {
		tellRepeats(line, reading, true);
	}
	const step = antimeridianStep(line);
	// The first and last position of a line over the antimeridian are its ends: it can always be cut.
	if (step !== null) tellStep(line, step, reading, isCuttable(positions));
	addToExtents(line, reading, true, step !== null);
}

/** Tells every vertex that repeats the one before it. */
export function tellRepeats({ positions, node, path }: Line, { tell }: GeometryReading, isFixable: boolean): void {
	for (let i = 1; i < positions.length; i++) {
		if (isSamePosition(positions[i]!, positions[i - 1]!))
			tell('vertex-twice', node.items[i]!, `${path}[${i}]`, {}, isFixable);
	}
}

/** The index of the first position that is reached over the antimeridian. */
export function antimeridianStep({ positions }: Line): number | null {
	for (let i = 1; i < positions.length; i++) {
		if (isOverAntimeridian(positions[i - 1]![0]!, positions[i]![0]!)) return i;
	}
	return null;
}

/** Tells a step over the antimeridian. */
export function tellStep(
	{ positions, node, path }: Line,
	step: number,
	{ tell }: GeometryReading,
	isFixable: boolean,
): void {
	const [from, to] = [positions[step - 1]![0]!, positions[step]![0]!];
	tell('antimeridian', node.items[step]!, `${path}[${step}]`, { from, to }, isFixable);
}

/** Positions between which others can be put: all of two or all of three numbers. */
export function isCuttable(positions: readonly number[][]): boolean {
	const dimensions = positions[0]?.length;
	return (dimensions === 2 || dimensions === 3) && positions.every((position) => position.length === dimensions);
}

/** Adds positions to what asks for their range; where the way between two of them is unclear, the range is. */
export function addToExtents(line: Line, { extents }: GeometryReading, isJoined: boolean, isUnclear: boolean): void {
	for (const extent of extents) {
		if (isUnclear) extent.spoil();
		else line.positions.forEach((position, i) => extent.add(position, isJoined && i > 0));
	}
}

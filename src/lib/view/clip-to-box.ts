import type { Point } from './symbol-tokens.ts';

/** An upright rectangle: west, north, east, south with y growing to the south. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The part of a ring inside the box (Sutherland and Hodgman). Pieces that fall apart stay joined along its edge. */
export function clipRing(ring: readonly Point[], box: Box): Point[] {
	let clipped: readonly Point[] = ring;
	for (const edge of [0, 1, 2, 3] as const) {
		const input = clipped;
		const output: Point[] = [];
		input.forEach((to, i) => {
			const from = input[(i + input.length - 1) % input.length]!;
			const [toInside, fromInside] = [isInside(to, edge, box), isInside(from, edge, box)];
			if (toInside !== fromInside) output.push(crossing(from, to, edge, box));
			if (toInside) output.push(to);
		});
		clipped = output;
	}
	return [...clipped];
}

/** The pieces of a line inside the box, in their order. */
export function clipLine(line: readonly Point[], box: Box): Point[][] {
	const pieces: Point[][] = [];
	for (let i = 1; i < line.length; i++) {
		const segment = clipSegment(line[i - 1]!, line[i]!, box);
		if (!segment) continue;
		const [from, to] = segment;
		const last = pieces.at(-1)?.at(-1);
		if (last?.[0] === from[0] && last[1] === from[1]) pieces.at(-1)!.push(to);
		else pieces.push([from, to]);
	}
	return pieces;
}

/** Whether a point lies in the box, its edge included. */
export function isInBox([x, y]: Point, [left, top, right, bottom]: Box): boolean {
	return x >= left && x <= right && y >= top && y <= bottom;
}

function clipSegment(from: Point, to: Point, box: Box): [Point, Point] | null {
	let [a, b] = [from, to];
	for (const edge of [0, 1, 2, 3] as const) {
		const [aInside, bInside] = [isInside(a, edge, box), isInside(b, edge, box)];
		if (!aInside && !bInside) return null;
		if (!aInside) a = crossing(a, b, edge, box);
		else if (!bInside) b = crossing(a, b, edge, box);
	}
	return a[0] === b[0] && a[1] === b[1] ? null : [a, b];
}

function isInside([x, y]: Point, edge: 0 | 1 | 2 | 3, box: Box): boolean {
	if (edge === 0) return x >= box[0];
	if (edge === 1) return y >= box[1];
	return edge === 2 ? x <= box[2] : y <= box[3];
}

function crossing([ax, ay]: Point, [bx, by]: Point, edge: 0 | 1 | 2 | 3, box: Box): Point {
	const at = box[edge];
	if (edge === 0 || edge === 2) return [at, ay + ((by - ay) * (at - ax)) / (bx - ax)];
	return [ax + ((bx - ax) * (at - ay)) / (by - ay), at];
}

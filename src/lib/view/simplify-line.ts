import type { Point } from './symbol-tokens.ts';

/** Leaves out points of a line that lie within the tolerance of what remains (Ramer, Douglas and Peucker). */
export function simplifyLine(line: readonly Point[], tolerance: number): Point[] {
	if (line.length < 3) return [...line];
	const kept = new Uint8Array(line.length);
	kept[0] = kept[line.length - 1] = 1;
	const spans: [number, number][] = [[0, line.length - 1]];
	for (let span = spans.pop(); span; span = spans.pop()) {
		const [first, last] = span;
		let farthest = 0;
		let distance = tolerance;
		for (let i = first + 1; i < last; i++) {
			const away = distanceToSegment(line[i]!, line[first]!, line[last]!);
			if (away > distance) [farthest, distance] = [i, away];
		}
		if (farthest === 0) continue;
		kept[farthest] = 1;
		spans.push([first, farthest], [farthest, last]);
	}
	return line.filter((_, i) => kept[i] === 1);
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const [dx, dy] = [bx - ax, by - ay];
	const square = dx * dx + dy * dy;
	const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
	return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

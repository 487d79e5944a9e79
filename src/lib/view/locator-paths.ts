import { clipLine, clipRing, type Box } from './clip-to-box.ts';
import { type LocatorFrame, toFrame } from './locator-frame.ts';
import { simplifyLine } from './simplify-line.ts';
import type { Point } from './symbol-tokens.ts';

/** Paths are written in whole tenths of a unit of the drawing, which halves their length. */
const PATH_PRECISION = 10;
const BLEED = 4;
const LEAST_RING_AREA = 0.6;

/** The SVG path of rings in Web Mercator, clipped to the frame and simplified to `tolerance` units; fill it non-zero. */
export function ringsPath(rings: Iterable<readonly Point[]>, frame: LocatorFrame, tolerance: number): string {
	let path = '';
	for (const ring of rings) {
		const inFrame = clipRing(
			ring.map((point) => toFrame(point, frame)),
			bledBox(frame),
		);
		if (inFrame.length < 3 || Math.abs(area(inFrame)) < LEAST_RING_AREA) continue;
		path += relativePath(simplifyLine([...inFrame, inFrame[0]!], tolerance).slice(0, -1), true);
	}
	return path;
}

/** The SVG path of lines in Web Mercator, clipped to the frame and simplified to `tolerance` units. */
export function linesPath(lines: Iterable<readonly Point[]>, frame: LocatorFrame, tolerance: number): string {
	let path = '';
	for (const line of lines) {
		const pieces = clipLine(
			line.map((point) => toFrame(point, frame)),
			bledBox(frame),
		);
		for (const piece of pieces) path += relativePath(simplifyLine(piece, tolerance), false);
	}
	return path;
}

function bledBox({ width, height }: LocatorFrame): Box {
	return [-BLEED, -BLEED, width + BLEED, height + BLEED];
}

function relativePath(points: readonly Point[], isClosed: boolean): string {
	let [x, y] = [0, 0];
	const steps: string[] = [];
	points.forEach((point, i) => {
		const [nextX, nextY] = [Math.round(point[0] * PATH_PRECISION), Math.round(point[1] * PATH_PRECISION)];
		const [dx, dy] = [nextX - x, nextY - y];
		if (i > 0 && dx === 0 && dy === 0) return;
		steps.push(`${dx}${dy < 0 ? '' : ' '}${dy}`);
		[x, y] = [nextX, nextY];
	});
	if (steps.length < (isClosed ? 3 : 2)) return '';
	const [first, ...rest] = steps;
	return `M${first}l${rest.join(' ')}${isClosed ? 'z' : ''}`;
}

function area(ring: readonly Point[]): number {
	return ring.reduce((sum, [x, y], i) => {
		const [nextX, nextY] = ring[(i + 1) % ring.length]!;
		return sum + (x * nextY - nextX * y) / 2;
	}, 0);
}

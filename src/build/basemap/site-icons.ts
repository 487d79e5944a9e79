/** A point in a box of 16 by 16, the origin at the top left. */
type Point = [x: number, y: number];

/** Filled outlines; where two overlap, the inner one is a hole. */
export const SITE_ICONS: Readonly<Record<string, readonly Point[][]>> = {
	// An airliner and a delta-winged jet from above.
	airport: [
		mirrored([
			[8, 1.6],
			[9, 3],
			[9.1, 6.2],
			[14.2, 9.6],
			[14.2, 11],
			[9.1, 9.3],
			[8.9, 12.4],
			[10.8, 13.7],
			[10.8, 14.7],
			[8, 14],
		]),
	],
	'air-base': [
		mirrored([
			[8, 1],
			[9, 4.6],
			[9.4, 7.4],
			[14, 12.2],
			[14, 13.4],
			[9.6, 12.6],
			[9.4, 14.6],
			[8, 13.8],
		]),
	],
	// An anchor.
	port: [
		circle(8, 3.1, 1.9),
		circle(8, 3.1, 0.8),
		mirrored([
			[8, 4.9],
			[8.8, 4.9],
			[8.8, 6.2],
			[11, 6.2],
			[11, 7.7],
			[8.8, 7.7],
			[8.8, 12.9],
			[11.1, 12.2],
			[12.6, 10.6],
			[11.3, 10.2],
			[14.2, 8.2],
			[14.6, 11.8],
			[13.7, 11.2],
			[11.8, 13.6],
			[8, 15],
		]),
	],
	// The trefoil of radiation.
	'nuclear-site': [
		circle(8, 8, 1.3),
		...[90, 210, 330].map((middle) => sector(8, 8, 2.5, 7, middle - 30, middle + 30)),
	],
	// A drop.
	'oil-site': [
		mirrored([
			[8, 1.4],
			[10.2, 5],
			[12, 8.2],
			[12.4, 10.2],
			[11.8, 12.4],
			[10.2, 14],
			[8, 14.6],
		]),
	],
	// A raised barrier between two posts.
	crossing: [
		[
			[2, 5.4],
			[14, 2.6],
			[14, 5.2],
			[2, 8],
		],
		[
			[2, 9],
			[4.4, 9],
			[4.4, 14],
			[2, 14],
		],
		[
			[11.6, 6.4],
			[14, 6.4],
			[14, 14],
			[11.6, 14],
		],
	],
	hospital: [
		[
			[6, 2],
			[10, 2],
			[10, 6],
			[14, 6],
			[14, 10],
			[10, 10],
			[10, 14],
			[6, 14],
			[6, 10],
			[2, 10],
			[2, 6],
			[6, 6],
		],
	],
	'military-base': [star(8, 8.4, 6.8, 2.9)],
	// A flag.
	embassy: [
		[
			[3.4, 1.6],
			[5, 1.6],
			[5, 2.6],
			[13.4, 2.6],
			[11.6, 5.6],
			[13.4, 8.6],
			[5, 8.6],
			[5, 14.6],
			[3.4, 14.6],
		],
	],
	site: [
		[
			[8, 3.4],
			[12.6, 8],
			[8, 12.6],
			[3.4, 8],
		],
	],
};

/** Signed distance in pixels of the box from a point to the edge of an icon, less than 0 inside. */
export function distanceToIcon(rings: readonly Point[][], x: number, y: number): number {
	let nearest = Infinity;
	let inside = false;
	for (const ring of rings) {
		for (const [i, [toX, toY]] of ring.entries()) {
			const [fromX, fromY] = ring[(i + ring.length - 1) % ring.length]!;
			if (fromY > y !== toY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) inside = !inside;
			const [dx, dy] = [toX - fromX, toY - fromY];
			const t = Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1)));
			nearest = Math.min(nearest, Math.hypot(x - fromX - t * dx, y - fromY - t * dy));
		}
	}
	return inside ? -nearest : nearest;
}

/** A right half, from top to bottom along the middle of the box, with its mirror image. */
function mirrored(half: Point[]): Point[] {
	return [...half, ...[...half].reverse().map(([x, y]): Point => [16 - x, y])].filter(
		([x, y], i, all) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1],
	);
}

function circle(x: number, y: number, radius: number): Point[] {
	return sector(x, y, 0, radius, 0, 345).slice(0, 24);
}

/** A piece of a ring between two angles in degrees, clockwise from the right. */
function sector(x: number, y: number, inner: number, outer: number, from: number, to: number): Point[] {
	const arc = (radius: number, steps: number) =>
		Array.from({ length: steps }, (_, i): Point => {
			const angle = ((from + ((to - from) * i) / (steps - 1)) * Math.PI) / 180;
			return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
		});
	return inner === 0 ? arc(outer, 24) : [...arc(outer, 8), ...arc(inner, 5).reverse()];
}

function star(x: number, y: number, outer: number, inner: number): Point[] {
	return Array.from({ length: 10 }, (_, i): Point => {
		const [radius, angle] = [i % 2 === 0 ? outer : inner, (i * 36 * Math.PI) / 180];
		return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
	});
}

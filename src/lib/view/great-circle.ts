import type { Position } from '../model/fields.ts';

const RADIANS = Math.PI / 180;
/** No two neighbours on a line are farther apart, in degrees of arc. */
const LONGEST_STEP = 2;

type Vector = readonly [number, number, number];

/**
 * The shortest way over the globe from one place to another, from `from` up to the share `until` of it (0 to 1).
 * Longitudes run on past 180 where the line crosses the antimeridian, so that neighbours are never far apart. Between
 * places opposite each other every way is as short; the one over the north is taken.
 */
export function greatCircle(from: Position, to: Position, until = 1): [number, number][] {
	const [a, b] = [vectorOf(from), vectorOf(to)];
	const angle = angleBetween(a, b);
	if (angle === 0) return [[from[0], from[1]]];
	const side = towards(a, b, angle);
	const end = angle * Math.min(1, Math.max(0, until));
	const steps = Math.max(1, Math.ceil(end / RADIANS / LONGEST_STEP));
	const line: [number, number][] = [[from[0], from[1]]];
	for (let step = 1; step <= steps; step++) {
		const [lng, lat] = step === steps && until >= 1 ? to : positionAt(a, side, (end * step) / steps);
		line.push([lng + 360 * Math.round((line.at(-1)![0] - lng) / 360), lat]);
	}
	return line;
}

/** The direction in which a line arrives at its end: degrees clockwise from north. */
export function bearingAtEnd(line: readonly (readonly [number, number])[]): number {
	const [before, end] = [line.at(-2), line.at(-1)];
	if (!before || !end) return 0;
	const [lat, endLat] = [before[1] * RADIANS, end[1] * RADIANS];
	const across = (before[0] - end[0]) * RADIANS;
	// Looking back from the end and turning round is exact there; looking on from the point before is not.
	const back = Math.atan2(
		Math.sin(across) * Math.cos(lat),
		Math.cos(endLat) * Math.sin(lat) - Math.sin(endLat) * Math.cos(lat) * Math.cos(across),
	);
	return (((back / RADIANS + 180) % 360) + 360) % 360;
}

function vectorOf([lng, lat]: Position): Vector {
	const [east, north] = [lng * RADIANS, lat * RADIANS];
	return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

function angleBetween(a: Vector, b: Vector): number {
	const [x, y, z] = cross(a, b);
	return Math.atan2(Math.hypot(x, y, z), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
}

/** The unit vector at a right angle to `a` in the plane of both. */
function towards(a: Vector, b: Vector, angle: number): Vector {
	const isOpposite = Math.PI - angle < 1e-9;
	const goal: Vector = isOpposite ? (Math.abs(a[2]) > 1 - 1e-9 ? [1, 0, 0] : [0, 0, 1]) : b;
	const along = a[0] * goal[0] + a[1] * goal[1] + a[2] * goal[2];
	const side = goal.map((value, axis) => value - along * a[axis]!) as [number, number, number];
	const length = Math.hypot(...side);
	return [side[0] / length, side[1] / length, side[2] / length];
}

function positionAt(a: Vector, side: Vector, angle: number): Position {
	const [x, y, z] = a.map((value, axis) => value * Math.cos(angle) + side[axis]! * Math.sin(angle)) as [
		number,
		number,
		number,
	];
	return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

function cross(a: Vector, b: Vector): Vector {
	return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

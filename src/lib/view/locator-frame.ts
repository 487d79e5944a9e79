import type { Position } from '../model/fields.ts';
import type { Box } from './clip-to-box.ts';
import { mercatorX, mercatorY } from './incident-symbols.ts';
import type { Point } from './symbol-tokens.ts';

const EQUATOR_KM = 40_075.017;

/** The part of the world a locator map shows, north up, in Web Mercator. */
export interface LocatorFrame {
	readonly width: number;
	readonly height: number;
	/** Top left corner in Web Mercator, 0 to 1. */
	readonly left: number;
	readonly top: number;
	/** Units of the drawing in the width of the world. */
	readonly scale: number;
	/** At the middle of the drawing. */
	readonly kmPerUnit: number;
}

/** A circle on the ground. */
export interface GroundCircle {
	readonly position: Position;
	readonly radiusKm: number;
}

/** Web Mercator, 0 to 1, of a position. */
export function toWorld([lng, lat]: readonly number[]): Point {
	return [mercatorX(lng!), mercatorY(lat!)];
}

/** The smallest box in Web Mercator around circles and outlines. */
export function worldBox(circles: readonly GroundCircle[], outlines: readonly (readonly Point[])[]): Box {
	const box: [number, number, number, number] = [1, 1, 0, 0];
	const include = (x: number, y: number) => {
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y);
		box[2] = Math.max(box[2], x);
		box[3] = Math.max(box[3], y);
	};
	for (const { position, radiusKm } of circles) {
		const [x, y] = toWorld(position);
		const reach = radiusKm / kmPerWorld(y);
		include(x - reach, y - reach);
		include(x + reach, y + reach);
	}
	for (const ring of outlines) for (const [x, y] of ring) include(x, y);
	return box;
}

/**
 * A frame around the box that leaves `margin` of its size on each side, no narrower than `leastKm`: a place is known by
 * what lies around it.
 */
export function locatorFrame(
	box: Box,
	[width, height]: readonly [width: number, height: number],
	{ leastKm, margin }: { leastKm: number; margin: number },
): LocatorFrame {
	const [left, top, right, bottom] = box;
	const [x, y] = [(left + right) / 2, (top + bottom) / 2];
	const kmWide = kmPerWorld(y);
	const wanted = Math.max(
		leastKm / kmWide,
		(right - left) * (1 + 2 * margin),
		((bottom - top) * (1 + 2 * margin) * width) / height,
	);
	const scale = width / Math.min(1, wanted);
	return {
		width,
		height,
		scale,
		left: x - width / scale / 2,
		top: y - height / scale / 2,
		kmPerUnit: kmWide / scale,
	};
}

/** Where a point of Web Mercator lies in the drawing. */
export function toFrame([x, y]: Point, frame: LocatorFrame): Point {
	return [(x - frame.left) * frame.scale, (y - frame.top) * frame.scale];
}

/** A round length that fits into a quarter of the frame, and its units in the drawing. */
export function scaleBar({ kmPerUnit, width }: LocatorFrame): { km: number; length: number } {
	const most = (kmPerUnit * width) / 4;
	const power = 10 ** Math.floor(Math.log10(most));
	const km = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
	return { km, length: km / kmPerUnit };
}

/** Kilometres in the width of the world at the latitude of a `y` in Web Mercator. */
function kmPerWorld(y: number): number {
	const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * y)));
	return EQUATOR_KM * Math.cos(latitude);
}

import type { Elevation } from './elevation.ts';
import { smoothStep } from './smooth-heights.ts';

/**
 * Relief as transparent ink, one byte a pixel: black for shadows, white for lit slopes, navy for deep water. Laid over
 * a light ground the shadows tell, over a dark one the light does.
 */
export const INKS = {
	/** 0..`shadowSteps` runs from full shadow to none, then on to full light; sea follows, from shallow to deep. */
	shadowSteps: 26,
	lightSteps: 22,
	seaSteps: 22,
	maxShadow: 0.56,
	maxLight: 0.6,
	maxSea: 0.19,
	/** Faint ink comes in finer steps than strong: strength is the step to this power. */
	power: 1.5,
} as const;

/** The zoom at which a pixel is as wide as a value of the finest heights. */
export const SOURCE_ZOOM = 4;
const EQUATOR_METRES = 40_075_016;
/** Heights are nearly the square root of metres: this power brings mountains up again, and leaves plains a little. */
const HEIGHT_POWER = 1.55;
const HEIGHT_SCALE = 4.1;
/** Light from the north-west, with a share from the west and from the north, so that no ridge goes unseen. */
const LIGHTS: readonly [azimuth: number, share: number][] = [
	[315, 0.62],
	[270, 0.2],
	[0, 0.18],
];
const LIGHT_ALTITUDE = 42;

/** Detail, ranges and massifs: heights halved so often, how much each is steepened, and its share of the shading. */
const VIEWS: readonly [halvings: number, steepened: number, share: number][] = [
	[0, 1.4, 0.75],
	[2, 2.1, 0.45],
	[4, 4.2, 0.29],
];

/** Relief of one tile. `scales` are the heights, each half as fine as the one before; `mask` is the share of land in each pixel. */
export function reliefTile(
	scales: readonly Elevation[],
	{ z, x, y }: { z: number; x: number; y: number },
	side: number,
	mask: Float32Array,
): Uint8Array {
	const rim = side + 2;
	const first = Math.max(0, SOURCE_ZOOM - z);
	const last = scales.length - 1;
	const brightness = new Float32Array(side * side);
	let depths: Float32Array = new Float32Array(0);
	for (const [halvings, steepened, share] of VIEWS) {
		const raw = sampled(scales[Math.min(last, first + halvings)]!, z, x, y, side);
		if (halvings === 0) depths = raw;
		const metres = raw.map((value) => (value > 0 ? HEIGHT_SCALE * value ** HEIGHT_POWER : value * 6));
		for (let row = 0; row < side; row++) {
			const lat = latitude((y + (row + 0.5) / side) / 2 ** z);
			const pixelMetres = (EQUATOR_METRES * Math.cos((lat * Math.PI) / 180)) / (side * 2 ** z);
			const steepen = (steepened * exaggeration(z)) / (2 * pixelMetres);
			for (let column = 0; column < side; column++) {
				const i = (row + 1) * rim + column + 1;
				const east = ((metres[i + 1] ?? 0) - (metres[i - 1] ?? 0)) * steepen;
				const south = ((metres[i + rim] ?? 0) - (metres[i - rim] ?? 0)) * steepen;
				brightness[row * side + column]! += share * shade(east, south);
			}
		}
	}
	return Uint8Array.from(mask, (land, i) => {
		const light = Math.tanh(brightness[i] ?? 0);
		if (land >= 0.5) return landInk(light * (2 * land - 1));
		return seaInk(depths[(Math.floor(i / side) + 1) * rim + (i % side) + 1] ?? 0, light, 1 - 2 * land);
	});
}

/** Far away the ground is averaged flat: it is steepened again, so that ranges tell at every zoom. */
function exaggeration(z: number): number {
	return 3.4 * 1.4 ** Math.max(0, 4 - z);
}

/** Brightness against flat ground, -1 to 1. */
function shade(east: number, south: number): number {
	const length = Math.hypot(east, south, 1);
	let light = 0;
	for (const [azimuth, share] of LIGHTS) {
		const [a, h] = [(azimuth * Math.PI) / 180, (LIGHT_ALTITUDE * Math.PI) / 180];
		// The slope faces downhill: to the west where the ground rises to the east.
		const towards = -east * Math.sin(a) * Math.cos(h) + south * Math.cos(a) * Math.cos(h) + Math.sin(h);
		light += share * (Math.max(0, towards) / length / Math.sin(h) - 1);
	}
	const slope = 1 - 1 / length;
	return 1.5 * light - 0.3 * slope;
}

function landInk(brightness: number): number {
	const { shadowSteps, lightSteps, power } = INKS;
	const steps = Math.abs(brightness) ** (1 / power) * (brightness < 0 ? -shadowSteps : lightSteps);
	return shadowSteps + Math.round(steps);
}

/** Deeper water is darker, and its floor shows faintly. */
function seaInk(height: number, brightness: number, sea: number): number {
	const depth = 0.42 * smoothStep(-8, -40, height) + 0.58 * smoothStep(-28, -72, height);
	const floor = Math.max(0, Math.min(1, depth - 0.16 * brightness * smoothStep(-4, -20, height)));
	return INKS.shadowSteps + INKS.lightSteps + 1 + Math.round(floor * sea * INKS.seaSteps);
}

/** Heights at the pixels of a tile and one more on every side, by a smooth cubic between those of the grid. */
function sampled(heights: Elevation, z: number, x: number, y: number, side: number): Float32Array {
	const rim = side + 2;
	const result = new Float32Array(rim * rim);
	const { width, height, values } = heights;
	const columns = Array.from({ length: rim }, (_, i) => spline(((x + (i - 0.5) / side) / 2 ** z) * width - 0.5));
	for (let row = 0; row < rim; row++) {
		const lat = latitude((y + (row - 0.5) / side) / 2 ** z);
		const down = spline(((90 - lat) / 180) * height - 0.5);
		for (let column = 0; column < rim; column++) {
			const across = columns[column]!;
			let total = 0;
			for (let j = 0; j < 4; j++) {
				const start = Math.min(height - 1, Math.max(0, down.first + j)) * width;
				let line = 0;
				for (let i = 0; i < 4; i++) {
					line += (values[start + ((across.first + i + width) % width)] ?? 0) * (across.weights[i] ?? 0);
				}
				total += line * (down.weights[j] ?? 0);
			}
			result[row * rim + column] = total;
		}
	}
	return result;
}

/** First of the four grid points around a place, and their weights: the uniform cubic B-spline. */
function spline(place: number): { first: number; weights: number[] } {
	const whole = Math.floor(place);
	const t = place - whole;
	const weights = [(1 - t) ** 3, 3 * t ** 3 - 6 * t ** 2 + 4, -3 * t ** 3 + 3 * t ** 2 + 3 * t + 1, t ** 3];
	return { first: whole - 1, weights: weights.map((weight) => weight / 6) };
}

/** Latitude of a height on the map, 0 at the top and 1 at the bottom. */
function latitude(mercatorY: number): number {
	return (Math.atan(Math.sinh(Math.PI * (1 - 2 * mercatorY))) * 180) / Math.PI;
}

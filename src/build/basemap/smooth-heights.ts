import type { Elevation } from './elevation.ts';

/** Slopes in source steps per pixel: below the first a terrace shows and is smoothed away, above the second nothing is. */
const TERRACED = 0.35;
const STEEP = 1.6;

/** Heights without the terraces of an 8-bit source: smoothed the more, the flatter the land is. */
export function smoothHeights({ width, height, values }: Elevation): Elevation {
	const fine = blurred(values, width, height, 0.5);
	const medium = blurred(values, width, height, 2);
	const wide = blurred(medium, width, height, 5);
	const smooth = new Float32Array(values.length);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const i = y * width + x;
			const across = (medium[x + 1 < width ? i + 1 : i] ?? 0) - (medium[x > 0 ? i - 1 : i] ?? 0);
			const down = (medium[y + 1 < height ? i + width : i] ?? 0) - (medium[y > 0 ? i - width : i] ?? 0);
			const steep = smoothStep(TERRACED, STEEP, Math.hypot(across, down) / 2);
			smooth[i] = (wide[i] ?? 0) * (1 - steep) + (fine[i] ?? 0) * steep;
		}
	}
	return { width, height, values: smooth };
}

/** Gaussian blur, around the world from east to west. */
function blurred(values: Float32Array, width: number, height: number, sigma: number): Float32Array {
	const radius = Math.ceil(sigma * 3);
	const weights = Float64Array.from({ length: radius + 1 }, (_, i) => Math.exp(-(i * i) / (2 * sigma * sigma)));
	const sum = weights.reduce((total, weight, i) => total + weight * (i === 0 ? 1 : 2), 0);
	const rows = new Float32Array(values.length);
	const line = new Float32Array(width + 2 * radius);
	for (let y = 0; y < height; y++) {
		const start = y * width;
		for (let x = -radius; x < width + radius; x++) line[x + radius] = values[start + ((x + width) % width)] ?? 0;
		for (let x = 0; x < width; x++) {
			let total = (line[x + radius] ?? 0) * (weights[0] ?? 0);
			for (let r = 1; r <= radius; r++)
				total += ((line[x + radius - r] ?? 0) + (line[x + radius + r] ?? 0)) * (weights[r] ?? 0);
			rows[start + x] = total / sum;
		}
	}
	const result = new Float32Array(values.length);
	for (let y = 0; y < height; y++) {
		for (let r = -radius; r <= radius; r++) {
			const weight = (weights[Math.abs(r)] ?? 0) / sum;
			const from = Math.min(height - 1, Math.max(0, y + r)) * width;
			for (let x = 0; x < width; x++) result[y * width + x]! += (rows[from + x] ?? 0) * weight;
		}
	}
	return result;
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothStep(from: number, to: number, value: number): number {
	const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
	return t * t * (3 - 2 * t);
}

/** The same heights on a grid of half the width and height. */
export function halved({ width, height, values }: Elevation): Elevation {
	const [columns, rows] = [width >> 1, height >> 1];
	const half = new Float32Array(columns * rows);
	for (let y = 0; y < rows; y++) {
		for (let x = 0; x < columns; x++) {
			const i = 2 * y * width + 2 * x;
			half[y * columns + x] =
				((values[i] ?? 0) + (values[i + 1] ?? 0) + (values[i + width] ?? 0) + (values[i + width + 1] ?? 0)) / 4;
		}
	}
	return { width: columns, height: rows, values: half };
}

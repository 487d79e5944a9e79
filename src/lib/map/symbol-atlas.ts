import { KIND_CODES } from '../view/incident-table.ts';
import { KIND_SHAPES, type Shape } from '../view/symbol-tokens.ts';

/** Side of the square of one shape, in texels and in units of the shape's radius. */
export const ATLAS_CELL_TEXELS = 64;
export const ATLAS_CELL_UNITS = 2.8;
/** Distances beyond this, in units of the radius, are cut off. */
export const ATLAS_RANGE_UNITS = 0.7;

/**
 * The shapes of all kinds side by side as one byte a texel: the distance to the outline, 128 on it, less inside. The
 * shader reads its shapes here, so that each is defined once, in the tokens.
 */
export function symbolAtlas(): { width: number; height: number; data: Uint8Array<ArrayBuffer> } {
	const width = KIND_CODES.length * ATLAS_CELL_TEXELS;
	const data = new Uint8Array(width * ATLAS_CELL_TEXELS);
	KIND_CODES.forEach((kind, cell) => {
		for (let row = 0; row < ATLAS_CELL_TEXELS; row++) {
			for (let column = 0; column < ATLAS_CELL_TEXELS; column++) {
				const distance = signedDistance(KIND_SHAPES[kind], texelToUnits(column), texelToUnits(row));
				const stored = 127.5 + (127.5 * distance) / ATLAS_RANGE_UNITS;
				data[row * width + cell * ATLAS_CELL_TEXELS + column] = Math.round(Math.min(255, Math.max(0, stored)));
			}
		}
	});
	return { width, height: ATLAS_CELL_TEXELS, data };
}

function texelToUnits(texel: number): number {
	return ((texel + 0.5) / ATLAS_CELL_TEXELS - 0.5) * ATLAS_CELL_UNITS;
}

/** Distance from a point to the nearest edge of a shape, negative inside by the even-odd rule. */
export function signedDistance(shape: Shape, x: number, y: number): number {
	let nearest = Infinity;
	let inside = false;
	for (const ring of shape) {
		ring.forEach(([x1, y1], index) => {
			const [x2, y2] = ring[(index + 1) % ring.length]!;
			const dx = x2 - x1;
			const dy = y2 - y1;
			const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
			nearest = Math.min(nearest, Math.hypot(x - x1 - along * dx, y - y1 - along * dy));
			if (y1 > y !== y2 > y && x < x1 + ((y - y1) / dy) * dx) inside = !inside;
		});
	}
	return inside ? -nearest : nearest;
}

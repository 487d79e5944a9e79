import type { IncidentSymbols } from '../view/incident-symbols.ts';
import { latOfMercatorY, lngOfMercatorX, TILE_PX } from './pointer-frame.ts';

/** Where the symbol of a row stands at a scale and zoom, beside its place or on it, and its radius in CSS pixels. */
export function symbolPlacement(
	{ x, y, offsetX, offsetY, radius }: IncidentSymbols,
	row: number,
	scale: number,
	zoom: number,
): { lng: number; lat: number; radius: number } {
	const perPixel = scale / (TILE_PX * 2 ** zoom);
	return {
		lng: lngOfMercatorX(x[row]! + offsetX[row]! * perPixel),
		lat: latOfMercatorY(y[row]! + offsetY[row]! * perPixel),
		radius: radius[row]! * scale,
	};
}

import type { Map as MaplibreMap } from 'maplibre-gl';
import { mercatorX, mercatorY } from '../view/incident-symbols.ts';
import type { PointerFrame } from './nearest-rows.ts';

/** Side of the world at zoom 0, in CSS pixels. */
export const TILE_PX = 512;

const STEP_PX = 4;

/** How the map lies under a point, in CSS pixels from its top left; `null` beside a globe. */
export function pointerFrame(
	map: MaplibreMap,
	{ x, y }: { readonly x: number; readonly y: number },
	symbolScale: number,
): PointerFrame | null {
	const here = mercatorAt(map, x, y);
	const right = mercatorAt(map, x + STEP_PX, y);
	const below = mercatorAt(map, x, y + STEP_PX);
	const xRight = nearestTurn(right.x - here.x) / STEP_PX;
	const yRight = (right.y - here.y) / STEP_PX;
	const xDown = nearestTurn(below.x - here.x) / STEP_PX;
	const yDown = (below.y - here.y) / STEP_PX;
	const determinant = xRight * yDown - xDown * yRight;
	if (determinant === 0) return null;
	return {
		...here,
		pixelsPerUnit: [yDown / determinant, -yRight / determinant, -xDown / determinant, xRight / determinant],
		symbolScale,
	};
}

/** The place under a point, in mercator units. */
export function mercatorAt(map: MaplibreMap, x: number, y: number): { x: number; y: number } {
	const { lng, lat } = map.unproject([x, y]);
	return { x: mercatorX(lng), y: mercatorY(lat) };
}

/** West, north, east and south of what the map shows, in mercator units; `west` may be below 0. */
export function mercatorBounds(map: MaplibreMap): [west: number, north: number, east: number, south: number] {
	const bounds = map.getBounds();
	const [west, east] = [mercatorX(bounds.getWest()), mercatorX(bounds.getEast())];
	return [west, mercatorY(bounds.getNorth()), Math.max(west, east), mercatorY(bounds.getSouth())];
}

export function lngOfMercatorX(x: number): number {
	return x * 360 - 180;
}

export function latOfMercatorY(y: number): number {
	return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

function nearestTurn(difference: number): number {
	return difference - Math.round(difference);
}

import type { Map as MaplibreMap } from 'maplibre-gl';
import type { Camera } from '../view/view.ts';

/** Where a map is, in as many decimals as a link carries. */
export function readCamera(map: MaplibreMap): Camera {
	const { lng, lat } = map.getCenter().wrap();
	return { lng: round(lng, 5), lat: round(lat, 5), zoom: round(map.getZoom(), 2) };
}

/** Whether two cameras show the same; `null` shows all of the data. */
export function sameCamera(a: Camera | null, b: Camera | null): boolean {
	return a === b || (a !== null && b !== null && a.lng === b.lng && a.lat === b.lat && a.zoom === b.zoom);
}

/** Moves to what has these bounds as little as needed, and not at all if it is in view. */
export function bringIntoView(map: MaplibreMap, [west, south, east, north]: readonly [number, number, number, number]) {
	const centre: [number, number] = [(west + east) / 2, (south + north) / 2];
	if (!map.getBounds().contains(centre)) map.easeTo({ center: centre });
}

function round(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}

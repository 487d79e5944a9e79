import type { Map as MaplibreMap } from 'maplibre-gl';
import type { Camera } from '../view/view.ts';

/** Where a map is, in as many decimals as a link carries. */
export function readCamera(map: MaplibreMap): Camera {
	const { lng, lat } = map.getCenter().wrap();
	return { lng: round(lng, 5), lat: round(lat, 5), zoom: round(map.getZoom(), 2) };
}

/** Leaves room for the buttons and, where there is enough, for names between them and what is fitted. */
export function fitOptions({ clientWidth }: { readonly clientWidth: number }) {
	const side = clientWidth < 600 ? 76 : 128;
	return { padding: { top: 48, right: side, bottom: 48, left: side }, maxZoom: 8 };
}

/** Whether two cameras show the same; `null` shows all of the data. */
export function sameCamera(a: Camera | null, b: Camera | null): boolean {
	return a === b || (a !== null && b !== null && a.lng === b.lng && a.lat === b.lat && a.zoom === b.zoom);
}

/** Moves to the middle of bounds, to where nothing lies over the map, if it is out of view or something lies over it. */
export function bringIntoView(map: MaplibreMap, [west, south, east, north]: readonly [number, number, number, number]) {
	const centre: [number, number] = [(west + east) / 2, (south + north) / 2];
	const { x, y } = map.project(centre);
	const isCovered = coverOf(map);
	if (map.getBounds().contains(centre) && !isCovered(x, y)) return;
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	const free = freePart(width, height, isCovered);
	map.easeTo({ center: centre, offset: [free.x - width / 2, free.y - height / 2] });
}

const PROBE_STEP_PX = 8;

/** What is free of a map that something may cover from below, as on a phone, or from a side; all of it where hardly anything is. */
function freeRect(width: number, height: number, isCovered: (x: number, y: number) => boolean) {
	const downTo = (x: number) => firstFree(height, 0, (y) => isCovered(x, y));
	const bottom = Math.max(...[0.1, 0.5, 0.9].map((share) => downTo(share * width)));
	const isColumnCovered = (x: number) => isCovered(x, 0.2 * bottom) && isCovered(x, 0.8 * bottom);
	const [left, right] = [firstFree(0, width, isColumnCovered), firstFree(width, 0, isColumnCovered)];
	const isRoomy = bottom > height / 8 && right - left > width / 8;
	return isRoomy ? { left, right, bottom } : { left: 0, right: width, bottom: height };
}

/** The middle of that. */
export function freePart(width: number, height: number, isCovered: (x: number, y: number) => boolean) {
	const { left, right, bottom } = freeRect(width, height, isCovered);
	return { x: (left + right) / 2, y: bottom / 2 };
}

const MOST_FIT_ZOOM = 7;

/** Moves to where all of some bounds is in sight, in the part of the map that nothing lies over. */
export function fitFree(map: MaplibreMap, bounds: readonly [number, number, number, number]): void {
	const { clientWidth: width, clientHeight: height } = map.getContainer();
	// What opens beside the map leaves it less room, of which MapLibre hears only later.
	if (map.getCanvas().clientWidth !== width || map.getCanvas().clientHeight !== height) map.resize();
	const free = freeRect(width, height, coverOf(map));
	// On a phone the free part may be too low for wide margins.
	const margin = (length: number, most: number) => Math.min(most, length / 5);
	const [across, down] = [margin(free.right - free.left, 76), margin(free.bottom, 64)];
	const padding = {
		top: down,
		bottom: height - free.bottom + down,
		left: free.left + across,
		right: width - free.right + across,
	};
	map.fitBounds([...bounds], { padding, maxZoom: MOST_FIT_ZOOM }, { isOurs: true });
}

/** The first place on the way from an end that is not covered; the other end if all is. */
function firstFree(from: number, to: number, isCovered: (place: number) => boolean): number {
	const step = from < to ? PROBE_STEP_PX : -PROBE_STEP_PX;
	for (let place = from + step / 2; (to - place) * step > 0; place += step) {
		if (!isCovered(place)) return place - step / 2;
	}
	return to;
}

/** Whether something that is no part of the map lies over a place of it, in CSS pixels from its top left. */
function coverOf(map: MaplibreMap): (x: number, y: number) => boolean {
	const whole = map.getContainer().parentElement ?? map.getContainer();
	const { left, top } = map.getContainer().getBoundingClientRect();
	return (x, y) => {
		const uppermost = document.elementFromPoint(left + x, top + y);
		return uppermost !== null && !whole.contains(uppermost);
	};
}

function round(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}

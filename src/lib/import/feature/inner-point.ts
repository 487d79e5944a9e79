import { pointInRing } from '../../validate/point-in-ring.ts';
import type { PlainGeometry } from './plain-geometry.ts';
import type { LngLat } from '../cells/read-position.ts';

/** How many lines across an area are tried where its centre lies outside. */
const LINES_ACROSS = 9;
const DECIMALS = 1e7;

/**
 * A point that stands for a geometry and lies on it. Of an area: its centre of mass, if that is inside, else the middle
 * of the widest stretch inside along lines across it; of several the largest. Of a line the point halfway along; of
 * several the longest. Of points the one nearest their mean. Plane degrees: it is where a symbol stands, no measurement.
 */
export function innerPoint(geometry: PlainGeometry): LngLat {
	switch (geometry.type) {
		case 'Point':
			return geometry.coordinates;
		case 'MultiPoint':
			return nearestTheMean(geometry.coordinates);
		case 'LineString':
			return halfway(geometry.coordinates);
		case 'MultiLineString':
			return halfway(greatest(geometry.coordinates, lengthOf));
		case 'Polygon':
			return insideOf(geometry.coordinates);
		case 'MultiPolygon':
			return insideOf(greatest(geometry.coordinates, ([outer]) => Math.abs(massOf(outer!).area)));
		case 'GeometryCollection':
			return innerPoint(greatest(geometry.geometries, dimensionOf));
	}
}

function insideOf(rings: readonly LngLat[][]): LngLat {
	const outer = rings[0]!;
	const { area, centre } = massOf(outer);
	if (area !== 0 && isInside(centre, rings)) return rounded(centre);
	const latitudes = outer.map(([, lat]) => lat).sort((a, b) => a - b);
	const [south, north] = [latitudes[0]!, latitudes.at(-1)!];
	let widest = 0;
	let best: LngLat | null = null;
	for (let line = 1; line <= LINES_ACROSS; line++) {
		// Beside round numbers, on which corners like to lie.
		const lat = south + ((north - south) * (line - 0.38)) / (LINES_ACROSS + 0.24);
		const crossings = rings.flatMap((ring) => crossingsOf(ring, lat)).sort((a, b) => a - b);
		for (let index = 0; index + 1 < crossings.length; index += 2) {
			const [west, east] = [crossings[index]!, crossings[index + 1]!];
			if (east - west <= widest) continue;
			widest = east - west;
			best = [(west + east) / 2, lat];
		}
	}
	const point = best === null ? null : rounded(best);
	return point !== null && isInside(point, rings) ? point : outer[0]!;
}

function isInside(point: LngLat, [outer, ...holes]: readonly LngLat[][]): boolean {
	if (pointInRing(point, outer!) !== 'inside') return false;
	return holes.every((hole) => pointInRing(point, hole) !== 'inside');
}

function crossingsOf(ring: readonly LngLat[], lat: number): number[] {
	const crossings: number[] = [];
	for (let index = 1; index < ring.length; index++) {
		const [a, b] = [ring[index - 1]!, ring[index]!];
		if (a[1] > lat === b[1] > lat) continue;
		crossings.push(a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
	}
	return crossings;
}

/** Area with its sign and centre of mass of a ring, by the shoelace formula, measured from its first position. */
function massOf(ring: readonly LngLat[]): { area: number; centre: LngLat } {
	const [x0, y0] = ring[0]!;
	let [twice, x, y] = [0, 0, 0];
	for (let index = 1; index < ring.length; index++) {
		const [ax, ay] = [ring[index - 1]![0] - x0, ring[index - 1]![1] - y0];
		const [bx, by] = [ring[index]![0] - x0, ring[index]![1] - y0];
		const cross = ax * by - bx * ay;
		twice += cross;
		x += (ax + bx) * cross;
		y += (ay + by) * cross;
	}
	return { area: twice / 2, centre: [x0 + x / (3 * twice), y0 + y / (3 * twice)] };
}

function halfway(line: readonly LngLat[]): LngLat {
	let left = lengthOf(line) / 2;
	for (let index = 1; index < line.length; index++) {
		const [a, b] = [line[index - 1]!, line[index]!];
		const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
		if (length >= left && length > 0) {
			const share = left / length;
			return rounded([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
		}
		left -= length;
	}
	return line[0]!;
}

function lengthOf(line: readonly LngLat[]): number {
	let length = 0;
	for (let index = 1; index < line.length; index++) {
		length += Math.hypot(line[index]![0] - line[index - 1]![0], line[index]![1] - line[index - 1]![1]);
	}
	return length;
}

function nearestTheMean(points: readonly LngLat[]): LngLat {
	let [x, y] = [0, 0];
	for (const point of points) {
		x += point[0] / points.length;
		y += point[1] / points.length;
	}
	return greatest(points, (point) => -Math.hypot(point[0] - x, point[1] - y));
}

function dimensionOf(geometry: PlainGeometry): number {
	if (geometry.type.endsWith('Polygon')) return 2;
	if (geometry.type.endsWith('LineString')) return 1;
	return geometry.type === 'GeometryCollection' ? dimensionOf(greatest(geometry.geometries, dimensionOf)) : 0;
}

/** The first of those with the greatest measure. */
function greatest<Item>(items: readonly Item[], measure: (item: Item) => number): Item {
	let best = items[0] as Item;
	let most = measure(best);
	for (const item of items) {
		const size = measure(item);
		if (size > most) [best, most] = [item, size];
	}
	return best;
}

function rounded([lng, lat]: LngLat): LngLat {
	return [Math.round(lng * DECIMALS) / DECIMALS || 0, Math.round(lat * DECIMALS) / DECIMALS || 0];
}

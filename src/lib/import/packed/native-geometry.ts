import type { Geometry, Position } from 'geojson';
import { LIMITS } from '../limits.ts';
import type { Refusal } from '../cells/read-date.ts';

/** Types by their names in GeoParquet and GeoArrow, with how deep their positions lie in lists. */
const TYPES: Readonly<Record<string, readonly [type: Geometry['type'], depth: number]>> = {
	point: ['Point', 0],
	linestring: ['LineString', 1],
	polygon: ['Polygon', 2],
	multipoint: ['MultiPoint', 1],
	multilinestring: ['MultiLineString', 2],
	multipolygon: ['MultiPolygon', 3],
};

type Nested = Position | Nested[];

/** Whether this is the name of an encoding that `nativeGeometry` reads. */
export function isNative(encoding: string): boolean {
	return Object.hasOwn(TYPES, encoding);
}

/**
 * A geometry written as lists of positions inside each other, each position a struct of `x` and `y` or a list of
 * numbers, as GeoParquet 1.1 and GeoArrow have it; heights and measures are left out. `null` where there is none.
 */
export function nativeGeometry(value: unknown, encoding: string): Geometry | null | Refusal {
	const [type, depth] = TYPES[encoding]!;
	if (value === null || value === undefined) return null;
	const budget = { positions: LIMITS.positions };
	const coordinates = nested(value, depth, budget);
	if (budget.positions < 0) {
		return {
			reason: `It has more than ${LIMITS.positions.toLocaleString('en')} positions, the most that are read of one. Simplify it.`,
		};
	}
	if (coordinates === null) return { reason: `Its geometry is not built as a ${type} is. Save the file again.` };
	const isNowhere = type === 'Point' && (coordinates as Position).every((degrees) => Number.isNaN(degrees));
	return isNowhere ? null : ({ type, coordinates } as Geometry);
}

function nested(value: unknown, depth: number, budget: { positions: number }): Nested | null {
	if (depth === 0) return position(value, budget);
	if (!Array.isArray(value)) return null;
	const list: Nested[] = [];
	for (const each of value as unknown[]) {
		const inner = nested(each, depth - 1, budget);
		if (inner === null) return null;
		list.push(inner);
	}
	return list;
}

function position(value: unknown, budget: { positions: number }): Position | null {
	if (--budget.positions < 0 || typeof value !== 'object' || value === null) return null;
	const [x, y] =
		ArrayBuffer.isView(value) || Array.isArray(value) ? numbersOf(value) : [member(value, 'x'), member(value, 'y')];
	return typeof x === 'number' && typeof y === 'number' ? [x, y] : null;
}

function numbersOf(value: object): [unknown, unknown] {
	const [x, y] = value as unknown[];
	return [x, y];
}

function member(value: object, name: string): unknown {
	return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

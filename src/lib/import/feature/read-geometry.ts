import { quoteCell } from '../cells/clean-cell.ts';
import type { PlaceCoding } from '../crosswalk.ts';
import type { Crs } from './crs.ts';
import type { ImportedRow } from '../imported-row.ts';
import { innerPoint } from './inner-point.ts';
import { LIMITS } from '../limits.ts';
import type { LngLat } from '../cells/read-position.ts';
import { extentOf, type PlainGeometry } from './plain-geometry.ts';

/** A geometry, understood: two dimensions, degrees, rings closed, nothing empty. */
interface ReadGeometry {
	/** The point itself, or one that stands for the shape; `null` where there is no geometry, or an empty one. */
	readonly point: LngLat | null;
	readonly shape: ImportedRow['shape'];
	/** What the size of the shape says; `null` for a point, which says nothing. */
	readonly precision: PlaceCoding | null;
	/** Whether positions have more than two numbers, so that elevations were set aside. */
	readonly hasMore: boolean;
}

interface GeometryFault {
	/** As in `geometry.coordinates[0][3]`. */
	readonly column: string;
	readonly value: string;
	readonly reason: string;
}

/** Thrown where a geometry cannot be used, and caught in this file. */
class Fault extends Error {
	readonly path: string;
	readonly found: unknown;

	constructor(path: string, found: unknown, reason: string) {
		super(reason);
		this.path = path;
		this.found = found;
	}
}

interface Reading {
	readonly crs: Crs;
	readonly isSwapped: boolean;
	positions: number;
	hasMore: boolean;
}

const DECIMALS = 1e7;
const REMEDY = 'A position is [longitude, latitude], from -180 to 180 and from -90 to 90 degrees.';
const TYPES = 'Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon or GeometryCollection';
const LEAST_RING = 4;

/**
 * Reads a geometry of GeoJSON. Elevations are set aside, rings that are not closed are closed, parts that are empty are
 * left out. What is out of range, too short or of an unknown type makes it a fault with its path.
 */
export function readGeometry(geometry: unknown, crs: Crs, isSwapped: boolean): ReadGeometry | GeometryFault {
	try {
		const reading: Reading = { crs, isSwapped, positions: 0, hasMore: false };
		const plain = geometryAt(geometry, 'geometry', reading, 1);
		const { hasMore } = reading;
		if (plain === null) return { point: null, shape: null, precision: null, hasMore };
		if (plain.type === 'Point') return { point: plain.coordinates, shape: null, precision: null, hasMore };
		return { point: innerPoint(plain), shape: plain, precision: precisionOf(plain), hasMore };
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		return { column: error.path, value: quoteCell(JSON.stringify(error.found) ?? ''), reason: error.message };
	}
}

/** The first position of a geometry, degrees as the file orders them and in any range; `null` where there is none. */
export function firstPosition(geometry: unknown, crs: Crs): LngLat | null {
	let at: unknown = geometry;
	for (let depth = 0; depth < LIMITS.nesting; depth++) {
		if (typeof at !== 'object' || at === null) return null;
		if (!Array.isArray(at)) at = memberOf(at, 'coordinates') ?? memberOf(at, 'geometries');
		else if (typeof at[0] !== 'number') at = at[0] as unknown;
		else if (typeof at[1] !== 'number') return null;
		else return crs.toLngLat(at[0], at[1]);
	}
	return null;
}

function geometryAt(value: unknown, path: string, reading: Reading, depth: number): PlainGeometry | null {
	if (value === null || value === undefined) return null;
	if (typeof value !== 'object' || Array.isArray(value)) {
		throw new Fault(path, value, `A geometry is an object with a type and coordinates, or null.`);
	}
	const type = memberOf(value, 'type');
	if (type === 'GeometryCollection') return collectionAt(value, path, reading, depth);
	const coordinates = memberOf(value, 'coordinates');
	const below = `${path}.coordinates`;
	const list = (of: unknown) => listAt(of, below);
	switch (type) {
		case 'Point':
			return list(coordinates).length === 0 ? null : { type, coordinates: positionAt(coordinates, below, reading) };
		case 'MultiPoint': {
			const points = positionsAt(coordinates, below, reading);
			if (points.length === 1) return { type: 'Point', coordinates: points[0]! };
			return points.length === 0 ? null : { type, coordinates: points };
		}
		case 'LineString': {
			const line = lineAt(coordinates, below, reading);
			return line === null ? null : { type, coordinates: line };
		}
		case 'MultiLineString': {
			const lines = partsAt(coordinates, below, (part, at) => lineAt(part, at, reading));
			return lines.length === 0 ? null : { type, coordinates: lines };
		}
		case 'Polygon': {
			const polygon = polygonAt(coordinates, below, reading);
			return polygon === null ? null : { type, coordinates: polygon };
		}
		case 'MultiPolygon': {
			const polygons = partsAt(coordinates, below, (part, at) => polygonAt(part, at, reading));
			return polygons.length === 0 ? null : { type, coordinates: polygons };
		}
		default:
			throw new Fault(`${path}.type`, type ?? null, `There is no such type of geometry. It is ${TYPES}.`);
	}
}

function collectionAt(value: object, path: string, reading: Reading, depth: number): PlainGeometry | null {
	if (depth > LIMITS.nesting)
		throw new Fault(path, depth, `More than ${LIMITS.nesting} geometries lie inside each other.`);
	const below = `${path}.geometries`;
	const parts = partsAt(memberOf(value, 'geometries'), below, (part, at) => geometryAt(part, at, reading, depth + 1));
	if (parts.length <= 1) return parts[0] ?? null;
	return { type: 'GeometryCollection', geometries: parts };
}

function polygonAt(value: unknown, path: string, reading: Reading): LngLat[][] | null {
	const rings = listAt(value, path);
	if (rings.length === 0) return null;
	const [outer, ...holes] = rings.map((ring, index) => ringAt(ring, `${path}[${index}]`, reading));
	if (outer === null || outer === undefined) return null;
	return [outer, ...holes.filter((hole) => hole !== null)];
}

function ringAt(value: unknown, path: string, reading: Reading): LngLat[] | null {
	const ring = positionsAt(value, path, reading);
	if (ring.length === 0) return null;
	const [first, last] = [ring[0]!, ring.at(-1)!];
	if (first[0] !== last[0] || first[1] !== last[1]) ring.push([...first]);
	if (ring.length >= LEAST_RING) return ring;
	throw new Fault(path, value, 'A ring has four positions or more, the last being the first.');
}

function lineAt(value: unknown, path: string, reading: Reading): LngLat[] | null {
	const line = positionsAt(value, path, reading);
	if (line.length === 1) throw new Fault(path, value, 'A line has two positions or more.');
	return line.length === 0 ? null : line;
}

function partsAt<Part>(value: unknown, path: string, partAt: (part: unknown, path: string) => Part | null): Part[] {
	const parts = listAt(value, path).map((part, index) => partAt(part, `${path}[${index}]`));
	return parts.filter((part) => part !== null);
}

function positionsAt(value: unknown, path: string, reading: Reading): LngLat[] {
	const list = listAt(value, path);
	reading.positions += list.length;
	if (reading.positions > LIMITS.positions) {
		const most = LIMITS.positions.toLocaleString('en');
		const found = reading.positions.toLocaleString('en');
		throw new Fault(
			path,
			reading.positions,
			`The feature has ${found} positions or more, and at most ${most} are read.`,
		);
	}
	const positions = new Array<LngLat>(list.length);
	for (let index = 0; index < list.length; index++) {
		const each = list[index];
		positions[index] = plainPosition(each, reading) ?? positionAt(each, `${path}[${index}]`, reading);
	}
	return positions;
}

/** A position that is in order; `null` for one of which it must be said what is wrong. */
function plainPosition(value: unknown, reading: Reading): LngLat | null {
	if (!Array.isArray(value) || value.length < 2) return null;
	const { crs, isSwapped } = reading;
	if (value.length > 2) reading.hasMore = true;
	const [x, y] = value as unknown[];
	if (typeof x !== 'number' || typeof y !== 'number') return null;
	const [lng, lat] = isSwapped ? crs.toLngLat(y, x) : crs.toLngLat(x, y);
	const position: LngLat = [round(lng), round(lat)];
	return Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90 ? position : null;
}

function positionAt(value: unknown, path: string, reading: Reading): LngLat {
	const position = plainPosition(value, reading);
	if (position !== null) return position;
	const list = listAt(value, path);
	if (list.length < 2) throw new Fault(path, value, `A position has two numbers. ${REMEDY}`);
	const [x, y] = list;
	if (typeof x !== 'number' || typeof y !== 'number') {
		throw new Fault(path, value, `A position is of numbers, without quotation marks. ${REMEDY}`);
	}
	if (!reading.isSwapped && Math.abs(y) > 90 && Math.abs(x) <= 90 && Math.abs(y) <= 180) {
		throw new Fault(path, value, `The latitude is beyond 90 degrees: the two may be interchanged. ${REMEDY}`);
	}
	throw new Fault(path, value, `It is out of range. ${REMEDY}`);
}

function listAt(value: unknown, path: string): readonly unknown[] {
	if (Array.isArray(value)) return value as unknown[];
	throw new Fault(path, value ?? null, 'A list in square brackets is due here.');
}

/** How precise a place is that is drawn as a shape: that of what has the shape's size. */
function precisionOf(shape: PlainGeometry): PlaceCoding {
	const { radiusKm } = extentOf(shape);
	if (radiusKm <= 10) return { geoPrecision: 'town', wherePrec: 1 };
	if (radiusKm <= 40) return { geoPrecision: 'district', wherePrec: 3 };
	// UCDP has one code for all lines that no place can stand for.
	if (shape.type.endsWith('LineString') || radiusKm > 400) return { geoPrecision: 'region', wherePrec: 5 };
	return { geoPrecision: 'province', wherePrec: 4 };
}

function memberOf(holder: object, name: string): unknown {
	return Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : undefined;
}

/** As rows of tables are rounded; and no negative zero. */
function round(degrees: number): number {
	const rounded = Math.round(degrees * DECIMALS) / DECIMALS;
	return rounded === 0 ? 0 : rounded;
}

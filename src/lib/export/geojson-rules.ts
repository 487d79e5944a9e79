import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { ringCrossings } from './ring-crossings.ts';

/** Something that RFC 7946 forbids or that makes common tools draw nonsense. */
export interface GeojsonProblem {
	/** Such as `features[3].geometry.coordinates[0][7]`. */
	path: string;
	message: string;
	fix?: string | undefined;
}

type Tell = (path: string, message: string, fix?: string) => void;
type Plain = Record<string, unknown>;
type XY = readonly [number, number];

/** How deep coordinates are nested in each type of geometry: 0 is one position. */
const DEPTHS: Record<string, number> = {
	Point: 0,
	MultiPoint: 1,
	LineString: 1,
	MultiLineString: 2,
	Polygon: 2,
	MultiPolygon: 3,
};
const DEEPEST_COLLECTION = 8;

/**
 * All problems of a parsed GeoJSON text, beyond what a structural validator finds: numbers finite and in range, rings
 * closed, wound by RFC 7946 and simple, holes inside, no repeated vertex, no step over the antimeridian, bbox in
 * order, ids unique. Pure; takes anything; the work grows with the number of vertices, not with its square.
 */
export function checkGeojsonRules(value: unknown): GeojsonProblem[] {
	const problems: GeojsonProblem[] = [];
	const tell: Tell = (path, message, fix) => problems.push({ path, message, fix });
	if (!isPlain(value)) {
		tell('', 'is not a GeoJSON object');
	} else if (value['type'] === 'FeatureCollection') {
		checkCollection(value, tell);
	} else if (value['type'] === 'Feature') {
		checkFeature(value, '', tell);
	} else {
		checkGeometry(value, '', tell, 0);
	}
	return problems;
}

function checkCollection(collection: Plain, tell: Tell): void {
	if ('crs' in collection)
		tell('crs', 'is obsolete: RFC 7946 knows longitude and latitude of WGS 84 only', 'remove it');
	checkBbox(collection, '', tell);
	const { features } = collection;
	if (!Array.isArray(features)) {
		tell('features', 'is not an array');
		return;
	}
	const seen = new Map<string, number>();
	for (const [i, feature] of (features as unknown[]).entries()) {
		const path = `features[${i}]`;
		if (!isPlain(feature) || feature['type'] !== 'Feature') {
			tell(path, 'is not a Feature');
			continue;
		}
		checkFeature(feature, `${path}.`, tell);
		const { id } = feature;
		if (typeof id !== 'string' && typeof id !== 'number') continue;
		const first = seen.get(`${typeof id} ${id}`);
		if (first === undefined) seen.set(`${typeof id} ${id}`, i);
		else tell(`${path}.id`, `${JSON.stringify(id)} is the id of features[${first}] already`, 'give it another id');
	}
}

function checkFeature(feature: Plain, path: string, tell: Tell): void {
	const { id, properties, geometry } = feature;
	if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
		tell(`${path}id`, 'is neither text nor number');
	if (properties !== null && !isPlain(properties)) tell(`${path}properties`, 'is neither an object nor null');
	checkBbox(feature, path, tell);
	if (geometry === null) return;
	if (isPlain(geometry)) checkGeometry(geometry, `${path}geometry.`, tell, 0);
	else tell(`${path}geometry`, 'is neither an object nor null');
}

function checkGeometry(geometry: Plain, path: string, tell: Tell, depth: number): void {
	const { type, coordinates, geometries } = geometry;
	checkBbox(geometry, path, tell);
	if (type === 'GeometryCollection') {
		if (!Array.isArray(geometries)) tell(`${path}geometries`, 'is not an array');
		else if (depth >= DEEPEST_COLLECTION) tell(`${path}geometries`, 'is nested too deeply');
		else {
			for (const [i, part] of (geometries as unknown[]).entries()) {
				if (isPlain(part)) checkGeometry(part, `${path}geometries[${i}].`, tell, depth + 1);
				else tell(`${path}geometries[${i}]`, 'is not a geometry');
			}
		}
		return;
	}
	if (typeof type !== 'string' || !Object.hasOwn(DEPTHS, type)) {
		tell(`${path}type`, `${JSON.stringify(type)} is no type of GeoJSON`);
		return;
	}
	const at = `${path}coordinates`;
	const before = { broken: false };
	const watch: Tell = (...problem) => {
		before.broken = true;
		tell(...problem);
	};
	checkPositions(coordinates, DEPTHS[type]!, at, watch);
	if (before.broken) return;
	if (type === 'LineString') checkLine(coordinates as XY[], at, tell);
	if (type === 'MultiLineString') (coordinates as XY[][]).forEach((line, i) => checkLine(line, `${at}[${i}]`, tell));
	if (type === 'Polygon') checkPolygon(coordinates as XY[][], at, tell);
	if (type === 'MultiPolygon')
		(coordinates as XY[][][]).forEach((rings, i) => checkPolygon(rings, `${at}[${i}]`, tell));
}

function checkPositions(value: unknown, depth: number, path: string, tell: Tell): void {
	if (!Array.isArray(value)) {
		tell(path, 'is not an array');
	} else if (depth > 0) {
		(value as unknown[]).forEach((part, i) => checkPositions(part, depth - 1, `${path}[${i}]`, tell));
	} else {
		checkPosition(value as unknown[], path, tell);
	}
}

function checkPosition(position: readonly unknown[], path: string, tell: Tell): void {
	if (position.length < 2 || position.length > 3) tell(path, `has ${position.length} numbers instead of two or three`);
	if (!position.every((number) => typeof number === 'number' && Number.isFinite(number))) {
		tell(path, `[${position.map(String).join(', ')}] holds something that is not a finite number`);
		return;
	}
	const [lng, lat] = position as number[];
	if (lng === undefined || lat === undefined) return;
	const isSwapped = Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
	const fix = isSwapped ? `if they are swapped, write [${lat}, ${lng}]` : undefined;
	if (Math.abs(lng) > 180) tell(path, `longitude ${lng} is beyond 180`);
	if (Math.abs(lat) > 90) tell(path, `latitude ${lat} is beyond 90`, fix);
}

function checkLine(line: readonly XY[], path: string, tell: Tell): void {
	if (line.length < 2) tell(path, 'is a line of less than two positions');
	checkSteps(line, path, tell);
}

/** Repeated vertices, and steps that go the long way round the globe. */
function checkSteps(line: readonly XY[], path: string, tell: Tell): void {
	for (let i = 1; i < line.length; i++) {
		const [fromLng, fromLat] = line[i - 1]!;
		const [lng, lat] = line[i]!;
		if (lng === fromLng && lat === fromLat) tell(`${path}[${i}]`, 'repeats the vertex before it', 'remove it');
		else if (Math.abs(lng - fromLng) > 180)
			tell(`${path}[${i}]`, 'steps over the antimeridian', 'cut the geometry at 180 degrees');
	}
}

function checkPolygon(rings: readonly XY[][], path: string, tell: Tell): void {
	if (rings.length === 0) tell(path, 'is a polygon without a ring');
	let isSound = true;
	for (const [i, ring] of rings.entries()) {
		const at = `${path}[${i}]`;
		const first = ring[0];
		const last = ring.at(-1);
		if (ring.length < 4 || !first || !last) {
			tell(at, `is a ring of ${ring.length} positions instead of four or more`);
			isSound = false;
		} else if (first[0] !== last[0] || first[1] !== last[1]) {
			tell(at, 'is not closed: its last position differs from its first', 'repeat the first position at the end');
			isSound = false;
		} else {
			const isClockwise = signedArea(ring) < 0;
			if (i === 0 && isClockwise) tell(at, 'is an outer ring that runs clockwise', 'reverse it');
			if (i > 0 && !isClockwise) tell(at, 'is a hole that runs counter-clockwise', 'reverse it');
		}
		checkSteps(ring, at, tell);
	}
	if (!isSound) return;
	for (const { ring, at, other } of ringCrossings(rings)) {
		const message = ring === other ? 'crosses or touches itself' : `crosses ring ${other}`;
		tell(`${path}[${ring}]`, `${message} at [${at[0]}, ${at[1]}]`);
	}
	const [shell, ...holes] = rings;
	for (const [i, hole] of holes.entries()) {
		const isOutside = !booleanPointInPolygon([...hole[0]!], {
			type: 'Polygon',
			coordinates: [shell!.map((xy) => [...xy])],
		});
		if (isOutside) tell(`${path}[${i + 1}]`, 'is a hole outside of its outer ring');
	}
}

function checkBbox({ bbox }: Plain, path: string, tell: Tell): void {
	if (bbox === undefined) return;
	const at = `${path}bbox`;
	if (!Array.isArray(bbox) || (bbox.length !== 4 && bbox.length !== 6)) {
		tell(at, 'is not an array of four or six numbers');
	} else if (!bbox.every((number) => typeof number === 'number' && Number.isFinite(number))) {
		tell(at, 'holds something that is not a finite number');
	} else {
		const numbers = bbox as number[];
		const half = numbers.length / 2;
		const [west, south] = numbers as [number, number];
		const [east, north] = numbers.slice(half) as [number, number];
		if (south > north) tell(at, `south ${south} is above north ${north}`, 'write [west, south, east, north]');
		if (Math.abs(south) > 90 || Math.abs(north) > 90 || Math.abs(west) > 180 || Math.abs(east) > 180) {
			tell(at, `[${numbers.join(', ')}] goes beyond the globe`, 'write [west, south, east, north] in degrees');
		}
	}
}

/** Twice the area on the plane; negative where the ring runs clockwise. */
function signedArea(ring: readonly XY[]): number {
	let area = 0;
	const [originX, originY] = ring[0]!;
	for (let i = 1; i < ring.length; i++) {
		const [ax, ay] = ring[i - 1]!;
		const [bx, by] = ring[i]!;
		area += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
	}
	return area;
}

function isPlain(value: unknown): value is Plain {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Geometry, Position } from 'geojson';
import { BrokenBytes, type FlatTable } from './guarded-flatbuffer.ts';
import { LIMITS } from '../limits.ts';
import type { Refusal } from '../cells/read-date.ts';

/** Types of geometry by their number in FlatGeobuf; those of curves and surfaces are named only to be refused. */
const TYPES = [
	'Unknown',
	'Point',
	'LineString',
	'Polygon',
	'MultiPoint',
	'MultiLineString',
	'MultiPolygon',
	'GeometryCollection',
	'CircularString',
	'CompoundCurve',
	'CurvePolygon',
	'MultiCurve',
	'MultiSurface',
	'Curve',
	'Surface',
	'PolyhedralSurface',
	'TIN',
	'Triangle',
] as const;
/** Fields of a geometry, by their order in the schema. */
const [ENDS, XY, TYPE, PARTS] = [0, 1, 6, 7];

interface Budget {
	positions: number;
	parts: number;
}

/**
 * A geometry of FlatGeobuf as GeoJSON has it, heights and measures left out. `type` is that of the header, and 0 where
 * each says its own. Throws `BrokenBytes`.
 */
export function flatGeometry(table: FlatTable, type: number): Geometry | Refusal {
	return read(table, type, { positions: LIMITS.positions, parts: LIMITS.positions }, 1);
}

function read(table: FlatTable, headerType: number, budget: Budget, depth: number): Geometry | Refusal {
	const type = TYPES[headerType === 0 ? table.byte(TYPE) : headerType];
	if (depth > LIMITS.nesting) {
		return { reason: `Its geometries are nested deeper than ${LIMITS.nesting}, the most that is read.` };
	}
	switch (type) {
		case 'Point': {
			const positions = positionsOf(table, budget);
			if ('reason' in positions) return positions;
			const [first] = positions;
			// Points that are empty are written so.
			if (first === undefined || positions.length > 1) return { reason: 'A point has one position.' };
			return { type, coordinates: first };
		}
		case 'MultiPoint':
		case 'LineString': {
			const positions = positionsOf(table, budget);
			return 'reason' in positions ? positions : { type, coordinates: positions };
		}
		case 'Polygon':
		case 'MultiLineString': {
			const lines = linesOf(table, budget);
			return 'reason' in lines ? lines : { type, coordinates: lines };
		}
		case 'MultiPolygon':
		case 'GeometryCollection': {
			const geometries: Geometry[] = [];
			for (const part of table.tables(PARTS)) {
				if (--budget.parts < 0) return { reason: tooMany('parts') };
				const geometry = read(part, type === 'MultiPolygon' ? 3 : 0, budget, depth + 1);
				if ('reason' in geometry) return geometry;
				geometries.push(geometry);
			}
			if (type === 'GeometryCollection') return { type, geometries };
			return { type, coordinates: geometries.map((each) => (each as { coordinates: Position[][] }).coordinates) };
		}
		case 'Unknown':
		case undefined:
			return { reason: 'Nothing says of what type its geometry is.' };
		default:
			return { reason: `A geometry of type ${type} is not read. Turn it into points, lines or polygons.` };
	}
}

function positionsOf(table: FlatTable, budget: Budget): Position[] | Refusal {
	const numbers = table.elements(XY, 8);
	if (numbers === null) return [];
	const count = numbers.byteLength / 16;
	if (!Number.isInteger(count)) throw new BrokenBytes('an odd number of coordinates');
	budget.positions -= count;
	if (budget.positions < 0) return { reason: tooMany('positions') };
	return Array.from({ length: count }, (_, index) => [
		numbers.getFloat64(index * 16, true),
		numbers.getFloat64(index * 16 + 8, true),
	]);
}

/** Each ends before the position that its number counts; a single one needs no number. */
function linesOf(table: FlatTable, budget: Budget): Position[][] | Refusal {
	const positions = positionsOf(table, budget);
	if ('reason' in positions) return positions;
	const ends = table.elements(ENDS, 4);
	if (ends === null || ends.byteLength === 0) return positions.length === 0 ? [] : [positions];
	const lines: Position[][] = [];
	let from = 0;
	for (let at = 0; at < ends.byteLength; at += 4) {
		const end = ends.getUint32(at, true);
		if (end < from || end > positions.length) throw new BrokenBytes('the end of a line');
		if (--budget.parts < 0) return { reason: tooMany('parts') };
		lines.push(positions.slice(from, end));
		from = end;
	}
	return lines;
}

function tooMany(what: string): string {
	return `It has more than ${LIMITS.positions.toLocaleString('en')} ${what}, the most that are read of one. Simplify it.`;
}

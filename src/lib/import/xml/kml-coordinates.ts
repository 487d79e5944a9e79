import type { Geometry, Position } from 'geojson';
import { quoteCell } from '../cells/clean-cell.ts';
import { LIMITS } from '../limits.ts';
import type { Refusal } from '../cells/read-date.ts';
import { childrenOf, textOfChild, type XmlNode } from './xml-tree.ts';

const GEOMETRIES = ['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry', 'Track', 'MultiTrack', 'Model'];
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const REMEDY = 'Write it as longitude,latitude in degrees, as in 44.3661,33.3152.';

/**
 * The geometry of a Placemark; `null` where it has none. Altitudes are left out. A track is one line, whatever the times
 * of its positions: they belong to one journey, and a point for each would count one event as thousands.
 */
export function kmlGeometryOf(placemark: XmlNode): Geometry | null | Refusal {
	return together(childrenOf(placemark, ...GEOMETRIES));
}

function together(nodes: readonly XmlNode[]): Geometry | null | Refusal {
	const geometries: Geometry[] = [];
	for (const node of nodes) {
		const geometry = geometryOf(node);
		if (geometry === null) continue;
		if ('reason' in geometry) return geometry;
		geometries.push(geometry);
	}
	const [first, ...others] = geometries;
	if (first === undefined) return null;
	if (others.length === 0) return first;
	const type = first.type;
	if ((type === 'Point' || type === 'LineString' || type === 'Polygon') && others.every((each) => each.type === type)) {
		const coordinates = (geometries as { coordinates: unknown }[]).map((each) => each.coordinates);
		return { type: `Multi${type}`, coordinates } as Geometry;
	}
	return { type: 'GeometryCollection', geometries };
}

function geometryOf(node: XmlNode): Geometry | null | Refusal {
	switch (node.name) {
		case 'Point': {
			const positions = positionsOf(node);
			if ('reason' in positions) return positions;
			if (positions.length > 1)
				return { reason: `A Point has one position, and this has ${positions.length}. ${REMEDY}` };
			return positions.length === 0 ? null : { type: 'Point', coordinates: positions[0]! };
		}
		case 'LineString':
		case 'LinearRing':
			return lineOf(positionsOf(node));
		case 'Polygon':
			return polygonOf(node);
		case 'Track':
			return lineOf(trackPositions(node));
		case 'Model': {
			const location = node.children.find(({ name }) => name === 'Location');
			const [lng, lat] = [textOfChild(location, 'longitude'), textOfChild(location, 'latitude')];
			if (lng === undefined || lat === undefined) return null;
			const positions = readPositions(`${lng},${lat}`);
			return 'reason' in positions ? positions : lineOf(positions);
		}
		default:
			return together(childrenOf(node, ...GEOMETRIES));
	}
}

/** A line of one position is a point. */
function lineOf(positions: Position[] | Refusal): Geometry | null | Refusal {
	if ('reason' in positions) return positions;
	if (positions.length === 0) return null;
	return positions.length === 1
		? { type: 'Point', coordinates: positions[0]! }
		: { type: 'LineString', coordinates: positions };
}

function polygonOf(node: XmlNode): Geometry | null | Refusal {
	const rings: Position[][] = [];
	for (const [side, name] of [...sidesOf(node, 'outerBoundaryIs'), ...sidesOf(node, 'innerBoundaryIs')]) {
		const ring = positionsOf(side);
		if ('reason' in ring) return ring;
		if (name === 'outerBoundaryIs' && rings.length > 0) return { reason: 'A Polygon has one outer boundary.' };
		if (ring.length > 0) rings.push(ring);
		else if (name === 'outerBoundaryIs') return null;
	}
	return rings.length === 0 ? null : { type: 'Polygon', coordinates: rings };
}

function sidesOf(polygon: XmlNode, name: string): (readonly [XmlNode, string])[] {
	return childrenOf(polygon, name).flatMap((side) =>
		childrenOf(side, 'LinearRing').map((ring) => [ring, name] as const),
	);
}

function positionsOf(node: XmlNode): Position[] | Refusal {
	return readPositions(textOfChild(node, 'coordinates') ?? '');
}

/** Of a track each position is an element, with spaces between its numbers; one may be empty, where none was had. */
function trackPositions(node: XmlNode): Position[] | Refusal {
	const coords = childrenOf(node, 'coord').map(({ text }) => text.trim().replace(/\s+/g, ','));
	return readPositions(coords.join(' '));
}

/** Longitude, latitude and perhaps an altitude, parted by commas; white space stands between them, and around commas. */
function readPositions(text: string): Position[] | Refusal {
	// White space first becomes one space: both patterns at once would take the square of a long run's time.
	const tuples = text.replace(/\s+/g, ' ').replace(/ ?, ?/g, ',').split(' ');
	if (tuples.length > LIMITS.positions) {
		return {
			reason: `It has ${tuples.length.toLocaleString('en')} positions, and at most ${LIMITS.positions.toLocaleString('en')} are read of one. Simplify it.`,
		};
	}
	const positions: Position[] = [];
	for (const tuple of tuples) {
		if (tuple === '') continue;
		const numbers = tuple.replace(/,$/, '').split(',');
		const [lng, lat] = numbers;
		if (numbers.length > 3 || lat === undefined || !NUMBER.test(lng!) || !NUMBER.test(lat)) {
			return { reason: `${JSON.stringify(quoteCell(tuple).slice(0, 60))} is not a position. ${REMEDY}` };
		}
		positions.push([Number(lng), Number(lat)]);
	}
	return positions;
}

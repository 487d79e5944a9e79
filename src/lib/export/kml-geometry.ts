import type { Geometry, Position } from 'geojson';
import { element, textElement } from './xml.ts';

/** A geometry as KML has it. Several of anything become one MultiGeometry. */
export function kmlGeometry(geometry: Geometry): string {
	switch (geometry.type) {
		case 'Point':
			return element('Point', {}, coordinates([geometry.coordinates]));
		case 'LineString':
			return element('LineString', {}, element('tessellate', {}, '1') + coordinates(geometry.coordinates));
		case 'Polygon':
			return element('Polygon', {}, element('tessellate', {}, '1') + geometry.coordinates.map(boundary).join(''));
		case 'GeometryCollection':
			return element('MultiGeometry', {}, geometry.geometries.map(kmlGeometry).join(''));
		default: {
			const type = geometry.type.slice('Multi'.length) as 'Point' | 'LineString' | 'Polygon';
			const parts = geometry.coordinates.map((part) => kmlGeometry({ type, coordinates: part } as Geometry));
			return element('MultiGeometry', {}, parts.join(''));
		}
	}
}

function boundary(ring: Position[], index: number): string {
	const name = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
	return element(name, {}, element('LinearRing', {}, coordinates(ring)));
}

function coordinates(positions: Position[]): string {
	return textElement('coordinates', positions.map((position) => position.slice(0, 3).join(',')).join(' '));
}

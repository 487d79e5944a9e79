import type { Geometry, Position } from 'geojson';

const CODES = { Point: 1, LineString: 2, Polygon: 3, MultiPoint: 4, MultiLineString: 5, MultiPolygon: 6 } as const;
const COLLECTION = 7;

/** A geometry as well-known binary of the OGC, least byte first, in two dimensions. */
export function wkb(geometry: Geometry): Uint8Array {
	const bytes: number[] = [];
	const number = new DataView(new ArrayBuffer(8));
	const int = (value: number) => {
		number.setUint32(0, value, true);
		for (let index = 0; index < 4; index++) bytes.push(number.getUint8(index));
	};
	const position = ([x, y]: Position) => {
		for (const degrees of [x!, y!]) {
			number.setFloat64(0, degrees, true);
			for (let index = 0; index < 8; index++) bytes.push(number.getUint8(index));
		}
	};
	const line = (positions: Position[]) => {
		int(positions.length);
		positions.forEach(position);
	};
	const write = (each: Geometry) => {
		bytes.push(1);
		int(each.type === 'GeometryCollection' ? COLLECTION : CODES[each.type]);
		if (each.type === 'Point') position(each.coordinates);
		else if (each.type === 'LineString') line(each.coordinates);
		else if (each.type === 'Polygon') {
			int(each.coordinates.length);
			each.coordinates.forEach(line);
		} else {
			const parts = each.type === 'GeometryCollection' ? each.geometries : partsOf(each);
			int(parts.length);
			parts.forEach(write);
		}
	};
	write(geometry);
	return Uint8Array.from(bytes);
}

function partsOf(geometry: Extract<Geometry, { type: 'MultiPoint' | 'MultiLineString' | 'MultiPolygon' }>): Geometry[] {
	const type = geometry.type.slice('Multi'.length);
	return geometry.coordinates.map((coordinates) => ({ type, coordinates }) as Geometry);
}

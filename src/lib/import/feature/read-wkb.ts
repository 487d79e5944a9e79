import type { Geometry, Position } from 'geojson';
import { LIMITS } from '../limits.ts';
import type { Refusal } from '../cells/read-date.ts';

const TYPES = [
	'Point',
	'LineString',
	'Polygon',
	'MultiPoint',
	'MultiLineString',
	'MultiPolygon',
	'GeometryCollection',
] as const;
/** Bits by which PostGIS says that there are heights, measures, or the number of a reference system. */
const [HAS_Z, HAS_M, HAS_SRID] = [0x80000000, 0x40000000, 0x20000000];
const DAMAGED = 'Its geometry is damaged: it says more than there are bytes for. Save the file again.';

/** A geometry that cannot be read; the message is a whole sentence. */
class Unreadable extends Error {}

/**
 * Reads well-known binary as the OGC has it, also in the form of PostGIS, heights and measures left out; `null` for a
 * point of no place. Every count is held against the bytes that are left before anything is made of it.
 */
export function readWkb(bytes: Uint8Array): Geometry | null | Refusal {
	try {
		const cursor = new Cursor(bytes);
		const geometry = geometryAt(cursor, 1);
		return isNowhere(geometry) ? null : geometry;
	} catch (error) {
		if (error instanceof Unreadable) return { reason: error.message };
		throw error;
	}
}

class Cursor {
	readonly #view: DataView;
	#at = 0;
	#isLittle = true;
	positions: number = LIMITS.positions;

	constructor(bytes: Uint8Array) {
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	#take(bytes: number): number {
		if (bytes > this.#view.byteLength - this.#at) throw new Unreadable(DAMAGED);
		const at = this.#at;
		this.#at += bytes;
		return at;
	}

	order(): void {
		const order = this.#view.getUint8(this.#take(1));
		if (order > 1) throw new Unreadable(DAMAGED);
		this.#isLittle = order === 1;
	}

	integer(): number {
		return this.#view.getUint32(this.#take(4), this.#isLittle);
	}

	/** A number of things of at least so many bytes each. */
	count(bytesOfEach: number): number {
		const count = this.integer();
		if (count * bytesOfEach > this.#view.byteLength - this.#at) throw new Unreadable(DAMAGED);
		return count;
	}

	position(dimensions: number): Position {
		if (--this.positions < 0) {
			throw new Unreadable(
				`It has more than ${LIMITS.positions.toLocaleString('en')} positions, the most that are read of one. Simplify it.`,
			);
		}
		const at = this.#take(dimensions * 8);
		return [this.#view.getFloat64(at, this.#isLittle), this.#view.getFloat64(at + 8, this.#isLittle)];
	}
}

function geometryAt(cursor: Cursor, depth: number): Geometry {
	if (depth > LIMITS.nesting) {
		throw new Unreadable(`Its geometries are nested deeper than ${LIMITS.nesting}, the most that is read.`);
	}
	cursor.order();
	const code = cursor.integer();
	if ((code & HAS_SRID) !== 0) cursor.integer();
	const plain = code & 0x0fffffff;
	const type = TYPES[(plain % 1000) - 1];
	if (type === undefined || plain >= 4000) {
		throw new Unreadable(
			`Its geometry is of type ${plain}, which is not read. Turn it into points, lines or polygons.`,
		);
	}
	const more = Math.floor(plain / 1000);
	const hasZ = (code & HAS_Z) !== 0 || more === 1 || more === 3;
	const hasM = (code & HAS_M) !== 0 || more === 2 || more === 3;
	const dimensions = 2 + Number(hasZ) + Number(hasM);
	const line = () => Array.from({ length: cursor.count(dimensions * 8) }, () => cursor.position(dimensions));
	switch (type) {
		case 'Point':
			return { type, coordinates: cursor.position(dimensions) };
		case 'LineString':
			return { type, coordinates: line() };
		case 'Polygon':
			return { type, coordinates: Array.from({ length: cursor.count(4) }, line) };
		default: {
			const parts = Array.from({ length: cursor.count(9) }, () => geometryAt(cursor, depth + 1));
			if (type === 'GeometryCollection') return { type, geometries: parts };
			const single = type.slice('Multi'.length);
			if (parts.some((part) => part.type !== single))
				throw new Unreadable(`Its ${type} holds something else than it says.`);
			return { type, coordinates: parts.map((part) => (part as { coordinates: unknown }).coordinates) } as Geometry;
		}
	}
}

/** WKB has no empty point, so that one of no numbers stands for it. */
function isNowhere(geometry: Geometry): boolean {
	return geometry.type === 'Point' && geometry.coordinates.every((degrees) => Number.isNaN(degrees));
}

/** Half a degree of longitude each. */
const BINS_PER_DEGREE = 2;
const BINS = 360 * BINS_PER_DEGREE;

/** [west, south, east, north], or [west, south, lowest, east, north, highest]; west > east over the antimeridian. */
export type Bbox = readonly number[];

/**
 * The range of many coordinates, in memory that does not grow with them. Longitudes are kept as the lowest and highest
 * of each half degree, so that a range over the antimeridian can be told from one around the globe.
 */
export interface Extent {
	/** A position in range; `isJoined` where a line comes to it from the position before. */
	add: (position: readonly number[], isJoined: boolean) => void;
	/** Something has no range that can be known, and so has the whole. */
	spoil: () => void;
	/** Numbers in each position; `null` where they differ or there are none. */
	dimensions: () => number | null;
	isKnown: () => boolean;
	/** The smallest bbox. */
	bbox: () => Bbox;
	/** The bbox that does not cross the antimeridian. */
	plainBbox: () => Bbox;
	/** Whether a bbox holds everything; where that cannot be told, it is taken to. */
	isWithin: (bbox: Bbox) => boolean;
}

/** An extent of nothing yet. */
export function createExtent(): Extent {
	const lows = new Float64Array(BINS).fill(Infinity);
	const highs = new Float64Array(BINS).fill(-Infinity);
	let [west, south, lowest] = [Infinity, Infinity, Infinity];
	let [east, north, highest] = [-Infinity, -Infinity, -Infinity];
	let isSpoiled = false;
	let dimensions: number | null = 0;
	let lastBin = 0;

	/** A line from one bin to another covers all between them, and the ends of both. */
	function join(from: number, to: number): void {
		const [first, last] = [Math.min(from, to), Math.max(from, to)];
		for (let bin = first; bin <= last; bin++) {
			if (bin > first) lows[bin] = bin / BINS_PER_DEGREE - 180;
			if (bin < last) highs[bin] = (bin + 1) / BINS_PER_DEGREE - 180;
		}
	}

	const withHeights = (from: number, to: number) =>
		dimensions === 3 ? [from, south, lowest, to, north, highest] : [from, south, to, north];

	return {
		add(position, isJoined) {
			const [lng, lat, height] = position as [number, number, number?];
			const bin = Math.min(BINS - 1, Math.floor((lng + 180) * BINS_PER_DEGREE));
			if (lng < lows[bin]!) lows[bin] = lng;
			if (lng > highs[bin]!) highs[bin] = lng;
			if (isJoined && bin !== lastBin) join(lastBin, bin);
			lastBin = bin;
			if (lng < west) west = lng;
			if (lng > east) east = lng;
			if (lat < south) south = lat;
			if (lat > north) north = lat;
			if (height !== undefined) {
				if (height < lowest) lowest = height;
				if (height > highest) highest = height;
			}
			if (position.length !== dimensions) dimensions = dimensions === 0 ? position.length : null;
		},
		spoil() {
			isSpoiled = true;
		},
		dimensions: () => (dimensions === 0 ? null : dimensions),
		isKnown: () => !isSpoiled && (dimensions === 2 || dimensions === 3),
		plainBbox: () => withHeights(west, east),
		bbox() {
			let widest = west + 360 - east;
			let [from, to] = [west, east];
			let before = -Infinity;
			for (let bin = 0; bin < BINS; bin++) {
				if (lows[bin]! > highs[bin]!) continue;
				if (before !== -Infinity && lows[bin]! - before > widest) {
					widest = lows[bin]! - before;
					[from, to] = [lows[bin]!, before];
				}
				before = highs[bin]!;
			}
			return withHeights(from, to);
		},
		isWithin(bbox) {
			const half = bbox.length / 2;
			const [boxWest, boxSouth] = bbox as [number, number];
			const [boxEast, boxNorth] = bbox.slice(half) as [number, number];
			if (south < boxSouth || north > boxNorth) return false;
			if (half === 3 && dimensions === 3 && (lowest < bbox[2]! || highest > bbox[5]!)) return false;
			if (boxWest <= boxEast) return west >= boxWest && east <= boxEast;
			for (let bin = 0; bin < BINS; bin++) {
				const [low, high] = [lows[bin]!, highs[bin]!];
				if (low <= high && low < boxWest && high > boxEast && !(low <= boxEast && high >= boxWest)) return false;
			}
			return true;
		},
	};
}

export type XY = readonly [number, number];

/** Two rings of a polygon (or one with itself) that meet where they must not. */
export interface RingCrossing {
	ring: number;
	other: number;
	/** The vertex at which the segment of `other` begins that meets one of `ring`. */
	index: number;
	at: XY;
}

interface Segment {
	ring: number;
	index: number;
	/** Segments in the ring. */
	count: number;
	a: XY;
	b: XY;
	west: number;
	east: number;
	south: number;
	north: number;
}

/** So many pairs of segments take a few tenths of a second. */
const MOST_COMPARED = 20_000_000;

/**
 * Where closed rings cross: a ring may not meet itself but at the joints of neighbouring segments; two rings may touch
 * in points but neither cross nor run along each other. One crossing for each pair of rings, by a sweep along the axis
 * on which the segments overlap less. Rings have no vertex twice in a row. Ends, not complete, at a bounded effort.
 */
export function ringCrossings(
	rings: readonly (readonly XY[])[],
	mostCompared = MOST_COMPARED,
): { crossings: RingCrossing[]; isComplete: boolean } {
	const segments = rings.flatMap(segmentsOf);
	const isAcross = overlap(segments, 'west', 'east') <= overlap(segments, 'south', 'north');
	const [low, high] = isAcross ? (['west', 'east'] as const) : (['south', 'north'] as const);
	segments.sort((a, b) => a[low] - b[low]);
	const found = new Map<number, RingCrossing>();
	const active: Segment[] = [];
	let compared = 0;
	for (const segment of segments) {
		let kept = 0;
		compared += active.length;
		if (compared > mostCompared) return { crossings: [...found.values()], isComplete: false };
		for (const other of active) {
			if (other[high] < segment[low]) continue;
			active[kept++] = other;
			if (!touches(other, segment) || !isForbidden(other, segment)) continue;
			const [first, second] = other.ring <= segment.ring ? [other, segment] : [segment, other];
			const pair = first.ring * rings.length + second.ring;
			if (!found.has(pair)) {
				found.set(pair, { ring: first.ring, other: second.ring, index: second.index, at: second.a });
			}
		}
		active.length = kept;
		active.push(segment);
	}
	return { crossings: [...found.values()], isComplete: true };
}

/** How many segments lie above a point of an axis, on average. */
function overlap(segments: readonly Segment[], low: 'west' | 'south', high: 'east' | 'north'): number {
	let [from, to, sum] = [Infinity, -Infinity, 0];
	for (const segment of segments) {
		from = Math.min(from, segment[low]);
		to = Math.max(to, segment[high]);
		sum += segment[high] - segment[low];
	}
	return to > from ? sum / (to - from) : Infinity;
}

function segmentsOf(line: readonly XY[], ring: number): Segment[] {
	return line.slice(1).map((b, index) => {
		const a = line[index]!;
		return {
			ring,
			index,
			count: line.length - 1,
			a,
			b,
			west: Math.min(a[0], b[0]),
			east: Math.max(a[0], b[0]),
			south: Math.min(a[1], b[1]),
			north: Math.max(a[1], b[1]),
		};
	});
}

function touches(p: Segment, q: Segment): boolean {
	return p.west <= q.east && p.east >= q.west && p.south <= q.north && p.north >= q.south;
}

/** Neighbours that run back over each other are a spike, which is told by itself. */
function isForbidden(p: Segment, q: Segment): boolean {
	if (p.ring !== q.ring) return crosses(p, q) || runsAlong(p, q);
	const step = Math.abs(p.index - q.index);
	return step !== 1 && step !== p.count - 1 && meets(p, q);
}

/** Both segments have the other's ends strictly on either side. */
function crosses(p: Segment, q: Segment): boolean {
	return turn(p.a, p.b, q.a) * turn(p.a, p.b, q.b) < 0 && turn(q.a, q.b, p.a) * turn(q.a, q.b, p.b) < 0;
}

/** They share any point. */
function meets(p: Segment, q: Segment): boolean {
	return crosses(p, q) || isOn(q.a, p) || isOn(q.b, p) || isOn(p.a, q) || isOn(p.b, q);
}

/** They share more than a point. */
function runsAlong(p: Segment, q: Segment): boolean {
	if (turn(p.a, p.b, q.a) !== 0 || turn(p.a, p.b, q.b) !== 0) return false;
	const lengthX = Math.min(p.east, q.east) - Math.max(p.west, q.west);
	const lengthY = Math.min(p.north, q.north) - Math.max(p.south, q.south);
	return lengthX > 0 || lengthY > 0;
}

function isOn(xy: XY, { a, b, west, east, south, north }: Segment): boolean {
	return turn(a, b, xy) === 0 && xy[0] >= west && xy[0] <= east && xy[1] >= south && xy[1] <= north;
}

/** Sign of the turn at `b` on the way from `a` to `c`. */
export function turn(a: XY, b: XY, c: XY): number {
	return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));
}

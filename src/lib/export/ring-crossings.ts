type XY = readonly [number, number];

/** Two rings of a polygon (or one with itself) that meet where they must not. */
export interface RingCrossing {
	ring: number;
	other: number;
	/** A vertex at one end of a segment that crosses. */
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

/**
 * Where closed rings cross: a ring may not meet itself but at the joints of neighbouring segments; two rings may touch
 * but not cross. One crossing for each pair of rings, by a sweep from west to east.
 */
export function ringCrossings(rings: readonly (readonly XY[])[]): RingCrossing[] {
	const segments = rings.flatMap(segmentsOf).sort((a, b) => a.west - b.west);
	const found = new Map<string, RingCrossing>();
	let active: Segment[] = [];
	for (const segment of segments) {
		active = active.filter((other) => other.east >= segment.west);
		for (const other of active) {
			if (other.south > segment.north || other.north < segment.south || !isForbidden(other, segment)) continue;
			const [ring, second] = [other.ring, segment.ring].sort((a, b) => a - b) as [number, number];
			if (!found.has(`${ring} ${second}`)) found.set(`${ring} ${second}`, { ring, other: second, at: segment.a });
		}
		active.push(segment);
	}
	return [...found.values()];
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

function isForbidden(p: Segment, q: Segment): boolean {
	if (p.ring !== q.ring) return crosses(p, q);
	const step = Math.abs(p.index - q.index);
	const areNeighbours = step === 1 || step === p.count - 1;
	return areNeighbours ? foldsBack(p, q) : meets(p, q);
}

/** Both segments have the other's ends strictly on either side. */
function crosses(p: Segment, q: Segment): boolean {
	return turn(p.a, p.b, q.a) * turn(p.a, p.b, q.b) < 0 && turn(q.a, q.b, p.a) * turn(q.a, q.b, p.b) < 0;
}

/** They share any point. */
function meets(p: Segment, q: Segment): boolean {
	return crosses(p, q) || isOn(q.a, p) || isOn(q.b, p) || isOn(p.a, q) || isOn(p.b, q);
}

/** Neighbours that run back over each other: the free end of one lies on the other. */
function foldsBack(p: Segment, q: Segment): boolean {
	const isShared = (xy: XY, other: Segment) => isSame(xy, other.a) || isSame(xy, other.b);
	return [
		[p, q],
		[q, p],
	].some(([one, other]) => [one!.a, one!.b].some((end) => !isShared(end, other!) && isOn(end, other!)));
}

function isOn(xy: XY, { a, b, west, east, south, north }: Segment): boolean {
	return turn(a, b, xy) === 0 && xy[0] >= west && xy[0] <= east && xy[1] >= south && xy[1] <= north;
}

function isSame(p: XY, q: XY): boolean {
	return p[0] === q[0] && p[1] === q[1];
}

/** Sign of the turn at `b` on the way from `a` to `c`. */
function turn(a: XY, b: XY, c: XY): number {
	return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));
}

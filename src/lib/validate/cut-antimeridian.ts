import { pointInRing } from './point-in-ring.ts';
import type { XY } from './ring-crossings.ts';
import { isOverAntimeridian, signedArea, unwrapRing } from './unwrap-rings.ts';

/** A position as numbers and as the file has it. */
export interface WrittenPosition {
	readonly numbers: readonly number[];
	readonly text: string;
}

/** A vertex with its longitude counted on beyond 180. */
interface Vertex {
	readonly x: number;
	readonly numbers: readonly number[];
	readonly text: string;
}

/** Part of a ring on one side of the antimeridian, from one crossing to the next. */
interface Chain {
	readonly vertices: Vertex[];
	next: Chain | null;
	isUsed: boolean;
}

const DECIMALS = 7;
const EDGE = 180;

/** The parts of a line on either side of the antimeridian, one position after the other as text. */
export function cutLine(line: readonly WrittenPosition[]): string[][] {
	const parts: string[][] = [[]];
	line.forEach((position, i) => {
		const before = line[i - 1];
		if (before && isOverAntimeridian(before.numbers[0]!, position.numbers[0]!)) {
			const edge = before.numbers[0]! > 0 ? EDGE : -EDGE;
			const beyond = position.numbers[0]! + 2 * edge;
			const share = (edge - before.numbers[0]!) / (beyond - before.numbers[0]!);
			const there = between(before.numbers, position.numbers, share);
			if (share > 0) parts.at(-1)!.push(writePosition(edge, there));
			parts.push(share < 1 ? [writePosition(-edge, there)] : []);
		}
		parts.at(-1)!.push(position.text);
	});
	return parts.filter((part) => part.length > 1);
}

/**
 * The polygons on either side of the antimeridian of one that crosses it, or `null` where they cannot be told: the
 * outer ring must run counter-clockwise and the holes clockwise once their longitudes go on beyond 180.
 *
 *      170      180     -170                 170      180  -180     -170
 *       +--------------+                      +--------+    +-----+
 *       |      |       |           ->         |        |    |     |
 *       +--------------+                      +--------+    +-----+
 */
export function cutPolygon(rings: readonly (readonly WrittenPosition[])[]): string[][][] | null {
	const unwrapped = rings.map(unwrap);
	const shell = unwrapped[0];
	if (!shell || unwrapped.includes(null)) return null;
	const aligned = (unwrapped as Vertex[][]).map((ring) => alignWith(shell, ring));
	const [west, east] = [-1, 1].map((side) => cutSide(aligned, side)) as [string[][][] | null, string[][][] | null];
	return west && east ? [...west, ...east] : null;
}

/** Without the position at the end that repeats the first. */
function unwrap(ring: readonly WrittenPosition[]): Vertex[] | null {
	const xys = unwrapRing(ring.map(({ numbers }): XY => [numbers[0]!, numbers[1]!]));
	return xys && ring.slice(1).map((position, i) => ({ ...position, x: xys[i + 1]![0] }));
}

function alignWith(shell: readonly Vertex[], ring: readonly Vertex[]): Vertex[] {
	const west = Math.min(...extremes(shell));
	const east = Math.max(...extremes(shell));
	const [low, high] = extremes(ring);
	const shift = [0, 360, -360].find((turns) => low + turns >= west && high + turns <= east) ?? 0;
	return ring.map((vertex) => ({ ...vertex, x: vertex.x + shift }));
}

function extremes(ring: readonly Vertex[]): [number, number] {
	return ring.reduce<[number, number]>(
		([low, high], { x }) => [Math.min(low, x), Math.max(high, x)],
		[Infinity, -Infinity],
	);
}

/** What lies west (-1) or east (1) of the cut; a vertex upon it counts as east. */
function cutSide(rings: readonly (readonly Vertex[])[], side: number): string[][][] | null {
	const isHere = ({ x }: Vertex) => x >= EDGE === side > 0;
	const chains: Chain[] = [];
	const whole: Vertex[][] = [];
	for (const ring of rings) {
		const start = ring.findIndex((vertex, i) => isHere(vertex) && !isHere(ring[(i + ring.length - 1) % ring.length]!));
		if (start >= 0) chains.push(...chainsOf(ring, start, isHere));
		else if (isHere(ring[0]!)) whole.push([...ring]);
	}
	if (chains.length === 0 || !linkChains(chains, side)) return null;
	const shells = chains.map(followChain).filter((ring) => ring !== null);
	const polygons = shells
		.map(closed)
		.filter((ring) => ring.length >= 4 && signedArea(ring.map(xyOf)) !== 0)
		.map((shell) => [shell]);
	if (polygons.length === 0 || polygons.some(([shell]) => signedArea(shell!.map(xyOf)) < 0)) return null;
	for (const hole of whole) {
		const home = polygons.find(([shell]) => {
			const where = hole.map((vertex) => pointInRing(xyOf(vertex), shell!.map(xyOf))).find((place) => place !== 'edge');
			return where === 'inside';
		});
		if (!home) return null;
		home.push(closed(hole));
	}
	return polygons.map((polygon) => polygon.map((ring) => ring.map((vertex) => writeVertex(vertex, side))));
}

function chainsOf(ring: readonly Vertex[], start: number, isHere: (vertex: Vertex) => boolean): Chain[] {
	const chains: Chain[] = [];
	for (let i = 0; i < ring.length; i++) {
		const vertex = ring[(start + i) % ring.length]!;
		const before = ring[(start + i + ring.length - 1) % ring.length]!;
		if (isHere(vertex)) {
			if (!isHere(before)) chains.push({ vertices: [crossing(before, vertex)], next: null, isUsed: false });
			chains.at(-1)!.vertices.push(vertex);
			// What touches the cut from the east is cut there as well, lest it touch itself along it.
			if (isHere(before) && vertex.x === EDGE) chains.push({ vertices: [vertex], next: null, isUsed: false });
		} else if (isHere(before)) {
			chains.at(-1)!.vertices.push(crossing(before, vertex));
		}
	}
	return chains;
}

function crossing(a: Vertex, b: Vertex): Vertex {
	// From west to east, so that both sides are given the same point.
	const [from, to] = a.x < b.x ? [a, b] : [b, a];
	const numbers = between(from.numbers, to.numbers, (EDGE - from.x) / (to.x - from.x));
	return { x: EDGE, numbers, text: '' };
}

/**
 * Along the cut, what is inside lies between every other pair of crossings from south to north. The ring's inside is on
 * its left, so it goes on northwards along the cut on the west side, southwards on the east.
 */
function linkChains(chains: readonly Chain[], side: number): boolean {
	const ends = chains.flatMap((chain) => [
		{ chain, isStart: true, lat: chain.vertices[0]!.numbers[1]! },
		{ chain, isStart: false, lat: chain.vertices.at(-1)!.numbers[1]! },
	]);
	ends.sort((a, b) => a.lat - b.lat);
	for (let i = 0; i < ends.length; i++) {
		const isStartDue = i % 2 === 0 ? side > 0 : side < 0;
		const found = ends.findIndex((end, j) => j >= i && end.lat === ends[i]!.lat && end.isStart === isStartDue);
		if (found < 0) return false;
		[ends[i], ends[found]] = [ends[found]!, ends[i]!];
	}
	for (let i = 0; i < ends.length; i += 2) {
		const [one, other] = [ends[i]!, ends[i + 1]!];
		if (one.isStart) other.chain.next = one.chain;
		else one.chain.next = other.chain;
	}
	return true;
}

function followChain(first: Chain): Vertex[] | null {
	if (first.isUsed) return null;
	const vertices: Vertex[] = [];
	for (let chain: Chain | null = first; chain && !chain.isUsed; chain = chain.next) {
		chain.isUsed = true;
		vertices.push(...chain.vertices);
	}
	return vertices;
}

/** Without vertices twice in a row, and with the first again at the end. */
function closed(ring: readonly Vertex[]): Vertex[] {
	const isSame = (a: Vertex, b: Vertex) => a.x === b.x && a.numbers[1] === b.numbers[1];
	const distinct = ring.filter((vertex, i) => !isSame(vertex, ring[(i + ring.length - 1) % ring.length]!));
	return [...distinct, ...distinct.slice(0, 1)];
}

function xyOf({ x, numbers }: Vertex): XY {
	return [x, numbers[1]!];
}

function writeVertex({ x, numbers, text }: Vertex, side: number): string {
	return x === EDGE ? writePosition(side < 0 ? EDGE : -EDGE, numbers) : text;
}

/** The numbers after the longitude, at a share of the way. */
function between(a: readonly number[], b: readonly number[], share: number): number[] {
	return a.map((from, i) => Number((from + (b[i]! - from) * share).toFixed(DECIMALS)));
}

function writePosition(lng: number, [, ...rest]: readonly number[]): string {
	return `[${[lng, ...rest].join(', ')}]`;
}

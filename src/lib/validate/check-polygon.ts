import { addToExtents, antimeridianStep, isCuttable, isSamePosition, tellRepeats, tellStep } from './check-line.ts';
import { pointInRing } from './point-in-ring.ts';
import type { GeometryReading, Line } from './read-positions.ts';
import { ringCrossings, turn, type XY } from './ring-crossings.ts';
import { signedArea, unwrapRing } from './unwrap-rings.ts';

/** A ring as it is compared with others: closed, nothing twice in a row, not broken at the antimeridian. */
interface Outline {
	line: Line;
	index: number;
	xys: XY[];
	/** For each of `xys` its index in the ring as written. */
	indices: number[];
	area: number;
	isUnwrapped: boolean;
	crossesItself: boolean;
}

/** Points times vertices that are compared to say whether a hole lies inside. */
const MOST_COMPARED = 4_000_000;

/** What is wrong with a polygon of sound positions. Gives its outer ring where that can be compared with others. */
export function checkPolygon(rings: readonly Line[], reading: GeometryReading): readonly XY[] | null {
	const outlines = rings.flatMap((line, index) => checkRing(line, index, reading) ?? []);
	alignHoles(outlines);
	const { crossings, isComplete } = ringCrossings(outlines.map(({ xys }) => xys));
	const touched = new Set<Outline>();
	for (const { ring, other, index, at } of crossings) {
		const [first, second] = [outlines[ring]!, outlines[other]!];
		const [lng, lat] = written(at);
		if (first === second) {
			first.crossesItself = true;
			tellAtVertex(second, index, reading, 'crosses-itself', { lng, lat });
		} else {
			touched.add(second);
			tellAtVertex(second, index, reading, 'rings-cross', { other: first.index, lng, lat });
		}
	}
	if (!isComplete) reading.tell('not-fully-compared', rings[0]!.node, rings[0]!.path, {});
	for (const outline of outlines) checkWinding(outline, reading, isComplete);
	checkHoles(outlines, touched, reading);
	const shell = outlines[0];
	return shell?.index === 0 && !shell.isUnwrapped ? shell.xys : null;
}

function checkRing(line: Line, index: number, reading: GeometryReading): Outline | null {
	const { positions, node, path } = line;
	const { tell } = reading;
	const step = antimeridianStep(line);
	addToExtents(line, reading, true, step !== null);
	if (positions.length === 0) return null;
	const [first, last] = [positions[0]!, positions.at(-1)!];
	const isOpen = !isSamePosition(first, last);
	const distinct = withoutRepeats(positions, isOpen);
	// A last position that differs in height alone is not known to be the first.
	const isSamePlace = first[0] === last[0] && first[1] === last[1];
	if (isOpen && positions.length > 1) {
		tell('ring-open', node, path, {}, !isSamePlace && distinct.indices.length >= 4 && isCuttable(positions));
	}
	const count = positions.length + (isOpen && positions.length > 2 ? 1 : 0);
	if (count < 4) tell('ring-short', node, path, { count: positions.length });
	tellRepeats(line, reading, distinct.indices.length >= 4);
	if (count < 4) return null;
	const xys = step === null ? distinct.xys : unwrapRing(distinct.xys);
	if (xys === null) {
		tellStep(line, step!, reading, false);
		return null;
	}
	const area = xys.length < 4 ? 0 : signedArea(xys);
	const outline = {
		line,
		index,
		xys,
		area,
		indices: distinct.indices,
		isUnwrapped: step !== null,
		crossesItself: false,
	};
	tellSpikes(outline, reading);
	if (area === 0) tell('ring-no-area', node, path, {});
	return xys.length < 4 ? null : outline;
}

/** Closed, and without vertices that repeat the place of the one before. */
function withoutRepeats(positions: readonly number[][], isOpen: boolean): { xys: XY[]; indices: number[] } {
	const xys: XY[] = [];
	const indices: number[] = [];
	const closed = isOpen ? [...positions, positions[0]!] : positions;
	closed.forEach((position, i) => {
		const before = xys.at(-1);
		if (before?.[0] === position[0] && before?.[1] === position[1]) return;
		xys.push([position[0]!, position[1]!]);
		indices.push(i % positions.length);
	});
	return { xys, indices };
}

function tellSpikes(outline: Outline, reading: GeometryReading): void {
	const { xys } = outline;
	const count = xys.length - 1;
	for (let i = 0; i < count; i++) {
		const before = xys[(i + count - 1) % count]!;
		const tip = xys[i]!;
		const after = xys[i + 1]!;
		if (turn(before, tip, after) !== 0) continue;
		const along = (tip[0] - before[0]) * (after[0] - tip[0]) + (tip[1] - before[1]) * (after[1] - tip[1]);
		const [lng, lat] = written(tip);
		if (along < 0) tellAtVertex(outline, i, reading, 'spike', { lng, lat });
	}
}

/** Beside a ring that was unwrapped, rings may need to be moved around the globe to lie in it. */
function alignHoles([shell, ...holes]: readonly Outline[]): void {
	if (shell?.index !== 0) return;
	const [west, east] = spanOf(shell.xys);
	for (const hole of holes) {
		const [holeWest, holeEast] = spanOf(hole.xys);
		const shift = [0, 360, -360].find((turns) => holeWest + turns >= west && holeEast + turns <= east);
		if (shift) hole.xys = hole.xys.map(([lng, lat]) => [lng + shift, lat]);
	}
}

function spanOf(xys: readonly XY[]): [number, number] {
	return xys.reduce<[number, number]>(
		([west, east], [lng]) => [Math.min(west, lng), Math.max(east, lng)],
		[Infinity, -Infinity],
	);
}

/** The direction of a ring, which only means something where the ring does not cross itself. */
function checkWinding(outline: Outline, reading: GeometryReading, isCompared: boolean): void {
	const { line, index, area, isUnwrapped, crossesItself } = outline;
	const isKnown = area !== 0 && !crossesItself && isCompared;
	const isRight = index === 0 ? area > 0 : area < 0;
	if (isUnwrapped) {
		// As written it runs the other way round, so by the rule for rings it can only be meant to cross.
		const isMeant = isKnown && isRight && isCuttable(line.positions);
		tellStep(line, antimeridianStep(line)!, reading, isMeant);
	} else if (isKnown && !isRight) {
		reading.tell(index === 0 ? 'winding-outer' : 'winding-hole', line.node, line.path, {}, true);
	}
}

function checkHoles(
	[shell, ...holes]: readonly Outline[],
	touched: ReadonlySet<Outline>,
	reading: GeometryReading,
): void {
	if (shell?.index !== 0 || shell.area === 0) return;
	let left = MOST_COMPARED;
	const isInside = (inner: Outline, outer: Outline) => {
		const cost = outer.xys.length;
		for (const [lng, lat] of pointsOf(inner.xys)) {
			left -= cost;
			const where = pointInRing([lng, lat], outer.xys);
			if (where !== 'edge') return where === 'inside';
			if (left < 0) return true;
		}
		return true;
	};
	for (const [i, hole] of holes.entries()) {
		if (touched.has(hole) || left < 0) continue;
		const isAnyOutside = hasOutside(hole, shell);
		if (isAnyOutside) {
			reading.tell('hole-outside', hole.line.node, hole.line.path, {});
			continue;
		}
		const [west, east] = spanOf(hole.xys);
		const around = holes.find((other, j) => {
			const [otherWest, otherEast] = spanOf(other.xys);
			return (
				j !== i &&
				left >= 0 &&
				otherWest <= west &&
				otherEast >= east &&
				Math.abs(other.area) > Math.abs(hole.area) &&
				isInside(hole, other)
			);
		});
		if (around) reading.tell('hole-in-hole', hole.line.node, hole.line.path, { other: around.index });
	}

	/** Any vertex outside, while there are not too many; else the first that lies off the edge. */
	function hasOutside(hole: Outline, outer: Outline): boolean {
		const cost = hole.xys.length * 2 * outer.xys.length;
		if (cost > left) return !isInside(hole, outer);
		left -= cost;
		return pointsOf(hole.xys).some((point) => pointInRing(point, outer.xys) === 'outside');
	}
}

/** Vertices, then the middles of segments. */
function pointsOf(xys: readonly XY[]): XY[] {
	const middles = xys.slice(1).map((b, i): XY => [(xys[i]![0] + b[0]) / 2, (xys[i]![1] + b[1]) / 2]);
	return [...xys.slice(1), ...middles];
}

function tellAtVertex<Code extends 'crosses-itself' | 'spike' | 'rings-cross'>(
	{ line, indices }: Outline,
	index: number,
	{ tell }: GeometryReading,
	code: Code,
	details: Parameters<typeof tell<Code>>[3],
): void {
	const at = indices[index]!;
	tell(code, line.node.items[at]!, `${line.path}[${at}]`, details);
}

/** As a file has it: between -180 and 180. */
function written([lng, lat]: XY): XY {
	return [lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng, lat];
}

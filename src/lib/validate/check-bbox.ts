import type { Bbox, Extent } from './extent.ts';
import type { JsonNode, Span } from './json-node.ts';
import type { Tell } from './problem.ts';
import { kindOf } from './read-positions.ts';

/** Degrees by which a bbox may miss its content, about 10 centimetres: it may have been rounded. */
const ROUNDING = 1e-6;
/** Degrees by which a bbox may be larger than its content: it may have been rounded outwards. */
const SLACK = 1e-3;

/** Takes what should stand in the place of a wrong bbox. */
export type OnBbox = (span: Span, right: string) => void;

/** What is wrong with a bbox, by itself and, where the range of its content is known, as the range of that. */
export function checkBbox(
	node: JsonNode,
	path: string,
	extent: Extent,
	{ tell: tellOnly, onBbox }: { tell: Tell; onBbox?: OnBbox | undefined },
): void {
	const isKnown = extent.isKnown();
	const tell: Tell = (code, span, at, details, isFixable) => {
		tellOnly(code, span, at, details, isFixable);
		if (isFixable) onBbox?.(node, writeBbox(extent.bbox()));
	};
	const bbox = readBbox(node);
	if (typeof bbox === 'string') {
		tell('bbox-kind', node, path, { found: bbox }, isKnown);
		return;
	}
	const before = { isSound: true };
	const half = bbox.length / 2;
	const [west, south] = bbox as [number, number];
	const [east, north] = bbox.slice(half) as [number, number];
	const beyond = [west, east].find((lng) => Math.abs(lng) > 180) ?? [south, north].find((lat) => Math.abs(lat) > 90);
	if (beyond !== undefined) {
		tell('bbox-range', node, path, { found: beyond }, isKnown);
		before.isSound = false;
	}
	for (let axis = 1; axis < half; axis++) {
		const [low, high] = [bbox[axis]!, bbox[axis + half]!];
		if (low <= high) continue;
		tell('bbox-order', node, path, { low, high }, isKnown);
		before.isSound = false;
	}
	if (!isKnown) return;
	if (extent.dimensions() !== half) {
		tell('bbox-dimensions', node, path, { count: bbox.length, dimensions: extent.dimensions()! }, true);
		before.isSound = false;
	}
	if (!before.isSound) return;
	const widened = bbox.map((value, i) => (i < half ? value - ROUNDING : value + ROUNDING));
	const right = () => writeBbox(extent.bbox());
	if (!extent.isWithin(widened)) tell('bbox-misses', node, path, { right: right() }, true);
	else if (!isNear(bbox, extent.plainBbox()) && !isNear(bbox, extent.bbox())) {
		tell('bbox-loose', node, path, { right: right() });
	}
}

/** A bbox as text. */
function writeBbox(bbox: Bbox): string {
	return `[${bbox.join(', ')}]`;
}

function readBbox(node: JsonNode): Bbox | string {
	if (node.kind !== 'array') return kindOf(node);
	if (node.items.length !== 4 && node.items.length !== 6) return `an array of ${node.items.length}`;
	const numbers: number[] = [];
	for (const item of node.items) {
		if (item.kind !== 'number') return `an array with ${kindOf(item)} in it`;
		if (!Number.isFinite(item.value)) return 'an array with a number in it that is not finite';
		numbers.push(item.value);
	}
	return numbers;
}

/** On the ground; of heights nothing is said. */
function isNear(a: Bbox, b: Bbox): boolean {
	const half = a.length / 2;
	return [0, 1, half, half + 1].every((i) => Math.abs(a[i]! - b[i]!) <= SLACK);
}

import { isGeometryType } from './check-members.ts';
import { checkFeature, checkRoot } from './check-object.ts';
import { type Edit, editText } from './edit-text.ts';
import { createExtent } from './extent.ts';
import { fixGeometry } from './fix-geometry.ts';
import { type JsonNode, memberOf } from './json-node.ts';
import { parseJson } from './parse-json.ts';
import type { Tell } from './problem.ts';
import { splitFeatures } from './split-features.ts';
import { VALIDATION_LIMITS } from './validate-geojson.ts';

/** What a fixed file has before and after its features, which is known once all of it was read. */
export interface FixPlan {
	head: string;
	/** `null` where there is no collection, and all is head. */
	tail: string | null;
	/** There is a bbox, for which the file must be planned once more. */
	isBboxOpen: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';
const NOTHING: Tell = () => undefined;

/** The text with all fixes made that are safe, for texts that are held in memory. The same text where there are none. */
export function fixGeojson(text: string): string {
	const plan = planOf(text, false);
	if (!plan) return text;
	const parts: string[] = [];
	const writer = createFixWriter(plan, (part) => parts.push(part));
	writer.write(text);
	writer.end();
	return parts.join('');
}

function planOf(text: string, isForBbox: boolean): FixPlan | null {
	const planner = createFixPlanner(isForBbox);
	planner.write(text);
	const plan = planner.end();
	return plan?.isBboxOpen ? planOf(text, true) : plan;
}

/**
 * Reads a file a first time, to learn what stands around its features and, where it has a bbox and that is asked for,
 * what that should be. Gives `null` where nothing may be touched: it is no
 * JSON, names occur twice in the collection, or its coordinates are in another system.
 */
export function createFixPlanner(isForBbox: boolean): { write: (text: string) => void; end: () => FixPlan | null } {
	const extent = createExtent();
	let isClear = true;
	const reader = readPieces(
		(text) => {
			const fixed = isForBbox ? fixFeature(text) : text;
			const node = parseJson(fixed, '', VALIDATION_LIMITS.maxDepth - 2, NOTHING);
			if (!node) isClear = false;
			else if (isForBbox) checkFeature(node, '', { text: fixed, tell: NOTHING, extents: [extent] }, null, 0);
		},
		() => (isClear = false),
	);
	return {
		write: reader.write,
		end() {
			const { mark, frame, holes } = reader.end();
			if (!isClear || holes.length > 1) return null;
			const root = parseClear(frame);
			if (!root || isElsewhere(frame, root)) return null;
			if (holes.length === 0) return { head: mark + fixWhole(frame), tail: null, isBboxOpen: false };
			const isBboxOpen = !isForBbox && root.kind === 'object' && memberOf(root, 'bbox') !== undefined;
			const edits: Edit[] = [];
			const onBbox = ({ start, end }: JsonNode | Edit | { start: number; end: number }, right: string) =>
				edits.push({ start, end, text: right });
			checkRoot(root, { text: frame, tell: NOTHING, extents: [], onBbox }, extent);
			const isAfter = ({ start }: Edit) => start >= holes[0]!;
			const tailEdits = edits
				.filter(isAfter)
				.map(({ start, end, text }) => ({ start: start - holes[0]!, end: end - holes[0]!, text }));
			const head = editText(
				frame.slice(0, holes[0]),
				edits.filter((edit) => !isAfter(edit)),
			);
			return { head: mark + head, tail: editText(frame.slice(holes[0]), tailEdits), isBboxOpen };
		},
	};
}

/** Reads a file the second time and gives it fixed, in parts. */
export function createFixWriter(
	{ head, tail }: FixPlan,
	onText: (text: string) => void,
): { write: (text: string) => void; end: () => void } {
	let count = 0;
	onText(head);
	const reader = readPieces(
		(text) => onText((count++ > 0 ? ',' : '') + fixFeature(text)),
		() => undefined,
	);
	return {
		write: (text) => {
			if (tail !== null) reader.write(text);
		},
		end() {
			if (tail === null) return;
			reader.end();
			onText(tail);
		},
	};
}

function readPieces(onFeature: (text: string) => void, onUnclear: () => void) {
	let mark: string | null = null;
	const splitter = splitFeatures(
		{ onFeature: ({ text }) => onFeature(text), onBroken: onUnclear, onTooLarge: onUnclear },
		VALIDATION_LIMITS,
	);
	return {
		write(text: string) {
			if (text === '') return;
			const isMarked: boolean = mark === null && text.startsWith(BYTE_ORDER_MARK);
			mark ??= isMarked ? BYTE_ORDER_MARK : '';
			splitter.write(isMarked ? text.slice(1) : text);
		},
		end() {
			const { frame, holes, isWhole } = splitter.end();
			if (!isWhole) onUnclear();
			return { mark: mark ?? '', frame: frame.text, holes };
		},
	};
}

/** One element of `features`, with the white space around it. */
function fixFeature(text: string): string {
	return fixBboxes(fixGeometries(text), (node, around) => checkFeature(node, '', around, null, 0));
}

/** A text that is no collection. */
function fixWhole(text: string): string {
	return fixBboxes(fixGeometries(text), (node, around) => checkRoot(node, around, createExtent()));
}

function fixGeometries(text: string): string {
	const root = parseClear(text);
	if (!root || isElsewhere(text, root)) return text;
	const edits: Edit[] = [];
	forEachGeometry(root, ({ start, end }) => edits.push({ start, end, text: fixGeometry(text.slice(start, end)) }));
	return editText(text, edits);
}

function fixBboxes(text: string, check: (node: JsonNode, around: Parameters<typeof checkRoot>[1]) => void): string {
	const root = parseClear(text);
	if (!root || !hasBbox(root) || isElsewhere(text, root)) return text;
	const edits = new Map<number, Edit>();
	const onBbox = ({ start, end }: { start: number; end: number }, right: string) =>
		edits.set(start, { start, end, text: right });
	check(root, { text, tell: NOTHING, extents: [], onBbox });
	return editText(text, [...edits.values()]);
}

/** The tree, or `null` where it is no JSON or a name occurs twice, so that nobody knows which value counts. */
function parseClear(text: string): JsonNode | null {
	let isClear = true;
	const node = parseJson(text, '', VALIDATION_LIMITS.maxDepth, () => (isClear = false));
	return isClear ? node : null;
}

/** Names another coordinate system, of which none of our rules is known to hold. */
function isElsewhere(text: string, node: JsonNode): boolean {
	let isOther = false;
	const tell: Tell = (code) => {
		if (code === 'crs-other') isOther = true;
	};
	const around = { text, tell, extents: [] };
	if (node.kind === 'object' && memberOf(node, 'crs')) checkRoot(node, around, createExtent());
	return isOther;
}

/** Whether a Feature or geometry, or a geometry in it, has a bbox. */
function hasBbox(node: JsonNode | undefined): boolean {
	if (node?.kind === 'array') return node.items.some(hasBbox);
	if (node?.kind !== 'object') return false;
	return (
		['geometry', 'geometries'].some((name) => hasBbox(memberOf(node, name))) || memberOf(node, 'bbox') !== undefined
	);
}

/** Geometries that are no collections, wherever a Feature or a GeometryCollection may hold them. */
function forEachGeometry(node: JsonNode | undefined, take: (node: JsonNode) => void): void {
	if (node?.kind !== 'object') return;
	const type = memberOf(node, 'type');
	if (type?.kind !== 'string') return;
	if (type.value === 'Feature') forEachGeometry(memberOf(node, 'geometry'), take);
	else if (type.value === 'GeometryCollection') {
		const geometries = memberOf(node, 'geometries');
		if (geometries?.kind === 'array') geometries.items.forEach((part) => forEachGeometry(part, take));
	} else if (isGeometryType(type.value)) take(node);
}

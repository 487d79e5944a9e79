import { checkGeometry } from './check-geometry.ts';
import { cutLine, cutPolygon, type WrittenPosition } from './cut-antimeridian.ts';
import { type Edit, editItems, editText } from './edit-text.ts';
import { type JsonArray, type JsonNode, type JsonObject, memberOf } from './json-node.ts';
import { parseJson } from './parse-json.ts';
import type { ProblemCode } from './problem-texts.ts';
import { decimalsOf, MOST_DECIMALS } from './read-positions.ts';

/** A geometry's text with what its rules say of it. */
interface Judged {
	text: string;
	node: JsonObject;
	type: string;
	counts: ReadonlyMap<ProblemCode, number>;
	/** Where what can be mended starts, by code. */
	mendable: ReadonlyMap<ProblemCode, ReadonlySet<number>>;
}

interface Step {
	code: ProblemCode[];
	mend: (judged: Judged, starts: ReadonlySet<number>) => Edit[];
	/** Steps that the result must go through before it is judged. */
	then?: Step;
}

const MAX_ROUNDS = 4;
const MAX_DEPTH = 64;
/** With any of these the sides of a polygon are not clear enough to cut it. */
const UNCLEAR: readonly ProblemCode[] = [
	'ring-open',
	'ring-short',
	'ring-no-area',
	'crosses-itself',
	'rings-cross',
	'spike',
	'hole-outside',
	'hole-in-hole',
	'winding-hole',
	'not-fully-compared',
	'dimensions-mixed',
	'position-long',
];

const close: Step = {
	code: ['ring-open'],
	mend: ({ text, node, type }, starts) =>
		linesOf(node, type)
			.filter((line) => starts.has(line.start))
			.map((line) => editItems(text, line, [...textsOf(text, line), textsOf(text, line)[0]!])),
};
const dropRepeats: Step = {
	code: ['vertex-twice'],
	mend: ({ text, node, type }, starts) =>
		linesOf(node, type)
			.filter((line) => line.items.some((item) => starts.has(item.start)))
			.map((line) => {
				const kept = line.items.filter((item) => !starts.has(item.start));
				return editItems(
					text,
					line,
					kept.map((item) => text.slice(item.start, item.end)),
				);
			}),
};
const round: Step = {
	code: ['precision'],
	mend: ({ text, node }) => {
		const numbers: Edit[] = [];
		forEachNumber(memberOf(node, 'coordinates')!, (number) => {
			const written = text.slice(number.start, number.end);
			if (decimalsOf(written) <= MOST_DECIMALS) return;
			numbers.push({ start: number.start, end: number.end, text: rounded(Number(written)) });
		});
		return numbers;
	},
	then: dropRepeats,
};
const reverse: Step = {
	code: ['winding-outer', 'winding-hole'],
	mend: ({ text, node, type }, starts) =>
		linesOf(node, type)
			.filter((line) => starts.has(line.start))
			.map((line) => editItems(text, line, textsOf(text, line).reverse())),
};
const cut: Step = { code: ['antimeridian'], mend: cutGeometry };
const STEPS: readonly Step[] = [close, dropRepeats, round, reverse, cut];

/**
 * The text of a geometry (no GeometryCollection) with what can be mended mended: rings closed and turned, repeated
 * vertices dropped, numbers rounded, cut at the antimeridian. A step that would make anything else worse is not taken.
 * What it gives stays as it is when it is fixed again; everything else in it is left byte for byte.
 */
export function fixGeometry(text: string): string {
	let fixed = judge(text);
	for (let i = 0; fixed && i < MAX_ROUNDS; i++) {
		const next: Judged = STEPS.reduce(takeStep, fixed);
		if (next === fixed) return fixed.text;
		fixed = next;
	}
	// No clear geometry, or one that has not settled and so might never.
	return text;
}

function takeStep(before: Judged, step: Step): Judged {
	const mended = mend(before, step);
	return mended && isNoWorse(before, mended) ? mended : before;
}

/** `null` where there is nothing to mend. */
function mend(judged: Judged, step: Step): Judged | null {
	const starts = new Set(step.code.flatMap((code) => [...(judged.mendable.get(code) ?? [])]));
	if (starts.size === 0) return null;
	const text = editText(judged.text, step.mend(judged, starts));
	const mended = text === judged.text ? null : judge(text);
	return (mended && step.then && mend(mended, step.then)) ?? mended;
}

/** `null` where it is no geometry whose members are clear. */
function judge(text: string): Judged | null {
	const counts = new Map<ProblemCode, number>();
	const mendable = new Map<ProblemCode, Set<number>>();
	const tell = (code: ProblemCode, { start }: { start: number }, isFixable = false) => {
		counts.set(code, (counts.get(code) ?? 0) + 1);
		if (isFixable) mendable.set(code, (mendable.get(code) ?? new Set()).add(start));
	};
	const node = parseJson(text, '', MAX_DEPTH, (code, span) => tell(code, span));
	if (node?.kind !== 'object' || counts.has('name-twice')) return null;
	checkGeometry(node, '', {
		text,
		tell: (code, span, _path, _details, isFixable) => tell(code, span, isFixable),
		extents: [],
	});
	const type = memberOf(node, 'type');
	return type?.kind === 'string' ? { text, node, type: type.value, counts, mendable } : null;
}

/** The bbox is mended by itself, once it is known what it should hold. */
function isNoWorse(before: Judged, after: Judged): boolean {
	return [...after.counts].every(([code, count]) => code.startsWith('bbox') || count <= (before.counts.get(code) ?? 0));
}

/** The lines and rings of a geometry. */
function linesOf(node: JsonObject, type: string): JsonArray[] {
	const coordinates = memberOf(node, 'coordinates') as JsonArray;
	if (type === 'LineString') return [coordinates];
	const parts = coordinates.items as readonly JsonArray[];
	if (type === 'Polygon' || type === 'MultiLineString') return [...parts];
	return type === 'MultiPolygon' ? parts.flatMap((part) => part.items as readonly JsonArray[]) : [];
}

function textsOf(text: string, { items }: JsonArray): string[] {
	return items.map(({ start, end }) => text.slice(start, end));
}

function forEachNumber(node: JsonNode, take: (number: JsonNode) => void): void {
	if (node.kind === 'array') node.items.forEach((item) => forEachNumber(item, take));
	else if (node.kind === 'number') take(node);
}

function rounded(value: number): string {
	const text = value.toFixed(MOST_DECIMALS).replace(/\.?0+$/, '');
	return text === '-0' ? '0' : text;
}

/** All lines and polygons that step over the antimeridian, cut; the others as they are. */
function cutGeometry({ text, node, type, counts }: Judged, starts: ReadonlySet<number>): Edit[] {
	if (UNCLEAR.some((code) => counts.has(code)) || counts.get('antimeridian') !== starts.size) return [];
	const isOfLines = type === 'LineString' || type === 'MultiLineString';
	const coordinates = memberOf(node, 'coordinates') as JsonArray;
	const wholes = (type.startsWith('Multi') ? coordinates.items : [coordinates]) as readonly JsonArray[];
	const parts = wholes.flatMap((whole) => {
		const lines = (isOfLines ? [whole] : whole.items) as readonly JsonArray[];
		const isCut = lines.some((line) => line.items.some(({ start }) => starts.has(start)));
		if (!isCut) return [text.slice(whole.start, whole.end)];
		const written = lines.map((line) => positionsOf(text, line));
		if (isOfLines) return cutLine(written[0]!).map(writeLine);
		return cutPolygon(written)?.map((rings) => `[${rings.map(writeLine).join(', ')}]`) ?? [null];
	});
	if (parts.includes(null) || parts.length === 0) return [];
	const isOne = parts.length === 1 && !type.startsWith('Multi');
	const typeNode = memberOf(node, 'type')!;
	return [
		...(isOne || type.startsWith('Multi')
			? []
			: [{ start: typeNode.start, end: typeNode.end, text: `"Multi${type}"` }]),
		{ start: coordinates.start, end: coordinates.end, text: isOne ? parts[0]! : `[${parts.join(', ')}]` },
	];
}

function positionsOf(text: string, line: JsonArray): WrittenPosition[] {
	return (line.items as readonly JsonArray[]).map((item) => ({
		numbers: item.items.map((number) => (number.kind === 'number' ? number.value : NaN)),
		text: text.slice(item.start, item.end),
	}));
}

function writeLine(positions: readonly string[]): string {
	return `[${positions.join(', ')}]`;
}

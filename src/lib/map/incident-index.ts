import Flatbush from 'flatbush';
import type { IncidentSymbols } from '../view/incident-symbols.ts';

/** What of the symbols an index is made from. */
export type IndexedSymbols = Pick<IncidentSymbols, 'x' | 'y' | 'offsetX' | 'offsetY' | 'radius' | 'drawable' | 'stack'>;

/** Symbols that reach about equally far from their places, so that few large ones do not widen the search for all. */
export interface IndexPart {
	/** How far from its place the middle of any of them stands at scale 1, and how far its edge reaches. */
	readonly offsetPx: number;
	readonly reachPx: number;
	/** Rows, and instead of the rows of a stack once `-1 - stack`. */
	readonly items: Int32Array;
	/** A Flatbush of their places, in the order of `items`, rounded to 32 bits. */
	readonly tree: ArrayBuffer;
}

/** How far a place may lie beside where the tree has it. */
export const ROUNDING = 2 ** -24;

/** Those that stand on their places, by their radius, and after them those that stand beside. */
const RADII_PX = [8, 12, Infinity];

/** Indexes the places of all symbols. It takes a third of a second for a million: not for the main thread. */
export function indexParts(symbols: IndexedSymbols): IndexPart[] {
	const { x, y, offsetX, offsetY, radius, drawable, stack } = symbols;
	const stackRadius = new Map<number, number>();
	for (let row = 0; row < x.length; row++) {
		if (drawable[row] === 0 || stack[row]! < 0) continue;
		stackRadius.set(stack[row]!, Math.max(stackRadius.get(stack[row]!) ?? 0, radius[row]!));
	}
	const groups = [...RADII_PX, Infinity].map(() => ({ offsetPx: 0, reachPx: 0, rows: [] as number[] }));
	const seen = new Set<number>();
	for (let row = 0; row < x.length; row++) {
		if (drawable[row] === 0 || seen.has(stack[row]!)) continue;
		if (stack[row]! >= 0) seen.add(stack[row]!);
		// The rows of a stack stand on their place; an opened one is searched apart.
		const offset = stack[row]! >= 0 ? 0 : Math.hypot(offsetX[row]!, offsetY[row]!);
		const largest = stackRadius.get(stack[row]!) ?? radius[row]!;
		const group = groups[offset > 0 ? RADII_PX.length : RADII_PX.findIndex((limit) => largest <= limit)]!;
		group.offsetPx = Math.max(group.offsetPx, offset);
		group.reachPx = Math.max(group.reachPx, offset + largest);
		group.rows.push(row);
	}
	return groups
		.filter(({ rows }) => rows.length > 0)
		.map(({ offsetPx, reachPx, rows }) => {
			const tree = new Flatbush(rows.length, 16, Float32Array);
			for (const row of rows) tree.add(x[row]!, y[row]!);
			tree.finish();
			const items = Int32Array.from(rows, (row) => (stack[row]! >= 0 ? -1 - stack[row]! : row));
			return { offsetPx, reachPx, items, tree: tree.data as ArrayBuffer };
		});
}

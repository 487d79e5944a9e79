import Flatbush from 'flatbush';
import type { IncidentSymbols } from '../view/incident-symbols.ts';

/** What of the symbols an index is made from. */
export type IndexedSymbols = Pick<IncidentSymbols, 'x' | 'y' | 'offsetX' | 'offsetY' | 'radius' | 'drawable'>;

/** Symbols that reach about equally far from their places, so that few large ones do not widen the search for all. */
export interface IndexPart {
	/** How far from its place the edge of any of them reaches at scale 1. */
	readonly reachPx: number;
	readonly rows: Uint32Array;
	/** A Flatbush of their places, in the order of `rows`, rounded to 32 bits. */
	readonly tree: ArrayBuffer;
}

/** How far a place may lie beside where the tree has it. */
export const ROUNDING = 2 ** -24;

const REACHES_PX = [8, 16, 32, Infinity];

/** Indexes the places of all symbols. It takes a third of a second for a million: not for the main thread. */
export function indexParts(symbols: IndexedSymbols): IndexPart[] {
	const { x, y, drawable } = symbols;
	const partOf = new Uint8Array(x.length);
	const counts = new Uint32Array(REACHES_PX.length);
	const reaches = new Float64Array(REACHES_PX.length);
	for (let row = 0; row < x.length; row++) {
		if (drawable[row] === 0) continue;
		const reach = reachOf(symbols, row);
		const part = REACHES_PX.findIndex((limit) => reach <= limit);
		partOf[row] = part;
		counts[part]!++;
		reaches[part] = Math.max(reaches[part]!, reach);
	}
	return REACHES_PX.flatMap((_, part) => {
		if (counts[part] === 0) return [];
		const rows = new Uint32Array(counts[part]!);
		const tree = new Flatbush(rows.length, 16, Float32Array);
		for (let row = 0, at = 0; at < rows.length; row++) {
			if (drawable[row] === 0 || partOf[row] !== part) continue;
			rows[at++] = row;
			tree.add(x[row]!, y[row]!);
		}
		tree.finish();
		return [{ reachPx: reaches[part]!, rows, tree: tree.data as ArrayBuffer }];
	});
}

/** How far from its place the edge of a symbol reaches at scale 1. */
function reachOf({ offsetX, offsetY, radius }: IndexedSymbols, row: number): number {
	return Math.hypot(offsetX[row]!, offsetY[row]!) + radius[row]!;
}

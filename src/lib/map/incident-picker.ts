import Flatbush from 'flatbush';
import type { IncidentSymbols } from '../view/incident-symbols.ts';
import { MOST_AT_A_POINT } from '../view/most-at-a-point.ts';
import { type IndexPart, ROUNDING } from './incident-index.ts';
import { indexInWorker } from './index-in-worker.ts';
import { NearestRows, type PointerFrame } from './nearest-rows.ts';

/** A box in mercator units. */
type Box = readonly [west: number, north: number, east: number, south: number];

/** Which rows may be on show at all: those from `first` up to `end`, and the few of `longRows` before `first`. */
interface Among {
	readonly range: readonly [first: number, end: number];
	readonly longRows: Uint32Array;
}

type SearchedPart = Omit<IndexPart, 'tree'> & { readonly tree: Flatbush };

/** So many rows are looked at one by one in a fraction of a millisecond, near the pointer or not. */
const FEW_ROWS = 50_000;
/** To find that a row near the pointer is not shown takes as long as to look at so many rows in order. */
const ROWS_PER_MISS = 50;
/** For what sums and roots lose. */
const SLACK_PX = 0.01;

/**
 * Finds symbols near a pointer, by a spatial index over their places where there are many. The index is made in a
 * worker; until it is there, and where there is no worker, every row is looked at, which finds the same.
 */
export class IncidentPicker {
	readonly #symbols: IncidentSymbols;
	readonly #few: number;
	readonly #all: Among;
	/** How far from its place the edge of any symbol reaches at scale 1. */
	readonly #reachPx: number;
	#parts: readonly SearchedPart[] | null = null;
	#indexed: Promise<void> | null = null;

	constructor(symbols: IncidentSymbols, makeIndex: typeof indexInWorker = indexInWorker, few = FEW_ROWS) {
		this.#symbols = symbols;
		this.#few = few;
		this.#all = { range: [0, symbols.x.length], longRows: new Uint32Array(0) };
		this.#reachPx = longestReach(symbols);
		if (symbols.x.length > few) this.#indexed = this.#index(makeIndex);
	}

	/** Resolves when the index is there, or never will be. */
	async ready(): Promise<void> {
		await this.#indexed;
	}

	async #index(makeIndex: typeof indexInWorker): Promise<void> {
		try {
			const parts = await makeIndex(this.#symbols);
			this.#parts = parts?.map((part) => ({ ...part, tree: Flatbush.from(part.tree) })) ?? null;
		} catch (error) {
			reportError(error);
		}
	}

	/**
	 * Rows whose symbol lies within `tolerancePx` of the pointer, nearest first; of equally near ones the later row,
	 * which is drawn above, comes first. `isShown` leaves out what the map does not draw; `among` says where to look if
	 * that is known. Never more than `MOST_AT_A_POINT`: a reader can't choose from thousands, and a move of the pointer
	 * must not wait for them.
	 */
	rowsAt(frame: PointerFrame, tolerancePx: number, isShown: (row: number) => boolean, among = this.#all): number[] {
		const [a, b, c, d] = frame.pixelsPerUnit;
		const determinant = Math.abs(a * d - b * c);
		if (!(determinant > 1)) return [];
		/** The mercator box around a circle of some pixels, through the inverse of the pixel matrix. */
		const boxAround = (px: number): [reachX: number, reachY: number] => {
			return [((px + SLACK_PX) * Math.hypot(d, c)) / determinant, ((px + SLACK_PX) * Math.hypot(a, b)) / determinant];
		};
		const found = () => new NearestRows(this.#symbols, frame, tolerancePx, isShown, MOST_AT_A_POINT);
		const length = among.range[1] - among.range[0];
		const mostMisses = length / ROWS_PER_MISS;
		if (this.#parts && length > this.#few) {
			const nearest = this.#nearest(this.#parts, found(), frame, tolerancePx, mostMisses, boxAround);
			if (nearest) return nearest.rows;
		}
		return this.#scanned(found(), frame, tolerancePx, among, boxAround).rows;
	}

	/** The same among a few rows only, wherever they stand. */
	rowsAmong(rows: readonly number[], frame: PointerFrame, tolerancePx: number): number[] {
		const found = new NearestRows(this.#symbols, frame, tolerancePx, () => true, MOST_AT_A_POINT);
		for (const x of sameMeridian(frame.x, 0.25)) {
			found.x = x;
			for (const row of rows) found.consider(row);
		}
		return found.rows;
	}

	/** Rows whose place is within bounds in mercator units, in table order. */
	rowsWithin([west, north, east, south]: Box, isShown: (row: number) => boolean): number[] {
		const { x, y, stacks } = this.#symbols;
		const rows = new Set<number>();
		for (let world = Math.floor(west); world <= Math.floor(east); world++) {
			const [first, last] = [west - world, east - world];
			const consider = (row: number): void => {
				const isInside = x[row]! >= first && x[row]! <= last && y[row]! >= north && y[row]! <= south;
				if (isInside && isShown(row)) rows.add(row);
			};
			if (!this.#parts) this.#scan([first, north, last, south], this.#all.range, consider);
			for (const { tree, items } of this.#parts ?? []) {
				tree.search(first - ROUNDING, north - ROUNDING, last + ROUNDING, south + ROUNDING, (at) => {
					const item = items[at]!;
					if (item >= 0) consider(item);
					else stacks[-1 - item]!.forEach(consider);
					return false;
				});
			}
		}
		return [...rows].sort((a, b) => a - b);
	}

	/** Searches the index from the pointer outwards. `null` where it gave up, since too many near it are not shown. */
	#nearest(
		parts: readonly SearchedPart[],
		found: NearestRows,
		{ x: pointerX, y, symbolScale }: PointerFrame,
		tolerancePx: number,
		mostMisses: number,
		boxAround: (px: number) => [reachX: number, reachY: number],
	): NearestRows | null {
		let misses = 0;
		for (const { offsetPx, reachPx, items, tree } of parts) {
			const reach = Math.min(reachPx * symbolScale + tolerancePx, found.reachPx + offsetPx * symbolScale);
			const distance = Math.max(...boxAround(reach)) + 2 * ROUNDING;
			for (const x of sameMeridian(pointerX, distance)) {
				found.x = x;
				tree.neighbors(x, y, MOST_AT_A_POINT, distance, (at) => {
					const item = items[at]!;
					const stack = item < 0 ? this.#symbols.stacks[-1 - item]! : null;
					let isFound = misses > mostMisses;
					for (let member = (stack?.length ?? 1) - 1; member >= 0 && misses <= mostMisses; member--) {
						if (found.consider(stack ? stack[member]! : item)) isFound = true;
						else misses++;
					}
					return isFound;
				});
				// With that many misses everything was said to be found, which ends the search.
				if (misses > mostMisses) return null;
			}
		}
		return found;
	}

	/** Looks at every row of some. */
	#scanned(
		found: NearestRows,
		{ x: pointerX, y, symbolScale }: PointerFrame,
		tolerancePx: number,
		{ range, longRows }: Among,
		boxAround: (px: number) => [reachX: number, reachY: number],
	): NearestRows {
		const [reachX, reachY] = boxAround(this.#reachPx * symbolScale + tolerancePx);
		for (const x of sameMeridian(pointerX, reachX)) {
			found.x = x;
			for (const row of longRows) if (row < range[0]) found.consider(row);
			this.#scan([x - reachX, y - reachY, x + reachX, y + reachY], range, (row) => found.consider(row));
		}
		return found;
	}

	/** Calls back with each row of a range whose place lies in a box, the latest first. */
	#scan([west, north, east, south]: Box, [first, end]: Among['range'], consider: (row: number) => void): void {
		const { x, y, drawable } = this.#symbols;
		for (let row = end - 1; row >= first; row--) {
			if (x[row]! < west || x[row]! > east || y[row]! < north || y[row]! > south) continue;
			if (drawable[row] === 1) consider(row);
		}
	}
}

/** From above: the longest offset and the largest radius, be they of one symbol or of two. */
function longestReach({ offsetX, offsetY, radius }: IncidentSymbols): number {
	let offset = 0;
	let largest = 0;
	for (let row = 0; row < radius.length; row++) {
		offset = Math.max(offset, offsetX[row]! * offsetX[row]! + offsetY[row]! * offsetY[row]!);
		largest = Math.max(largest, radius[row]!);
	}
	return Math.sqrt(offset) + largest;
}

/** The pointer's x brought into the one world the index holds, also from beyond the date line where it reaches across. */
function sameMeridian(x: number, reach: number): number[] {
	const inWorld = x - Math.floor(x);
	const all = [inWorld];
	if (inWorld - reach < 0) all.push(inWorld + 1);
	if (inWorld + reach > 1) all.push(inWorld - 1);
	return all;
}

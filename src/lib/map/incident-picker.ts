import Flatbush from 'flatbush';
import type { IncidentSymbols } from '../view/incident-symbols.ts';
import { MOST_AT_A_POINT } from '../view/most-at-a-point.ts';
import { type IndexPart, ROUNDING } from './incident-index.ts';
import { indexInWorker } from './index-in-worker.ts';
import { NearestRows } from './nearest-rows.ts';

/** Where the pointer is and how the map lies under it, which holds for any projection, bearing and pitch. */
export interface PointerFrame {
	/** Web Mercator, 0 to 1. */
	readonly x: number;
	readonly y: number;
	/** CSS pixels right and down for a small step in x, and in y: `[dxRight, dxDown, dyRight, dyDown]`. */
	readonly pixelsPerUnit: readonly [number, number, number, number];
	readonly symbolScale: number;
}

/** A box in mercator units. */
type Box = readonly [west: number, north: number, east: number, south: number];

interface SearchedPart {
	readonly reachPx: number;
	/** Calls back with each row whose place lies in a box, and perhaps with a few beside it. */
	search(box: Box, consider: (row: number) => void): void;
}

/** So many rows are looked at one by one in less time than a frame of the screen would notice. */
const FEW_ROWS = 50_000;
/** For what sums and roots lose. */
const SLACK_PX = 0.01;

/**
 * Finds symbols near a pointer, by a spatial index over their places where there are many. The index is made in a
 * worker; until it is there, and where there is no worker, every row is looked at, which finds the same.
 */
export class IncidentPicker {
	readonly #symbols: IncidentSymbols;
	#parts: readonly SearchedPart[];
	#indexed: Promise<void> | null = null;

	constructor(symbols: IncidentSymbols, makeIndex: typeof indexInWorker = indexInWorker, few = FEW_ROWS) {
		this.#symbols = symbols;
		this.#parts = [eachRow(symbols)];
		if (symbols.x.length > few) this.#indexed = this.#index(makeIndex);
	}

	/** Resolves when every search to come goes through the index, or none ever will. */
	async ready(): Promise<void> {
		await this.#indexed;
	}

	async #index(makeIndex: typeof indexInWorker): Promise<void> {
		try {
			const parts = await makeIndex(this.#symbols);
			if (parts) this.#parts = parts.map(searched);
		} catch (error) {
			reportError(error);
		}
	}

	/**
	 * Rows whose symbol lies within `tolerancePx` of the pointer, nearest first; of equally near ones the later row,
	 * which is drawn above, comes first. `isShown` leaves out what the map does not draw. Never more than
	 * `MOST_AT_A_POINT`: a reader can't choose from thousands, and a move of the pointer must not wait for them.
	 */
	rowsAt(frame: PointerFrame, tolerancePx: number, isShown: (row: number) => boolean): number[] {
		const { pixelsPerUnit, symbolScale } = frame;
		const [a, b, c, d] = pixelsPerUnit;
		const determinant = a * d - b * c;
		if (!(Math.abs(determinant) > 1)) return [];
		const found = new NearestRows(MOST_AT_A_POINT);
		for (const part of this.#parts) {
			const reach = part.reachPx * symbolScale + tolerancePx + SLACK_PX;
			// The mercator box around a circle of `reach` pixels, through the inverse of the pixel matrix.
			const reachX = (reach * Math.hypot(d, c)) / Math.abs(determinant);
			const reachY = (reach * Math.hypot(a, b)) / Math.abs(determinant);
			for (const x of sameMeridian(frame.x, reachX)) {
				const here = { ...frame, x };
				part.search([x - reachX, frame.y - reachY, x + reachX, frame.y + reachY], (row) => {
					const distance = this.#distance(row, here, tolerancePx);
					// What is shown is asked last, since it is the dearest to know.
					if (distance >= 0 && found.takes(row, distance) && isShown(row)) found.add(row, distance);
				});
			}
		}
		return found.rows;
	}

	/** The same among a few rows only, wherever they stand. */
	rowsAmong(rows: readonly number[], frame: PointerFrame, tolerancePx: number): number[] {
		const found = new NearestRows(MOST_AT_A_POINT);
		for (const x of sameMeridian(frame.x, 0.25)) {
			for (const row of rows) {
				const distance = this.#distance(row, { ...frame, x }, tolerancePx);
				if (distance >= 0 && found.takes(row, distance)) found.add(row, distance);
			}
		}
		return found.rows;
	}

	/** Rows whose place is within bounds in mercator units, in table order. */
	rowsWithin([west, north, east, south]: Box, isShown: (row: number) => boolean): number[] {
		const { x, y } = this.#symbols;
		const rows = new Set<number>();
		for (let world = Math.floor(west); world <= Math.floor(east); world++) {
			const [first, last] = [west - world, east - world];
			const consider = (row: number) => {
				const isInside = x[row]! >= first && x[row]! <= last && y[row]! >= north && y[row]! <= south;
				if (isInside && isShown(row)) rows.add(row);
			};
			for (const part of this.#parts) part.search([first, north, last, south], consider);
		}
		return [...rows].sort((a, b) => a - b);
	}

	/** Pixels from the pointer to the middle of a symbol; -1 where it is further away than its edge and the tolerance. */
	#distance(row: number, { x, y, pixelsPerUnit, symbolScale }: PointerFrame, tolerancePx: number): number {
		const [a, b, c, d] = pixelsPerUnit;
		const dx = this.#symbols.x[row]! - x;
		const dy = this.#symbols.y[row]! - y;
		const right = dx * a + dy * c + this.#symbols.offsetX[row]! * symbolScale;
		const down = dx * b + dy * d + this.#symbols.offsetY[row]! * symbolScale;
		const distance = Math.sqrt(right * right + down * down);
		return distance <= this.#symbols.radius[row]! * symbolScale + tolerancePx ? distance : -1;
	}
}

/** Looks at every row. */
function eachRow(symbols: IncidentSymbols): SearchedPart {
	const { x, y, offsetX, offsetY, radius, drawable } = symbols;
	let offset = 0;
	let largest = 0;
	for (let row = 0; row < x.length; row++) {
		offset = Math.max(offset, offsetX[row]! * offsetX[row]! + offsetY[row]! * offsetY[row]!);
		largest = Math.max(largest, radius[row]!);
	}
	return {
		reachPx: Math.sqrt(offset) + largest,
		search([west, north, east, south], consider) {
			// Backwards: the latest, which are wanted of equally near ones, come first.
			for (let row = x.length - 1; row >= 0; row--) {
				if (x[row]! < west || x[row]! > east || y[row]! < north || y[row]! > south) continue;
				if (drawable[row] === 1) consider(row);
			}
		},
	};
}

function searched({ reachPx, rows, tree }: IndexPart): SearchedPart {
	const index = Flatbush.from(tree);
	return {
		reachPx,
		search([west, north, east, south], consider) {
			index.search(west - ROUNDING, north - ROUNDING, east + ROUNDING, south + ROUNDING, (item) => {
				consider(rows[item]!);
				return false;
			});
		},
	};
}

/** The pointer's x brought into the one world the index holds, also from beyond the date line where it reaches across. */
function sameMeridian(x: number, reach: number): number[] {
	const inWorld = x - Math.floor(x);
	const all = [inWorld];
	if (inWorld - reach < 0) all.push(inWorld + 1);
	if (inWorld + reach > 1) all.push(inWorld - 1);
	return all;
}

import Flatbush from 'flatbush';
import type { IncidentSymbols } from '../view/incident-symbols.ts';
import { symbolExtentPx } from '../view/symbol-tokens.ts';

/** Where the pointer is and how the map lies under it, which holds for any projection, bearing and pitch. */
export interface PointerFrame {
	/** Web Mercator, 0 to 1. */
	readonly x: number;
	readonly y: number;
	/** CSS pixels right and down for a small step in x, and in y: `[dxRight, dxDown, dyRight, dyDown]`. */
	readonly pixelsPerUnit: readonly [number, number, number, number];
	readonly symbolScale: number;
}

/** Finds symbols near a pointer by a spatial index over their places. */
export class IncidentPicker {
	readonly #symbols: IncidentSymbols;
	readonly #rows: Uint32Array;
	readonly #index: Flatbush | null;
	/** How far from its place the edge of any symbol reaches at scale 1. */
	readonly #reachPx: number;

	constructor(symbols: IncidentSymbols) {
		this.#symbols = symbols;
		this.#rows = Uint32Array.from(symbols.drawable.keys()).filter((row) => symbols.drawable[row] === 1);
		let reach = 0;
		const index = this.#rows.length > 0 ? new Flatbush(this.#rows.length) : null;
		for (const row of this.#rows) {
			index!.add(symbols.x[row]!, symbols.y[row]!);
			const offset = Math.hypot(symbols.offsetX[row]!, symbols.offsetY[row]!);
			reach = Math.max(reach, offset + symbolExtentPx(symbols.radius[row]!));
		}
		index?.finish();
		this.#index = index;
		this.#reachPx = reach;
	}

	/**
	 * Rows whose symbol lies within `tolerancePx` of the pointer, nearest first; of equally near ones the later row,
	 * which is drawn above, comes first. `isShown` leaves out what the map does not draw.
	 */
	rowsAt(frame: PointerFrame, tolerancePx: number, isShown: (row: number) => boolean): number[] {
		const { pixelsPerUnit, symbolScale } = frame;
		const [a, b, c, d] = pixelsPerUnit;
		const determinant = a * d - b * c;
		if (!this.#index || !(Math.abs(determinant) > 1)) return [];
		const reach = this.#reachPx * symbolScale + tolerancePx;
		// The mercator box around a circle of `reach` pixels, through the inverse of the pixel matrix.
		const reachX = (reach * Math.hypot(d, c)) / Math.abs(determinant);
		const reachY = (reach * Math.hypot(a, b)) / Math.abs(determinant);
		const found: Found[] = [];
		for (const x of sameMeridian(frame.x, reachX)) {
			const consider = (item: number) => {
				const row = this.#rows[item]!;
				if (isShown(row)) this.#consider(row, { ...frame, x }, tolerancePx, found);
				return false;
			};
			this.#index.search(x - reachX, frame.y - reachY, x + reachX, frame.y + reachY, consider);
		}
		return nearestFirst(found);
	}

	/** The same among a few rows only, wherever they stand. */
	rowsAmong(rows: readonly number[], frame: PointerFrame, tolerancePx: number): number[] {
		const found: Found[] = [];
		for (const x of sameMeridian(frame.x, 0.25)) {
			for (const row of rows) this.#consider(row, { ...frame, x }, tolerancePx, found);
		}
		return nearestFirst(found);
	}

	/** Rows whose place is within bounds in mercator units, west, north, east and south, in table order. */
	rowsWithin(
		[west, north, east, south]: readonly [number, number, number, number],
		isShown: (row: number) => boolean,
	): number[] {
		if (!this.#index) return [];
		const rows = new Set<number>();
		const all = (item: number) => {
			const row = this.#rows[item]!;
			if (isShown(row)) rows.add(row);
			return false;
		};
		for (let world = Math.floor(west); world <= Math.floor(east); world++) {
			this.#index.search(west - world, north, east - world, south, all);
		}
		return [...rows].sort((a, b) => a - b);
	}

	#consider(
		row: number,
		{ x, y, pixelsPerUnit, symbolScale }: PointerFrame,
		tolerancePx: number,
		found: Found[],
	): void {
		const [a, b, c, d] = pixelsPerUnit;
		const dx = this.#symbols.x[row]! - x;
		const dy = this.#symbols.y[row]! - y;
		const right = dx * a + dy * c + this.#symbols.offsetX[row]! * symbolScale;
		const down = dx * b + dy * d + this.#symbols.offsetY[row]! * symbolScale;
		const distance = Math.hypot(right, down);
		if (distance <= this.#symbols.radius[row]! * symbolScale + tolerancePx) found.push({ row, distance });
	}
}

interface Found {
	readonly row: number;
	readonly distance: number;
}

function nearestFirst(found: Found[]): number[] {
	return found.sort((p, q) => p.distance - q.distance || q.row - p.row).map(({ row }) => row);
}

/** The pointer's x brought into the one world the index holds, also from beyond the date line where it reaches across. */
function sameMeridian(x: number, reach: number): number[] {
	const inWorld = x - Math.floor(x);
	const all = [inWorld];
	if (inWorld - reach < 0) all.push(inWorld + 1);
	if (inWorld + reach > 1) all.push(inWorld - 1);
	return all;
}

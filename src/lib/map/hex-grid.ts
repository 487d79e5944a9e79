import type { IncidentSymbols } from '../view/incident-symbols.ts';
import { TILE_PX } from './pointer-frame.ts';

/** West, north, east and south in mercator units; `west` may be below 0 and `east` above 1. */
export type MercatorBounds = readonly [west: number, north: number, east: number, south: number];

/** From the middle of a hexagon to its corners, in CSS pixels at the zoom of its level. */
const HEXAGON_PX = 13;
const COARSEST = 1;
const FINEST = 14;
/** Up to this level a grid holds the whole world: at most about a million places for hexagons. */
const LAST_WORLD_LEVEL = 5;
const SQRT3 = Math.sqrt(3);
const WORLD: MercatorBounds = [0, 0, 1, 1];

/** The level of hexagons for a zoom: their size on screen doubles until the next level takes over. */
export function hexLevel(zoom: number): number {
	return Math.min(FINEST, Math.max(COARSEST, Math.floor(zoom)));
}

/** Places for hexagons in a box: `columns` by `rows` of them from the corner at the north-west. */
interface Box {
	readonly column: number;
	readonly row: number;
	readonly columns: number;
	readonly rows: number;
	/** Number of the hexagon at each place plus 1; 0 where it holds no row. */
	readonly cells: Int32Array;
}

/**
 * The hexagons, upright and even in Web Mercator, that hold any drawable row, and which of them each row lies in.
 *
 *      /\ /\
 *     | q | q+1 |     x = size * sqrt(3) * (q + r / 2)
 *      \ / \ /        y = size * 3 / 2 * r
 *
 * From level 6 on only those around what the map shows, since the world has too many: a million rows are then placed in
 * some hundredths of a second, at whatever zoom.
 */
export class HexGrid {
	readonly level: number;
	/** From the middle to a corner, in mercator units. */
	readonly size: number;
	/** Hexagon of each row; -1 for a row that is not drawable or not in this part of the world. */
	readonly cellOf: Int32Array;
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly #around: MercatorBounds;
	readonly #boxes: readonly Box[];

	/** `shown` is what the map shows; it matters from level 6 on. */
	constructor(symbols: IncidentSymbols, level: number, shown: MercatorBounds) {
		this.level = level;
		this.size = HEXAGON_PX / (TILE_PX * 2 ** level);
		this.#around = level <= LAST_WORLD_LEVEL ? WORLD : widened(shown);
		this.#boxes = this.#makeBoxes();
		this.cellOf = new Int32Array(symbols.drawable.length).fill(-1);
		const length = this.#place(symbols);
		this.x = new Float64Array(length);
		this.y = new Float64Array(length);
		for (const box of this.#boxes) this.#findMiddles(box);
	}

	get length(): number {
		return this.x.length;
	}

	/** Whether every hexagon that the map shows is in the grid. */
	holds([west, north, east, south]: MercatorBounds): boolean {
		if (this.level <= LAST_WORLD_LEVEL) return true;
		const around = this.#around;
		return west >= around[0] && north >= around[1] && east <= around[2] && south <= around[3];
	}

	/** The hexagon around a point in mercator units; -1 where none holds a row. */
	cellAt(x: number, y: number): number {
		const place = axial(x - Math.floor(x), y, this.size);
		for (const box of this.#boxes) {
			const at = placeIn(box, place.q, place.r);
			if (at >= 0) return box.cells[at]! - 1;
		}
		return -1;
	}

	/** Beside the date line there are two, since hexagons do not go over it. */
	#makeBoxes(): Box[] {
		const [west, north, east, south] = this.#around;
		const turn = Math.floor(west);
		const [from, to] = [west - turn, east - turn];
		const spans =
			to - from >= 1
				? [[0, 1]]
				: to <= 1
					? [[from, to]]
					: [
							[from, 1],
							[0, to - 1],
						];
		const row = Math.floor(Math.max(0, north) / (1.5 * this.size)) - 1;
		const rows = Math.ceil(Math.min(1, south) / (1.5 * this.size)) + 2 - row;
		return spans.map(([first, last]) => {
			const column = Math.floor(first! / (SQRT3 * this.size)) - 2;
			const columns = Math.ceil(last! / (SQRT3 * this.size)) + 2 - column;
			return { column, row, columns, rows, cells: new Int32Array(columns * rows) };
		});
	}

	/** Finds the hexagon of each row, and numbers hexagons in order of their first. Returns how many there are. */
	#place({ drawable, x, y }: IncidentSymbols): number {
		const { cellOf, size } = this;
		const [, north, , south] = this.#around;
		let length = 0;
		for (const box of this.#boxes) {
			const { cells } = box;
			for (let row = 0; row < drawable.length; row++) {
				if (drawable[row] !== 1 || y[row]! < north || y[row]! > south || cellOf[row] !== -1) continue;
				const place = axial(x[row]!, y[row]!, size);
				const at = placeIn(box, place.q, place.r);
				if (at < 0) continue;
				if (cells[at] === 0) cells[at] = ++length;
				cellOf[row] = cells[at]! - 1;
			}
		}
		return length;
	}

	#findMiddles({ column, row, columns, cells }: Box): void {
		for (let at = 0; at < cells.length; at++) {
			const cell = cells[at]! - 1;
			if (cell < 0) continue;
			const r = row + Math.floor(at / columns);
			const q = column + (at % columns) - (r >> 1);
			this.x[cell] = this.size * SQRT3 * (q + r / 2);
			this.y[cell] = this.size * 1.5 * r;
		}
	}
}

/** Axial coordinates, rounded by the cube rule: the coordinate that was rounded furthest gives way. */
function axial(x: number, y: number, size: number): { q: number; r: number } {
	const q = ((SQRT3 / 3) * x - y / 3) / size;
	const r = ((2 / 3) * y) / size;
	const wholeQ = Math.floor(q + 0.5);
	const wholeR = Math.floor(r + 0.5);
	const wholeS = Math.floor(0.5 - q - r);
	const offQ = Math.abs(wholeQ - q);
	const offR = Math.abs(wholeR - r);
	const offS = Math.abs(wholeS + q + r);
	if (offQ > offR && offQ > offS) return { q: -wholeR - wholeS, r: wholeR };
	return offR > offS ? { q: wholeQ, r: -wholeQ - wholeS } : { q: wholeQ, r: wholeR };
}

/** Index of a place in a box; -1 outside of it. */
function placeIn({ column, row, columns, rows }: Box, q: number, r: number): number {
	const right = q + (r >> 1) - column;
	const down = r - row;
	return right >= 0 && right < columns && down >= 0 && down < rows ? down * columns + right : -1;
}

/** With as much again on each side, so that the map can be moved for a while. */
function widened([west, north, east, south]: MercatorBounds): MercatorBounds {
	const [width, height] = [east - west, south - north];
	return [west - width, north - height, east + width, south + height];
}

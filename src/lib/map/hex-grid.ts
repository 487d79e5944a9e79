import type { IncidentSymbols } from '../view/incident-symbols.ts';
import { PairIndex } from '../view/pair-index.ts';
import { TILE_PX } from './pointer-frame.ts';

/** From the middle of a hexagon to its corners, in CSS pixels at the zoom of its level. */
const HEXAGON_PX = 13;
const COARSEST = 1;
const FINEST = 14;
const SQRT3 = Math.sqrt(3);

/** The level of hexagons for a zoom: their size on screen doubles until the next level takes over. */
export function hexLevel(zoom: number): number {
	return Math.min(FINEST, Math.max(COARSEST, Math.floor(zoom)));
}

/**
 * The hexagons, upright and even in Web Mercator, that hold any drawable row, and which of them each row lies in.
 *
 *      /\ /\
 *     | q | q+1 |     x = size * sqrt(3) * (q + r / 2)
 *      \ / \ /        y = size * 3 / 2 * r
 */
export class HexGrid {
	readonly level: number;
	/** From the middle to a corner, in mercator units. */
	readonly size: number;
	/** Hexagon of each row; -1 for a row that is not drawable. */
	readonly cellOf: Int32Array;
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly #index = new PairIndex();

	constructor(symbols: IncidentSymbols, level: number) {
		this.level = level;
		this.size = HEXAGON_PX / (TILE_PX * 2 ** level);
		const { drawable, x, y } = symbols;
		this.cellOf = new Int32Array(drawable.length).fill(-1);
		for (let row = 0; row < drawable.length; row++) {
			if (drawable[row] !== 1) continue;
			const { q, r } = this.#axial(x[row]!, y[row]!);
			this.cellOf[row] = this.#index.add(q, r);
		}
		this.x = new Float64Array(this.length);
		this.y = new Float64Array(this.length);
		for (let cell = 0; cell < this.length; cell++) {
			const [q, r] = this.#index.pairAt(cell);
			this.x[cell] = this.size * SQRT3 * (q + r / 2);
			this.y[cell] = this.size * 1.5 * r;
		}
	}

	get length(): number {
		return this.#index.size;
	}

	/** The hexagon around a point in mercator units; -1 where none holds a row. */
	cellAt(x: number, y: number): number {
		const { q, r } = this.#axial(x - Math.floor(x), y);
		return this.#index.find(q, r);
	}

	/** Axial coordinates, rounded by the cube rule: the coordinate that was rounded furthest gives way. */
	#axial(x: number, y: number): { q: number; r: number } {
		const q = ((SQRT3 / 3) * x - y / 3) / this.size;
		const r = ((2 / 3) * y) / this.size;
		let wholeQ = Math.round(q);
		let wholeR = Math.round(r);
		const wholeS = Math.round(-q - r);
		const offQ = Math.abs(wholeQ - q);
		const offR = Math.abs(wholeR - r);
		const offS = Math.abs(wholeS + q + r);
		if (offQ > offR && offQ > offS) wholeQ = -wholeR - wholeS;
		else if (offR > offS) wholeR = -wholeQ - wholeS;
		return { q: wholeQ, r: wholeR };
	}
}

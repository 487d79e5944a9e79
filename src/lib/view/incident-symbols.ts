import type { IncidentTable } from './incident-table.ts';
import { SYMBOL_METRICS, symbolRadiusPx } from './symbol-tokens.ts';

/** Web Mercator has no place beyond this latitude. */
const MAX_LATITUDE = 85.051129;

/** Stacks above this size stay where they are: set apart they would cover their surroundings. */
export const LARGEST_SPREAD_STACK = 30;
const LEAST_SPACING_PX = 21;

/** Columns of what is drawn, by table row. */
export interface IncidentSymbols {
	/** Web Mercator, 0 to 1, x from -180 east and y from north. 0 where not drawable. */
	readonly x: Float64Array;
	readonly y: Float64Array;
	/** CSS pixels at scale 1, right and down, by which a row stands beside its place. */
	readonly offsetX: Int8Array;
	readonly offsetY: Int8Array;
	/** CSS pixels at scale 1. */
	readonly radius: Float32Array;
	/** 1 where the row has a place precise enough for a symbol and a position the map has. */
	readonly drawable: Uint8Array;
}

/** Lays out the symbols of a table. Rows of one and the same point are set apart, so that none hides another. */
export function incidentSymbols(table: IncidentTable): IncidentSymbols {
	const { length } = table;
	const symbols = {
		x: new Float64Array(length),
		y: new Float64Array(length),
		offsetX: new Int8Array(length),
		offsetY: new Int8Array(length),
		radius: new Float32Array(length),
		drawable: new Uint8Array(length),
	};
	const stacks = new Map<number, Map<number, number[]>>();
	for (let row = 0; row < length; row++) {
		symbols.radius[row] = symbolRadiusPx(table.symbolToll[row]!);
		const lng = table.lng[row]!;
		const lat = table.lat[row]!;
		if (!table.isPoint[row] || !(Math.abs(lng) <= 180) || !(Math.abs(lat) <= MAX_LATITUDE)) continue;
		symbols.drawable[row] = 1;
		symbols.x[row] = mercatorX(lng);
		symbols.y[row] = mercatorY(lat);
		let column = stacks.get(lng);
		if (!column) stacks.set(lng, (column = new Map()));
		const stack = column.get(lat);
		if (stack) stack.push(row);
		else column.set(lat, [row]);
	}
	for (const stack of [...stacks.values()].flatMap((column) => [...column.values()])) {
		if (stack.length === 1 || stack.length > LARGEST_SPREAD_STACK) continue;
		const largest = stack.reduce((radius, row) => Math.max(radius, symbols.radius[row]!), 0);
		const spacing = Math.max(LEAST_SPACING_PX, largest + symbolRadiusPx(0) + 2 * SYMBOL_METRICS.ringGapPx + 2);
		stack.forEach((row, place) => {
			const [dx, dy] = stackOffset(place, stack.length, spacing);
			symbols.offsetX[row] = dx;
			symbols.offsetY[row] = dy;
		});
	}
	return symbols;
}

/**
 * Where the symbol at `place` in a stack of `size` stands, in whole pixels from the point they share: a ring from the
 * top clockwise for up to eight, and for more a honeycomb from the middle outwards. Neighbours are `spacing` pixels
 * apart.
 */
export function stackOffset(place: number, size: number, spacing: number): [dx: number, dy: number] {
	if (size === 1) return [0, 0];
	if (size <= 8) {
		const radius = spacing / (2 * Math.sin(Math.PI / size));
		return polar(radius, place / size);
	}
	if (place === 0) return [0, 0];
	let shell = 1;
	let before = 1;
	while (place >= before + 6 * shell) before += 6 * shell++;
	const side = Math.floor((place - before) / shell);
	const along = ((place - before) % shell) / shell;
	const [fromX, fromY] = polar(shell * spacing, side / 6);
	const [toX, toY] = polar(shell * spacing, (side + 1) / 6);
	return [Math.round(fromX + (toX - fromX) * along), Math.round(fromY + (toY - fromY) * along)];
}

function polar(radius: number, turns: number): [number, number] {
	const angle = (turns - 0.25) * 2 * Math.PI;
	return [Math.round(radius * Math.cos(angle)) + 0, Math.round(radius * Math.sin(angle)) + 0];
}

export function mercatorX(lng: number): number {
	return (lng + 180) / 360;
}

export function mercatorY(lat: number): number {
	return (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
}

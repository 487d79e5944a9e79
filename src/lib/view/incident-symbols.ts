import type { IncidentTable } from './incident-table.ts';
import { PairIndex } from './pair-index.ts';
import { SYMBOL_METRICS, symbolRadiusPx } from './symbol-tokens.ts';

/** Web Mercator has no place beyond this latitude. */
export const MAX_LATITUDE = 85.051129;

/**
 * Up to this many incidents of one place stand in a ring around it. More would cover their surroundings: they lie on one
 * another in order of time and are fanned out on demand.
 */
export const LARGEST_SPREAD_STACK = 8;
/** More than this many of a stack are too many to fan out. */
export const MOST_FANNED = 60;
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
	/** 1 where the row has a place precise enough for a symbol, a position the map has and days in order. */
	readonly drawable: Uint8Array;
	/** Index into `stacks`; -1 for a row that is in none. */
	readonly stack: Int32Array;
	/** Rows of each place that has too many to be set apart, in table order and so in order of time. */
	readonly stacks: readonly Uint32Array[];
}

/** Coordinates are the same place to this fraction of a degree, a tenth of a metre. */
const SAME_PLACE = 1e6;

const prepared = new WeakMap<IncidentTable, IncidentSymbols>();

/** Lays out the symbols of a table before they are asked for, so that the work is a task of its own. */
export function prepareSymbols(table: IncidentTable): void {
	if (!prepared.has(table)) prepared.set(table, layOut(table));
}

/**
 * The symbols of a table, for who asks to keep and change. Rows of one and the same point are set apart, so that none
 * hides another.
 */
export function incidentSymbols(table: IncidentTable): IncidentSymbols {
	const symbols = prepared.get(table) ?? layOut(table);
	prepared.delete(table);
	return symbols;
}

function layOut(table: IncidentTable): IncidentSymbols {
	const { length } = table;
	const symbols = {
		x: new Float64Array(length),
		y: new Float64Array(length),
		offsetX: new Int8Array(length),
		offsetY: new Int8Array(length),
		radius: new Float32Array(length),
		drawable: new Uint8Array(length),
		stack: new Int32Array(length).fill(-1),
	};
	for (let row = 0; row < length; row++) {
		symbols.radius[row] = symbolRadiusPx(table.symbolToll[row]!);
		const lng = table.lng[row]!;
		const lat = table.lat[row]!;
		if (!table.isPoint[row] || !(Math.abs(lng) <= 180) || !(Math.abs(lat) <= MAX_LATITUDE)) continue;
		if (table.endDay[row]! < table.startDay[row]!) continue;
		symbols.drawable[row] = 1;
		symbols.x[row] = mercatorX(lng);
		symbols.y[row] = mercatorY(lat);
	}
	const stacks: Uint32Array[] = [];
	for (const stack of stacksOf(table, symbols.drawable)) {
		if (stack.length > LARGEST_SPREAD_STACK) {
			for (const row of stack) symbols.stack[row] = stacks.length;
			stacks.push(stack);
			continue;
		}
		const largest = stack.reduce((radius, row) => Math.max(radius, symbols.radius[row]!), 0);
		const spacing = Math.max(LEAST_SPACING_PX, largest + symbolRadiusPx(0) + 2 * SYMBOL_METRICS.ringGapPx + 2);
		stack.forEach((row, place) => {
			const [dx, dy] = stackOffset(place, stack.length, spacing);
			symbols.offsetX[row] = dx;
			symbols.offsetY[row] = dy;
		});
	}
	return { ...symbols, stacks };
}

/** Rows of each place that has more than one, in table order. */
function stacksOf(table: IncidentTable, drawable: Uint8Array): Uint32Array[] {
	const mayShare = sharedPlaces(table, drawable);
	const places = new PairIndex();
	const stacks: number[][] = [];
	for (let row = 0; row < drawable.length; row++) {
		if (!mayShare(row)) continue;
		const place = places.add(gridLine(table.lng[row]!), gridLine(table.lat[row]!));
		if (place === stacks.length) stacks.push([row]);
		else stacks[place]!.push(row);
	}
	return stacks.filter((stack) => stack.length > 1).map((stack) => Uint32Array.from(stack));
}

/**
 * Tells which rows may share their place: all that do, and of the others one in some twenty. Sixteen pairs of bits a row
 * stay in the processor's cache, where a table of a million places does not.
 */
function sharedPlaces(table: IncidentTable, drawable: Uint8Array): (row: number) => boolean {
	const { lng, lat } = table;
	const bits = Math.max(5, Math.ceil(Math.log2(16 * (drawable.length + 1))));
	const isTaken = new Uint32Array(2 ** (bits - 5));
	const isShared = new Uint32Array(2 ** (bits - 5));
	const hashOf = (row: number) => {
		const hash = Math.imul(gridLine(lng[row]!), 0x9e3779b1) ^ Math.imul(gridLine(lat[row]!), 0x85ebca6b);
		return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - bits);
	};
	for (let row = 0; row < drawable.length; row++) {
		if (drawable[row] !== 1) continue;
		const hash = hashOf(row);
		const bit = 1 << (hash & 31);
		if (isTaken[hash >>> 5]! & bit) isShared[hash >>> 5]! |= bit;
		else isTaken[hash >>> 5]! |= bit;
	}
	return (row) => {
		if (drawable[row] !== 1) return false;
		const hash = hashOf(row);
		return (isShared[hash >>> 5]! & (1 << (hash & 31))) !== 0;
	};
}

/** The line of a fine grid that a coordinate is on. */
function gridLine(degrees: number): number {
	return Math.round(degrees * SAME_PLACE);
}

/**
 * Where the symbol at `place` in a stack of `size`, at most `LARGEST_SPREAD_STACK`, stands, in whole pixels from the
 * point they share: in a ring, from the top clockwise. Neighbours are `spacing` pixels apart.
 */
export function stackOffset(place: number, size: number, spacing: number): [dx: number, dy: number] {
	if (size === 1) return [0, 0];
	return polar(spacing / (2 * Math.sin(Math.PI / size)), place / size);
}

const FAN_SPACING_PX = 25;

/** Where the first `size` symbols of an opened stack stand: along a spiral, evenly, in whole pixels from their place. */
export function fanOffsets(size: number): [dx: number, dy: number][] {
	let turns = 0;
	return Array.from({ length: size }, () => {
		const radius = FAN_SPACING_PX * (1.25 + turns);
		const offset = polar(radius, turns);
		turns += FAN_SPACING_PX / (2 * Math.PI * radius);
		return offset;
	});
}

function polar(radius: number, turns: number): [number, number] {
	const angle = (turns - 0.25) * 2 * Math.PI;
	return [Math.round(radius * Math.cos(angle)) + 0, Math.round(radius * Math.sin(angle)) + 0];
}

export function mercatorX(lng: number): number {
	return (lng + 180) / 360;
}

export function mercatorY(lat: number): number {
	const sine = Math.sin((lat * Math.PI) / 180);
	// As asinh(tan) is, in half the time.
	return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

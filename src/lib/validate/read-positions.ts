import type { Extent } from './extent.ts';
import type { JsonArray, JsonNode, Span } from './json-node.ts';
import type { Tell } from './problem.ts';

/** Positions in a row, which are sound: two numbers or more, finite and in range. */
export interface Line {
	node: JsonArray;
	path: string;
	positions: readonly number[][];
}

/** What is known of one geometry while it is read. */
export interface GeometryReading {
	readonly text: string;
	readonly type: string;
	readonly tell: Tell;
	/** All that the geometry is part of and whose range is asked for. */
	readonly extents: readonly Extent[];
	/** A position is broken, so that nothing further can be said of the geometry or of what holds it. */
	isBroken: boolean;
	/** Numbers in the first position. */
	dimensions: number | null;
	areDimensionsMixed: boolean;
	/** Numbers with more decimals than make sense. */
	precise: { count: number; span: Span; path: string } | null;
}

export const MOST_DECIMALS = 7;
/** A number of no more characters than this has too many decimals only if it is written with an exponent. */
const SHORT = MOST_DECIMALS + 2;

/** What kind of value it is, in words. */
export function kindOf(node: JsonNode): string {
	switch (node.kind) {
		case 'array':
			return 'an array';
		case 'object':
			return 'an object';
		case 'string':
			return 'text';
		case 'number':
			return 'a number';
		case 'boolean':
			return 'true or false';
		case 'null':
			return 'null';
	}
}

/** The items of an array of coordinates, or none where it is no array, which is told. */
export function readItems(node: JsonNode, path: string, reading: GeometryReading): readonly JsonNode[] {
	if (node.kind === 'array') {
		if (node.items.length === 0) reading.tell('coordinates-empty', node, path, {});
		return node.items;
	}
	reading.isBroken = true;
	reading.tell('coordinates-shallow', node, path, { found: kindOf(node), type: reading.type });
	return [];
}

/** The positions of a line, a ring or a MultiPoint; `null` where one of them is broken, which is told. */
export function readLine(node: JsonNode, path: string, reading: GeometryReading): Line | null {
	const positions: number[][] = [];
	let isBroken = node.kind !== 'array';
	for (const [i, item] of readItems(node, path, reading).entries()) {
		const position = readPosition(item, path, i, reading);
		if (position) positions.push(position);
		else isBroken = true;
	}
	return isBroken ? null : { node: node as JsonArray, path, positions };
}

/** One position; `index` is its place in the array at `path`, or `null` where it is all of the coordinates. */
export function readPosition(
	node: JsonNode,
	path: string,
	index: number | null,
	reading: GeometryReading,
): number[] | null {
	const { tell } = reading;
	const here = () => (index === null ? path : `${path}[${index}]`);
	const broken = () => {
		reading.isBroken = true;
		return null;
	};
	if (node.kind !== 'array') {
		tell('coordinates-shallow', node, here(), { found: kindOf(node), type: reading.type });
		return broken();
	}
	const count = node.items.length;
	const position: number[] = [];
	for (let i = 0; i < count; i++) {
		const item = node.items[i]!;
		if (item.kind === 'number') {
			position.push(item.value);
			if (!Number.isFinite(item.value)) broken();
			else if (item.end - item.start > SHORT || hasSmallRest(item.value)) notePrecision(item, here, i, reading);
		} else {
			if (item.kind === 'array') tell('coordinates-deep', item, `${here()}[${i}]`, { type: reading.type });
			else tell('position-kind', item, `${here()}[${i}]`, { found: kindOf(item) });
			broken();
			if (item.kind === 'array') return null;
		}
	}
	if (count < 2) {
		tell('position-short', node, here(), { count });
		return broken();
	}
	if (count > 3) tell('position-long', node, here(), { count });
	if (position.length < count || !position.every(Number.isFinite)) return null;
	if (!isInRange(position, node, here, tell)) return broken();
	reading.dimensions ??= count;
	if (count !== reading.dimensions && !reading.areDimensionsMixed) {
		reading.areDimensionsMixed = true;
		tell('dimensions-mixed', node, here(), { found: count, first: reading.dimensions });
	}
	return position;
}

function isInRange(position: readonly number[], node: JsonNode, here: () => string, tell: Tell): boolean {
	const [lng, lat] = position as [number, number];
	const isLngIn = lng >= -180 && lng <= 180;
	const isLatIn = lat >= -90 && lat <= 90;
	if (!isLngIn) tell('longitude-range', node, here(), { lng });
	const isSwapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
	if (!isLatIn) tell('latitude-range', node, here(), { lng, lat, isSwapped });
	return isLngIn && isLatIn;
}

function hasSmallRest(value: number): boolean {
	const scaled = value * 10 ** MOST_DECIMALS;
	return Math.abs(scaled - Math.round(scaled)) > 0.005;
}

function notePrecision(span: Span, here: () => string, index: number, reading: GeometryReading): void {
	if (decimalsOf(reading.text.slice(span.start, span.end)) <= MOST_DECIMALS) return;
	if (reading.precise) reading.precise.count++;
	else reading.precise = { count: 1, span, path: `${here()}[${index}]` };
}

/** Decimals of a number as written, without zeros at the end. */
export function decimalsOf(number: string): number {
	const [mantissa, exponent] = number.toLowerCase().split('e') as [string, string?];
	const decimals = mantissa.split('.')[1]?.replace(/0+$/, '').length ?? 0;
	const zeros = decimals === 0 ? (/[1-9](0*)\.?0*$/.exec(mantissa)?.[1]?.length ?? 0) : 0;
	return Math.max(0, decimals - Number(exponent ?? 0) - zeros);
}

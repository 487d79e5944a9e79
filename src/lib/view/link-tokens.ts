import type { LinkKind, RouteRole } from '../model/vocabulary.ts';
import type { LinkCertainty } from './link-arcs.ts';

/** What links and routes look like. Map and legend both draw from these tokens, in the ink of the theme: colour stands for sides. */

/** A stroke through points, in CSS pixels around the middle, y down. */
export type Stroke = readonly (readonly [x: number, y: number])[];

/** Dashes and gaps as multiples of the width, drawn with round ends; none for a whole line. */
export const LINK_DASHES: Readonly<Record<LinkCertainty, readonly number[]>> = {
	asserted: [],
	hedged: [3.5, 2.8],
	inferred: [0.01, 2.4],
};

/** The closer the tie that is told, the wider the line. */
export const LINK_WIDTHS: Readonly<Record<LinkKind, number>> = {
	'retaliation-claimed-for': 2.6,
	'response-to': 2.1,
	'intercepted-by': 1.8,
	follows: 1.4,
	'same-salvo': 1.4,
};

export type LinkHead = 'filled' | 'open' | 'bar';

/** What stands at the end that answers. Parts of one salvo answer nothing. */
export const LINK_HEADS: Readonly<Record<LinkKind, LinkHead | null>> = {
	'retaliation-claimed-for': 'filled',
	'response-to': 'filled',
	'intercepted-by': 'bar',
	follows: 'open',
	'same-salvo': null,
};

/** Heads that point up, their tip in the middle. */
export const HEAD_STROKES: Readonly<Record<LinkHead, readonly Stroke[]>> = {
	filled: [
		[
			[0, 0],
			[4.2, 9],
			[0, 7],
			[-4.2, 9],
			[0, 0],
		],
	],
	open: [
		[
			[4.4, 7],
			[0, 0],
			[-4.4, 7],
		],
	],
	bar: [
		[
			[-5, 0.5],
			[5, 0.5],
		],
	],
};

/** Marks of the places of a route. Those of a target stand around its symbol. */
export const ROUTE_MARKS: Readonly<Record<RouteRole, readonly Stroke[]>> = {
	'launched-from': [
		[
			[-6, 6],
			[6, 6],
		],
		[
			[-5, 1],
			[0, -6],
			[5, 1],
		],
		[
			[0, -6],
			[0, 6],
		],
	],
	'intercepted-over': [
		[
			[-5.5, -5.5],
			[5.5, 5.5],
		],
		[
			[-5.5, 5.5],
			[5.5, -5.5],
		],
	],
	'fell-at': [
		[
			[-6, 6],
			[6, 6],
		],
		[
			[-5, -2],
			[0, 4],
			[5, -2],
		],
	],
	hit: [ring(21)],
	'aimed-at': [
		[1, 1],
		[1, -1],
		[-1, -1],
		[-1, 1],
	].map(([x, y]) => [
		[x! * 16, y! * 23],
		[x! * 23, y! * 23],
		[x! * 23, y! * 16],
	]),
};

/** Dashes of the line of a route, in multiples of its width: no link is drawn so. */
export const ROUTE_DASHES: readonly number[] = [5, 2, 1, 2];
export const ROUTE_WIDTH = 1.4;

/** An SVG path of strokes. */
export function strokesPath(strokes: readonly Stroke[]): string {
	return strokes.map((stroke) => `M${stroke.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`).join('');
}

function ring(radius: number): Stroke {
	return Array.from({ length: 49 }, (_, corner) => {
		const angle = (corner / 48) * 2 * Math.PI;
		return [radius * Math.cos(angle), radius * Math.sin(angle)];
	});
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

import type { Attribution, Grading, Kind } from '../model/vocabulary.ts';
import type { SideOrUnnamed } from './view.ts';

/**
 * What an incident looks like. The map's shader and the legend both draw from these tokens: shape = kind, colour =
 * side, ring = attribution, size = killed, fading = age.
 */
export type SymbolTheme = 'light' | 'dark';
export type Point = readonly [x: number, y: number];
/** Closed rings with x to the right and y down, in or little beyond the circle of radius 1; overlaps are holes (even-odd). */
export type Shape = readonly (readonly Point[])[];

const TURN = 2 * Math.PI;

/** Distinct in outline, so that kinds are told apart without colour. Areas are about equal. */
export const KIND_SHAPES: Readonly<Record<Kind, Shape>> = {
	// points down, as what falls
	'air-strike': [regular(3, 1.14, 0.25, -0.14)],
	'drone-attack': [
		[
			[0, -1],
			[0.82, 0],
			[0, 1],
			[-0.82, 0],
		],
	],
	// an arrowhead, notched at its base
	'rocket-missile-attack': [
		[
			[0, -1],
			[0.84, 0.86],
			[0, 0.34],
			[-0.84, 0.86],
		],
	],
	interception: [cross(0.96, 0.27)],
	explosion: [star(8, 1.06, 0.6)],
	'ground-attack': [
		[
			[-0.74, -0.74],
			[0.74, -0.74],
			[0.74, 0.74],
			[-0.74, 0.74],
		],
	],
	killing: [regular(48, 0.9), regular(48, 0.4)],
	// a half disc, flat side down
	protest: [arc(0, 0.46, 1.04, 0.5, 1, 24)],
	other: [regular(48, 0.75)],
};

/**
 * Per theme at least 3:1 against the land, and every pair apart for readers with protanopia, deuteranopia or
 * tritanopia (the tests say by how much).
 */
export const SIDE_COLOURS: Readonly<Record<SymbolTheme, Readonly<Record<SideOrUnnamed, string>>>> = {
	dark: {
		israel: '#4f99ff',
		'us-coalition': '#a5dcf5',
		iran: '#f1533d',
		'iran-aligned': '#f7b23b',
		'palestinian-groups': '#37ce8f',
		iraq: '#efe59a',
		'islamic-state': '#c76dd2',
		civilians: '#ffffff',
		other: '#998873',
		unnamed: '#96a1ad',
	},
	light: {
		israel: '#0569df',
		'us-coalition': '#1997c4',
		iran: '#9b0000',
		'iran-aligned': '#ca790e',
		'palestinian-groups': '#09735a',
		iraq: '#6f6f03',
		'islamic-state': '#8f3da7',
		civilians: '#1c2430',
		other: '#57453f',
		unnamed: '#78818c',
	},
};

/** `casing` parts a symbol from what lies under it; `halo` marks the selected and the hovered one. */
export const SYMBOL_INKS: Readonly<Record<SymbolTheme, { readonly casing: string; readonly halo: string }>> = {
	dark: { casing: '#0b0f14', halo: '#ffffff' },
	light: { casing: '#ffffff', halo: '#11161d' },
};

export interface RingStyle {
	/** Number of equal segments around the symbol; 0 for no ring. */
	readonly segments: number;
	/** Share of each segment that is drawn, the rest being gap. */
	readonly filled: number;
	readonly widthPx: number;
	/** Clockwise from the right, in turns, to the middle of the first segment. */
	readonly phase: number;
}

/** The less sure, the less of the ring is left. */
export const ATTRIBUTION_RINGS: Readonly<Record<Attribution, RingStyle>> = {
	confirmed: { segments: 1, filled: 1, widthPx: 2.2, phase: 0 },
	claimed: { segments: 1, filled: 1, widthPx: 1.2, phase: 0 },
	attributed: { segments: 6, filled: 0.64, widthPx: 1.5, phase: 0.25 },
	suspected: { segments: 12, filled: 0.34, widthPx: 1.5, phase: 0.25 },
	disputed: { segments: 2, filled: 0.62, widthPx: 1.8, phase: 0 },
	denied: { segments: 1, filled: 0.36, widthPx: 1.8, phase: 0.25 },
	unknown: { segments: 0, filled: 0, widthPx: 0, phase: 0 },
};

/** Whose ring an incident wears: its attribution's, but the broken one where claims contradict each other on what happened. */
export function ringOf(attribution: Attribution, grading: Grading): Attribution {
	return grading === 'contested' && attribution !== 'denied' ? 'disputed' : attribution;
}

/** In CSS pixels at scale 1. */
export const SYMBOL_METRICS = {
	casingPx: 1.25,
	/** Opacity of the casing's colour between shape and ring, over whatever the map has there. */
	plateOpacity: 0.55,
	/** From the shape's circle to the middle of the ring. */
	ringGapPx: 3,
	/** From the middle of the ring to the middle of the halo. */
	haloGapPx: 3.6,
	selectedHaloPx: 2,
	hoveredHaloPx: 1.2,
} as const;

/** What is left of opacity and radius at the end of the fading. Still legible. */
export const OLDEST = { opacity: 0.55, radius: 0.74 } as const;

/** What the filters exclude, where a reader wishes to see it: grey, small and without a ring. */
export const DIMMED = { opacity: 0.5, radius: 0.74, grey: '#88919b' } as const;

/** The ring that widens once around an incident as time comes to its first day, in CSS pixels at scale 1. */
export const PULSE = { reachPx: 13, widthPx: 2.6, durationMs: 800 } as const;

const LEAST_RADIUS_PX = 6.75;
const MOST_RADIUS_PX = 17;
const AREA_PER_DEATH_PX = 1.8;

/** Radius of a symbol at scale 1. Its area grows in proportion to the toll, from a base that is seen, up to a bound. */
export function symbolRadiusPx(killed: number): number {
	return Math.min(MOST_RADIUS_PX, Math.sqrt(LEAST_RADIUS_PX ** 2 + AREA_PER_DEATH_PX * Math.max(0, killed)));
}

/**
 * Symbols, and how far those of one place stand apart, are smaller on a map of the world than on one of a town, and
 * smaller where thousands share the map. Some hundred are drawn in full.
 */
export function symbolScale(zoom: number, drawn: number): number {
	const near = Math.min(1.15, Math.max(0.75, 0.75 + (zoom - 2) * 0.08));
	const crowd = Math.max(1, drawn / 600);
	return near * Math.max(0.5, crowd ** -0.17);
}

/** Below this radius a ring would be a blur and is left out; only crowds are drawn so small. */
export const LEAST_RINGED_RADIUS_PX = 3.4;

/** Outermost extent of a symbol at scale 1, halo included. */
export function symbolExtentPx(radiusPx: number): number {
	const { ringGapPx, haloGapPx, selectedHaloPx } = SYMBOL_METRICS;
	return radiusPx + ringGapPx + haloGapPx + selectedHaloPx / 2 + 1.5;
}

/** An SVG path of a kind's shape for a symbol of the given radius around the origin; fill it with `fill-rule: evenodd`. */
export function shapePath(kind: Kind, radius: number): string {
	const at = ([x, y]: Point) => `${round(x * radius)} ${round(y * radius)}`;
	return KIND_SHAPES[kind].map((ring) => `M${ring.map(at).join('L')}Z`).join('');
}

/** An SVG path of the ring of an attribution at the given radius around the origin, to be stroked; empty for no ring. */
export function ringPath(attribution: Attribution, radius: number): string {
	const { segments, filled, phase } = ATTRIBUTION_RINGS[attribution];
	const at = (turns: number) => `${round(Math.cos(turns * TURN) * radius)} ${round(Math.sin(turns * TURN) * radius)}`;
	const half = Math.min(filled, 0.9999) / Math.max(1, segments) / 2;
	return Array.from({ length: segments }, (_, segment) => {
		const middle = phase + segment / segments;
		const sweep = half > 0.25 ? 1 : 0;
		return `M${at(middle - half)}A${radius} ${radius} 0 ${sweep} 1 ${at(middle + half)}`;
	}).join('');
}

function regular(corners: number, radius: number, phase = 0, dy = 0): Point[] {
	return Array.from({ length: corners }, (_, corner) => {
		const turns = phase + corner / corners;
		return [radius * Math.cos(turns * TURN), dy + radius * Math.sin(turns * TURN)];
	});
}

function star(points: number, outer: number, inner: number): Point[] {
	return Array.from({ length: 2 * points }, (_, corner) => {
		const radius = corner % 2 === 0 ? outer : inner;
		const turns = corner / (2 * points) - 0.25;
		return [radius * Math.cos(turns * TURN), radius * Math.sin(turns * TURN)];
	});
}

/** A saltire: an upright cross of half length `arm` and half width `half`, turned by an eighth. */
function cross(arm: number, half: number): Point[] {
	const upright: Point[] = [
		[-half, -arm],
		[half, -arm],
		[half, -half],
		[arm, -half],
		[arm, half],
		[half, half],
		[half, arm],
		[-half, arm],
		[-half, half],
		[-arm, half],
		[-arm, -half],
		[-half, -half],
	];
	const c = Math.SQRT1_2;
	return upright.map(([x, y]) => [(x - y) * c, (x + y) * c]);
}

function arc(x: number, y: number, radius: number, fromTurns: number, toTurns: number, steps: number): Point[] {
	return Array.from({ length: steps + 1 }, (_, step) => {
		const turns = fromTurns + ((toTurns - fromTurns) * step) / steps;
		return [x + radius * Math.cos(turns * TURN), y + radius * Math.sin(turns * TURN)];
	});
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

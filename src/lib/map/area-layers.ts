import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { GeoPrecision } from '../model/vocabulary.ts';
import { SIDE_CODES } from '../view/incident-table.ts';
import { LAYER_COLOURS, PALETTE_SLOTS } from '../view/layer-style.ts';
import { SIDE_COLOURS, SYMBOL_INKS, type SymbolTheme } from '../view/symbol-tokens.ts';

/** What an area is told through MapLibre's feature state, under the incident's id. */
export interface AreaState {
	/** 0 hidden; else the opacity of its fill, see `areaStrength`. */
	readonly fill: number;
	/** 0 hidden, 1 shown. */
	readonly line: number;
	/** 0 if its claims do not contradict each other; else like `line`. */
	readonly contested: number;
	/** 1 hovered, 2 selected. */
	readonly emphasis: number;
}

export const HIDDEN_AREA: AreaState = { fill: 0, line: 0, contested: 0, emphasis: 0 };

const FILL: ExpressionSpecification = ['coalesce', ['feature-state', 'fill'], 0];
const LINE: ExpressionSpecification = ['coalesce', ['feature-state', 'line'], 0];
const CONTESTED: ExpressionSpecification = ['coalesce', ['feature-state', 'contested'], 0];
const EMPHASIS: ExpressionSpecification = ['coalesce', ['feature-state', 'emphasis'], 0];
/** The side, or the one colour of an imported layer. */
const COLOUR: ExpressionSpecification = ['coalesce', ['get', 'colour'], ['get', 'side'], 'unnamed'];
/** Imported lines are no areas. */
const IS_AREA: ExpressionSpecification = ['in', 'Polygon', ['geometry-type']];

/** Broken into long pieces, as the ring of what is disputed is; in widths of the line. */
const CONTESTED_DASHES = [5, 3];

/** Width of the glow that makes the edge of an area soft. */
const SOFT_PX: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 3, 6, 6, 14, 10, 28];

/**
 * Layers of the incidents whose place is coarser than a town: an even tint, hatching and a dashed edge say "somewhere in
 * here", and nothing marks the middle.
 */
export function areaLayers(theme: SymbolTheme): LayerSpecification[] {
	const colours = areaColours(theme);
	const colour = [
		'match',
		COLOUR,
		...[...colours].flat(),
		colours.get('unnamed'),
	] as unknown as ExpressionSpecification;
	return [
		{
			id: 'area-fill',
			type: 'fill',
			source: 'areas',
			filter: IS_AREA,
			paint: { 'fill-color': colour, 'fill-opacity': FILL, 'fill-antialias': false },
		},
		{
			id: 'area-hatch',
			type: 'fill',
			source: 'areas',
			filter: IS_AREA,
			paint: {
				'fill-pattern': ['concat', `${HATCH_PREFIX}${theme}-`, COLOUR],
				// Fainter from close by, where an area fills the map and would bury its detail.
				'fill-opacity': ['interpolate', ['linear'], ['zoom'], 7, ['*', 2.2, FILL], 10, ['*', 1.1, FILL]],
				'fill-antialias': false,
			},
		},
		{
			id: 'area-edge',
			type: 'line',
			source: 'areas',
			layout: { 'line-join': 'round' },
			paint: { 'line-color': colour, 'line-width': SOFT_PX, 'line-blur': SOFT_PX, 'line-opacity': ['*', 1.6, FILL] },
		},
		{
			id: 'area-line',
			type: 'line',
			source: 'areas',
			layout: { 'line-join': 'round' },
			paint: { 'line-color': colour, 'line-width': 1.2, 'line-dasharray': [4, 3], 'line-opacity': ['*', 0.7, LINE] },
		},
		{
			id: 'area-contested',
			type: 'line',
			source: 'areas',
			layout: { 'line-join': 'round' },
			paint: { 'line-color': colour, 'line-width': 3, 'line-dasharray': CONTESTED_DASHES, 'line-opacity': CONTESTED },
		},
		{
			id: 'area-emphasis',
			type: 'line',
			source: 'areas',
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': SYMBOL_INKS[theme].halo,
				'line-width': ['case', ['>', EMPHASIS, 1], 2, 1.2],
				'line-opacity': ['case', ['>', EMPHASIS, 0], 0.85, 0],
			},
		},
	];
}

/** By side, and `layer-1` and so on by the palette of imported layers. */
function areaColours(theme: SymbolTheme): ReadonlyMap<string, string> {
	return new Map([
		...SIDE_CODES.map((side) => [side, SIDE_COLOURS[theme][side]] as const),
		...PALETTE_SLOTS.map((slot) => [`layer-${slot}`, LAYER_COLOURS[theme][slot]] as const),
	]);
}

/** The wider an area, the fainter: what lies somewhere in a country must not outshine what lies in a town. */
const LONE_OPACITY: Readonly<Record<GeoPrecision, number>> = {
	site: 0.14,
	town: 0.14,
	district: 0.14,
	province: 0.1,
	region: 0.06,
	country: 0.045,
};
const MOST_OPACITY = 2.5;

/** Opacity of the fill of each of `count` areas that lie on one another, so that together they hide nothing. */
export function areaStrength(count: number, precision: GeoPrecision): number {
	const together = LONE_OPACITY[precision] * Math.min(MOST_OPACITY, 1 + 0.4 * (count - 1));
	return 1 - (1 - together) ** (1 / count);
}

const HATCH_PREFIX = 'hatch-';
const HATCH_PX = 10;

/** The image behind a hatch name such as `hatch-dark-iran`: diagonal lines that join at its edges. `null` for other names. */
export function hatchImage(name: string): { width: number; height: number; data: Uint8Array } | null {
	const [, theme, colour = ''] = /^hatch-(light|dark)-(.+)$/.exec(name) ?? [];
	const hex = theme && areaColours(theme as SymbolTheme).get(colour);
	if (!hex) return null;
	const size = HATCH_PX * 2; // for a pixel ratio of 2
	const data = new Uint8Array(size * size * 4);
	const rgb = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			const across = Math.abs(((x + y + size / 2) % size) - size / 2) * Math.SQRT1_2;
			data.set([...rgb, Math.round(255 * Math.min(1, Math.max(0, 1.6 - across)))], (y * size + x) * 4);
		}
	}
	return { width: size, height: size, data };
}

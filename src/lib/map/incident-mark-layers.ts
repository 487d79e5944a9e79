import type { Feature, Point } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { SYMBOL_INKS, type SymbolTheme } from '../view/symbol-tokens.ts';
import { LABEL_FONTS } from './basemap-fonts.ts';
import { withOurs } from './layer-order.ts';

/** `room` keeps the basemap's names off a symbol, `badge` counts a stack, the others are titles. */
export interface IncidentMark {
	readonly mark: 'room' | 'badge' | 'label' | 'selected';
	readonly text: string;
	/** Lower goes first where there is no room for all. */
	readonly rank: number;
	/** Of `room`: what it covers, in CSS pixels. */
	readonly size: number;
	/** Of titles: where they may stand beside their symbol, as `standOf` says. */
	readonly stand: string;
}

export type MarkFeature = Feature<Point, IncidentMark>;

const LABEL_PX = 12;
const BADGE_PX = 11;
/** Side of the image that keeps room for a symbol. */
const ROOM_PX = 8;
/** Share of that room that is covered, so that the mark of a town does not fill the hole of a symbol. */
const COVERED = 0.3;

/** Sides of its text by which a title may be at its symbol. */
const ANCHORS = { any: ['left', 'right', 'top', 'bottom'], left: ['left'], right: ['right'] } as const;
/** Offsets grow in steps of half an em, since MapLibre takes no list of them from a feature. */
const MOST_HALF_EMS = 6;

/** How a title stands: held by which of its sides, how many CSS pixels off the middle of its symbol. */
export function standOf(anchor: keyof typeof ANCHORS, reachPx: number): string {
	return `${anchor} ${Math.min(MOST_HALF_EMS, Math.max(1, Math.round((2 * reachPx) / LABEL_PX)))}`;
}

const AWAY: Readonly<Record<string, readonly [number, number]>> = {
	left: [1, 0],
	right: [-1, 0],
	top: [0, 1],
	bottom: [0, -1],
};

function anchorOffsets(anchors: readonly string[], ems: number) {
	return ['literal', anchors.flatMap((anchor) => [anchor, AWAY[anchor]!.map((side) => side * ems)])];
}

const STANDS = [
	'match',
	['get', 'stand'],
	...Object.entries(ANCHORS).flatMap(([name, anchors]) =>
		Array.from({ length: MOST_HALF_EMS }, (_, halfEms) => [
			`${name} ${halfEms + 1}`,
			anchorOffsets(anchors, (halfEms + 1) / 2),
		]).flat(),
	),
	anchorOffsets(ANCHORS.any, 1),
] as unknown as ExpressionSpecification;

const BADGE_PREFIX = 'incident-badge-';
const ROOM_PREFIX = 'incident-room-';

/** A style with the layers for titles, counts and room around the symbols in it, over one small source. */
export function withIncidentMarks(style: StyleSpecification, theme: SymbolTheme): StyleSpecification {
	return {
		...style,
		sources: {
			...style.sources,
			'incident-marks': { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
		},
		layers: withOurs(style.layers, markLayers(theme)),
	};
}

/** Bottom to top. MapLibre gives room to the topmost first, so basemap names but those of capitals yield to these. */
function markLayers(theme: SymbolTheme): LayerSpecification[] {
	const { casing, halo } = SYMBOL_INKS[theme];
	const title = (id: string, mark: IncidentMark['mark'], isForced: boolean): LayerSpecification => ({
		id,
		type: 'symbol',
		source: 'incident-marks',
		filter: ['==', ['get', 'mark'], mark],
		layout: {
			'text-field': ['get', 'text'],
			'text-font': [isForced ? LABEL_FONTS.bold : LABEL_FONTS.medium],
			'text-size': LABEL_PX,
			'text-max-width': 13,
			'text-line-height': 1.15,
			'text-justify': 'auto',
			'text-padding': 3,
			'text-variable-anchor-offset': STANDS,
			'text-overlap': isForced ? 'always' : 'never',
			'symbol-sort-key': ['get', 'rank'],
		},
		paint: { 'text-color': halo, 'text-halo-color': casing, 'text-halo-width': 1.8, 'text-halo-blur': 0.3 },
	});
	return [
		title('incident-labels', 'label', false),
		{
			id: 'incident-room',
			type: 'symbol',
			source: 'incident-marks',
			filter: ['==', ['get', 'mark'], 'room'],
			layout: {
				'icon-image': `${ROOM_PREFIX}${theme}`,
				'icon-size': ['/', ['get', 'size'], ROOM_PX],
				'icon-overlap': 'always',
				'icon-padding': 0,
			},
		},
		{
			id: 'incident-badges',
			type: 'symbol',
			source: 'incident-marks',
			filter: ['==', ['get', 'mark'], 'badge'],
			layout: {
				'text-field': ['get', 'text'],
				'text-font': [LABEL_FONTS.bold],
				'text-size': BADGE_PX,
				'text-offset': [0.95, -0.95],
				'text-padding': 0,
				'icon-image': `${BADGE_PREFIX}${theme}`,
				'icon-text-fit': 'both',
				'icon-text-fit-padding': [0, 3, 1, 3],
				'icon-padding': 0,
				'symbol-sort-key': ['get', 'rank'],
			},
			paint: { 'text-color': casing },
		},
		title('incident-selected-label', 'selected', true),
	];
}

const BADGE_IMAGE_PX = 18;

/** The images that these layers ask for by name; `null` for other names. */
export function markImage(name: string) {
	const [, prefix, theme] = /^(incident-(?:badge|room)-)(light|dark)$/.exec(name) ?? [];
	if (prefix === undefined) return null;
	const inks = SYMBOL_INKS[theme as SymbolTheme];
	if (prefix === ROOM_PREFIX) {
		const size = ROOM_PX * 4;
		const disc = { radius: (COVERED * size) / 2, ink: inks.casing };
		return { image: discs(size, [disc]), options: { pixelRatio: 4 } };
	}
	const size = BADGE_IMAGE_PX * 2; // for a pixel ratio of 2
	const middle: [number, number] = [size / 2 - 1, size / 2 + 1];
	return {
		image: discs(size, [
			{ radius: size / 2 - 0.5, ink: inks.casing },
			{ radius: size / 2 - 3, ink: inks.halo },
		]),
		options: {
			pixelRatio: 2,
			stretchX: [middle],
			content: [8, 4, size - 8, size - 4] as [number, number, number, number],
		},
	};
}

/** An image with discs on one another, each with less radius than the one below it. */
function discs(size: number, stack: readonly { radius: number; ink: string }[]) {
	const data = new Uint8Array(size * size * 4);
	const colours = stack.map(({ ink }) => [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16)));
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			const distance = Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2);
			const coverage = stack.map(({ radius }) => Math.min(1, Math.max(0, radius - distance + 0.5)));
			const colour = [0, 1, 2].map((channel) =>
				colours.reduce(
					(below, ink, at) => (at === 0 ? ink[channel]! : below + (ink[channel]! - below) * coverage[at]!),
					0,
				),
			);
			data.set([...colour, 255 * coverage[0]!], (y * size + x) * 4);
		}
	}
	return { width: size, height: size, data };
}

import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { keysOf, LINK_KINDS, ROUTE_ROLES } from '../model/vocabulary.ts';
import type { LinkCertainty } from '../view/link-arcs.ts';
import { LINK_DASHES, LINK_HEADS, LINK_WIDTHS, ROUTE_DASHES, ROUTE_WIDTH } from '../view/link-tokens.ts';
import { SYMBOL_INKS, type SymbolTheme } from '../view/symbol-tokens.ts';
import { LABEL_FONTS } from './basemap-fonts.ts';
import { headImageName, routeImageName } from './stroke-image.ts';

/** Sources of the arcs and of the routes, empty until there is something to draw. */
export const LINK_SOURCE = 'links';
export const ROUTE_SOURCE = 'routes';
/** The layers over each source, hidden while it is empty: its tiles would be cut out in each frame all the same. */
export const LINE_LAYERS: Readonly<Record<typeof LINK_SOURCE | typeof ROUTE_SOURCE, readonly string[]>> = {
	[LINK_SOURCE]: ['link-casing', 'link-asserted', 'link-hedged', 'link-inferred', 'link-heads'],
	[ROUTE_SOURCE]: ['route-area', 'route-line', 'route-marks'],
};

const WIDTH = [
	'match',
	['get', 'kind'],
	...keysOf(LINK_KINDS).flatMap((kind) => [kind, LINK_WIDTHS[kind]]),
	1,
] as unknown as ExpressionSpecification;
const CASING_PX = 2.4;
const ARC: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
/** As far as a head is drawn back from the point, for the symbol that stands there. */
const MOST_REACH_PX = 60;

/** Arcs between incidents: whole if somebody says so, dashed if said with reserve, dotted if only inferred. */
export function linkLayers(theme: SymbolTheme): LayerSpecification[] {
	const { halo, casing } = SYMBOL_INKS[theme];
	const line = (certainty: LinkCertainty): LayerSpecification => ({
		id: `link-${certainty}`,
		type: 'line',
		source: LINK_SOURCE,
		filter: ['all', ARC, ['==', ['get', 'certainty'], certainty]],
		layout: { visibility: 'none', 'line-cap': certainty === 'hedged' ? 'butt' : 'round', 'line-join': 'round' },
		paint: {
			'line-color': halo,
			'line-opacity': 0.9,
			'line-width': certainty === 'inferred' ? ['*', 1.35, WIDTH] : WIDTH,
			...(LINK_DASHES[certainty].length > 0 ? { 'line-dasharray': [...LINK_DASHES[certainty]] } : {}),
		},
	});
	return [
		{
			id: 'link-casing',
			type: 'line',
			source: LINK_SOURCE,
			filter: ARC,
			layout: { visibility: 'none', 'line-cap': 'round', 'line-join': 'round' },
			paint: { 'line-color': casing, 'line-opacity': 0.65, 'line-width': ['+', CASING_PX, WIDTH] },
		},
		line('asserted'),
		line('hedged'),
		line('inferred'),
		{
			id: 'link-heads',
			type: 'symbol',
			source: LINK_SOURCE,
			filter: ['==', ['geometry-type'], 'Point'],
			layout: {
				visibility: 'none',
				'icon-image': [
					'match',
					['get', 'kind'],
					...keysOf(LINK_KINDS).flatMap((kind) => {
						const head = LINK_HEADS[kind];
						return head === null ? [] : [kind, headImageName(head, theme)];
					}),
					'',
				] as unknown as ExpressionSpecification,
				'icon-rotate': ['get', 'bearing'],
				'icon-rotation-alignment': 'map',
				'icon-offset': [
					'interpolate',
					['linear'],
					['get', 'reach'],
					0,
					['literal', [0, 0]],
					MOST_REACH_PX,
					['literal', [0, MOST_REACH_PX]],
				],
				'icon-overlap': 'always',
				'icon-ignore-placement': true,
				'icon-padding': 0,
			},
		},
	];
}

/** Where something that flew set out, was brought down, was aimed at or struck, as reports say. */
export function routeLayers(theme: SymbolTheme): LayerSpecification[] {
	const { halo, casing } = SYMBOL_INKS[theme];
	const isPlace: FilterSpecification = ['==', ['geometry-type'], 'Point'];
	const isAbove: ExpressionSpecification = ['==', ['get', 'role'], 'hit'];
	return [
		{
			id: 'route-area',
			type: 'line',
			source: ROUTE_SOURCE,
			filter: ['==', ['get', 'shape'], 'area'],
			layout: { visibility: 'none', 'line-join': 'round' },
			paint: {
				'line-color': halo,
				'line-width': ROUTE_WIDTH,
				'line-dasharray': [...ROUTE_DASHES],
				'line-opacity': 0.6,
			},
		},
		{
			id: 'route-line',
			type: 'line',
			source: ROUTE_SOURCE,
			filter: ['==', ['get', 'shape'], 'path'],
			layout: { visibility: 'none', 'line-join': 'round' },
			paint: {
				'line-color': halo,
				'line-width': ROUTE_WIDTH,
				'line-dasharray': [...ROUTE_DASHES],
				'line-opacity': 0.8,
			},
		},
		{
			id: 'route-marks',
			type: 'symbol',
			source: ROUTE_SOURCE,
			filter: isPlace,
			layout: {
				visibility: 'none',
				'icon-image': [
					'match',
					['get', 'role'],
					...keysOf(ROUTE_ROLES).flatMap((role) => [role, routeImageName(role, theme)]),
					'',
				] as unknown as ExpressionSpecification,
				'icon-overlap': 'always',
				'icon-ignore-placement': true,
				'text-field': ['get', 'label'],
				'text-font': [LABEL_FONTS.medium],
				'text-size': 11,
				'text-anchor': ['case', isAbove, 'bottom', 'top'],
				'text-offset': ['case', isAbove, ['literal', [0, -2.1]], ['literal', [0, 2.2]]],
				'text-optional': true,
				'text-overlap': 'never',
			},
			paint: { 'text-color': halo, 'text-halo-color': casing, 'text-halo-width': 1.6 },
		},
	];
}

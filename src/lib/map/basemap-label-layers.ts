import type {
	DataDrivenPropertyValueSpecification,
	ExpressionSpecification,
	SymbolLayerSpecification,
} from 'maplibre-gl';
import { LABEL_FONTS } from './basemap-fonts.ts';
import type { BasemapLayerId } from './basemap-layers.ts';
import type { BasemapPalette, BasemapTheme } from './basemap-palette.ts';

type LabelLayer = SymbolLayerSpecification & { id: BasemapLayerId };
type Size = DataDrivenPropertyValueSpecification<number>;

const IS_CAPITAL: ExpressionSpecification = ['get', 'capital'];
const IS_TERRITORY: ExpressionSpecification = ['get', 'territory'];
const IS_LAKE: ExpressionSpecification = ['==', ['get', 'kind'], 'lake'];
/** Tiles of the last zoom level also hold what shows up only when they are magnified. */
const IS_DUE: ExpressionSpecification = ['<=', ['get', 'from'], ['zoom']];
/** Names stand beside their town mark, on the first of these sides that has room; offsets in ems. */
function beside(ems: number, farther: readonly number[]): SymbolLayerSpecification['layout'] {
	const sides = (order: readonly (keyof typeof SIDES)[]) =>
		[ems, ...farther].flatMap((away) => order.flatMap((side) => [side, SIDES[side].map((part) => part * away)]));
	return {
		'text-variable-anchor-offset': [
			'case',
			['has', 'left'],
			['literal', sides(['right', 'left', 'bottom', 'top'])],
			['literal', sides(['left', 'right', 'bottom', 'top'])],
		] as unknown as ExpressionSpecification,
		'text-justify': 'auto',
		'text-padding': 2,
		'icon-padding': 1,
	};
}

/** By which side a name is held, and which way that moves it. */
const SIDES = { left: [1, 0], right: [-1, 0], bottom: [0, -1], top: [0, 1] } as const;

/** Names of countries move a little where something stands on their middle, those of large ones farther; in ems. */
const ABOUT_THE_MIDDLE: SymbolLayerSpecification['layout'] = {
	'text-variable-anchor-offset': [
		'case',
		['<', ['get', 'rank'], 5],
		['literal', aboutTheMiddle([0.4, 1.2, 2])],
		['literal', aboutTheMiddle([0, 0.5, 1])],
	] as unknown as ExpressionSpecification,
};

function aboutTheMiddle(distances: readonly number[]) {
	return ['center', [0, 0], ...distances.flatMap((away) => ['top', [0, away], 'bottom', [0, -away]])];
}

/** The label layers, least important first. */
export function labelLayers(palette: BasemapPalette, theme: BasemapTheme): LabelLayer[] {
	return [
		{
			id: 'basemap-sea-labels',
			type: 'symbol',
			source: 'basemap',
			'source-layer': 'sea',
			layout: {
				'text-field': ['get', 'name'],
				'text-font': [LABEL_FONTS.regular],
				'text-size': byRank([1.5, 10, 9.5, 9, 9], [5, 16, 12.5, 10.5, 9.5], [8, 20, 17, 14, 12.5]),
				'text-letter-spacing': 0.16,
				'text-line-height': 1.35,
				'text-max-width': 6,
				'text-padding': 6,
			},
			paint: halo(palette.seaLabel, palette.oceanHalo, 1),
		},
		{
			id: 'basemap-natural-labels',
			type: 'symbol',
			source: 'basemap',
			'source-layer': 'natural',
			minzoom: 2,
			filter: IS_DUE,
			layout: {
				'text-field': ['get', 'name'],
				'text-font': [LABEL_FONTS.regular],
				'text-size': [
					'interpolate',
					['linear'],
					['zoom'],
					4,
					['case', IS_LAKE, 10, 10.5],
					8,
					['case', IS_LAKE, 12, 13],
				],
				'text-letter-spacing': ['case', IS_LAKE, 0.08, 0.24],
				'text-line-height': 1.35,
				'text-max-width': ['case', IS_LAKE, 6, 10],
				'text-padding': 4,
			},
			paint: halo(['case', IS_LAKE, palette.waterLabel, palette.naturalLabel], palette.landHalo, 0.9),
		},
		{
			id: 'basemap-province-labels',
			type: 'symbol',
			source: 'basemap',
			'source-layer': 'province',
			minzoom: 5.6,
			filter: IS_DUE,
			layout: {
				'text-field': ['get', 'name'],
				'text-font': [LABEL_FONTS.regular],
				'text-size': ['interpolate', ['linear'], ['zoom'], 5.6, 9, 8, 11.5],
				'text-transform': 'uppercase',
				'text-letter-spacing': 0.14,
				'text-max-width': 7,
				'text-padding': 8,
			},
			paint: halo(palette.provinceLabel, palette.landHalo, 1),
		},
		{
			id: 'basemap-sites',
			type: 'symbol',
			source: 'basemap',
			'source-layer': 'site',
			minzoom: 8,
			filter: IS_DUE,
			layout: {
				'icon-image': ['concat', 'site-', ['get', 'kind']],
				'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.68, 11, 0.95],
				'icon-padding': 0,
				'text-field': ['get', 'name'],
				'text-font': [LABEL_FONTS.regular],
				'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10.5, 12, 11.5],
				'text-variable-anchor': ['top', 'left', 'right', 'bottom'],
				'text-radial-offset': 0.85,
				'text-justify': 'auto',
				'text-max-width': 9,
				'text-optional': true,
				'text-padding': 3,
			},
			paint: {
				'icon-color': palette.site,
				'icon-halo-color': palette.landHalo,
				'icon-halo-width': 1.2,
				...halo(palette.siteLabel, palette.landHalo, 1.1),
			},
		},
		{
			id: 'basemap-city-labels',
			type: 'symbol',
			source: 'basemap',
			'source-layer': 'city',
			minzoom: 3.2,
			filter: ['all', ['!', IS_CAPITAL], IS_DUE],
			layout: {
				...beside(0.55, [1.3]),
				// The mark may lie under the symbol of an incident, which the name goes round.
				'icon-overlap': 'cooperative',
				'icon-image': `city-${theme}`,
				'text-field': ['get', 'name'],
				'text-font': [LABEL_FONTS.regular],
				'text-size': bySize([3, 11.5, 11, 10.5, 10.5], [5, 13, 12, 11.5, 11], [8, 16, 14.5, 13, 12]),
				'text-max-width': 8,
				'symbol-sort-key': ['-', 0, ['get', 'population']],
			},
			paint: halo(palette.cityLabel, palette.landHalo, 1.3),
		},
		{
			id: 'basemap-territory-labels',
			type: 'symbol',
			source: 'basemap',
			'source-layer': 'country',
			minzoom: 3,
			filter: IS_TERRITORY,
			layout: {
				'text-field': ['get', 'name'],
				'text-font': [LABEL_FONTS.regular],
				'text-size': ['interpolate', ['linear'], ['zoom'], 3, 9.5, 7, 12],
				'text-letter-spacing': 0.06,
				'text-max-width': 7,
				'text-padding': 4,
			},
			paint: halo(palette.territoryLabel, palette.landHalo, 1.2),
		},
		{
			id: 'basemap-country-labels',
			type: 'symbol',
			source: 'basemap',
			'source-layer': 'country',
			minzoom: 1.6,
			maxzoom: 9,
			filter: ['!', IS_TERRITORY],
			layout: {
				...ABOUT_THE_MIDDLE,
				'text-field': ['get', 'name'],
				'text-font': [LABEL_FONTS.medium],
				'text-size': byRank([2, 11, 9.5, 9, 9, 9, 9], [4.5, 20, 17, 14.5, 12, 10.5, 10], [7, 30, 26, 22, 18, 15, 13]),
				'text-transform': 'uppercase',
				'text-letter-spacing': [
					'interpolate',
					['linear'],
					['zoom'],
					2,
					0.08,
					5,
					['case', ['<', ['get', 'rank'], 5], 0.16, 0.07],
					6,
					0.16,
				],
				'text-line-height': 1.25,
				'text-max-width': 7,
				'text-padding': 2,
				'symbol-sort-key': ['get', 'rank'],
			},
			paint: halo(palette.countryLabel, palette.landHalo, 1.5),
		},
		{
			id: 'basemap-capital-labels',
			type: 'symbol',
			source: 'basemap',
			'source-layer': 'city',
			minzoom: 3.2,
			filter: ['all', IS_CAPITAL, IS_DUE],
			layout: {
				...beside(0.7, [1.4]),
				// Where an incident's symbol marks the place, the name alone goes round it.
				'icon-optional': true,
				'icon-image': `capital-${theme}`,
				'text-field': ['get', 'name'],
				'text-font': [LABEL_FONTS.bold],
				'text-size': bySize([3, 11, 10.5, 10.5, 10], [5, 13.5, 12.5, 12, 11], [8, 18, 17, 16, 14]),
				'symbol-sort-key': ['-', 0, ['get', 'population']],
			},
			paint: halo(palette.capitalLabel, palette.landHalo, 1.5),
		},
	];
}

function halo(
	color: DataDrivenPropertyValueSpecification<string>,
	haloColor: string,
	width: number,
): SymbolLayerSpecification['paint'] {
	return { 'text-color': color, 'text-halo-color': haloColor, 'text-halo-width': width, 'text-halo-blur': 0.4 };
}

/** A text size for each `rank`, most important first, at each zoom: `[zoom, rank 1, rank 2, ...]`. */
function byRank(...stops: [zoom: number, ...sizes: number[]][]): Size {
	return sizeBy('rank', stops);
}

/** As `byRank`, for the `size` class of towns. */
function bySize(...stops: [zoom: number, ...sizes: number[]][]): Size {
	return sizeBy('size', stops);
}

function sizeBy(property: string, stops: [zoom: number, ...sizes: number[]][]): Size {
	return [
		'interpolate',
		['linear'],
		['zoom'],
		...stops.flatMap(([zoom, ...sizes]) => [
			zoom,
			[
				'match',
				['get', property],
				...sizes.slice(0, -1).flatMap((size, i) => [i + 1, size]),
				sizes.at(-1),
			] as unknown as number,
		]),
	] as unknown as Size;
}

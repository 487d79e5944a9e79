import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { LABEL_FONTS, labelFontFaces } from './basemap-fonts.ts';
import { BASEMAP_PALETTES } from './basemap-palette.ts';
import type { BasemapPalette, BasemapTheme } from './basemap-palette.ts';

const NAME: ExpressionSpecification = ['coalesce', ['get', 'name:en'], ['get', 'name']];
/** Version 4 of the schema says `kind`, version 3 `pmap:kind`. */
const KIND: ExpressionSpecification = ['coalesce', ['get', 'kind'], ['get', 'pmap:kind']];
const POPULATION_RANK: ExpressionSpecification = ['coalesce', ['get', 'population_rank'], 0];

/** The style of a PMTiles archive in the Protomaps schema, in the colours and fonts of our own basemap. */
export function protomapsStyle(
	archiveUrl: string,
	theme: BasemapTheme,
	urls: { fonts: string; sprite: string },
): StyleSpecification {
	const palette = BASEMAP_PALETTES[theme];
	return {
		version: 8,
		name: `Escalation Atlas on Protomaps ${theme}`,
		sources: { basemap: { type: 'vector', url: `pmtiles://${archiveUrl}` } },
		sprite: urls.sprite,
		'font-faces': labelFontFaces(urls.fonts),
		layers: [...ground(palette), ...labels(palette, theme)],
	};
}

function ground(palette: BasemapPalette): LayerSpecification[] {
	const isBoundary = (kind: string): ExpressionSpecification => ['==', KIND, kind];
	const isDisputed: ExpressionSpecification = ['to-boolean', ['get', 'disputed']];
	const road = (id: string, kinds: string[], minzoom: number, width: number): LayerSpecification => ({
		...line(`protomaps-${id}`, 'roads', minzoom),
		filter: ['in', KIND, ['literal', kinds]],
		paint: {
			'line-color': palette.border,
			'line-opacity': 0.45,
			'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], minzoom, width * 0.4, 16, width * 6],
		},
	});
	return [
		{ id: 'protomaps-ocean', type: 'background', paint: { 'background-color': palette.ocean } },
		fill('protomaps-earth', 'earth', palette.land, 1),
		{
			...fill('protomaps-urban', 'landuse', palette.urban, 0.5),
			filter: ['in', KIND, ['literal', ['residential', 'urban_area', 'industrial', 'aerodrome', 'military']]],
		},
		{ ...fill('protomaps-water', 'water', palette.water, 1), filter: ['==', ['geometry-type'], 'Polygon'] },
		{
			...line('protomaps-rivers', 'water', 4),
			filter: ['all', ['==', ['geometry-type'], 'LineString'], ['in', KIND, ['literal', ['river', 'canal']]]],
			paint: { 'line-color': palette.river, 'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 10, 2] },
		},
		{
			...line('protomaps-province-borders', 'boundaries', 4),
			filter: isBoundary('region'),
			paint: { 'line-color': palette.provinceBorder, 'line-width': 1 },
		},
		road('minor-roads', ['minor_road'], 12, 0.8),
		road('major-roads', ['major_road'], 8, 1),
		road('highways', ['highway'], 6, 1.4),
		{ ...fill('protomaps-buildings', 'buildings', palette.urban, 0.6), minzoom: 14 },
		{
			...line('protomaps-borders', 'boundaries', 1),
			filter: ['all', isBoundary('country'), ['!', isDisputed]],
			paint: { 'line-color': palette.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 8, 1.5] },
		},
		{
			...line('protomaps-disputed-borders', 'boundaries', 1),
			filter: ['all', isBoundary('country'), isDisputed],
			paint: {
				'line-color': palette.disputedBorder,
				'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 8, 1.5],
				'line-dasharray': [3, 2.2],
			},
		},
	];
}

function labels(palette: BasemapPalette, theme: BasemapTheme): LayerSpecification[] {
	const place = (
		id: string,
		kind: string,
		zooms: [number, number],
		layout: object,
		color: string,
	): LayerSpecification => ({
		id: `protomaps-${id}`,
		type: 'symbol',
		source: 'basemap',
		'source-layer': 'places',
		minzoom: zooms[0],
		maxzoom: zooms[1],
		filter: ['==', KIND, kind],
		layout: {
			'text-field': NAME,
			'text-font': [LABEL_FONTS.regular],
			'text-max-width': 8,
			'symbol-sort-key': ['-', 0, POPULATION_RANK],
			...layout,
		},
		paint: { 'text-color': color, 'text-halo-color': palette.landHalo, 'text-halo-width': 1.3 },
	});
	const capitals = { 'text-transform': 'uppercase', 'text-letter-spacing': 0.14 };
	return [
		{
			id: 'protomaps-water-labels',
			type: 'symbol',
			source: 'basemap',
			'source-layer': 'water',
			filter: ['==', ['geometry-type'], 'Point'],
			layout: {
				'text-field': NAME,
				'text-font': [LABEL_FONTS.regular],
				'text-size': 12,
				'text-letter-spacing': 0.14,
				'text-max-width': 6,
			},
			paint: { 'text-color': palette.seaLabel, 'text-halo-color': palette.oceanHalo, 'text-halo-width': 1 },
		},
		place('region-labels', 'region', [5.5, 9], { ...capitals, 'text-size': 10 }, palette.provinceLabel),
		place('neighbourhood-labels', 'neighbourhood', [12, 18], { 'text-size': 11 }, palette.cityLabel),
		place(
			'town-labels',
			'locality',
			[3, 16],
			{
				'icon-image': `city-${theme}`,
				'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 9, ['case', ['>=', POPULATION_RANK, 10], 16, 12.5]],
				'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
				'text-radial-offset': 0.55,
				'text-justify': 'auto',
			},
			palette.cityLabel,
		),
		place(
			'country-labels',
			'country',
			[1.5, 9],
			{ ...capitals, 'text-font': [LABEL_FONTS.medium], 'text-size': 13 },
			palette.countryLabel,
		),
	];
}

function fill(id: string, sourceLayer: string, color: string, opacity: number) {
	return {
		id,
		type: 'fill' as const,
		source: 'basemap',
		'source-layer': sourceLayer,
		paint: { 'fill-color': color, 'fill-opacity': opacity },
	};
}

function line(id: string, sourceLayer: string, minzoom: number) {
	return { id, type: 'line' as const, source: 'basemap', 'source-layer': sourceLayer, minzoom };
}

import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { labelFontFaces } from './basemap-fonts.ts';
import { labelLayers } from './basemap-label-layers.ts';
import type { BasemapLayerId } from './basemap-layers.ts';
import { BASEMAP_PALETTES } from './basemap-palette.ts';
import type { BasemapPalette, BasemapTheme } from './basemap-palette.ts';

export type BasemapLanguage = 'en';
/** Absolute URLs: the archives of map and relief, the folder of the font files, and the sprite without its `.json`. */
export interface BasemapUrls {
	tiles: string;
	relief: string;
	fonts: string;
	sprite: string;
}

/** The basemap's MapLibre style. Its tiles are read through the `pmtiles` protocol, its labels drawn from local fonts. */
export function basemapStyle(theme: BasemapTheme, language: BasemapLanguage, urls: BasemapUrls): StyleSpecification {
	const palette = BASEMAP_PALETTES[theme];
	return {
		version: 8,
		name: `Escalation Atlas ${theme} ${language}`,
		sources: {
			basemap: { type: 'vector', url: `pmtiles://${urls.tiles}` },
			relief: { type: 'raster', url: `pmtiles://${urls.relief}`, tileSize: 512 },
		},
		sprite: urls.sprite,
		'font-faces': labelFontFaces(urls.fonts),
		layers: [...groundLayers(palette), ...labelLayers(palette, theme)],
	};
}

function groundLayers(palette: BasemapPalette): (LayerSpecification & { id: BasemapLayerId })[] {
	return [
		{ id: 'basemap-ocean', type: 'background', paint: { 'background-color': palette.ocean } },
		{
			id: 'basemap-land',
			type: 'fill',
			source: 'basemap',
			'source-layer': 'land',
			paint: { 'fill-color': palette.land },
		},
		{
			id: 'basemap-relief',
			type: 'raster',
			source: 'relief',
			paint: {
				'raster-opacity': [
					'interpolate',
					['linear'],
					['zoom'],
					6.5,
					palette.reliefOpacity,
					9,
					palette.reliefOpacity * 0.4,
				],
				'raster-fade-duration': 0,
			},
		},
		{
			id: 'basemap-urban',
			type: 'fill',
			source: 'basemap',
			'source-layer': 'urban',
			minzoom: 4.5,
			paint: {
				'fill-color': palette.urban,
				'fill-opacity': ['interpolate', ['linear'], ['zoom'], 4.5, 0, 5.5, 0.8, 8, 0.7, 10, 0.4],
			},
		},
		{
			id: 'basemap-province-borders',
			type: 'line',
			source: 'basemap',
			'source-layer': 'province-border',
			minzoom: 4,
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': palette.provinceBorder,
				'line-width': ['interpolate', ['linear'], ['zoom'], 4, 0.5, 7, 1, 10, 1.4],
				'line-opacity': ['interpolate', ['linear'], ['zoom'], 4, 0, 4.8, 1],
			},
		},
		{
			id: 'basemap-dry-rivers',
			type: 'line',
			source: 'basemap',
			'source-layer': 'river',
			filter: ['get', 'dry'],
			minzoom: 6,
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': palette.river,
				'line-width': riverWidth(0.75),
				'line-opacity': 0.7,
				'line-dasharray': [4, 2.5],
			},
		},
		{
			id: 'basemap-rivers',
			type: 'line',
			source: 'basemap',
			'source-layer': 'river',
			filter: ['!', ['get', 'dry']],
			minzoom: 2.5,
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: {
				'line-color': palette.river,
				'line-width': riverWidth(1),
				'line-opacity': ['interpolate', ['linear'], ['zoom'], 2.5, 0, 3.5, 0.8, 5, 1],
			},
		},
		{
			id: 'basemap-water',
			type: 'fill',
			source: 'basemap',
			'source-layer': 'water',
			paint: { 'fill-color': waterColour(palette, palette.water) },
		},
		{
			id: 'basemap-water-edge',
			type: 'line',
			source: 'basemap',
			'source-layer': 'water',
			layout: { 'line-join': 'round' },
			paint: {
				// The two banks of a wide river lie closer than this is wide until they are far enough apart to be filled.
				'line-color': waterColour(palette, palette.waterEdge),
				'line-width': [
					'interpolate',
					['linear'],
					['zoom'],
					3,
					['case', ['get', 'river'], 0.9, 0.4],
					7,
					['case', ['get', 'river'], 1.4, 0.8],
					9,
					['case', ['get', 'river'], 1, 1],
				],
			},
		},
		{
			id: 'basemap-coast',
			type: 'line',
			source: 'basemap',
			'source-layer': 'land',
			paint: {
				'line-color': palette.coast,
				'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.4, 6, 0.8, 9, 1.2],
			},
		},
		{
			id: 'basemap-runways',
			type: 'line',
			source: 'basemap',
			'source-layer': 'runway',
			minzoom: 8,
			paint: {
				'line-color': palette.site,
				'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 8, 1, 12, 4],
				'line-opacity': ['interpolate', ['linear'], ['zoom'], 8, 0, 8.6, 0.75],
			},
		},
		{
			id: 'basemap-border-halo',
			type: 'line',
			source: 'basemap',
			'source-layer': 'border',
			minzoom: 3,
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': palette.borderHalo,
				'line-width': ['interpolate', ['linear'], ['zoom'], 3, 2, 5, 4, 9, 8],
			},
		},
		{
			id: 'basemap-borders',
			type: 'line',
			source: 'basemap',
			'source-layer': 'border',
			filter: ['!', ['get', 'disputed']],
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: {
				'line-color': palette.border,
				'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.4, 4, 0.8, 7, 1.3, 10, 1.8],
			},
		},
		{
			id: 'basemap-disputed-borders',
			type: 'line',
			source: 'basemap',
			'source-layer': 'border',
			filter: ['get', 'disputed'],
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': palette.disputedBorder,
				'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 4, 0.9, 7, 1.3, 10, 1.8],
				'line-dasharray': [3, 2.2],
			},
		},
	];
}

/** Wide rivers look like narrow ones from afar and are calmer where they are broad; lakes are of one colour. */
function waterColour(palette: BasemapPalette, lake: string): ExpressionSpecification {
	return [
		'interpolate',
		['linear'],
		['zoom'],
		8,
		['case', ['get', 'river'], palette.river, lake],
		10,
		['case', ['get', 'river'], palette.wideRiver, lake],
	];
}

/** Wider for greater rivers, which come in ranks 1 to 4. */
function riverWidth(share: number): ExpressionSpecification {
	const widths = (...ranks: number[]): ExpressionSpecification => [
		'match',
		['get', 'rank'],
		1,
		(ranks[0] ?? 1) * share,
		2,
		(ranks[1] ?? 1) * share,
		3,
		(ranks[2] ?? 1) * share,
		(ranks[3] ?? 1) * share,
	];
	return [
		'interpolate',
		['linear'],
		['zoom'],
		3,
		widths(0.6, 0.4, 0.3, 0.2),
		5,
		widths(1.1, 0.7, 0.5, 0.4),
		7,
		widths(2, 1.3, 0.9, 0.6),
		10,
		widths(3.4, 2.2, 1.6, 1.1),
	];
}

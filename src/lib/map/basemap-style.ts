import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { labelFontFaces } from './basemap-fonts.ts';
import { labelLayers } from './basemap-label-layers.ts';
import type { BasemapLayerId } from './basemap-layers.ts';
import { BASEMAP_PALETTES } from './basemap-palette.ts';
import type { BasemapPalette, BasemapTheme } from './basemap-palette.ts';

export type BasemapLanguage = 'en';
/** Absolute URLs: the archive, the folder of the font files, and the sprite without its `.json`. */
export interface BasemapUrls {
	tiles: string;
	fonts: string;
	sprite: string;
}

/** Who made the basemap's data, to be named on the map. */
export const BASEMAP_CREDITS: readonly { name: string; licence: string; url: string }[] = [
	{ name: 'Natural Earth', licence: 'public domain', url: 'https://www.naturalearthdata.com/' },
	{ name: 'GeoNames', licence: 'CC BY 4.0', url: 'https://www.geonames.org/' },
];

/** The basemap's MapLibre style. Its tiles are read through the `pmtiles` protocol, its labels drawn from local fonts. */
export function basemapStyle(theme: BasemapTheme, language: BasemapLanguage, urls: BasemapUrls): StyleSpecification {
	const palette = BASEMAP_PALETTES[theme];
	return {
		version: 8,
		name: `Escalation Atlas ${theme} ${language}`,
		sources: { basemap: { type: 'vector', url: `pmtiles://${urls.tiles}` } },
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

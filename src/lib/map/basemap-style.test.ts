import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { BASEMAP_LAYERS, FIRST_LABEL_LAYER } from './basemap-layers.ts';
import { BASEMAP_PALETTES } from './basemap-palette.ts';
import { basemapStyle } from './basemap-style.ts';

const URLS = {
	tiles: 'https://example.org/a/basemap/atlas.pmtiles',
	relief: 'https://example.org/a/basemap/relief.pmtiles',
	fonts: 'https://example.org/a/fonts',
	sprite: 'https://example.org/a/basemap/sprite',
};

test.each(['light', 'dark'] as const)('the %s style has the listed layers in the listed order', (theme) => {
	expect(basemapStyle(theme, 'en', URLS).layers.map(({ id }) => id)).toEqual([...BASEMAP_LAYERS]);
});

test('labels start at the layer that overlays go before', () => {
	const { layers } = basemapStyle('light', 'en', URLS);
	const first = layers.findIndex(({ id }) => id === FIRST_LABEL_LAYER);
	expect(layers.map(({ type }) => type === 'symbol')).toEqual(layers.map((_, i) => i >= first));
});

test('capitals are placed before countries, whose names can move, then towns, then provinces', () => {
	const order = [
		'basemap-province-labels',
		'basemap-city-labels',
		'basemap-country-labels',
		'basemap-capital-labels',
	] as const;
	const places = order.map((id) => BASEMAP_LAYERS.indexOf(id));
	expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('nothing is fetched from elsewhere: no glyph server, all URLs below the given ones', () => {
	const style = basemapStyle('dark', 'en', URLS);
	expect(style.glyphs).toBeUndefined();
	const urls = JSON.stringify(style).match(/https?:[^"]*/g) ?? [];
	expect(urls.filter((url) => !url.startsWith('https://example.org/a/'))).toEqual([]);
});

test('every label font is a declared font face', () => {
	const style = basemapStyle('light', 'en', URLS);
	const used = style.layers.flatMap((layer) => (layer.type === 'symbol' ? (layer.layout?.['text-font'] ?? []) : []));
	expect(Object.keys(style['font-faces'] ?? {})).toEqual(expect.arrayContaining([...new Set(used)]));
});

test('both themes paint the same things', () => {
	expect(Object.keys(BASEMAP_PALETTES.dark)).toEqual(Object.keys(BASEMAP_PALETTES.light));
});

test.each(['light', 'dark'] as const)('the %s style follows the style specification', (theme) => {
	expect(validateStyleMin(basemapStyle(theme, 'en', URLS))).toEqual([]);
	const broken = { ...basemapStyle(theme, 'en', URLS), version: 7 } as never;
	expect(validateStyleMin(broken)).not.toEqual([]);
});

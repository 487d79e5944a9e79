import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { atlasStyle } from './atlas-style.ts';
import { belowLabels, loadUserBasemap, userBasemapStyle } from './user-basemap.ts';

const BASE = 'https://example.org/atlas/';
const URLS = { fonts: `${BASE}fonts`, sprite: `${BASE}basemap/sprite` };
const STYLE = {
	version: 8,
	sources: { own: { type: 'vector', tiles: [`${BASE}own/{z}/{x}/{y}`] } },
	layers: [
		{ id: 'ground', type: 'background' },
		{ id: 'names', type: 'symbol', source: 'own', 'source-layer': 'names' },
	],
};
const never = () => Promise.reject(new Error('fetched'));

test.each([null, '', '  '])('no address (%j) is our own basemap', async (address) => {
	expect(await loadUserBasemap(address, BASE, never)).toBeNull();
});

test.each([
	['maps/world.pmtiles', `${BASE}maps/world.pmtiles`],
	['/world.pmtiles?v=2', 'https://example.org/world.pmtiles?v=2'],
	['pmtiles://https://tiles.example.net/w.pmtiles', 'https://tiles.example.net/w.pmtiles'],
])('%s is an archive', async (address, url) => {
	expect(await loadUserBasemap(address, BASE, never)).toEqual({ kind: 'protomaps', url });
});

test('any other address is a style, used as it is', async () => {
	const asked: string[] = [];
	const basemap = await loadUserBasemap('own/style.json', BASE, (url) => {
		asked.push(url);
		return Promise.resolve(STYLE);
	});
	expect(asked).toEqual([`${BASE}own/style.json`]);
	expect(basemap && userBasemapStyle(basemap, 'dark', URLS)).toEqual(STYLE);
});

test.each([null, [], 'style', { version: 7, sources: {}, layers: [] }, { version: 8, sources: {}, layers: {} }])(
	'%j is refused as a style, with its address',
	async (style) => {
		const loading = loadUserBasemap('style.json', BASE, () => Promise.resolve(style));
		await expect(loading).rejects.toThrow(`${BASE}style.json`);
	},
);

test.each(['light', 'dark'] as const)(
	'the %s style of an archive is valid and asks nobody but us and the archive',
	(theme) => {
		const style = userBasemapStyle({ kind: 'protomaps', url: 'https://tiles.example.net/w.pmtiles' }, theme, URLS);
		expect(validateStyleMin(style)).toEqual([]);
		const urls = JSON.stringify(style).match(/https?:[^"]*/g) ?? [];
		expect(new Set(urls.map((url) => new URL(url).origin))).toEqual(
			new Set(['https://example.org', 'https://tiles.example.net']),
		);
	},
);

test('our layers go above the ground and below the labels', () => {
	const layers = [
		{ id: 'a', type: 'fill' },
		{ id: 'b', type: 'symbol' },
		{ id: 'c', type: 'line' },
	];
	expect(belowLabels(layers, [{ id: 'ours', type: 'fill' }]).map(({ id }) => id)).toEqual(['a', 'ours', 'b', 'c']);
	expect(belowLabels(layers.slice(0, 1), [{ id: 'ours', type: 'fill' }]).map(({ id }) => id)).toEqual(['a', 'ours']);
});

test('the map’s style takes a reader’s basemap with our areas in it', async () => {
	const basemap = await loadUserBasemap('style.json', BASE, () => Promise.resolve(STYLE));
	const look = { theme: 'light', language: 'en', projection: 'mercator', assets: BASE, basemap } as const;
	const { layers, sources } = atlasStyle(look, { type: 'FeatureCollection', features: [] });
	const ids = layers.map(({ id }) => id);
	expect(ids[0]).toBe('ground');
	expect(ids.at(-1)).toBe('names');
	expect(ids).toContain('area-fill');
	expect(Object.keys(sources)).toEqual(['own', 'areas', 'uncertainty', 'links', 'routes']);
});

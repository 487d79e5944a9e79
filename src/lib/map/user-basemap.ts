import type { StyleSpecification } from 'maplibre-gl';
import type { BasemapTheme } from './basemap-palette.ts';
import { protomapsStyle } from './protomaps-style.ts';

/** A basemap of the reader's own: an archive in the Protomaps schema, drawn in our colours, or a style as it is. */
export type UserBasemap = { kind: 'protomaps'; url: string } | { kind: 'style'; style: StyleSpecification };

/**
 * Makes a basemap of an address: one that ends in `.pmtiles` is an archive, any other a style, which is fetched.
 * Addresses may be relative to `base`. Empty is `null`, our own basemap.
 */
export async function loadUserBasemap(
	address: string | null,
	base: string,
	fetchJson: (url: string) => Promise<unknown> = getJson,
): Promise<UserBasemap | null> {
	if (address === null || address.trim() === '') return null;
	const url = new URL(address.trim().replace(/^pmtiles:\/\//, ''), base);
	if (url.pathname.endsWith('.pmtiles')) return { kind: 'protomaps', url: url.href };
	const style = await fetchJson(url.href);
	if (!isStyle(style)) throw new Error(`Not a MapLibre style of version 8: ${url.href}`);
	return { kind: 'style', style };
}

/** The style of a reader's basemap; `fontsUrl` and `spriteUrl` are those of our own. */
export function userBasemapStyle(
	basemap: UserBasemap,
	theme: BasemapTheme,
	urls: { fonts: string; sprite: string },
): StyleSpecification {
	return basemap.kind === 'style' ? basemap.style : protomapsStyle(basemap.url, theme, urls);
}

/** Puts layers of ours above the reader's ground and below their labels. */
export function belowLabels<Layer extends { id: string; type: string }>(
	ground: readonly Layer[],
	ours: readonly Layer[],
): Layer[] {
	const firstLabel = ground.findIndex(({ type }) => type === 'symbol');
	const at = firstLabel < 0 ? ground.length : firstLabel;
	return [...ground.slice(0, at), ...ours, ...ground.slice(at)];
}

async function getJson(url: string): Promise<unknown> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`The basemap could not be read: ${response.status} for ${url}`);
	return response.json();
}

function isStyle(value: unknown): value is StyleSpecification {
	if (typeof value !== 'object' || value === null) return false;
	const { version, sources, layers } = value as Record<string, unknown>;
	return version === 8 && typeof sources === 'object' && sources !== null && Array.isArray(layers);
}

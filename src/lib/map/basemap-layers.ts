/** Every layer of the basemap, bottom to top. Labels placed last win where two collide. */
export const BASEMAP_LAYERS = [
	'basemap-ocean',
	'basemap-land',
	'basemap-relief',
	'basemap-urban',
	'basemap-province-borders',
	'basemap-dry-rivers',
	'basemap-rivers',
	'basemap-water',
	'basemap-water-edge',
	'basemap-coast',
	'basemap-runways',
	'basemap-border-halo',
	'basemap-borders',
	'basemap-disputed-borders',
	'basemap-sea-labels',
	'basemap-natural-labels',
	'basemap-province-labels',
	'basemap-sites',
	'basemap-city-labels',
	'basemap-territory-labels',
	'basemap-country-labels',
	'basemap-capital-labels',
] as const;

export type BasemapLayerId = (typeof BASEMAP_LAYERS)[number];

/** Overlays go before this layer: above the borders and below all labels. */
export const FIRST_LABEL_LAYER: BasemapLayerId = 'basemap-sea-labels';

import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { SymbolTheme } from '../view/symbol-tokens.ts';
import type { View } from '../view/view.ts';
import { areaLayers } from './area-layers.ts';
import { basemapStyle } from './basemap-style.ts';
import { inLayerOrder } from './layer-order.ts';

export interface AtlasLook {
	readonly theme: SymbolTheme;
	readonly language: View['language'];
	readonly projection: 'mercator' | 'globe';
	/** Absolute URL of the folder that holds `basemap/` and `fonts/`, ending in a slash. */
	readonly assets: string;
}

/** The map's whole style but for the incident layer: the basemap with the areas below its labels. */
export function atlasStyle(look: AtlasLook, areas: FeatureCollection): StyleSpecification {
	const basemap = basemapStyle(look.theme, look.language, {
		tiles: `${look.assets}basemap/atlas.pmtiles`,
		fonts: `${look.assets}fonts`,
		sprite: `${look.assets}basemap/sprite`,
	});
	const layers: LayerSpecification[] = [...basemap.layers, ...areaLayers(look.theme)];
	return {
		...basemap,
		projection: { type: look.projection },
		sources: { ...basemap.sources, areas: { type: 'geojson', data: areas, promoteId: 'incident' } },
		layers: inLayerOrder(layers),
	};
}

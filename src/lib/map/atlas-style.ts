import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { LayerStyle } from '../view/layer-style.ts';
import type { SymbolTheme } from '../view/symbol-tokens.ts';
import type { View } from '../view/view.ts';
import { areaLayers } from './area-layers.ts';
import { labelFontFaces } from './basemap-fonts.ts';
import { basemapStyle } from './basemap-style.ts';
import { inLayerOrder } from './layer-order.ts';
import { LINK_SOURCE, linkLayers, ROUTE_SOURCE, routeLayers } from './link-layers.ts';
import { UNCERTAINTY_SOURCE, uncertaintyLayers } from './uncertainty-discs.ts';
import { belowLabels, userBasemapStyle, type UserBasemap } from './user-basemap.ts';

export interface AtlasLook {
	readonly theme: SymbolTheme;
	readonly language: View['language'];
	readonly projection: 'mercator' | 'globe';
	/** Absolute URL of the folder that holds `basemap/` and `fonts/`, ending in a slash. */
	readonly assets: string;
	/** For each layer of the table how its symbols are coloured; by side where nothing is said. */
	readonly layers?: readonly LayerStyle[];
	/** The reader's own basemap in place of ours. */
	readonly basemap?: UserBasemap | null;
}

/** The map's whole style but for the incident layer: the basemap with areas and discs of uncertainty below its labels. */
export function atlasStyle(look: AtlasLook, areas: FeatureCollection): StyleSpecification {
	const fonts = `${look.assets}fonts`;
	const sprite = `${look.assets}basemap/sprite`;
	const ofAreas = areaLayers(look.theme);
	const ours = [
		...(areas.features.length > 0 ? ofAreas : ofAreas.map(hidden)),
		...uncertaintyLayers(look.theme),
		...routeLayers(look.theme),
		...linkLayers(look.theme),
	];
	const empty: SourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
	const sources: StyleSpecification['sources'] = {
		areas: { type: 'geojson', data: areas, promoteId: 'incident' },
		[UNCERTAINTY_SOURCE]: empty,
		[LINK_SOURCE]: empty,
		[ROUTE_SOURCE]: empty,
	};
	const projection = { type: look.projection };
	if (look.basemap) {
		const style = userBasemapStyle(look.basemap, look.theme, { fonts, sprite });
		return {
			...style,
			projection,
			'font-faces': { ...labelFontFaces(fonts), ...style['font-faces'] },
			sources: { ...style.sources, ...sources },
			layers: belowLabels(style.layers, inLayerOrder(ours)),
		};
	}
	const style = basemapStyle(look.theme, look.language, {
		tiles: `${look.assets}basemap/atlas.pmtiles`,
		relief: `${look.assets}basemap/relief.pmtiles`,
		fonts,
		sprite,
	});
	const layers = inLayerOrder<LayerSpecification>([...style.layers, ...ours]);
	return { ...style, projection, sources: { ...style.sources, ...sources }, layers };
}

/** A source has its tiles cut out in each frame that shows a layer of it, even if nothing is in them. */
function hidden(layer: LayerSpecification): LayerSpecification {
	return { ...layer, layout: { ...layer.layout, visibility: 'none' } } as LayerSpecification;
}

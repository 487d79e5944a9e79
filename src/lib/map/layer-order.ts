import { BASEMAP_LAYERS, type BasemapLayerId, FIRST_LABEL_LAYER } from './basemap-layers.ts';

const labelsFrom = BASEMAP_LAYERS.indexOf(FIRST_LABEL_LAYER);
/** Titles of incidents go round these names: without them a reader would not know where the incidents are. */
const BEFORE_TITLES: readonly BasemapLayerId[] = ['basemap-country-labels', 'basemap-capital-labels'];

/** Every layer of the map, bottom to top. A layer that is not in this list cannot be added. */
export const LAYER_ORDER = [
	...BASEMAP_LAYERS.slice(0, labelsFrom),
	'area-fill',
	'area-hatch',
	'area-edge',
	'area-line',
	'area-contested',
	'area-emphasis',
	'uncertainty-fill',
	'uncertainty-line',
	'route-area',
	'route-line',
	'link-casing',
	'link-asserted',
	'link-hedged',
	'link-inferred',
	'link-heads',
	'route-marks',
	...BASEMAP_LAYERS.slice(labelsFrom).filter((id) => !BEFORE_TITLES.includes(id)),
	'incident-labels',
	...BEFORE_TITLES,
	'incident-room',
	'incidents',
	'incident-badges',
	'incident-selected-label',
] as const;

/** Place of a layer in the order. Throws for an id that is not listed. */
function layerPlace(id: string): number {
	const place = (LAYER_ORDER as readonly string[]).indexOf(id);
	if (place < 0) throw new Error(`Layer ${id} is not in LAYER_ORDER`);
	return place;
}

/** Layers in the order of the list. */
export function inLayerOrder<Layer extends { id: string }>(layers: readonly Layer[]): Layer[] {
	return layers
		.map((layer) => ({ layer, place: layerPlace(layer.id) }))
		.sort((a, b) => a.place - b.place)
		.map(({ layer }) => layer);
}

/** The layers of a style with ours among them: where the list has them if the style is our own, else on top. */
export function withOurs<Layer extends { id: string }>(style: readonly Layer[], ours: readonly Layer[]): Layer[] {
	const all = [...style, ...ours];
	return all.every(({ id }) => (LAYER_ORDER as readonly string[]).includes(id)) ? inLayerOrder(all) : all;
}

/** Adds a layer to a map where the list has it: below the next listed layer that the map has. */
export function addInLayerOrder<Layer extends { id: string }>(
	map: { getLayer(id: string): unknown; addLayer(layer: Layer, beforeId?: string): unknown },
	layer: Layer,
): void {
	const above = LAYER_ORDER.slice(layerPlace(layer.id) + 1).find((id) => map.getLayer(id));
	map.addLayer(layer, above);
}

/**
 * Puts incidents below the basemap's names, which stay legible over hexagons, or above them, as symbols are. On a
 * reader's own basemap the names begin at its first layer of symbols.
 */
export function putIncidents(
	map: {
		getLayer(id: string): { readonly type: string } | undefined;
		getLayersOrder(): string[];
		moveLayer(id: string, beforeId: string): unknown;
	},
	isBelowNames: boolean,
): void {
	const order = map.getLayersOrder();
	const above = isBelowNames ? order.find((id) => map.getLayer(id)?.type === 'symbol') : 'incident-badges';
	if (above === undefined || !order.includes('incidents') || !order.includes(above)) return;
	if (order[order.indexOf('incidents') + 1] !== above) map.moveLayer('incidents', above);
}

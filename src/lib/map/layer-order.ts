import { BASEMAP_LAYERS, FIRST_LABEL_LAYER } from './basemap-layers.ts';

const labelsFrom = BASEMAP_LAYERS.indexOf(FIRST_LABEL_LAYER);

/** Every layer of the map, bottom to top. A layer that is not in this list cannot be added. */
export const LAYER_ORDER = [
	...BASEMAP_LAYERS.slice(0, labelsFrom),
	'area-fill',
	'area-hatch',
	'area-edge',
	'area-line',
	'area-emphasis',
	...BASEMAP_LAYERS.slice(labelsFrom),
	'incident-labels',
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

/** Adds a layer to a map where the list has it: below the next listed layer that the map has. */
export function addInLayerOrder<Layer extends { id: string }>(
	map: { getLayer(id: string): unknown; addLayer(layer: Layer, beforeId?: string): unknown },
	layer: Layer,
): void {
	const above = LAYER_ORDER.slice(layerPlace(layer.id) + 1).find((id) => map.getLayer(id));
	map.addLayer(layer, above);
}

/** Puts incidents below the basemap's names, which stay legible over hexagons, or above them, as symbols are. */
export function putIncidents(
	map: { getLayer(id: string): unknown; getLayersOrder(): string[]; moveLayer(id: string, beforeId: string): unknown },
	isBelowNames: boolean,
): void {
	const above = isBelowNames ? FIRST_LABEL_LAYER : 'incident-badges';
	if (!map.getLayer('incidents') || !map.getLayer(above)) return;
	const order = map.getLayersOrder();
	if (order[order.indexOf('incidents') + 1] !== above) map.moveLayer('incidents', above);
}

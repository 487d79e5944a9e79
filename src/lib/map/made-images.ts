import type { Map as MaplibreMap } from 'maplibre-gl';
import { hatchImage } from './area-layers.ts';
import { markImage } from './incident-mark-layers.ts';
import { strokeImage } from './stroke-image.ts';

/** Makes an image that our layers ask for by name and no sprite holds, and adds it to the map. */
export function addMadeImage(map: MaplibreMap, name: string): void {
	if (map.hasImage(name)) return;
	const hatch = hatchImage(name);
	if (hatch) map.addImage(name, hatch, { pixelRatio: 2 });
	const mark = markImage(name) ?? strokeImage(name);
	if (mark) map.addImage(name, mark.image, mark.options);
}

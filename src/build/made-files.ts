import { dictionary } from './dictionary.ts';
import { layerText } from './layer-text.ts';
import { buildLayers } from './layers.ts';
import type { FeatureAtlas } from './record-features.ts';

/** Every file the pipeline makes, path below the root to text: the layers and the data dictionary. */
export function madeFiles(atlas: FeatureAtlas): Map<string, string> {
	return new Map([
		...buildLayers(atlas).map((layer) => [layer.file, layerText(layer)] as const),
		['geodata/README.md', dictionary()] as const,
	]);
}

import type { Layer } from './layers.ts';

const LICENCE = 'CC BY 4.0';

/** The bytes of a layer: foreign members first, then one feature per line, and a line feed at the end. */
export function layerText({ file, description, features }: Layer): string {
	const name = file.slice(file.lastIndexOf('/') + 1).replace('.geojson', '');
	const head = JSON.stringify({ type: 'FeatureCollection', name, licence: LICENCE, description }).slice(0, -1);
	const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
	return `${head},"features":[\n${lines}${lines === '' ? '' : '\n'}]}\n`;
}

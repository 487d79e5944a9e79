import { layerText, pageAtlas } from '../../../build/pages/page-atlas.ts';

export const prerender = true;

const LAYERS = ['aggregates', 'areas', 'incidents', 'links', 'places', 'routes', 'statements'];

export const entries = () => LAYERS.map((layer) => ({ layer }));

/** A layer at an address that stays, whatever the map itself loads. */
export function GET({ params }) {
	const type = { 'content-type': 'application/geo+json' };
	return new Response(layerText(pageAtlas().root, params.layer), { headers: type });
}

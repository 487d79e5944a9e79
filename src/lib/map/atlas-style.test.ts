import type { FeatureCollection } from 'geojson';
import { expect, test } from 'vitest';
import { atlasStyle } from './atlas-style.ts';

const look = { theme: 'dark', language: 'en', projection: 'mercator', assets: 'https://atlas.example/' } as const;
const area = {
	type: 'Feature',
	geometry: { type: 'Polygon', coordinates: [] },
	properties: { incident: 'a' },
} as const;

test('layers of areas take part in a frame only where the data has areas', () => {
	const visibilities = (features: FeatureCollection['features']) =>
		atlasStyle(look, { type: 'FeatureCollection', features })
			.layers.filter(({ id }) => id.startsWith('area-'))
			.map(({ layout }) => layout?.visibility ?? 'visible');
	expect(new Set(visibilities([]))).toEqual(new Set(['none']));
	expect(new Set(visibilities([area as never]))).toEqual(new Set(['visible']));
});

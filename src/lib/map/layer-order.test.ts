import { expect, test } from 'vitest';
import { atlasStyle } from './atlas-style.ts';
import { withIncidentMarks } from './incident-mark-layers.ts';
import { addInLayerOrder, inLayerOrder, LAYER_ORDER, putIncidents } from './layer-order.ts';

const look = { language: 'en', projection: 'mercator', assets: 'https://example.org/atlas/' } as const;

test('a layer that is not listed cannot be added', () => {
	expect(() => inLayerOrder([{ id: 'stray' }])).toThrow('stray');
});

test('no layer is listed twice', () => {
	expect(new Set(LAYER_ORDER).size).toBe(LAYER_ORDER.length);
});

test('a layer goes below the next listed one that is there', () => {
	const added: unknown[] = [];
	const map = { getLayer: (id: string) => id === 'incidents', addLayer: (...call: unknown[]) => added.push(call) };
	addInLayerOrder(map, { id: 'area-line' });
	addInLayerOrder(map, { id: 'incidents' });
	expect(added).toEqual([
		[{ id: 'area-line' }, 'incidents'],
		[{ id: 'incidents' }, undefined],
	]);
});

test.each(['light', 'dark'] as const)('the %s style holds every listed layer but the incidents, in order', (theme) => {
	const style = withIncidentMarks(atlasStyle({ ...look, theme }, { type: 'FeatureCollection', features: [] }), theme);
	expect(style.layers.map((layer) => layer.id)).toEqual(LAYER_ORDER.filter((id) => id !== 'incidents'));
	expect(JSON.stringify(style.sources)).toContain('https://example.org/atlas/basemap/atlas.pmtiles');
});

test('hexagons go below the names, symbols back above them, and nothing moves that is in place', () => {
	let order = ['basemap-land', 'basemap-sea-labels', 'incidents', 'incident-badges'];
	let moves = 0;
	const map = {
		getLayer: (id: string) => order.includes(id),
		getLayersOrder: () => order,
		moveLayer: (id: string, beforeId: string) => {
			order = order.filter((other) => other !== id).flatMap((other) => (other === beforeId ? [id, other] : [other]));
			moves++;
		},
	};
	for (const isBelowNames of [false, true, true, false]) {
		putIncidents(map, isBelowNames);
		const [incidents, names] = ['incidents', 'basemap-sea-labels'].map((id) => order.indexOf(id));
		expect(incidents! < names!).toBe(isBelowNames);
	}
	expect(moves).toBe(2);
});

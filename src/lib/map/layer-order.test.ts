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

test.each([
	['our own', ['basemap-land', 'basemap-sea-labels', 'incidents', 'incident-badges'], 'basemap-sea-labels'],
	['a reader’s', ['ground', 'roads', 'names', 'more-names', 'incidents', 'incident-badges'], 'names'],
])('over %s basemap hexagons go below the names, symbols back above them', (_, layers, firstNames) => {
	let order = layers;
	let moves = 0;
	const map = {
		getLayer: (id: string) => ({ type: /labels|names|badges/.test(id) ? 'symbol' : 'fill' }),
		getLayersOrder: () => order,
		moveLayer: (id: string, beforeId: string) => {
			order = order.filter((other) => other !== id).flatMap((other) => (other === beforeId ? [id, other] : [other]));
			moves++;
		},
	};
	for (const isBelowNames of [false, true, true, false]) {
		putIncidents(map, isBelowNames);
		const [incidents, names] = ['incidents', firstNames].map((id) => order.indexOf(id));
		expect(incidents! < names!).toBe(isBelowNames);
	}
	expect(order).toEqual(layers);
	expect(moves).toBe(2);
});

test('titles yield to the names of capitals and countries; on a reader’s own basemap they are on top', () => {
	const [titles, room] = ['incident-labels', 'incident-room'].map((id) => LAYER_ORDER.indexOf(id as never));
	for (const id of ['basemap-capital-labels', 'basemap-country-labels'] as const) {
		expect(LAYER_ORDER.indexOf(id)).toBeGreaterThan(titles!);
		expect(LAYER_ORDER.indexOf(id)).toBeLessThan(room!);
	}
	const own = { version: 8, sources: {}, layers: [{ id: 'names', type: 'background' }] } as const;
	const ids = withIncidentMarks({ ...own, layers: [...own.layers] }, 'dark').layers.map(({ id }) => id);
	expect(ids.slice(0, 2)).toEqual(['names', 'incident-labels']);
});

import type { FeatureCollection } from 'geojson';
import type { Map as MaplibreMap } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { AreaStates } from './area-states.ts';

function setUp() {
	const table = buildIncidentTable([
		incidentFixture('early', 100, 105, { geo_precision: 'province' }),
		incidentFixture('late', 104, 110, { geo_precision: 'country' }),
	]);
	const features = ['early', 'late', 'stranger'].map((incident) => ({
		type: 'Feature' as const,
		geometry: { type: 'Polygon' as const, coordinates: [] },
		properties: { incident },
	}));
	const areas: FeatureCollection = { type: 'FeatureCollection', features };
	const told: [string, unknown][] = [];
	const map = {
		style: {},
		getSource: () => ({}),
		getLayer: () => ({}),
		setFeatureState: ({ id }: { id: string }, state: unknown) => told.push([id, state]),
		queryRenderedFeatures: () => [{ id: 'late' }, { id: 'late' }, { id: 'early' }],
	};
	const states = new AreaStates(map as unknown as MaplibreMap);
	states.setData(table, areas);
	return { states, told, map };
}

test('an area is shown for all of its interval and no longer', () => {
	const { states } = setUp();
	expect([99, 100, 103, 104, 106, 111].map((day) => states.setShown([day, day], null))).toEqual([0, 1, 1, 2, 1, 0]);
});

test('MapLibre is told only what changes', () => {
	const { states, told } = setUp();
	states.setShown([100, 101], null);
	states.setShown([101, 102], null);
	expect(told.map(([id]) => id)).toEqual(['early']);
	states.setSelected('early');
	expect(told.at(-1)).toEqual(['early', { fill: expect.any(Number), line: 1, emphasis: 2 }]);
	states.setShown(null, null);
	expect(told.at(-1)).toEqual(['early', { fill: 0, line: 0, emphasis: 0 }]);
});

test('the narrowest area under a point comes first', () => {
	const { states } = setUp();
	states.setShown([104, 104], null);
	expect(states.idsAt({ x: 0, y: 0 }, 3)).toEqual(['early', 'late']);
});

test('an area that the filters leave out is neither shown nor found', () => {
	const { states } = setUp();
	states.setShown([104, 104], Uint8Array.of(1, 0));
	expect(states.isShown('late')).toBe(false);
	expect(states.idsAt({ x: 0, y: 0 }, 3)).toEqual(['early']);
});

test('nothing is said while the style is gone, and all of it after', () => {
	const { states, told, map } = setUp();
	const style = map.style;
	Object.assign(map, { style: null });
	states.setShown([104, 104], null);
	expect(told).toEqual([]);
	expect(states.idsAt({ x: 0, y: 0 }, 3)).toEqual([]);
	Object.assign(map, { style });
	states.forget();
	states.apply();
	expect(told.map(([id]) => id)).toEqual(['early', 'late']);
});

import type { FeatureCollection } from 'geojson';
import type { Map as MaplibreMap } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { AreaStates } from './area-states.ts';

const NO_FADE = { mode: 'none', days: 0 } as const;

function setUp() {
	const table = buildIncidentTable([
		incidentFixture('early', 100, 105, { geo_precision: 'province' }),
		incidentFixture('late', 104, 110, { geo_precision: 'country', grading: 'contested' }),
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
	expect([99, 100, 103, 104, 106, 111].map((day) => states.setShown([day, day], null, NO_FADE))).toEqual([
		0, 1, 1, 2, 1, 0,
	]);
});

test('MapLibre is told only what changes', () => {
	const { states, told } = setUp();
	states.setShown([100, 101], null, NO_FADE);
	states.setShown([101, 102], null, NO_FADE);
	expect(told.map(([id]) => id)).toEqual(['early']);
	states.setSelected('early');
	expect(told.at(-1)).toEqual(['early', { fill: expect.any(Number), line: 1, contested: 0, emphasis: 2 }]);
	states.setShown(null, null, NO_FADE);
	expect(told.at(-1)).toEqual(['early', { fill: 0, line: 0, contested: 0, emphasis: 0 }]);
});

test('an area on which claims contradict each other is marked as such while it is shown', () => {
	const { states, told } = setUp();
	states.setShown([108, 108], null, NO_FADE);
	expect(told).toEqual([['late', expect.objectContaining({ contested: 1 })]]);
	states.setShown([111, 111], null, NO_FADE);
	expect(told.at(-1)).toEqual(['late', expect.objectContaining({ contested: 0 })]);
});

test('the narrowest area under a point comes first', () => {
	const { states } = setUp();
	states.setShown([104, 104], null, NO_FADE);
	expect(states.idsAt({ x: 0, y: 0 }, 3)).toEqual(['early', 'late']);
});

test('an area that the filters leave out is neither shown nor found', () => {
	const { states } = setUp();
	states.setShown([104, 104], Uint8Array.of(1, 0), NO_FADE);
	expect(states.isShown('late')).toBe(false);
	expect(states.idsAt({ x: 0, y: 0 }, 3)).toEqual(['early']);
});

test('an area fades as its last day recedes, and no further than to be seen', () => {
	const { states, told } = setUp();
	const fade = { mode: 'age', days: 10 } as const;
	const fills = [105, 110, 115, 300].map((day) => {
		states.setShown([100, day], Uint8Array.of(1, 0), fade);
		return (told.filter(([id]) => id === 'early').at(-1)![1] as { fill: number }).fill;
	});
	expect(fills[1]).toBeLessThan(fills[0]!);
	expect(fills[2]).toBeLessThan(fills[1]!);
	expect(fills[3]).toBe(fills[2]);
	expect(fills[3]).toBeGreaterThan(0);
});

test('on request an excluded area keeps an outline, and is still not found', () => {
	const { states, told } = setUp();
	expect(states.setShown([104, 104], Uint8Array.of(1, 0), NO_FADE, true)).toBe(1);
	expect(told).toContainEqual(['late', { fill: 0, line: 0.3, contested: 0, emphasis: 0 }]);
	expect(states.idsAt({ x: 0, y: 0 }, 3)).toEqual(['early']);
	states.setShown([104, 104], Uint8Array.of(1, 0), NO_FADE);
	expect(told.at(-1)).toEqual(['late', { fill: 0, line: 0, contested: 0, emphasis: 0 }]);
});

test('nothing is said while the style is gone, and all of it after', () => {
	const { states, told, map } = setUp();
	const style = map.style;
	Object.assign(map, { style: null });
	states.setShown([104, 104], null, NO_FADE);
	expect(told).toEqual([]);
	expect(states.idsAt({ x: 0, y: 0 }, 3)).toEqual([]);
	Object.assign(map, { style });
	states.forget();
	states.apply();
	expect(told.map(([id]) => id)).toEqual(['early', 'late']);
});

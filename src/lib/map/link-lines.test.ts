import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { linkFixture } from '../view/chain-fixture.ts';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { LINE_LAYERS, linkLayers, routeLayers } from './link-layers.ts';
import { LinkLines, type LinkedView, NO_LINKS, routeShapes } from './link-lines.ts';

const at = (lng: number, lat: number) => ({
	geometry: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] },
});
const table = buildIncidentTable([
	{ ...incidentFixture('cause', 100), ...at(44, 33) },
	{ ...incidentFixture('answer', 110, 110, { responds_to: [linkFixture({ id: 'cause' })] }), ...at(35, 30) },
	{ ...incidentFixture('apart', 105), ...at(50, 35) },
]);
const layer = {
	isShown: () => true,
	placementOf: (row: number) => ({ lng: table.lng[row]!, lat: table.lat[row]!, radius: 7 }),
};

/** A map that remembers what each of its sources was given, and how often. */
function fakeMap() {
	const written: Record<string, Feature[]> = { links: [], routes: [] };
	const count = { writes: 0 };
	const sources = Object.keys(written).map((id) => {
		const setData = ({ features }: FeatureCollection) => {
			written[id] = features;
			count.writes++;
		};
		return [id, { setData }] as const;
	});
	const seen = new Map<string, unknown>();
	const map = {
		style: {},
		getSource: (id: string) => new Map(sources).get(id),
		setLayoutProperty: (id: string, _: string, value: unknown) => seen.set(id, value),
	};
	return { lines: new LinkLines(map as never), written, count, seen };
}

const view = (parts: Partial<LinkedView> = {}): LinkedView => ({
	table,
	layer,
	days: [90, 200],
	mask: null,
	isPlayed: true,
	selected: -1,
	...parts,
});

let isStill = false;
beforeEach(() => {
	isStill = false;
	vi.useFakeTimers();
	vi.stubGlobal('matchMedia', () => ({
		get matches() {
			return isStill;
		},
	}));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('nothing is drawn, and nothing written, until an incident with links is selected', () => {
	const { lines, written, count } = fakeMap();
	lines.update(view());
	lines.update(view({ selected: table.rowOf.get('apart')! }));
	vi.runAllTimers();
	expect([written.links, count.writes]).toEqual([[], 0]);
	lines.update(view({ selected: table.rowOf.get('answer')! }));
	vi.runAllTimers();
	expect(written.links!.map(({ geometry }) => geometry.type)).toEqual(['LineString', 'Point']);
	expect(written.links![1]!.properties).toMatchObject({ kind: 'response-to', certainty: 'asserted', reach: 12 });
	expect(lines.drawnCount).toBe(1);
});

test('all links, or those of a chain', () => {
	const { lines } = fakeMap();
	const countWith = (links: Partial<typeof NO_LINKS>) => {
		lines.setLinks({ ...NO_LINKS, ...links });
		lines.update(view());
		vi.runAllTimers();
		return lines.drawnCount;
	};
	expect(countWith({})).toBe(0);
	expect(countWith({ all: true })).toBe(1);
	expect(countWith({ chain: new Set(['cause', 'answer']) })).toBe(1);
	expect(countWith({ chain: new Set(['cause', 'apart']) })).toBe(0);
});

test('a growing arc is written a few times a second at most, and ends where time stands', () => {
	const { lines, written, count } = fakeMap();
	lines.setLinks({ ...NO_LINKS, all: true });
	for (let day = 100; day <= 109; day++) {
		lines.update(view({ days: [90, day] }));
		vi.advanceTimersByTime(16);
	}
	vi.advanceTimersByTime(250);
	expect(count.writes).toBeLessThanOrEqual(2);
	const tip = written.links![1]!.geometry as Point;
	expect(tip.coordinates[0]).toBeCloseTo(44 - 0.9 * 9, 0);
	expect(written.links![1]!.properties).toMatchObject({ reach: 0 });
});

test('where nothing may move an arc is there whole or not at all', () => {
	isStill = true;
	const { lines } = fakeMap();
	lines.setLinks({ ...NO_LINKS, all: true });
	const countAt = (day: number) => {
		lines.update(view({ days: [90, day] }));
		vi.runAllTimers();
		return lines.drawnCount;
	};
	expect([countAt(105), countAt(110)]).toEqual([0, 1]);
});

test('a map that lost its memory is told again', () => {
	const { lines, count } = fakeMap();
	lines.setLinks({ ...NO_LINKS, all: true });
	lines.update(view());
	vi.runAllTimers();
	const before = count.writes;
	lines.update(view());
	vi.runAllTimers();
	expect(count.writes).toBe(before);
	lines.forget();
	lines.update(view());
	vi.runAllTimers();
	expect(count.writes).toBeGreaterThan(before);
});

test('of a route, points are named, areas are not, and the line goes over the globe', () => {
	const place = (role: string, geometry: Feature['geometry']): Feature => ({
		type: 'Feature',
		geometry,
		properties: { incident: 'answer', role },
	});
	const routes: FeatureCollection = {
		type: 'FeatureCollection',
		features: [
			place('hit', { type: 'Point', coordinates: [35, 30] }),
			place('launched-from', {
				type: 'Polygon',
				coordinates: [
					[
						[44, 33],
						[45, 33],
						[45, 34],
						[44, 33],
					],
				],
			}),
			place('path', {
				type: 'LineString',
				coordinates: [
					[100, 50],
					[35, 30],
				],
			}),
			place('aimed-at', null as never),
		],
	};
	const row = table.rowOf.get('answer')!;
	const shapes = routeShapes({ routes, roles: { ...NO_LINKS.roles, hit: 'struck' } }, table, row, { lng: 36, lat: 31 });
	expect(shapes.map(({ properties }) => [properties!['role'], properties!['shape'], properties!['label']])).toEqual([
		['hit', 'point', 'struck'],
		['launched-from', 'area', ''],
		['path', 'path', ''],
	]);
	expect((shapes[2]!.geometry as LineString).coordinates.length).toBeGreaterThan(10);
	expect((shapes[0]!.geometry as Point).coordinates).toEqual([36, 31]);
	const stands = { lng: 44, lat: 33 };
	expect(routeShapes({ routes, roles: NO_LINKS.roles }, table, table.rowOf.get('cause')!, stands)).toEqual([]);
});

test('every layer over a source is hidden until there is something in it, and again when there is nothing', () => {
	const layers = [...linkLayers('dark'), ...routeLayers('dark')];
	expect(layers.map(({ layout }) => layout?.visibility)).toEqual(layers.map(() => 'none'));
	for (const { id, ...layer } of layers) {
		expect('source' in layer && LINE_LAYERS[layer.source as keyof typeof LINE_LAYERS]).toContain(id);
	}
	const { lines, seen } = fakeMap();
	const visibleWith = (all: boolean) => {
		lines.setLinks({ ...NO_LINKS, all });
		lines.update(view());
		vi.runAllTimers();
		return [...seen].filter(([, value]) => value === 'visible').map(([id]) => id);
	};
	expect(visibleWith(true)).toEqual(LINE_LAYERS.links);
	expect(visibleWith(false)).toEqual([]);
});

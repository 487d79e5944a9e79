import type { Map as MaplibreMap } from 'maplibre-gl';
import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import type { IncidentLayer } from './incident-layer.ts';
import { UncertaintyDiscs, uncertaintyDiscs, uncertaintyLayers } from './uncertainty-discs.ts';

const EARTH_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

function kilometresBetween([lng1, lat1]: readonly number[], [lng2, lat2]: readonly number[]): number {
	const [a, b] = [radians(lat1!), radians(lat2!)];
	const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(lng2! - lng1!) / 2) ** 2;
	return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
}

const at = (id: string, [lng, lat]: [number, number], properties: object) => ({
	...incidentFixture(id, 100, 100, properties),
	geometry: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] },
});

const table = buildIncidentTable([
	at('a-town', [44.4, 33.3], { uncertainty_km: 20 }),
	at('b-north', [25, 70], { uncertainty_km: 300 }),
	at('c-date-line', [179.9, -17], { uncertainty_km: 50 }),
	at('d-exact', [44, 33], { uncertainty_km: 0 }),
	at('e-province', [44, 33], { uncertainty_km: 90, geo_precision: 'province' }),
	at('f-unsaid', [44, 33], { uncertainty_km: null }),
]);
const discOf = (id: string) => uncertaintyDiscs(table, [table.rowOf.get(id)!], -1)[0];

test.each([
	['a-town', 20],
	['b-north', 300],
	['c-date-line', 50],
])('every corner of the disc of %s is %s km from its middle, and none jumps across the date line', (id, km) => {
	const row = table.rowOf.get(id)!;
	const corners = discOf(id)!.geometry.coordinates[0]!;
	expect(corners.length).toBeGreaterThan(60);
	for (const corner of corners) {
		expect(kilometresBetween([table.lng[row]!, table.lat[row]!], corner)).toBeCloseTo(km, 3);
		expect(Math.abs(corner[0]! - table.lng[row]!)).toBeLessThan(30);
	}
});

test.each(['d-exact', 'e-province', 'f-unsaid'])('%s has no disc', (id) => {
	expect(discOf(id)).toBeUndefined();
});

test('the selected is told from the hovered, and an incident that is both has one disc', () => {
	const [town, north] = ['a-town', 'b-north'].map((id) => table.rowOf.get(id)!);
	const told = (rows: number[], selected: number) =>
		uncertaintyDiscs(table, rows, selected).map(({ properties }) => properties?.['isSelected'] as boolean);
	expect(told([town!, north!], town!)).toEqual([true, false]);
	expect(told([town!, town!], town!)).toEqual([true]);
});

test('the layers are seen only while there is a disc, also after the style was given anew', () => {
	const seen = new Map<string, unknown>();
	const style = () => uncertaintyLayers('dark').forEach(({ id, layout }) => seen.set(id, layout?.visibility));
	const map = {
		style: {},
		getSource: () => ({ setData: () => undefined }),
		setLayoutProperty: (id: string, name: string, value: unknown) => seen.set(id, name === 'visibility' ? value : null),
	};
	const discs = new UncertaintyDiscs(map as unknown as MaplibreMap);
	const layer = { isShown: () => true } as unknown as IncidentLayer;
	const town = table.rowOf.get('a-town')!;
	style();
	expect([...seen.values()]).toEqual(['none', 'none']);
	discs.update(table, layer, town, -1);
	expect([...seen.values()]).toEqual(['visible', 'visible']);
	style();
	discs.forget();
	discs.update(table, layer, town, -1);
	expect([...seen.values()]).toEqual(['visible', 'visible']);
	discs.update(table, layer, -1, -1);
	expect([...seen.values()]).toEqual(['none', 'none']);
});

import { expect, test } from 'vitest';
import { incidentFixture } from '../view/incident-fixture.ts';
import { buildIncidentTable } from '../view/incident-table.ts';
import { boundsOfIncidents, wholeBounds } from './bounds.ts';

const point = {
	...incidentFixture('point', 1),
	geometry: { type: 'Point' as const, coordinates: [44, 33] as [number, number] },
};
const coarse = incidentFixture('coarse', 2, 2, { geo_precision: 'province' });
const nowhere = { ...incidentFixture('nowhere', 3, 3, { geo_precision: null, place_id: null }), geometry: null };
const table = buildIncidentTable([point, coarse, nowhere]);
const ring = [
	[40, 30],
	[42, 30],
	[42, 32],
	[40, 32],
	[40, 30],
];
const areas = {
	features: [
		{
			type: 'Feature' as const,
			properties: { incident: 'coarse' },
			geometry: { type: 'Polygon' as const, coordinates: [ring] },
		},
	],
};

test('a symbol is bounded by its point, an area by its outline, the unlocated by nothing', () => {
	expect(boundsOfIncidents(['point'], table, areas)).toEqual([44, 33, 44, 33]);
	expect(boundsOfIncidents(['coarse'], table, areas)).toEqual([40, 30, 42, 32]);
	expect(boundsOfIncidents(['nowhere'], table, areas)).toBe(null);
	expect(boundsOfIncidents(['stranger'], table, areas)).toBe(null);
	expect(boundsOfIncidents(['coarse', 'nowhere', 'point'], table, areas)).toEqual([40, 30, 44, 33]);
});

test('all of the data is bounded by symbols and areas together', () => {
	expect(wholeBounds(table, areas)).toEqual([40, 30, 44, 33]);
	expect(wholeBounds(buildIncidentTable([]), { features: [] })).toEqual([-20, -35, 100, 60]);
});

import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import type { IncidentFeature } from '../lib/model/feature.ts';
import type { Incident, Link, Waypoint } from '../lib/model/record.ts';
import type { Relation, RouteRole } from '../lib/model/vocabulary.ts';
import { wherePrec } from '../lib/geocode/where-prec.ts';
import { layerIssues } from './layer-issues.ts';
import { buildLayers } from './layers.ts';
import {
	testActor,
	testAggregate,
	testAtlas,
	testClaim,
	testIncident,
	testMention,
	testPlace,
	testStatement,
	type Testburg,
} from './testburg.ts';

const base = testIncident();
const later = testIncident({ id: 'later', when: { ...base.when, edtf: '2024-05-08/2024-05-09' } });
const link = (to: string): Link => ({
	kind: 'response-to',
	to,
	basis: 'asserted',
	asserted_by: null,
	locator: { report: 'testburg-post', paragraph: 2, sentence: 1 },
	hedged: true,
	reason: null,
});

/** The features of a layer as a reader of the file gets them. */
function features(layer: string, parts: Partial<Testburg> = {}): Feature[] {
	const text = testAtlas(parts).made.get(`geodata/layers/${layer}.geojson`)!;
	return (JSON.parse(text) as FeatureCollection).features;
}

const incidents = (...records: Incident[]) => features('incidents', { records }) as unknown as IncidentFeature[];

test('a layer says what it is, has one feature on a line and ends with a line feed', () => {
	const text = testAtlas({ records: [base, later] }).made.get('geodata/layers/incidents.geojson')!;
	const lines = text.split('\n');
	expect(lines).toHaveLength(5);
	expect(lines[0]).toBe(
		'{"type":"FeatureCollection","name":"incidents","licence":"CC BY 4.0","description":"Incidents with their claims, at a representative point","features":[',
	);
	expect(JSON.parse(lines[1]!.slice(0, -1))).toMatchObject({ type: 'Feature', id: base.id });
	expect(lines.slice(-2)).toEqual([']}', '']);
});

test('features are in order of date, then of id, whatever the order of the files', () => {
	const records = [later, testIncident({ id: 'b' }), testIncident({ id: 'a' })];
	const ids = ['a', 'b', 'later'];
	expect(incidents(...records).map(({ id }) => id)).toEqual(ids);
	expect(incidents(...records.reverse()).map(({ id }) => id)).toEqual(ids);
});

test('an incident carries what DESIGN promises', () => {
	const casualties = { killed: { low: 3, high: null }, injured: null, abducted: null, scope: 'total', person: null };
	const claims = [
		testClaim(),
		testClaim({ id: 'c2', report: 'a-report', topic: 'casualties', value: casualties }),
		testClaim({ id: 'c3', topic: 'perpetrator', value: ['redland'], hedged: true }),
	];
	const [feature] = incidents({ ...later, claims, perpetrators: ['redland'], links: [link('x')] });
	expect(feature!.geometry).toEqual({ type: 'Point', coordinates: [7.45, 46.95] });
	expect(feature!.properties).toMatchObject({
		date_start: '2024-05-08',
		date_end: '2024-05-09',
		date_precision: 'days',
		date_prec: 2,
		place_id: 'testburg',
		country: 'CHE',
		geo_precision: 'town',
		where_prec: 1,
		uncertainty_km: 4,
		side: 'other',
		attribution: 'suspected',
		killed_low: 3,
		killed_best: 3,
		killed_high: null,
		injured_low: null,
		reports: ['a-report', 'testburg-post'],
		responds_to: [{ id: 'x', kind: 'response-to', hedged: true, report: 'testburg-post', paragraph: 2, sentence: 1 }],
	});
});

test('an incident without a place has no geometry, no precision and no area', () => {
	const records = [testIncident({ place: null })];
	expect(incidents(...records)[0]).toMatchObject({
		geometry: null,
		properties: { place_id: null, country: null, geo_precision: null, where_prec: null, uncertainty_km: null },
	});
	expect(features('areas', { records })).toEqual([]);
	expect(features('places', { records })).toEqual([]);
});

test('the side is that of all perpetrators, or none', () => {
	const actors = [
		testActor({ id: 'red', name: 'Red', side: 'iran' }),
		testActor({ id: 'crimson', name: 'Crimson', side: 'iran' }),
		testActor({ id: 'blue', name: 'Blue', side: 'israel' }),
	];
	const sideOf = (...perpetrators: string[]) =>
		features('incidents', { actors, records: [testIncident({ perpetrators })] })[0]!.properties!['side'] as unknown;
	expect([sideOf(), sideOf('red', 'crimson'), sideOf('red', 'blue')]).toEqual([null, 'iran', null]);
});

test('a country is drawn as its outline, the surroundings of a town as a disc of 64 steps, a town not at all', () => {
	const areasOf = (parts: Parameters<typeof testMention>[0]) =>
		features('areas', { records: [testIncident({ place: testMention(parts) })] });
	expect(areasOf({})).toEqual([]);
	const [country] = areasOf({ name: 'Testland', kind: 'country' });
	expect(country!.properties).toMatchObject({ shape: 'outline', geo_precision: 'country', incident: base.id });
	const [near] = areasOf({ relation: 'near' });
	expect(near!.properties).toMatchObject({ shape: 'disc', geo_precision: 'district' });
	expect((near!.geometry as Polygon).coordinates[0]).toHaveLength(65);
	const [southOf] = areasOf({ name: 'Testland', kind: 'country', relation: 'south-of' });
	expect(southOf!.properties).toMatchObject({ shape: 'disc' });
});

test('a link is a line between two points, and none where an end has no place or both are one', () => {
	const far = testIncident({ id: 'far', place: testMention({ name: 'Farville' }), links: [link(base.id)] });
	const places = [testPlace(), testPlace({ id: 'farville', name: 'Farville', at: [9.5, 46.8] })];
	const linesOf = (...records: (Incident | ReturnType<typeof testStatement>)[]) =>
		features('links', { records, places }).map(({ geometry }) => geometry as unknown);
	expect(linesOf(base, far)).toEqual([
		{
			type: 'LineString',
			coordinates: [
				[9.5, 46.8],
				[7.45, 46.95],
			],
		},
	]);
	expect(linesOf({ ...base, place: null }, far)).toEqual([null]);
	expect(linesOf(base, { ...far, place: base.place })).toEqual([null]);
	expect(linesOf(base, testStatement({ links: [link(base.id)] }))).toEqual([null]);
	expect(features('links', { records: [base, far], places })[0]).toMatchObject({
		id: `far--response-to--${base.id}`,
		properties: { from: 'far', to: base.id, hedged: true, paragraph: 2 },
	});
});

test('a place tells the incidents it is used by; unused ones are left out', () => {
	expect(features('places', { records: [base, later] })).toEqual([
		expect.objectContaining({
			id: 'testburg',
			properties: expect.objectContaining({ incidents: [base.id, 'later'] }) as unknown,
		}),
	]);
});

test('statements and aggregates have no geometry', () => {
	const records = [testStatement(), testAggregate()];
	expect(features('incidents', { records })).toEqual([]);
	expect(features('statements', { records })[0]).toMatchObject({
		geometry: null,
		properties: { plover: 'THREATEN', side: 'other' },
	});
	expect(features('aggregates', { records })[0]).toMatchObject({
		geometry: null,
		properties: { count_low: 3, count_high: null },
	});
});

test('every layer keeps to its schema, to GeoJSON and to our rules', () => {
	const country = testIncident({
		id: 'b',
		place: testMention({ name: 'Testland', kind: 'country' }),
		links: [link(base.id)],
	});
	const layers = buildLayers(testAtlas({ records: [base, country, testStatement(), testAggregate()] }));
	expect(layers.map(({ features }) => features.length)).toEqual([1, 1, 2, 1, 2, 0, 1]);
	expect(layerIssues(layers)).toEqual([]);
	const [aggregates] = layers;
	expect(
		layerIssues([
			{ ...aggregates!, features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [0, 99] } }] },
		]).length,
	).toBeGreaterThan(2);
});

test.each([
	['in', 'town', 'town', 1],
	['near', 'town', 'district', 2],
	['outskirts-of', 'town', 'town', 2],
	['in', 'province', 'province', 4],
	['south-of', 'province', 'province', 4],
	['in', 'country', 'country', 6],
	['in', 'sea', 'region', 7],
] as const)('%s a %s, known to a %s, is %s for UCDP', (relation, kind, precision, prec) => {
	expect(wherePrec(precision, testMention({ relation: relation satisfies Relation }), { kind })).toBe(prec);
});

const waypoint = (role: RouteRole, parts: Parameters<typeof testMention>[0] = {}): Waypoint => ({
	role,
	place: testMention(parts),
	asserted_by: null,
	locator: { report: 'testburg-post', paragraph: 2, sentence: 1 },
	hedged: false,
});

test('a route is its places, and a line from a launch to where it got, if both are known to a site or a town', () => {
	const places = [
		testPlace(),
		testPlace({ id: 'farville', name: 'Farville', at: [9.5, 46.8] }),
		testPlace({ id: 'testland', name: 'Testland', kind: 'country', radiusKm: 200, area: 'country:CHE' }),
	];
	const routeOf = (...route: Waypoint[]) =>
		features('routes', { records: [testIncident({ route })], places }).map(({ id, geometry }) => [
			String(id).replace(`${base.id}--`, ''),
			geometry?.type ?? null,
		]);
	const from = waypoint('launched-from', { name: 'Farville' });
	expect(routeOf(from, waypoint('aimed-at'))).toEqual([
		['launched-from--1', 'Point'],
		['aimed-at--2', 'Point'],
		['path--1--2', 'LineString'],
	]);
	const country = { name: 'Testland', kind: 'country' } as const;
	expect(routeOf(waypoint('launched-from', country), waypoint('hit')).map(([, type]) => type)).toEqual([
		'Polygon',
		'Point',
	]);
	expect(routeOf(waypoint('launched-from', { name: 'Nowhere' }), waypoint('hit'))[0]).toEqual([
		'launched-from--1',
		null,
	]);
	expect(routeOf(from, waypoint('intercepted-over', country), waypoint('aimed-at')).length).toBe(3);
	expect(routeOf(waypoint('launched-from'), waypoint('hit')).length).toBe(2);
	expect(routeOf()).toEqual([]);
});

test('a line ends where something got, not where it was aimed at', () => {
	const places = [testPlace(), testPlace({ id: 'farville', name: 'Farville', at: [9.5, 46.8] })];
	const route = [waypoint('launched-from', { name: 'Farville' }), waypoint('hit'), waypoint('aimed-at')];
	const lines = features('routes', { records: [testIncident({ route })], places }).filter(
		({ properties }) => properties!['role'] === 'path',
	);
	expect(lines).toMatchObject([
		{
			properties: { ends: 'hit' },
			geometry: {
				coordinates: [
					[9.5, 46.8],
					[7.45, 46.95],
				],
			},
		},
	]);
	expect(layerIssues(buildLayers(testAtlas({ records: [testIncident({ route })], places })))).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkGeojsonRules } from './geojson-rules.ts';

const messages = (value: unknown) => checkGeojsonRules(value).map(({ path, message }) => `${path} ${message}`.trim());
const feature = (geometry: unknown, parts: object = {}) => ({ type: 'Feature', properties: {}, geometry, ...parts });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates });
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });

const shell = [
	[0, 0],
	[8, 0],
	[8, 8],
	[0, 8],
	[0, 0],
];
const hole = [
	[2, 2],
	[2, 4],
	[4, 4],
	[4, 2],
	[2, 2],
];

test.each([
	['a collection', collection(feature(point(7, 46), { id: 'a' }), feature(null, { id: 'b' }))],
	['a polygon with a hole', polygon(shell, hole)],
	[
		'a hole that touches the shell',
		polygon(shell, [
			[0, 4],
			[4, 5],
			[4, 3],
			[0, 4],
		]),
	],
	[
		'a line to the date line',
		{
			type: 'LineString',
			coordinates: [
				[170, 0],
				[180, 0],
			],
		},
	],
	['a bbox over the date line', { ...point(179, 0), bbox: [170, -10, -170, 10] }],
	['a collection of geometries', { type: 'GeometryCollection', geometries: [point(1, 2), polygon(shell)] }],
	['an id of text and one of number', collection(feature(null, { id: '1' }), feature(null, { id: 1 }))],
	['heights', point(7, 46, 500)],
])('passes %s', (_, value) => expect(messages(value)).toEqual([]));

test.each([
	['text', 'hello', 'is not a GeoJSON object'],
	['null', null, 'is not a GeoJSON object'],
	['an unknown type', { type: 'constructor' }, 'type "constructor" is no type of GeoJSON'],
	['a latitude beyond the pole', point(200, 95), 'coordinates longitude 200 is beyond 180'],
	['a number that is none', point(NaN, 0), 'coordinates [NaN, 0] holds something that is not a finite number'],
	['infinity', point(0, Infinity), 'coordinates [0, Infinity] holds something that is not a finite number'],
	['text for a number', point('7', 46), 'coordinates [7, 46] holds something that is not a finite number'],
	['one number', point(7), 'coordinates has 1 numbers instead of two or three'],
	[
		'an empty nest',
		{ type: 'Polygon', coordinates: [[]] },
		'coordinates[0] is a ring of 0 positions instead of four or more',
	],
	['coordinates that are no array', { type: 'LineString', coordinates: 5 }, 'coordinates is not an array'],
	['coordinates nested too little', polygon([0, 1] as unknown as number[][]), 'coordinates[0][0] is not an array'],
	['a clockwise shell', polygon([...shell].reverse()), 'coordinates[0] is an outer ring that runs clockwise'],
	[
		'a counter-clockwise hole',
		polygon(shell, [...hole].reverse()),
		'coordinates[1] is a hole that runs counter-clockwise',
	],
	[
		'an open ring',
		polygon(shell.slice(0, -1)),
		'coordinates[0] is not closed: its last position differs from its first',
	],
	[
		'a bow-tie',
		polygon([
			[0, 0],
			[4, 4],
			[4, 0],
			[0, 5],
			[0, 0],
		]),
		'coordinates[0] crosses or touches itself',
	],
	[
		'a hole outside',
		polygon(
			shell,
			hole.map(([x, y]) => [x! + 20, y!]),
		),
		'coordinates[1] is a hole outside of its outer ring',
	],
	[
		'a hole across the shell',
		polygon(
			shell,
			hole.map(([x, y]) => [x! - 3, y!]),
		),
		'coordinates[0] crosses ring 1',
	],
	['a repeated vertex', polygon([shell[0]!, ...shell]), 'coordinates[0][1] repeats the vertex before it'],
	[
		'a step over the date line',
		{
			type: 'LineString',
			coordinates: [
				[179, 0],
				[-179, 0],
			],
		},
		'coordinates[1] steps over the antimeridian',
	],
	['a line of one', { type: 'LineString', coordinates: [[1, 1]] }, 'coordinates is a line of less than two positions'],
	['a bbox upside down', { ...point(0, 0), bbox: [0, 5, 1, -5] }, 'bbox south 5 is above north -5'],
	['a bbox of text', { ...point(0, 0), bbox: [0, 0, '1', 1] }, 'bbox holds something that is not a finite number'],
	['a bbox of five', { ...point(0, 0), bbox: [0, 0, 1, 1, 1] }, 'bbox is not an array of four or six numbers'],
	['a bbox off the globe', { ...point(0, 0), bbox: [-200, 0, 1, 1] }, 'bbox [-200, 0, 1, 1] goes beyond the globe'],
	[
		'an obsolete crs',
		{ ...collection(), crs: {} },
		'crs is obsolete: RFC 7946 knows longitude and latitude of WGS 84 only',
	],
	[
		'an id used twice',
		collection(feature(null, { id: 'a' }), feature(null, { id: 'a' })),
		'features[1].id "a" is the id of features[0] already',
	],
	['an id that is an object', feature(null, { id: {} }), 'id is neither text nor number'],
	['features that are no array', { type: 'FeatureCollection', features: {} }, 'features is not an array'],
	['a feature that is none', collection({ type: 'Point' }), 'features[0] is not a Feature'],
	['a geometry that is none', feature(undefined), 'geometry is neither an object nor null'],
	['properties that are a list', feature(null, { properties: [] }), 'properties is neither an object nor null'],
	[
		'the second part of a multi polygon',
		{ type: 'MultiPolygon', coordinates: [[shell], [[...shell].reverse()]] },
		'coordinates[1][0] is an outer ring that runs clockwise',
	],
])('finds %s', (_, value, expected) => {
	expect(
		messages(value).some((message) => message.startsWith(expected)),
		messages(value).join('\n'),
	).toBe(true);
});

test('offers the swapped pair', () => {
	expect(checkGeojsonRules(point(46.95, 107.45))[0]!.fix).toBe('if they are swapped, write [107.45, 46.95]');
});

test('takes anything, and any depth', () => {
	fc.assert(fc.property(fc.anything(), (value) => Array.isArray(checkGeojsonRules(value))));
	let deep: unknown = point(0, 0);
	for (let i = 0; i < 10_000; i++) deep = { type: 'GeometryCollection', geometries: [deep] };
	expect(messages(deep).join()).toContain('is nested too deeply');
});

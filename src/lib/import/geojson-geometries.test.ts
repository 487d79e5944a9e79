import { describe, expect, test } from 'vitest';
import { at, collection, DAY } from './geojson-fixture.ts';
import { geojson } from './geojson.ts';
import { readFixture } from './read-fixture.ts';

const shaped = (type: string, coordinates: unknown) => ({
	type: 'Feature',
	geometry: { type, coordinates },
	properties: DAY,
});
const SQUARE = [
	[
		[44, 33],
		[44.1, 33],
		[44.1, 33.1],
		[44, 33.1],
		[44, 33],
	],
];

describe('geometries', () => {
	test('that are null or empty leave the row to be looked up by name', async () => {
		const nowhere = [
			null,
			{ type: 'Point', coordinates: [] },
			{ type: 'GeometryCollection', geometries: [] },
			{ type: 'Polygon', coordinates: [] },
		];
		const features = nowhere.map((geometry) => ({
			type: 'Feature',
			geometry,
			properties: { ...DAY, place: 'Testburg' },
		}));
		const { rows, rejected } = await readFixture(
			geojson,
			collection(...features, { type: 'Feature', properties: { ...DAY, place: 'Testburg' } }),
		);
		expect(rejected).toEqual([]);
		expect(rows.map(({ feature }) => feature.geometry)).toEqual([null, null, null, null, null]);
		expect(
			rows.every(({ feature, shape }) => shape === null && feature.properties.place_as_written === 'Testburg'),
		).toBe(true);
	});

	test('that are missing may be made up for by properties', async () => {
		const text = collection({ type: 'Feature', geometry: null, properties: { ...DAY, lat: '33.31', lon: '44,36' } });
		expect((await readFixture(geojson, text)).rows[0]!.feature.geometry?.coordinates).toEqual([44.36, 33.31]);
	});

	test('with elevations keep them in the original', async () => {
		const text = collection(at([44.36, 33.31, 120.5], { ...DAY, geometry: 'x' }), at([44.36, 33.31]));
		const { rows } = await readFixture(geojson, text);
		expect(rows[0]!.feature.geometry?.coordinates).toEqual([44.36, 33.31]);
		expect(rows[0]!.original).toEqual({
			...DAY,
			geometry: 'x',
			'geometry (2)': { type: 'Point', coordinates: [44.36, 33.31, 120.5] },
		});
		expect(rows[1]!.original).toEqual(DAY);
	});

	test('other than points have one that stands for them, and are as precise as they are large', async () => {
		const scaled = (factor: number) => [SQUARE[0]!.map(([x, y]) => [44 + (x! - 44) * factor, 33 + (y! - 33) * factor])];
		const line = [
			[44, 33],
			[44.2, 33],
			[48, 33],
		];
		const { rows, rejected } = await readFixture(
			geojson,
			collection(
				shaped('Polygon', SQUARE),
				shaped('Polygon', scaled(4)),
				shaped('Polygon', scaled(20)),
				shaped('MultiPolygon', [scaled(90)]),
				shaped('LineString', line),
				shaped('MultiPoint', [[44, 33]]),
			),
		);
		expect(rejected).toEqual([]);
		expect(
			rows.map(({ feature: { geometry, properties: p }, shape }) => [
				geometry?.coordinates,
				shape?.type,
				p.geo_precision,
				p.where_prec,
			]),
		).toEqual([
			[[44.05, 33.05], 'Polygon', 'town', 1],
			[[44.2, 33.2], 'Polygon', 'district', 3],
			[[45, 34], 'Polygon', 'province', 4],
			[[48.5, 37.5], 'MultiPolygon', 'region', 5],
			[[46, 33], 'LineString', 'region', 5],
			[[44, 33], undefined, 'province', 4],
		]);
	});

	test('may lie in a collection, and rings need not be closed', async () => {
		const open = [SQUARE[0]!.slice(0, 4)];
		const { rows } = await readFixture(
			geojson,
			collection({
				type: 'Feature',
				properties: DAY,
				geometry: {
					type: 'GeometryCollection',
					geometries: [
						{ type: 'Point', coordinates: [1, 1] },
						{ type: 'Polygon', coordinates: open },
						{ type: 'LineString', coordinates: [] },
					],
				},
			}),
		);
		expect(rows[0]!.feature.geometry?.coordinates).toEqual([44.05, 33.05]);
		expect(rows[0]!.shape).toEqual({
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Point', coordinates: [1, 1] },
				{ type: 'Polygon', coordinates: SQUARE },
			],
		});
	});

	test.each([
		['out of range', at([200, 33]), 'geometry.coordinates', '[200,33]', 'It is out of range.'],
		[
			'beyond the pole',
			at([33, 144]),
			'geometry.coordinates',
			'[33,144]',
			'The latitude is beyond 90 degrees: the two may be interchanged.',
		],
		['not of numbers', at(['44', '33']), 'geometry.coordinates', '["44","33"]', 'A position is of numbers'],
		['too short', at([44]), 'geometry.coordinates', '[44]', 'A position has two numbers.'],
		['no list', at({ lng: 44 }), 'geometry.coordinates', '{"lng":44}', 'A list in square brackets is due here.'],
		['of no known type', shaped('Circle', [44, 33]), 'geometry.type', '"Circle"', 'There is no such type of geometry.'],
		[
			'of a type that objects have',
			shaped('constructor', [44, 33]),
			'geometry.type',
			'"constructor"',
			'There is no such type',
		],
		[
			'no object',
			{ type: 'Feature', geometry: 'POINT (1 2)', properties: DAY },
			'geometry',
			'"POINT (1 2)"',
			'A geometry is an object',
		],
		[
			'a line of one',
			shaped('LineString', [[44, 33]]),
			'geometry.coordinates',
			'[[44,33]]',
			'A line has two positions',
		],
		[
			'a ring of two',
			shaped('Polygon', [
				[
					[44, 33],
					[45, 33],
				],
			]),
			'geometry.coordinates[0]',
			'[[44,33],[45,33]]',
			'A ring has four positions',
		],
		[
			'broken inside',
			shaped('Polygon', [
				[
					[44, 33],
					[45, 33],
					[45, null],
				],
			]),
			'geometry.coordinates[0][2]',
			'[45,null]',
			'A position is of numbers',
		],
		[
			'nested wrong',
			shaped('MultiPolygon', SQUARE),
			'geometry.coordinates[0][0][0]',
			'44',
			'A list in square brackets',
		],
		['nowhere', at([0, 0]), 'geometry', '[0,0]', '0, 0 is a point in the Gulf of Guinea'],
	])('that are %s are refused with their path', async (_, feature, column, value, reason) => {
		const { rows, rejected } = await readFixture(geojson, collection(at([44, 33]), feature));
		expect(rows).toHaveLength(1);
		expect(rejected).toMatchObject([{ number: 2, column, value }]);
		expect(rejected[0]!.reason).toContain(reason);
	});

	test('of too many positions are refused with their number', async () => {
		const line = Array.from({ length: 1_000_001 }, () => [1, 2]);
		const { rejected } = await readFixture(geojson, collection(shaped('LineString', line)));
		expect(rejected[0]!.reason).toBe('The feature has 1,000,001 positions or more, and at most 1,000,000 are read.');
	});
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenGeojson } from './any-geojson-fixture.ts';
import { createValidator, validateGeojson, VALIDATION_LIMITS } from './validate-geojson.ts';
import type { Problem } from './problem.ts';

type XY = [number, number];

/** 20,000 were run for each property before this was committed; a unit test has less time. */
const RUNS = 250;
const SEED = 7946;

const found = (value: unknown) =>
	validateGeojson(typeof value === 'string' ? value : JSON.stringify(value)).map(({ code, path }) =>
		`${code} ${path}`.trim(),
	);
const feature = (geometry: unknown, parts: object = {}) => ({ type: 'Feature', properties: {}, geometry, ...parts });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates });
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });
const line = (...coordinates: unknown[]) => ({ type: 'LineString', coordinates });
const box = (west: number, south: number, east: number, north: number): XY[] => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
	[west, south],
];
const shell = box(0, 0, 8, 8);
const hole = box(2, 2, 4, 4).reverse();
const moved = (ring: readonly XY[], by: number): XY[] => ring.map(([x, y]) => [x + by, y]);

test.each<[string, unknown]>([
	['a collection', collection(feature(point(7, 46), { id: 'a' }), feature(null, { id: 'b', properties: null }))],
	['an empty collection', collection()],
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
	['two holes', polygon(shell, hole, moved(hole, 3))],
	['a line to the date line', line([170, 0], [180, 0])],
	['a bbox over the date line', { ...line([179, -10], [180, 10]), bbox: [179, -10, 180, 10] }],
	[
		'parts on both sides of the date line',
		{
			type: 'MultiLineString',
			coordinates: [
				[
					[170, 0],
					[180, 1],
				],
				[
					[-180, 1],
					[-170, 2],
				],
			],
			bbox: [170, 0, -170, 2],
		},
	],
	['the whole globe', polygon(box(-180, -90, 180, 90))],
	['a collection of geometries', { type: 'GeometryCollection', geometries: [point(1, 2), polygon(shell)] }],
	['an id of text and one of number', collection(feature(null, { id: '1' }), feature(null, { id: 1 }))],
	['heights and their bbox', { ...point(7, 46, 500), bbox: [7, 46, 500, 7, 46, 500] }],
	['seven decimals', point(7.1234567, 46.1)],
	['zeros at the end', '{"type":"Point","coordinates":[1.10000000000, 1e-7]}'],
	['members of others', { ...point(1, 2), note: [1, { constructor: 2 }] }],
	['polygons side by side', { type: 'MultiPolygon', coordinates: [[shell], [box(8, 8, 9, 9)]] }],
	['a bbox that was rounded', { ...point(7.12345678 - 1e-8, 46), bbox: [7.1234568, 46, 7.1234568, 46] }],
])('passes %s', (_, value) => expect(found(value).filter((text) => !text.startsWith('precision'))).toEqual([]));

/** Texts that existing validators pass, but for one or two: geometry that is GeoJSON in form alone. */
const GEOMETRY: [string, unknown, string][] = [
	['a latitude beyond the pole', point(200, 95), 'latitude-range coordinates'],
	['a longitude beyond the date line', point(181, 5), 'longitude-range coordinates'],
	['a clockwise shell', polygon([...shell].reverse()), 'winding-outer coordinates[0]'],
	['a counter-clockwise hole', polygon(shell, [...hole].reverse()), 'winding-hole coordinates[1]'],
	[
		'a bow-tie',
		polygon([
			[0, 0],
			[4, 4],
			[4, 0],
			[0, 5],
			[0, 0],
		]),
		'crosses-itself coordinates[0][2]',
	],
	[
		'a touch',
		polygon([
			[0, 0],
			[4, 0],
			[4, 4],
			[2, 0],
			[0, 4],
			[0, 0],
		]),
		'crosses-itself coordinates[0][3]',
	],
	['a hole outside', polygon(shell, moved(hole, 20)), 'hole-outside coordinates[1]'],
	[
		'a hole that leaves through corners',
		polygon(
			[
				[0, 0],
				[8, 0],
				[4, 4],
				[8, 8],
				[0, 8],
				[0, 0],
			],
			[
				[8, 0],
				[4, 4],
				[8, 8],
				[8, 0],
			].reverse(),
		),
		'rings-cross coordinates[1][1]',
	],
	[
		'a hole from corner to corner outside',
		polygon(
			[
				[0, 0],
				[8, 0],
				[4, 4],
				[8, 8],
				[0, 8],
				[0, 0],
			],
			[
				[8, 0],
				[8, 8],
				[7, 4],
				[8, 0],
			].reverse(),
		),
		'hole-outside coordinates[1]',
	],
	['a hole across the shell', polygon(shell, moved(hole, -3)), 'rings-cross coordinates[1][1]'],
	[
		'two holes that cross',
		polygon(
			shell,
			hole,
			moved(hole, 1).map(([x, y]) => [x, y + 1]),
		),
		'rings-cross coordinates[2][0]',
	],
	['a hole in a hole', polygon(shell, box(1, 1, 6, 6).reverse(), hole), 'hole-in-hole coordinates[2]'],
	['a hole that is the shell', polygon(shell, [...shell].reverse()), 'rings-cross coordinates[1][0]'],
	[
		'polygons that overlap',
		{ type: 'MultiPolygon', coordinates: [[shell], [moved(shell, 1)]] },
		'polygons-cross coordinates[1]',
	],
	['a repeated vertex', polygon([shell[0]!, ...shell]), 'vertex-twice coordinates[0][1]'],
	[
		'a spike',
		polygon([
			[0, 0],
			[4, 0],
			[4, 4],
			[4, 6],
			[4, 4],
			[0, 4],
			[0, 0],
		]),
		'spike coordinates[0][3]',
	],
	[
		'a spike at the start',
		polygon([
			[6, 0],
			[4, 0],
			[4, 4],
			[0, 4],
			[0, 0],
			[6, 0],
		]),
		'spike coordinates[0][0]',
	],
	[
		'a ring without area',
		polygon([
			[0, 0],
			[1, 1],
			[2, 2],
			[0, 0],
		]),
		'ring-no-area coordinates[0]',
	],
	[
		'a ring of one place',
		polygon([
			[1, 1],
			[1, 1],
			[1, 1],
			[1, 1],
		]),
		'ring-no-area coordinates[0]',
	],
	['a line without length', line([1, 1], [1, 1]), 'line-no-length coordinates'],
	['a repeated vertex of a line', line([1, 1], [1, 1], [2, 2]), 'vertex-twice coordinates[1]'],
	['a step over the date line', line([179, 0], [-179, 0]), 'antimeridian coordinates[1]'],
	[
		'an area over the date line',
		polygon([
			[170, -10],
			[-170, -10],
			[-170, 10],
			[170, 10],
			[170, -10],
		]),
		'antimeridian coordinates[0][1]',
	],
	[
		'an area around a pole',
		polygon([
			[0, 80],
			[120, 80],
			[-120, 80],
			[0, 80],
		]),
		'antimeridian coordinates[0][2]',
	],
	['heights at some positions', line([1, 1], [2, 2, 5]), 'dimensions-mixed coordinates[1]'],
	['fifteen decimals', point(7.123456789012345, 46), 'precision coordinates[0]'],
	['a bbox upside down', { ...point(0, 0), bbox: [0, 5, 1, -5] }, 'bbox-order bbox'],
	['a bbox elsewhere', { ...point(0, 0), bbox: [10, 0, 20, 5] }, 'bbox-misses bbox'],
	['a bbox of the wrong half of the globe', { ...line([-10, 0], [10, 0]), bbox: [10, 0, -10, 0] }, 'bbox-misses bbox'],
	['a bbox of all', { ...point(5, 5), bbox: [-180, -90, 180, 90] }, 'bbox-loose bbox'],
	['a flat bbox of heights', { ...point(5, 5, 5), bbox: [5, 5, 5, 5] }, 'bbox-dimensions bbox'],
	['the bbox of a collection', { ...collection(feature(point(5, 5))), bbox: [0, 0, 1, 1] }, 'bbox-misses bbox'],
	['the same id twice', collection(feature(null, { id: 'a' }), feature(null, { id: 'a' })), 'id-twice features[1].id'],
];

const FORM: [string, unknown, string][] = [
	['text', '"hello"', 'not-an-object'],
	['null', 'null', 'not-an-object'],
	['an array', '[]', 'not-an-object'],
	['nothing', '', 'json-syntax'],
	['no type', {}, 'type-missing'],
	['a type that is no text', { type: [] }, 'type-kind type'],
	['a type of the prototype', { type: 'constructor' }, 'type-unknown type'],
	['another of them', '{"type":"__proto__","__proto__":{"type":"Point"}}', 'type-unknown type'],
	['a type in small letters', { type: 'featurecollection', features: [] }, 'type-case type'],
	['a name twice', '{"type":"Point","coordinates":[1,2],"coordinates":[3,4]}', 'name-twice coordinates'],
	[
		'a name twice in properties',
		JSON.stringify(feature(null)).replace('{}', '{"a b":{"c":1,"c":2}}'),
		'name-twice properties["a b"].c',
	],
	['missing coordinates', { type: 'Point' }, 'member-missing'],
	['misspelled coordinates', { type: 'Point', Coordinates: [1, 2] }, 'member-missing'],
	['missing properties', collection({ type: 'Feature', geometry: null }), 'member-missing features[0]'],
	['properties that are a list', feature(null, { properties: [] }), 'member-kind properties'],
	['a geometry that is none', feature('x'), 'member-kind geometry'],
	['a Feature as geometry', feature(feature(null)), 'type-misplaced geometry'],
	['a geometry as Feature', collection(point(1, 2)), 'type-misplaced features[0]'],
	['features that are no array', { type: 'FeatureCollection', features: {} }, 'member-kind features'],
	['a feature that is none', collection(5), 'member-kind features[0]'],
	['geometries that are no array', { type: 'GeometryCollection', geometries: 1 }, 'member-kind geometries'],
	['coordinates in a Feature', feature(null, { coordinates: [1, 2] }), 'member-misplaced coordinates'],
	['features in a geometry', { ...point(1, 2), features: [] }, 'member-misplaced features'],
	['properties of a collection', { ...collection(), properties: {} }, 'member-misplaced properties'],
	['an id that is an object', feature(null, { id: {} }), 'id-kind id'],
	[
		'an obsolete crs',
		{ ...collection(), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } },
		'crs-obsolete crs',
	],
	['another crs', { ...collection(), crs: { type: 'name', properties: { name: 'EPSG:3857' } } }, 'crs-other crs'],
	['one number', point(7), 'position-short coordinates'],
	['no number', point(), 'position-short coordinates'],
	['four numbers', point(7, 46, 1, 2), 'position-long coordinates'],
	['text for a number', point('7', 46), 'position-kind coordinates[0]'],
	['null for a number', point(7, null), 'position-kind coordinates[1]'],
	['NaN', '{"type":"Point","coordinates":[NaN, 5]}', 'number-spelling coordinates[0]'],
	['infinity', '{"type":"Point","coordinates":[0, -Infinity]}', 'number-spelling coordinates[1]'],
	['a leading plus', '{"type":"Point","coordinates":[+1, 5]}', 'number-spelling coordinates[0]'],
	['a number too large', '{"type":"Point","coordinates":[1e999, 5]}', 'number-overflow coordinates[0]'],
	['coordinates that are no array', { type: 'LineString', coordinates: 5 }, 'coordinates-shallow coordinates'],
	['coordinates nested too little', polygon([0, 1] as never), 'coordinates-shallow coordinates[0][0]'],
	['coordinates nested too deeply', point([7, 46]), 'coordinates-deep coordinates[0]'],
	['an empty polygon', polygon(), 'coordinates-empty coordinates'],
	['an empty ring', polygon([]), 'coordinates-empty coordinates[0]'],
	['a line of one', line([1, 1]), 'line-short coordinates'],
	['an open ring', polygon(shell.slice(0, -1)), 'ring-open coordinates[0]'],
	[
		'a ring of three',
		polygon([
			[0, 0],
			[1, 1],
			[0, 0],
		]),
		'ring-short coordinates[0]',
	],
	['a collection of one', { type: 'GeometryCollection', geometries: [point(1, 2)] }, 'collection-of-one'],
	[
		'a collection in a collection',
		{ type: 'GeometryCollection', geometries: [point(1, 2), { type: 'GeometryCollection', geometries: [] }] },
		'collection-nested geometries[1]',
	],
	['a bbox of text', { ...point(0, 0), bbox: [0, 0, '1', 1] }, 'bbox-kind bbox'],
	['a bbox of five', { ...point(0, 0), bbox: [0, 0, 1, 1, 1] }, 'bbox-kind bbox'],
	['a bbox off the globe', { ...point(0, 0), bbox: [-200, 0, 1, 1] }, 'bbox-range bbox'],
	['a byte order mark', `\ufeff${JSON.stringify(collection())}`, 'byte-order-mark'],
	['two texts', `${JSON.stringify(feature(null))}\n${JSON.stringify(feature(null))}`, 'json-syntax'],
	['a missing comma', '{"type":"FeatureCollection","features":[{} {}]}', 'json-syntax features[0]'],
	['a feature missing between commas', '{"type":"FeatureCollection","features":[1,,2]}', 'json-syntax features[1]'],
	['an end that is missing', '{"type":"FeatureCollection","features":[1', 'json-syntax'],
];

test.each([...GEOMETRY, ...FORM])('finds %s', (_, value, expected) => {
	expect(found(value)).toContain(expected);
});

test('catches every file of bad geometry, each with a section, a place and words', () => {
	expect(GEOMETRY.length).toBeGreaterThan(15);
	for (const [name, value] of GEOMETRY) {
		const problems = validateGeojson(JSON.stringify(collection(feature(value, { bbox: undefined }))));
		const own = typeof value === 'object' && 'features' in value! ? validateGeojson(JSON.stringify(value)) : problems;
		expect(own.length, name).toBeGreaterThan(0);
		for (const problem of own) {
			expect(problem.section, name).toMatch(/^(RFC 8259, )?\d/);
			expect(problem.says.length + problem.message.length, name).toBeGreaterThan(30);
			expect(problem.path, name).toMatch(/^(bbox|features\[\d)/);
		}
	}
});

test('says little of what is wrong once', () => {
	expect(found(polygon([...shell].reverse()))).toHaveLength(1);
	expect(found(polygon([shell[0]!, ...shell]))).toHaveLength(1);
	expect(found(polygon(shell.slice(0, -1)))).toHaveLength(1);
	expect(
		found(
			polygon([
				[170, -10],
				[-170, -10],
				[-170, 10],
				[170, 10],
				[170, -10],
			]),
		),
	).toHaveLength(1);
});

const only = (text: string | Uint8Array): Partial<Problem> => {
	const problems = validateGeojson(text);
	expect(problems).toHaveLength(1);
	return problems[0]!;
};

test.each([
	['{\n\t"type": "Point",\n\t"coordinates": [1, 2],\n}', 3, 23, 'there is a comma before }'],
	['{\n"type": "Point" "coordinates": [1, 2]}', 2, 17, 'a comma or } is missing'],
	["{'type': 1}", 1, 2, "', which JSON does not use for quotes"],
	['{"type": "Poi\nnt"}', 1, 14, 'a line break'],
	['{"a": None}', 1, 7, 'a value is missing before "None"'],
	['{"a": // no\n1}', 1, 7, 'a comment'],
	['{"a": "\\x"}', 1, 7, 'an escape'],
	[
		'{"type":"FeatureCollection",\n"features":[\n{"type": "Feature"}},\n{}]}',
		3,
		20,
		'follows where the value has ended',
	],
	['{"a": [1, 2}', 1, 12, 'a comma or ] is missing before "}"'],
	['{"type":"FeatureCollection","features":[{},\n {"a" 1}]}', 2, 7, 'a colon is missing'],
	['{} {}', 1, 4, 'follows'],
])('tells where %j stops being JSON', (text, line, column, message) => {
	const problem = validateGeojson(text).find(({ code }) => code === 'json-syntax');
	expect(problem).toMatchObject({ line, column });
	expect(problem!.message).toContain(message);
});

test('offers the swapped pair, and only where it is one', () => {
	expect(only(JSON.stringify(point(46.95, 107.45))).fix).toBe('if they are swapped, write [107.45, 46.95]');
	expect(only(JSON.stringify(point(107.45, 191))).fix).not.toContain('swapped');
});

test('offers to cut only what can only be meant to cross', () => {
	const wide = box(-170, -80, 170, 80);
	expect(only(JSON.stringify(polygon(wide)))).toMatchObject({ code: 'antimeridian', isFixable: false });
	expect(only(JSON.stringify(polygon([...wide].reverse())))).toMatchObject({ code: 'antimeridian', isFixable: true });
});

test('tells line and column of what follows the features', () => {
	const text =
		'{"type":"FeatureCollection","features":[\n {"type":"Feature","properties":{},\n "geometry":null}\n ],\n "bbox":5}';
	expect(only(text)).toMatchObject({ code: 'bbox-kind', line: 5, column: 9 });
});

test('refuses what is nested too deeply, however deep', () => {
	const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
	expect(found(`{"type":"Point","coordinates":[1,2],"x":${deep(63)}}`)).toEqual([]);
	expect(found(`{"type":"Point","coordinates":[1,2],"x":${deep(64)}}`)[0]).toContain('nested-too-deep x[0]');
	expect(only(deep(1_000_000)).message).toContain('64 levels');
	expect(only(`{"type":"FeatureCollection","features":[${deep(100_000)}]}`).code).toBe('nested-too-deep');
	expect(VALIDATION_LIMITS.maxDepth).toBe(64);
});

test('tells bytes that are not UTF-8', () => {
	const latin = new Uint8Array([
		...new TextEncoder().encode('{"type":"Point",\n"coordinates":[1,2],"name":"Z'),
		0xfc,
		0x22,
		0x7d,
	]);
	expect(only(latin)).toMatchObject({ code: 'not-utf-8', line: 2, column: 30 });
	expect(only(new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])).message).toBe('is not UTF-8 but UTF-16');
});

test('lists many problems and counts very many', () => {
	const problems = validateGeojson(JSON.stringify(collection(...Array.from({ length: 12_000 }, () => 5))));
	expect(problems).toHaveLength(10_001);
	expect(problems.at(-1)!.message).toBe('2000 more problems are not listed');
});

test('never throws, on any JSON and on broken GeoJSON', () => {
	const runs = { numRuns: RUNS, seed: SEED };
	fc.assert(
		fc.property(fc.oneof(fc.json(), brokenGeojson, fc.string()), (text) => Array.isArray(validateGeojson(text))),
		runs,
	);
	fc.assert(
		fc.property(fc.uint8Array(), (bytes) => Array.isArray(validateGeojson(bytes))),
		runs,
	);
});

test('whether a text is JSON is what JSON.parse says', () => {
	const property = fc.property(brokenGeojson, (text) => {
		const codes = new Set(validateGeojson(text).map(({ code }) => code));
		const isJson = !codes.has('json-syntax') && !codes.has('number-spelling');
		let expected = true;
		try {
			JSON.parse(text);
		} catch {
			expected = false;
		}
		return isJson === expected;
	});
	fc.assert(property, { numRuns: RUNS, seed: SEED });
});

test('finds the same in any parts', () => {
	const property = fc.property(
		brokenGeojson,
		fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
		(text, sizes) => {
			const bytes = new TextEncoder().encode(text);
			const problems: Problem[] = [];
			const validator = createValidator({ onProblem: (problem) => problems.push(problem) });
			for (let at = 0, i = 0; at < bytes.length; i++) {
				const size = sizes[i % sizes.length]!;
				validator.write(bytes.subarray(at, at + size));
				at += size;
			}
			validator.end();
			problems.sort((a, b) => a.line - b.line || a.column - b.column);
			expect(problems).toEqual(validateGeojson(bytes));
		},
	);
	fc.assert(property, { numRuns: RUNS, seed: SEED });
});

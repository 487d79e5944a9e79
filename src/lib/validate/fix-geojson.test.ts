import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyGeojson, brokenGeojson } from './any-geojson-fixture.ts';
import { fixGeojson } from './fix-geojson.ts';
import { validateGeojson } from './validate-geojson.ts';

/** 20,000 were run for each property before this was committed; a unit test has less time. */
const RUNS = 250;
const SEED = 7946;

type XY = [number, number];
const box = (west: number, south: number, east: number, north: number): XY[] => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
	[west, south],
];
const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates });
const fixed = (value: unknown) => JSON.parse(fixGeojson(JSON.stringify(value))) as unknown;
const codes = (text: string) => validateGeojson(text).map(({ code }) => code);

test('leaves every byte of what is sound', () => {
	for (const text of [
		'\ufeff{ "type" : "Point",\r\n\t"coordinates":[ 1.50, 2e0 ] , "x":"\\u00e9" }\n\n',
		'{"type":"FeatureCollection","features":[ ],"x":1}',
		'{"features":[ {"type":"Feature","properties":{},"geometry":null} ,\n{"type":"Feature","geometry":null,"properties":{"a":1.00}}\n],"type":"FeatureCollection"}',
	]) {
		expect(fixGeojson(text)).toBe(text);
	}
});

test('leaves what is no JSON, what has a name twice and what is in other coordinates', () => {
	const ring = '[[0,0],[0,1],[1,1],[1,0]]';
	for (const text of [
		`{"type":"Polygon","coordinates":[${ring}]`,
		`{"type":"Polygon","coordinates":[${ring}],"type":"Polygon"}`,
		`{"type":"Polygon","coordinates":[${ring}],"crs":{"type":"name","properties":{"name":"EPSG:3857"}}}`,
		`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[${ring}]}}],"crs":5}`,
		`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[${ring}]}},]}`,
		`{"type":"FeatureCollection","features":[{"type" 1},{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[${ring}]}}]}`,
	]) {
		expect(fixGeojson(text)).toBe(text);
	}
});

test('mends in place, with the white space of the file', () => {
	const text = `{ "type": "Polygon", "coordinates": [
	[
		[0.0, 0.0],
		[0.123456789, 8],
		[0.123456789, 8],
		[8, 8]
	]
] }`;
	expect(fixGeojson(text)).toBe(`{ "type": "Polygon", "coordinates": [
	[
		[0.0, 0.0],
		[8, 8],
		[0.1234568, 8],
		[0.0, 0.0]
	]
] }`);
});

test('turns holes and outer rings', () => {
	const shell = box(0, 0, 8, 8);
	const hole = box(2, 2, 4, 4);
	const right = polygon(shell, [...hole].reverse());
	expect(fixed(polygon([...shell].reverse(), hole))).toEqual(right);
	expect(fixed(right)).toEqual(right);
});

test('rounds only where nothing else suffers', () => {
	const sliver = polygon([
		[0, 0],
		[0.00000002, 0.00000001],
		[0.00000001, 0.00000003],
		[0, 0],
	]);
	expect(fixed(sliver)).toEqual(sliver);
	expect(fixed({ type: 'Point', coordinates: [-0.00000001, 12.34567896, 1.123456789] })).toEqual({
		type: 'Point',
		coordinates: [0, 12.345679, 1.1234568],
	});
	expect(
		fixed({
			type: 'LineString',
			coordinates: [
				[0, 0],
				[0.00000001, 0],
				[1, 1],
			],
		}),
	).toEqual({
		type: 'LineString',
		coordinates: [
			[0, 0],
			[1, 1],
		],
	});
});

test('does not touch a bow-tie, a ring that may be wide, or one around a pole', () => {
	for (const ring of [
		[
			[0, 0],
			[4, 4],
			[4, 0],
			[0, 4],
			[0, 0],
		],
		box(-170, -80, 170, 80),
		[
			[0, 80],
			[120, 80],
			[-120, 80],
			[0, 80],
		],
	]) {
		expect(fixed(polygon(ring))).toEqual(polygon(ring));
	}
});

test('cuts lines', () => {
	const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });
	expect(fixed(line([170, 0], [-170, 10], [-160, 10], [170, 5].slice(0, 2)))).toEqual({
		type: 'MultiLineString',
		coordinates: [
			[
				[170, 0],
				[180, 5],
			],
			[
				[-180, 5],
				[-170, 10],
				[-160, 10],
				[-180, 6.6666667],
			],
			[
				[180, 6.6666667],
				[170, 5],
			],
		],
	});
	expect(fixed(line([170, 0, 100], [-170, 10, 200]))).toMatchObject({
		coordinates: [
			[
				[170, 0, 100],
				[180, 5, 150],
			],
			[
				[-180, 5, 150],
				[-170, 10, 200],
			],
		],
	});
	expect(fixed(line([170, 0], [-180, 10]))).toEqual(line([170, 0], [180, 10]));
	expect(fixed(line([180, 0], [-170, 10], [-160, 1]))).toEqual(line([-180, 0], [-170, 10], [-160, 1]));
});

/** Twice the area on the plane of all polygons, holes taken off. */
function area({ type, coordinates }: { type: string; coordinates: number[][][] | number[][][][] }): number {
	const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as number[][][][];
	return polygons
		.flat()
		.reduce(
			(sum, ring) => sum + ring.slice(1).reduce((part, [x, y], i) => part + ring[i]![0]! * y! - x! * ring[i]![1]!, 0),
			0,
		);
}

/** A ring given with longitudes that go on beyond 180. */
const wrapped = (ring: number[][]) => ring.map(([x, y]) => [x! > 180 ? x! - 360 : x!, y!]);

test.each<[string, number[][][], number]>([
	['a box', [box(170, -10, 190, 10)], 2],
	[
		'a box that begins in the east',
		[
			[
				[190, -10],
				[190, 10],
				[170, 10],
				[170, -10],
				[190, -10],
			],
		],
		2,
	],
	[
		'a comb whose teeth lie in the east',
		[
			[
				[170, 0],
				[190, 0],
				[190, 2],
				[175, 2],
				[175, 4],
				[190, 4],
				[190, 6],
				[170, 6],
				[170, 0],
			],
		],
		3,
	],
	['a hole in the west', [box(160, -10, 190, 10), box(165, -5, 170, 5).reverse()], 2],
	['a hole in the east', [box(160, -10, 200, 10), box(185, -5, 190, 5).reverse()], 2],
	['a hole over the cut', [box(160, -10, 200, 10), box(175, -5, 185, 5).reverse()], 2],
	['a hole that touches the cut', [box(160, -10, 200, 10), box(170, -5, 180, 5).reverse()], 2],
	[
		'vertices on the cut',
		[
			[
				[170, 0],
				[180, -5],
				[190, 0],
				[180, 5],
				[170, 0],
			],
		],
		2,
	],
	[
		'a tip that touches the cut',
		[
			[
				[170, 0],
				[190, 0],
				[190, 2],
				[180, 4],
				[190, 6],
				[170, 6],
				[170, 0],
			],
		],
		3,
	],
])('cuts %s', (_, rings, parts) => {
	const before = polygon(...rings.map(wrapped));
	const after = fixed(before) as { type: string; coordinates: number[][][][] };
	expect(validateGeojson(JSON.stringify(after))).toEqual([]);
	expect(after.type).toBe('MultiPolygon');
	expect(after.coordinates).toHaveLength(parts);
	expect(area(after)).toBeCloseTo(area(polygon(...rings)), 4);
});

test('cuts what crosses in a MultiPolygon, and leaves the rest', () => {
	const other = box(0, 0, 1, 1);
	const after = fixed({ type: 'MultiPolygon', coordinates: [[other], [wrapped(box(170, -10, 190, 10))]] });
	expect((after as { coordinates: unknown[] }).coordinates).toHaveLength(3);
	expect((after as { coordinates: unknown[] }).coordinates[0]).toEqual([other]);
});

test('a bbox is what its content, once mended, spans', () => {
	const feature = (geometry: object, parts: object = {}) => ({ type: 'Feature', properties: {}, geometry, ...parts });
	const text = JSON.stringify({
		type: 'FeatureCollection',
		bbox: [0, 0, 0, 0],
		features: [
			feature(polygon(wrapped(box(170, -10, 190, 10))), { bbox: [170, -10, 175, 10] }),
			feature({ type: 'Point', coordinates: [175, 20], bbox: 'none' }),
		],
		note: { bbox: 1 },
	});
	const after = JSON.parse(fixGeojson(text)) as {
		bbox: number[];
		features: { bbox: number[]; geometry: { bbox: number[] } }[];
	};
	expect(after.bbox).toEqual([170, -10, -170, 20]);
	expect(after.features[0]!.bbox).toEqual([170, -10, -170, 10]);
	expect(after.features[1]!.geometry.bbox).toEqual([175, 20, 175, 20]);
	expect(codes(JSON.stringify(after))).toEqual([]);
	const last = JSON.stringify({
		type: 'FeatureCollection',
		features: [feature({ type: 'Point', coordinates: [3, 4, 5] })],
		bbox: [1, 2, 3, 4],
	});
	expect(fixGeojson(last)).toBe(last.replace('[1,2,3,4]', '[3, 4, 5, 3, 4, 5]'));
});

test('fixing twice changes nothing, and nothing is worse than before', () => {
	const property = fc.property(
		fc.oneof(
			anyGeojson.map((value) => JSON.stringify(value)),
			brokenGeojson,
		),
		(text) => {
			const once = fixGeojson(text);
			expect(fixGeojson(once)).toBe(once);
			const before = codes(text);
			if (once !== text) expect(() => JSON.parse(once) as unknown).not.toThrow();
			for (const code of new Set(codes(once))) {
				if (!code.startsWith('bbox') && code !== 'more-problems') expect(before).toContain(code);
			}
		},
	);
	fc.assert(property, { numRuns: RUNS, seed: SEED });
});

/** Sound polygons around a middle, spoilt in every way that can be mended. */
const spoilt = fc
	.record({
		middle: fc.tuple(fc.integer({ min: -179, max: 179 }), fc.integer({ min: -60, max: 60 })),
		radii: fc.array(fc.integer({ min: 30, max: 90 }), { minLength: 3, maxLength: 9 }),
		isOpen: fc.boolean(),
		isReversed: fc.boolean(),
		isRepeated: fc.boolean(),
		isPrecise: fc.boolean(),
		bbox: fc.constantFrom(undefined, [1, 2, 3, 4], [0, 9, 0, -9], 'x'),
	})
	.map(({ middle: [lng, lat], radii, isOpen, isReversed, isRepeated, isPrecise, bbox }) => {
		const ring = radii.map((radius, i) => {
			const angle = (2 * Math.PI * (i + 0.3)) / radii.length;
			const [x, y] = [lng + (Math.cos(angle) * radius) / 10, lat + (Math.sin(angle) * radius) / 10];
			const inRange = x > 180 ? x - 360 : x < -180 ? x + 360 : x;
			return isPrecise ? [inRange, y] : [Number(inRange.toFixed(3)), Number(y.toFixed(3))];
		});
		const crosses = Math.abs(lng) > 170;
		const turned = isReversed && !crosses ? ring.reverse() : ring;
		const repeated = isRepeated
			? turned.flatMap((position, i) => (i % 2 === 0 ? [position, position] : [position]))
			: turned;
		const closed = isOpen ? repeated : [...repeated, repeated[0]!];
		return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [closed] }, bbox };
	});

test('none of what can be mended is left in a fixed file', () => {
	const property = fc.property(fc.array(spoilt, { minLength: 1, maxLength: 3 }), (features) => {
		const text = JSON.stringify({ type: 'FeatureCollection', features, bbox: [0, 0, 1, 1] });
		expect(codes(fixGeojson(text)).filter((code) => code !== 'bbox-loose')).toEqual([]);
	});
	fc.assert(property, { numRuns: RUNS, seed: SEED });
});

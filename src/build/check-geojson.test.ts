import { expect, test } from 'vitest';
import { checkGeojson } from './check-geojson.ts';

const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });

test('passes what is GeoJSON', () => {
	const features = [{ type: 'Feature', id: 'a', properties: {}, geometry: point(7, 46) }];
	expect(checkGeojson({ type: 'FeatureCollection', features })).toEqual([]);
	expect(
		checkGeojson({
			type: 'MultiLineString',
			coordinates: [
				[
					[0, 0],
					[1, 1],
				],
			],
		}),
	).toEqual([]);
});

test('finds what the validator alone lets through', () => {
	for (const bad of [point(200, 95), point(NaN, 0), { type: 'constructor' }]) expect(checkGeojson(bad)).not.toEqual([]);
});

test('answers where the validator alone throws', () => {
	expect(checkGeojson({ type: 'Polygon', coordinates: [[]] })).not.toEqual([]);
	let deep: unknown = point(0, 0);
	for (let i = 0; i < 20_000; i++) deep = { type: 'GeometryCollection', geometries: [deep] };
	expect(checkGeojson(deep)).toEqual([{ path: '', message: 'is nested too deeply' }]);
	expect(checkGeojson(null)).toHaveLength(1);
});

test('does not drown the reader', () => {
	const features = Array.from({ length: 500 }, () => ({ type: 'Feature', properties: {}, geometry: point('x', 0) }));
	expect(checkGeojson({ type: 'FeatureCollection', features }).length).toBeLessThanOrEqual(20);
});

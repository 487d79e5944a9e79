import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { arbitraryIncidents } from '../view/incident-fixture.ts';
import { bytesOf, type ExportContext } from './export-context.ts';
import { claimFixture, contextFixture, incidents, NASTY } from './export-fixture.ts';
import { toGeoparquet } from './to-geoparquet.ts';
import { wkb } from './wkb.ts';

async function read(context: ExportContext) {
	const { buffer } = await bytesOf(toGeoparquet(context)[0]!.chunks);
	const rows = await parquetReadObjects({ file: buffer });
	const metadata = parquetMetadata(buffer);
	const value = (name: string) => metadata.key_value_metadata!.find(({ key }) => key === name)!.value!;
	return {
		rows,
		metadata,
		geo: JSON.parse(value('geo')) as Record<string, unknown>,
		description: value('description'),
	};
}

test('the metadata are those of GeoParquet 1.1', async () => {
	const { geo, description, metadata } = await read(contextFixture);
	expect(geo).toEqual({
		version: '1.1.0',
		primary_column: 'geometry',
		columns: {
			geometry: { encoding: 'WKB', geometry_types: ['Point'], bbox: [-71.1234567, -33.7654321, 42.4, 33.8] },
			area: { encoding: 'WKB', geometry_types: ['Polygon'], bbox: [-72, -34, -71, -33] },
		},
	});
	expect(description).toContain('CC BY 4.0');
	expect(metadata.num_rows).toBe(3n);
});

test('dates are dates, lists lists, claims stay inside, and what is unknown is null', async () => {
	const { rows } = await read(contextFixture);
	expect(rows[0]).toMatchObject({
		id: 'plain-strike',
		date_start: new Date('2024-04-21'),
		perpetrators: ['redland', 'blue-militia'],
		targets: [],
		killed_low: 90n,
		killed_high: null,
		uncertainty_km: 2,
		claims: incidents[0]!.properties.claims,
		geometry: { type: 'Point', coordinates: [42.4, 33.8] },
		area: null,
	});
	expect(rows[1]).toMatchObject({ geometry: null, killed: null, place_name: null });
	expect(rows[2]).toMatchObject({ title: NASTY, area: contextFixture.areas[0]!.geometry });
});

test('imported columns are kept, and nothing on show is a file without rows', async () => {
	const { rows } = await read({ ...contextFixture, originals: () => ({ FATALITIES: '0' }) });
	expect(rows[0]!.original).toEqual({ FATALITIES: '0' });
	const empty = await read({ ...contextFixture, features: [], count: 0 });
	expect(empty.rows).toEqual([]);
	expect(empty.geo).toMatchObject({ columns: { geometry: { geometry_types: [] } } });
});

test('more than one group of rows reads back in order', async () => {
	const many = Array.from({ length: 20_010 }, (_, index) => ({ ...incidents[0]!, id: `row-${index}` }));
	const { rows, metadata } = await read({ ...contextFixture, features: many, count: many.length });
	expect(metadata.row_groups).toHaveLength(2);
	expect(rows).toHaveLength(many.length);
	expect([rows[19_999]!.id, rows[20_009]!.id]).toEqual(['row-19999', 'row-20009']);
}, 30_000);

test('whatever is exported reads back with its id, dates, coordinates, figures and claims', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryIncidents, async (drafts) => {
			const features = drafts.map((feature) => ({
				...feature,
				properties: { ...feature.properties, claims: [claimFixture] },
			}));
			const { rows } = await read({ ...contextFixture, features });
			const figure = (count: number | null) => (count === null ? null : BigInt(count));
			expect(rows).toMatchObject(
				features.map(({ id, geometry, properties: p }) => ({
					id,
					geometry,
					date_start: new Date(p.date_start),
					date_end: new Date(p.date_end),
					weapon: p.weapon,
					killed_low: figure(p.killed_low),
					injured_high: figure(p.injured_high),
					claims: [claimFixture],
				})),
			);
		}),
		{ numRuns: 15 },
	);
});

test('geometries of every type are written as the OGC has them', () => {
	const hex = (geometry: Geometry) => Buffer.from(wkb(geometry)).toString('hex');
	const [x, y] = ['000000000000f03f', '0000000000000040'];
	expect(hex({ type: 'Point', coordinates: [1, 2] })).toBe(`0101000000${x}${y}`);
	expect(hex({ type: 'MultiPoint', coordinates: [[1, 2]] })).toBe(`010400000001000000${`0101000000${x}${y}`}`);
	const line = `0102000000${'02000000'}${x}${y}${y}${x}`;
	const ends = [
		[1, 2],
		[2, 1],
	];
	expect(hex({ type: 'LineString', coordinates: ends })).toBe(line);
	expect(hex({ type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: ends }] })).toBe(
		`010700000001000000${line}`,
	);
	const ring = [
		[1, 2],
		[2, 1],
		[2, 2],
		[1, 2],
	];
	const polygon = `0103000000${'01000000'}${'04000000'}${x}${y}${y}${x}${y}${y}${x}${y}`;
	expect(hex({ type: 'Polygon', coordinates: [ring] })).toBe(polygon);
	expect(hex({ type: 'MultiPolygon', coordinates: [[ring]] })).toBe(`010600000001000000${polygon}`);
});

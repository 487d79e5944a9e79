import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { contextFixture, claimFixture, NASTY } from '../export/export-fixture.ts';
import { bytesOf, type ExportContext, type ExportFile } from '../export/export-context.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { OriginalObject } from '../model/original.ts';
import { arbitraryIncidents } from '../view/incident-fixture.ts';
import { WGS_84 } from './feature/crs.ts';
import type { Format } from './format.ts';
import type { ImportedRow } from './imported-row.ts';
import { readFixture } from './read-fixture.ts';
import { readGeometry } from './feature/read-geometry.ts';

/** What of a row survives in a file of ours. */
export type KeptRow = Pick<ImportedRow, 'feature' | 'shape' | 'original'>;

const text = fc
	.oneof(
		fc.constantFrom(NASTY, 'a;b\\;c', "'+1", ' two  spaces', 'line\nline'),
		fc.string({ unit: 'grapheme', maxLength: 20 }),
	)
	.map((each) => each.trim())
	.filter((each) => each !== '');
const degrees = (most: number) =>
	fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((value) => (value === 0 ? 0 : value / 1e7));
const position = fc.tuple(degrees(180), degrees(90));
const line = fc.uniqueArray(position, { minLength: 2, maxLength: 5, selector: String });
const ring = fc.tuple(degrees(170), degrees(80), fc.integer({ min: 1, max: 9 })).map(([lng, lat, side]) => [
	[lng, lat],
	[lng + side, lat],
	[lng + side, lat + side],
	[lng, lat],
]);
const simple = fc.oneof(
	line.map((coordinates) => ({ type: 'LineString', coordinates })),
	fc.array(line, { minLength: 2, maxLength: 3 }).map((coordinates) => ({ type: 'MultiLineString', coordinates })),
	fc.array(ring, { minLength: 1, maxLength: 2 }).map((coordinates) => ({ type: 'Polygon', coordinates })),
	fc
		.array(fc.tuple(ring), { minLength: 2, maxLength: 3 })
		.map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
	fc
		.uniqueArray(position, { minLength: 2, maxLength: 4, selector: String })
		.map((coordinates) => ({ type: 'MultiPoint', coordinates })),
);
const shape = fc.oneof(
	simple,
	fc.tuple(line, ring).map(([path, area]) => ({
		type: 'GeometryCollection',
		geometries: [
			{ type: 'LineString', coordinates: path },
			{ type: 'Polygon', coordinates: [area] },
		],
	})),
);
const plain = fc.oneof(text, fc.integer(), fc.constantFrom('', null, true, 0.5), fc.constant('=1+1'));
const original = fc.oneof(
	fc.constant({}),
	fc.dictionary(
		fc.oneof(fc.constantFrom('__proto__', 'constructor', 'id', 'a.b'), text),
		fc.oneof(plain, fc.array(plain), fc.dictionary(text, plain)),
	),
);

/** Rows as imports leave them: with claims and without, with shapes, originals, and no place at all. */
export const arbitraryRows: fc.Arbitrary<KeptRow[]> = arbitraryIncidents.chain((features) =>
	fc.tuple(
		...features.slice(0, 12).map((feature) =>
			fc
				.record({
					title: text,
					basis: text,
					place: fc.option(position),
					shape: fc.option(shape),
					original,
					parties: fc.array(text),
					hasClaims: fc.boolean(),
				})
				.map((drawn): KeptRow => rowOf(feature, drawn)),
		),
	),
);

interface Drawn {
	readonly title: string;
	readonly basis: string;
	readonly place: [number, number] | null;
	readonly shape: object | null;
	readonly original: OriginalObject | object;
	readonly parties: readonly string[];
	readonly hasClaims: boolean;
}

function rowOf(feature: IncidentFeature, drawn: Drawn): KeptRow {
	const read = readGeometry(drawn.shape, WGS_84, false);
	if ('reason' in read) throw new Error(read.reason);
	const point = read.point ?? drawn.place;
	const properties = {
		...feature.properties,
		title: drawn.title,
		date_basis: drawn.basis,
		perpetrators: [...drawn.parties],
		claims: drawn.hasClaims ? [claimFixture, { ...claimFixture, id: 'c2', paraphrase: drawn.title }] : [],
		reports: drawn.hasClaims ? ['report-one'] : [],
	};
	return {
		feature: { ...feature, geometry: point === null ? null : { type: 'Point', coordinates: point }, properties },
		shape: read.shape,
		original: drawn.original as OriginalObject,
	};
}

/** What stands on the page after these rows were imported. */
export function contextOf(rows: readonly KeptRow[]): ExportContext {
	const byId = new Map(rows.map((row) => [row.feature.id, row]));
	return {
		...contextFixture,
		features: rows.map(({ feature }) => feature),
		count: rows.length,
		areas: [],
		statements: [],
		aggregates: [],
		shapes: ({ id }) => byId.get(id)?.shape as Geometry | null,
		originals: ({ id }) => {
			const held = byId.get(id)?.original ?? {};
			return Object.keys(held).length === 0 ? null : held;
		},
	};
}

/** Exports the rows, and reads them back. */
export async function roundTrip(
	rows: readonly KeptRow[],
	write: (context: ExportContext) => ExportFile[] | Promise<ExportFile[]>,
	format: Format,
): Promise<{ rows: KeptRow[]; rejected: object[] }> {
	const [file] = await write(contextOf(rows));
	const read = await readFixture(format, await bytesOf(file!.chunks));
	return {
		rows: read.rows.map((row) => ({ feature: row.feature, shape: row.shape, original: row.original })),
		rejected: read.rejected,
	};
}

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, type ExportContext, type ExportFile } from '../export/export-context.ts';
import { claimFixture, contextFixture } from '../export/export-fixture.ts';
import { toClaimsCsv, toCsv } from '../export/to-csv.ts';
import { toDataPackage } from '../export/to-data-package.ts';
import { toGeojson } from '../export/to-geojson.ts';
import { toNdjson } from '../export/to-ndjson.ts';
import { toXlsx } from '../export/to-xlsx.ts';
import type { Claim } from '../model/claim.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { OriginalObject } from '../model/original.ts';
import { arbitraryIncidents } from '../view/incident-fixture.ts';
import { geojson } from './geojson.ts';
import { readHead } from './head.ts';
import type { ImportedRow } from './imported-row.ts';
import { ndjson } from './ndjson.ts';
import { ownPackage } from './own-package.ts';
import { ownTable } from './own-table.ts';
import { readFixture } from './read-fixture.ts';
import { recognise } from './recognise.ts';
import { sourceFixture } from './source-fixture.ts';

/** What an importer keeps of a row. */
type Kept = Pick<ImportedRow, 'feature' | 'shape' | 'original' | 'sources'>;
type Shape = NonNullable<ImportedRow['shape']>;

function contextOf(rows: readonly Kept[]): ExportContext {
	const byId = new Map(rows.map((row) => [row.feature.id, row]));
	const { statements, aggregates } = { statements: [], aggregates: [] };
	return {
		...contextFixture,
		features: rows.map(({ feature }) => feature),
		count: rows.length,
		statements,
		aggregates,
		originals: ({ id }) => byId.get(id)!.original,
		sources: ({ id }) => byId.get(id)!.sources,
		shapes: ({ id }) => byId.get(id)!.shape,
	};
}

const RUNS = { numRuns: 25, seed: 5, endOnFailure: true };
/** How long these may take where the machine is busy. */
const SLOW_MS = 60_000;
const keep = ({ feature, shape, original, sources }: ImportedRow): Kept => ({ feature, shape, original, sources });
const wholeOf = async ([file]: readonly ExportFile[]) => bytesOf(file!.chunks);

const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('=1+1', "'=x", '__proto__', 'a;b', '\u202ex', ' -2 '),
);
const shapes: fc.Arbitrary<Shape | null> = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(null) },
	fc.tuple(fc.integer({ min: -170, max: 170 }), fc.integer({ min: -80, max: 80 })).map(([x, y]): Shape => ({
		type: 'Polygon',
		coordinates: [
			[
				[x, y],
				[x + 1.5, y],
				[x + 1.25, y + 1.125],
				[x, y],
			],
		],
	})),
	fc.constant<Shape>({
		type: 'LineString',
		coordinates: [
			[1, 2],
			[3.5, 4],
		],
	}),
);
/** Incidents with everything that one can have: claims, links, names of others, columns of a file, a shape. */
const rows: fc.Arbitrary<Kept[]> = fc
	.tuple(
		arbitraryIncidents,
		fc.array(
			fc.record({
				claims: fc.constantFrom<Claim[]>([], [claimFixture]),
				parties: fc.array(fc.constantFrom('redland', 'Some Army (2014-)', 'a;b', 'عين')),
				original: fc.dictionary(text, fc.jsonValue({ maxDepth: 3, noUnicodeString: false }), { maxKeys: 4 }),
				shape: shapes,
				sources: fc.array(fc.string()),
				isLocated: fc.boolean(),
				note: fc.option(text.map((each) => each.trim()).filter((each) => each !== '')),
			}),
			{ minLength: 8, maxLength: 8 },
		),
	)
	.map(([features, extras]) =>
		features.slice(0, 8).map((feature, index): Kept => {
			const { claims, parties, original, sources, shape, isLocated, note } = extras[index]!;
			const properties = { ...feature.properties, claims, perpetrators: parties, editor_note: note };
			const point = { type: 'Point' as const, coordinates: [-71.1234567, 33.5] as [number, number] };
			const own: IncidentFeature = { ...feature, geometry: isLocated ? point : null, properties };
			return {
				feature: own,
				shape: isLocated ? shape : null,
				original: JSON.parse(JSON.stringify(original)) as OriginalObject,
				sources,
			};
		}),
	);

test.each([
	['GeoJSON', geojson, toGeojson],
	['newline-delimited GeoJSON', ndjson, toNdjson],
	['a data package', ownPackage, toDataPackage],
])(
	'what is exported as %s comes back whole, and is recognised',
	async (_, format, write) => {
		await fc.assert(
			fc.asyncProperty(rows, async (made) => {
				fc.pre(made.length > 1);
				const first = await wholeOf(write(contextOf(made)));
				expect(recognise(await readHead(sourceFixture(first)))[0].format.id).toBe(format.id);
				const once = await readFixture(format, first);
				expect(once.rejected).toEqual([]);
				// A shape has its point made anew, as it was when the shape was read first.
				expect(once.rows.map(keep)).toEqual(
					made.map((row, index) => (row.shape === null ? row : { ...row, feature: once.rows[index]!.feature })),
				);
				const second = await wholeOf(write(contextOf(once.rows)));
				expect((await readFixture(format, second)).rows).toEqual(once.rows);
				// In a package, tables beside the records tell the point of a shape, which was made anew.
				if (format !== ownPackage) expect(second).toEqual(first);
			}),
			RUNS,
		);
	},
	SLOW_MS,
);

const written = fc.oneof(
	fc.string(),
	fc.constantFrom(
		'18 February 2024',
		'2024-02',
		'1 – 2',
		'about 5',
		'Unknown',
		'Drone strike',
		'Iraq',
		'A; B',
		'https://a.example/x',
		'33,5',
		'-0',
	),
	fc.double(),
	fc.integer({ min: -5, max: 3000 }),
	fc.constant(null),
	fc.jsonValue({ maxDepth: 2 }),
);
const ROLE_LIKE = [
	'id',
	'name',
	'description',
	'location',
	'country',
	'type',
	'actor1',
	'targets',
	'killed',
	'injured',
	'source',
	'lat',
	'lon',
];
const foreign = fc.record({
	type: fc.constant('Feature'),
	id: fc.option(fc.oneof(fc.string(), fc.integer())),
	geometry: fc.oneof(
		fc.constant(null),
		fc
			.tuple(
				fc.double({ min: -180, max: 180, noNaN: true }),
				fc.double({ min: -90, max: 90, noNaN: true }),
				fc.integer(),
			)
			.map((coordinates) => ({
				type: 'Point',
				coordinates: coordinates.slice(0, 2 + (Math.abs(coordinates[2]) % 2)),
			})),
		shapes,
	),
	properties: fc
		.tuple(
			fc.constantFrom('2024-02-18', '18/02/2024', '2024', 'October 7–10, 2023'),
			fc.dictionary(fc.oneof(fc.constantFrom(...ROLE_LIKE), fc.string()), written),
		)
		.map(([date, others]) => ({ ...others, event_date: date })),
});

test(
	'a file of others, imported, exported and imported again, gives the same rows',
	async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(foreign, { minLength: 1, maxLength: 6 }), async (features) => {
				const once = await readFixture(geojson, JSON.stringify({ type: 'FeatureCollection', features }));
				// The importer numbers ids that come again.
				const numbered = once.rows.map((row) => ({
					...row,
					feature: { ...row.feature, id: `${row.feature.id}~${row.number}` },
				}));
				for (const [format, write] of [
					[geojson, toGeojson],
					[ndjson, toNdjson],
				] as const) {
					const again = await readFixture(format, await wholeOf(write(contextOf(numbered))));
					expect(again.rejected).toEqual([]);
					expect(again.rows.map(keep)).toEqual(numbered.map(keep));
				}
			}),
			{ ...RUNS, numRuns: 100 },
		);
	},
	SLOW_MS,
);

/** Of a table: claims and links are in tables of their own, columns are texts, and there is no room for shapes. */
const tabled = ({ feature, original }: Kept): Kept => ({
	feature: { ...feature, properties: { ...feature.properties, claims: [], responds_to: [] } },
	shape: null,
	original,
	sources: [],
});
const cell = fc.oneof(
	fc.string(),
	fc.constantFrom('=1+1', "'=x", "''-1", '-2.5', '007', '2024-02-18', ' x ', 'true', 'nan'),
);
const tableRows = fc
	.tuple(
		rows,
		fc.uniqueArray(fc.constantFrom('a', '=b', '__proto__', 'id', 'latitude'), { minLength: 1 }),
		fc.array(cell, { minLength: 40, maxLength: 40 }),
	)
	.map(([made, columns, cells]) =>
		made.map((row, index): Kept => {
			const values = columns.map(
				(name, column) => [name, cells[index * columns.length + column]!.replace(/[^ -~]/g, '')] as const,
			);
			const note = row.feature.properties.editor_note?.replace(/[^ -~]/g, '').trim() ?? '';
			const feature = {
				...row.feature,
				properties: { ...row.feature.properties, editor_note: note === '' ? null : note },
			};
			return { ...row, feature, shape: null, original: index % 3 === 0 ? {} : Object.fromEntries(values) };
		}),
	);

test.each([
	['CSV', toCsv],
	['a workbook', toXlsx],
])(
	'what is exported as %s comes back as far as a table holds it, and is recognised',
	async (_, write) => {
		await fc.assert(
			fc.asyncProperty(tableRows, async (made) => {
				fc.pre(made.length > 0);
				const first = await wholeOf(await write(contextOf(made)));
				expect(recognise(await readHead(sourceFixture(first)))[0].format.id).toBe('atlas-table');
				const once = await readFixture(ownTable, first);
				expect(once.rejected).toEqual([]);
				const isEmpty = (original: OriginalObject) => Object.values(original).every((value) => value === '');
				const expected = made.map(tabled).map((row) => (isEmpty(row.original) ? { ...row, original: {} } : row));
				expect(once.rows.map(keep)).toEqual(expected);
				const second = await readFixture(ownTable, await wholeOf(await write(contextOf(once.rows))));
				expect(second.rows).toEqual(once.rows);
			}),
			RUNS,
		);
	},
	SLOW_MS,
);

test('a data package that lacks its records, or is damaged, is refused in words', async () => {
	const whole = await wholeOf(toDataPackage(contextOf([])));
	const text = Buffer.from(whole).toString('latin1').replaceAll('records.geojson', 'rec0rds.geojson');
	const renamed = new Uint8Array(Buffer.from(text, 'latin1'));
	await expect(readFixture(ownPackage, renamed)).rejects.toThrow('The archive has no part "records.geojson"');
	await expect(readFixture(ownPackage, whole.slice(0, -40))).rejects.toThrow('The archive has no directory at its end');
});

test('tables of ours without incidents are refused in words', async () => {
	const claims = await wholeOf(toClaimsCsv(contextFixture));
	expect(recognise(await readHead(sourceFixture(claims)))[0].format.id).toBe('atlas-table');
	await expect(readFixture(ownTable, claims)).rejects.toThrow('a table of our own that holds no incidents');
});

test('statements and totals are rejected with a reason, and incidents changed by hand with the property', async () => {
	const whole = new TextDecoder().decode(await wholeOf(toGeojson(contextFixture)));
	const { rows: read, rejected } = await readFixture(geojson, whole.replace('"kind":"drone-attack"', '"kind":"party"'));
	expect(read).toHaveLength(2);
	expect(rejected.map(({ number, column, value }) => [number, column, value])).toEqual([
		[1, 'kind', '"party"'],
		[4, 'unit', 'statement'],
		[5, 'unit', 'aggregate'],
	]);
	expect(rejected[0]!.reason).toContain('It is an incident of ours that was changed');
});

test('our own layers are read: incidents whole, statements and totals rejected with a reason', async () => {
	const layer = (name: string) =>
		readFileSync(new URL(`../../../geodata/layers/${name}.geojson`, import.meta.url), 'utf8');
	const incidents = layer('incidents');
	const { rows: read, rejected } = await readFixture(geojson, incidents);
	expect(rejected).toEqual([]);
	expect(read.map(({ feature }) => feature)).toEqual((JSON.parse(incidents) as { features: unknown[] }).features);
	for (const name of ['statements', 'aggregates']) {
		const others = await readFixture(geojson, layer(name));
		expect(others.rows).toEqual([]);
		expect(new Set(others.rejected.map(({ value }) => value))).toEqual(new Set([name.slice(0, -1)]));
	}
});

test('an incident of ours that ends before it begins is rejected', async () => {
	const whole = new TextDecoder().decode(await wholeOf(toGeojson(contextFixture)));
	const changed = whole.replace('"date_end":"2024-04-21"', '"date_end":"2024-04-20"');
	expect((await readFixture(geojson, changed)).rejected[0]).toEqual({
		number: 1,
		column: 'date_end',
		value: '2024-04-20',
		reason: 'The last day is before the first, 2024-04-21.',
	});
});

test('properties that somebody added to ours are kept among the columns', async () => {
	const whole = new TextDecoder().decode(await wholeOf(toGeojson(contextFixture)));
	const { rows: read } = await readFixture(
		geojson,
		whole.replace('"unit":"incident"', '"unit":"incident","my note":{"a":1}'),
	);
	expect(read[0]!.original).toEqual({ 'my note': { a: 1 } });
	expect(read[1]!.original).toEqual({});
});

import { expect, test } from 'vitest';
import { contextFixture, NASTY } from './export-fixture.ts';
import type { ExportFormatId } from './export-formats.ts';
import { isInstalled, runOn } from './ogr-fixture.ts';
import { writeExport } from './write-export.ts';

/** What each format is to GDAL, and with it to QGIS: number of features and some fields of its first layer, with types. */
const LISTINGS: readonly [ExportFormatId, count: number, fields: readonly string[]][] = [
	['geojson', 5, ['date_start: Date', 'killed_low: Integer', 'title: String']],
	['ndjson', 5, ['date_start: Date', 'killed_low: Integer', 'unit: String']],
	['kml', 3, ['killed_low: Integer', 'claims: String', 'uncertainty_km: Real', 'end: DateTime']],
	['kmz', 3, ['killed_low: Integer', 'claims: String', 'uncertainty_km: Real', 'begin: DateTime']],
	['gpx', 2, ['name: String', 'atlas_id: String', 'atlas_killed_low: Integer']],
	['csv', 3, ['longitude: String', 'killed_low: String']],
	['flatgeobuf', 3, ['date_start: DateTime', 'killed_low: Integer64', 'uncertainty_km: Real', 'claims: String']],
	['acled', 3, ['FATALITIES: String', 'LATITUDE: String']],
	['ucdp', 3, ['best: String', 'geom_wkt: String']],
	['xlsx', 3, ['date_start: Date', 'longitude: Real', 'killed_low: Integer']],
];

test.skipIf(!isInstalled('ogrinfo')).each(LISTINGS)(
	'GDAL lists %s without complaint [needs ogrinfo]',
	async (format, count, fields) => {
		const [file] = await writeExport(format, contextFixture);
		const listing = await runOn(file!, 'ogrinfo', ['-ro', '-al', '{}']);
		const layer = listing.slice(0, listing.indexOf('Layer name', listing.indexOf('Layer name') + 1) >>> 0);
		expect(layer).toContain(`Feature Count: ${count}`);
		for (const field of fields) expect(layer).toContain(field);
		expect(layer).not.toMatch(/^(Warning|ERROR)/m);
		// UCDP has no column for a title or a summary.
		expect(layer.includes(NASTY)).toBe(format !== 'ucdp');
	},
	30_000,
);

import type { ExportContext, ExportFile } from './export-context.ts';
import type { ExportFormatId } from './export-formats.ts';

type Write = (context: ExportContext) => ExportFile[] | Promise<ExportFile[]>;

/** Each format's code is fetched only when somebody exports to it. */
const WRITERS: Readonly<Record<ExportFormatId, () => Promise<Write>>> = {
	geojson: async () => (await import('./to-geojson.ts')).toGeojson,
	'geojson-by-kind': async () => (await import('./to-geojson.ts')).toGeojsonByKind,
	kml: async () => (await import('./to-kml.ts')).toKml,
	kmz: async () => (await import('./to-kmz.ts')).toKmz,
	gpx: async () => (await import('./to-gpx.ts')).toGpx,
	csv: async () => (await import('./to-csv.ts')).toCsv,
	'claims-csv': async () => (await import('./to-csv.ts')).toClaimsCsv,
	xlsx: async () => (await import('./to-xlsx.ts')).toXlsx,
	'data-package': async () => (await import('./to-data-package.ts')).toDataPackage,
	ndjson: async () => (await import('./to-ndjson.ts')).toNdjson,
	flatgeobuf: async () => (await import('./to-flatgeobuf.ts')).toFlatgeobuf,
	geoparquet: async () => (await import('./to-geoparquet.ts')).toGeoparquet,
	acled: async () => (await import('./to-acled.ts')).toAcled,
	ucdp: async () => (await import('./to-ucdp.ts')).toUcdp,
};

/** The files of an export. They are written as their chunks are gone over, one file after the other. */
export async function writeExport(format: ExportFormatId, context: ExportContext): Promise<ExportFile[]> {
	const write = await WRITERS[format]();
	return write(context);
}

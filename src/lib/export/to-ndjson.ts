import { type ExportContext, type ExportFile } from './export-context.ts';
import { fileName } from './file-name.ts';
import { featuresOn } from './to-geojson.ts';

/** A GeoJSON feature a line and nothing else, for tools that read line by line. There is no head to hold the licence. */
export function toNdjson(context: ExportContext): ExportFile[] {
	return [{ name: fileName(context, '.ndjson'), mediaType: 'application/x-ndjson', chunks: lines(context) }];
}

async function* lines(context: ExportContext): AsyncGenerator<string> {
	for await (const feature of featuresOn(context)) yield JSON.stringify(feature) + '\n';
}

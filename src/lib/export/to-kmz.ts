import { keysOf, type Kind, KINDS } from '../model/vocabulary.ts';
import { drawIcon } from './draw-icon.ts';
import type { ExportContext, ExportFile } from './export-context.ts';
import { fileName } from './file-name.ts';
import { kmlChunks } from './to-kml.ts';
import { type ZipEntry, zipStream } from './zip-stream.ts';

/** The KML document packed together with a picture for each kind of event, so that shape tells the kind as on the map. */
export function toKmz(context: ExportContext): ExportFile[] {
	return [
		{
			name: fileName(context, '.kmz'),
			mediaType: 'application/vnd.google-earth.kmz',
			chunks: zipStream(entries(context), context.exportedOn),
		},
	];
}

/** The document must come first. */
function* entries(context: ExportContext): Generator<ZipEntry> {
	yield { path: 'doc.kml', chunks: kmlChunks(context, iconPath) };
	for (const kind of keysOf(KINDS)) yield { path: iconPath(kind), chunks: [drawIcon(kind)] };
}

function iconPath(kind: Kind): string {
	return `icons/${kind}.png`;
}

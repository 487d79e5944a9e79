import { once } from 'node:events';
import { statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Chunk, ExportFile } from '../../lib/export/export-context.ts';
import { EXPORT_FORMATS, type ExportFormatId } from '../../lib/export/export-formats.ts';
import { replaceFile } from '../replace-file.ts';
import { STANDARD_STREAM, type Streams, UsageError } from './command.ts';

const BY_ENDING: Readonly<Record<string, ExportFormatId>> = {
	'.geojson': 'geojson',
	'.json': 'geojson',
	'.ndjson': 'ndjson',
	'.geojsonl': 'ndjson',
	'.geojsons': 'ndjson',
	'.jsonl': 'ndjson',
	'.csv': 'csv',
	'.kml': 'kml',
	'.kmz': 'kmz',
	'.gpx': 'gpx',
	'.xlsx': 'xlsx',
	'.fgb': 'flatgeobuf',
	'.parquet': 'geoparquet',
	'.zip': 'data-package',
};
const BINARY: ReadonlySet<ExportFormatId> = new Set(['kmz', 'xlsx', 'data-package', 'flatgeobuf', 'geoparquet']);
/** Text is gathered into pieces of this many characters before it is written. */
const PIECE_CHARACTERS = 2 ** 18;

export const FORMAT_NAMES = EXPORT_FORMATS.map(({ id }) => id);

/** The format asked for by name, else the one the ending of the target means, else GeoJSON. */
export function targetFormat(target: string | undefined, named: string | undefined): ExportFormatId {
	if (named !== undefined) {
		const format = FORMAT_NAMES.find((id) => id === named);
		if (format === undefined) throw new UsageError(`--to ${named}: it is none of ${FORMAT_NAMES.join(', ')}.`);
		return format;
	}
	if (target === undefined || target === STANDARD_STREAM || isFolder(target)) return 'geojson';
	const format = BY_ENDING[extname(target).toLowerCase()];
	if (format !== undefined) return format;
	throw new UsageError(
		`${target}: the ending tells no format. Use one of ${Object.keys(BY_ENDING).join(' ')}, or name one by --to.`,
	);
}

/** Throws where the bytes of a format would go to a terminal. */
export function checkTarget(target: string, format: ExportFormatId, { output }: Streams): void {
	if (target === STANDARD_STREAM && output.isTTY === true && BINARY.has(format)) {
		throw new UsageError(`${format} is no text for a terminal. Name a file by --output, or send it through a pipe.`);
	}
}

/**
 * Writes the files of an export to the target and gives their paths: into a folder under their own names, else the first
 * to the path and any other beside it. All are written beside their places first and then put there, so that whoever
 * looks finds what was there before or all of what is there now.
 */
export async function writeTarget(files: readonly ExportFile[], target: string, streams: Streams): Promise<string[]> {
	if (target === STANDARD_STREAM) {
		if (files.length > 1) {
			throw new UsageError(`The format has ${files.length} files: name a folder or a file by --output.`);
		}
		const { output } = streams;
		await writeChunks(files[0]!.chunks, async (piece) => {
			if (!output.write(piece)) await once(output, 'drain');
		});
		return [];
	}
	const paths = files.map(({ name }, index) => pathOf(target, name, index));
	const ready: { finish: () => Promise<void>; abandon: () => Promise<void> }[] = [];
	try {
		for (const [index, file] of files.entries()) {
			const replacement = await replaceFile(paths[index]!);
			ready.push(replacement);
			await writeChunks(file.chunks, replacement.write);
		}
		for (const { finish } of ready) await finish();
	} catch (error) {
		for (const { abandon } of ready) await abandon();
		throw error;
	}
	return paths;
}

function pathOf(target: string, name: string, index: number): string {
	if (isFolder(target)) return join(target, name);
	return index === 0 ? target : join(dirname(target), `${basename(target, extname(target))}_${name}`);
}

function isFolder(target: string): boolean {
	return target.endsWith('/') || (statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

async function writeChunks(chunks: ExportFile['chunks'], write: (piece: Chunk) => Promise<void>): Promise<void> {
	let text = '';
	for await (const chunk of chunks) {
		if (typeof chunk === 'string') {
			text += chunk;
			if (text.length < PIECE_CHARACTERS) continue;
		}
		if (text !== '') await write(text);
		text = '';
		if (typeof chunk !== 'string') await write(chunk);
	}
	if (text !== '') await write(text);
}

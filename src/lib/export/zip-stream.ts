import { Zip, ZipDeflate } from 'fflate';
import type { ExportFile } from './export-context.ts';

/** A file inside an archive. */
export interface ZipEntry {
	readonly path: string;
	readonly chunks: ExportFile['chunks'];
}

/** Bytes gathered before they are packed: the packer has a cost for each piece. */
const PIECE = 64 * 1024;

/** An archive, written while its files are gone over. `day` is what it says they were changed on, as an ISO date. */
export async function* zipStream(
	entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
	day: string,
): AsyncGenerator<Uint8Array> {
	let packed: Uint8Array[] = [];
	const zip = new Zip((error, bytes) => {
		if (error) throw error;
		packed.push(bytes);
	});
	const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
	// An archive has local times without a zone, so the local day is the one to give.
	const mtime = new Date(year, month - 1, dayOfMonth);
	for await (const { path, chunks } of entries) {
		const file = new ZipDeflate(path, { level: 6 });
		file.mtime = mtime;
		zip.add(file);
		for await (const piece of piecesOf(chunks)) {
			file.push(piece);
			yield* packed;
			packed = [];
		}
		file.push(new Uint8Array(0), true);
	}
	zip.end();
	yield* packed;
}

async function* piecesOf(chunks: ExportFile['chunks']): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	let text = '';
	for await (const chunk of chunks) {
		if (typeof chunk === 'string') {
			text += chunk;
			if (text.length < PIECE) continue;
		}
		if (text !== '') yield encoder.encode(text);
		text = '';
		if (typeof chunk !== 'string') yield chunk;
	}
	if (text !== '') yield encoder.encode(text);
}

import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { SourceFile } from '../../lib/import/source-file.ts';
import { spoolInput } from '../spool-input.ts';
import { STANDARD_STREAM, type Streams, UsageError } from './command.ts';

const CHUNK_BYTES = 2 ** 18;

/** A file to read; what comes through standard input is kept in a temporary file, as it is gone over twice. */
export async function openSource(path: string, { input }: Streams): Promise<SourceFile> {
	if (path === STANDARD_STREAM) return diskSource((await spoolInput(input, 'input')).path, 'standard input');
	return diskSource(path, basename(path));
}

async function diskSource(path: string, name: string): Promise<SourceFile> {
	const facts = await stat(path).catch(() => null);
	if (facts === null) throw new UsageError(`${path}: there is no such file.`);
	if (!facts.isFile()) throw new UsageError(`${path}: it is no file.`);
	return {
		name,
		size: facts.size,
		stream: () => Readable.toWeb(createReadStream(path, { highWaterMark: CHUNK_BYTES })) as ReadableStream<Uint8Array>,
		async slice(from, to) {
			const file = await open(path);
			try {
				const bytes = new Uint8Array(Math.max(0, Math.min(to, facts.size) - from));
				let length = 0;
				while (length < bytes.length) {
					const { bytesRead } = await file.read(bytes, length, bytes.length - length, from + length);
					if (bytesRead === 0) break;
					length += bytesRead;
				}
				return bytes.subarray(0, length);
			} finally {
				await file.close();
			}
		},
	};
}

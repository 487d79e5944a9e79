import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { temporaryFolder } from './temporary-files.ts';

/** Standard input as a file, for what goes over it more than once. */
export async function spoolInput(input: NodeJS.ReadableStream, name: string) {
	const folder = temporaryFolder();
	const path = join(folder, name);
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		await pipeline(input, createWriteStream(path));
	} catch (error) {
		await remove();
		throw error;
	}
	return { path, remove };
}

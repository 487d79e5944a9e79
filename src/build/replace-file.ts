import { createWriteStream, existsSync, realpathSync } from 'node:fs';
import { chmod, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { once } from 'node:events';
import { keep, removeAtExit } from './temporary-files.ts';

/** A file that is written beside its place and put there at once, so that an interrupted run leaves the old one. */
export interface Replacement {
	write: (piece: string | Uint8Array) => Promise<void>;
	/** Puts it in place. */
	finish: () => Promise<void>;
	/** Leaves what was there. */
	abandon: () => Promise<void>;
}

/**
 * Starts to write anew the file at a path, or a new one. Rejects where that cannot be written. Its part is removed where
 * the process is told to end.
 */
export async function replaceFile(path: string): Promise<Replacement> {
	const target = existsSync(path) ? realpathSync(path) : path;
	const part = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
	const stream = createWriteStream(part, { flags: 'wx' });
	await once(stream, 'open');
	removeAtExit(part);
	let failure: unknown = null;
	stream.on('error', (error) => (failure = error));
	const abandon = async () => {
		stream.destroy();
		await rm(part, { force: true });
		keep(part);
	};
	return {
		async write(piece) {
			if (failure !== null) throw failure as Error;
			if (!stream.write(piece)) await once(stream, 'drain');
		},
		async finish() {
			stream.end();
			await once(stream, 'close');
			if (failure !== null) throw failure as Error;
			if (existsSync(target)) await chmod(part, (await stat(target)).mode);
			await rename(part, target);
			keep(part);
		},
		abandon,
	};
}

import { ImportError } from '../format.ts';
import { LIMITS } from '../limits.ts';
import type { SourceFile } from '../source-file.ts';

/** All bytes of a file that cannot be read piece by piece; throws an `ImportError` where there are too many. */
export async function wholeFile(source: SourceFile, what: string, remedy: string): Promise<Uint8Array> {
	const tooLarge = (bytes: number) =>
		new ImportError(
			`The file has ${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MB; ${what} is read up to ${LIMITS.wholeFileBytes / 2 ** 20} MB, as it cannot be read piece by piece. ${remedy}`,
		);
	if (source.size !== null && source.size > LIMITS.wholeFileBytes) throw tooLarge(source.size);
	const bytes = await source.slice(0, LIMITS.wholeFileBytes + 1);
	if (bytes.length > LIMITS.wholeFileBytes) throw tooLarge(bytes.length);
	return bytes;
}

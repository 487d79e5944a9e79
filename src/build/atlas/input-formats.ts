import type { Format } from '../../lib/import/format.ts';
import { FORMATS } from '../../lib/import/formats.ts';
import { readHead } from '../../lib/import/head.ts';
import { recognise } from '../../lib/import/recognise.ts';
import type { SourceFile } from '../../lib/import/source-file.ts';

/** Names of the formats that are read. */
export const INPUT_FORMAT_NAMES = FORMATS.map(({ id }) => id);

/** The format with the name, else the one that the file's content tells. Throws an `ImportError`. */
export async function inputFormat(source: SourceFile, named: string | undefined): Promise<Format> {
	return FORMATS.find(({ id }) => id === named) ?? recognise(await readHead(source))[0].format;
}

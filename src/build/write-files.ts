import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes the files whose text differs from what is there and gives their paths. All are written beside their place
 * first and then renamed, so that no reader sees half a file and a failure leaves the old ones.
 */
export function writeFiles(root: string, files: ReadonlyMap<string, string>): string[] {
	const changed = [...files].filter(([file, text]) => {
		const path = join(root, file);
		return !existsSync(path) || readFileSync(path, 'utf8') !== text;
	});
	for (const [file, text] of changed) {
		const path = join(root, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(`${path}.part`, text);
	}
	for (const [file] of changed) renameSync(join(root, `${file}.part`), join(root, file));
	return changed.map(([file]) => file);
}

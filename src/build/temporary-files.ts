import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kept = new Set<string>();
let isListening = false;

/** Has a file or folder removed when the process ends, however it ends short of being killed outright. */
export function removeAtExit(path: string): void {
	kept.add(path);
	if (isListening) return;
	isListening = true;
	process.on('exit', () => {
		for (const each of kept) rmSync(each, { recursive: true, force: true });
	});
	for (const [signal, code] of [
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const) {
		process.once(signal, () => process.exit(code));
	}
}

/** It is where it belongs, or gone. */
export function keep(path: string): void {
	kept.delete(path);
}

/** A folder of the system's for temporary files, removed at the end. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-'));
	removeAtExit(folder);
	return folder;
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf, type ExportFile } from './export-context.ts';

/** Whether a program of the machine can be run. Tests that need it are skipped, and say so, where it cannot. */
export function isInstalled(program: string): boolean {
	try {
		execFileSync(program, ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Runs a program on an export with `{}` in its arguments for the path, and gives what it says, warnings included. */
export async function runOn(file: ExportFile, program: string, args: readonly string[]): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-export-'));
	try {
		const path = join(folder, file.name);
		writeFileSync(path, await bytesOf(file.chunks));
		const filled = args.map((arg) => arg.replace('{}', path));
		// Warnings go to the same stream, so that a test sees them.
		return execFileSync('sh', ['-c', '"$0" "$@" 2>&1', program, ...filled], { encoding: 'utf8' });
	} finally {
		rmSync(folder, { recursive: true });
	}
}

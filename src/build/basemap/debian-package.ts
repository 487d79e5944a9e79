import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Packages are kept here between runs; the folder is not in git. */
const CACHE = fileURLToPath(new URL('../../../.cache/debian/', import.meta.url));

/**
 * Path of a file that a Debian package installs. The package is used where it is installed; else it is downloaded with
 * `apt-get` and unpacked into a cache folder, without being installed.
 */
export function debianFile(name: string, path: string): string {
	if (existsSync(path)) return path;
	const unpacked = join(CACHE, name);
	if (!existsSync(unpacked)) unpack(name, unpacked);
	const file = join(unpacked, path);
	if (!existsSync(file)) throw new Error(`The Debian package ${name} does not hold ${path}`);
	return file;
}

function unpack(name: string, target: string): void {
	mkdirSync(CACHE, { recursive: true });
	const archive = () => readdirSync(CACHE).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
	try {
		if (!archive()) execFileSync('apt-get', ['download', name], { cwd: CACHE, stdio: ['ignore', 'ignore', 'inherit'] });
		execFileSync('dpkg', ['-x', join(CACHE, archive() ?? ''), target]);
	} catch (error) {
		throw new Error(
			`The basemap maker needs the Debian package ${name}: install it, or run on a Debian with apt-get and dpkg. ` +
				'The site itself does not need it; the basemap it shows is in static/basemap.',
			{ cause: error },
		);
	}
}

import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const WEIGHTS = [400, 500, 600];
/** Package and subset: the rest of Noto Sans is left to the reader's own fonts. */
const SUBSETS: readonly [fontPackage: string, subset: string][] = [
	['noto-sans', 'latin'],
	['noto-sans', 'latin-ext'],
	['noto-sans', 'vietnamese'],
	['noto-sans-arabic', 'arabic'],
	['noto-sans-hebrew', 'hebrew'],
];

/** Copies the label fonts, by their package's file names, and the licence of each package. */
export function copyFonts(target: string): string[] {
	mkdirSync(target, { recursive: true });
	const require = createRequire(import.meta.url);
	const copied: string[] = [];
	for (const [fontPackage, subset] of SUBSETS) {
		const folder = dirname(require.resolve(`@fontsource/${fontPackage}/package.json`));
		copyFileSync(join(folder, 'LICENSE'), join(target, `LICENSE-${fontPackage}.txt`));
		for (const weight of WEIGHTS) {
			const name = `${fontPackage}-${subset}-${weight}-normal.woff2`;
			copyFileSync(join(folder, 'files', name), join(target, name));
			copied.push(name);
		}
	}
	return copied;
}

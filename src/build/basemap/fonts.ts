import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const WEIGHTS = [400, 500, 600];
/** Each package and the subsets we take: the rest of Noto Sans is left to the reader's own fonts. */
const PACKAGES = [
	{
		name: 'noto-sans',
		folder: dirname(require.resolve('@fontsource/noto-sans/package.json')),
		subsets: ['latin', 'latin-ext', 'vietnamese'],
	},
	{
		name: 'noto-sans-arabic',
		folder: dirname(require.resolve('@fontsource/noto-sans-arabic/package.json')),
		subsets: ['arabic'],
	},
	{
		name: 'noto-sans-hebrew',
		folder: dirname(require.resolve('@fontsource/noto-sans-hebrew/package.json')),
		subsets: ['hebrew'],
	},
];

/** Copies the label fonts, by their package's file names, and the licence of each package. */
export function copyFonts(target: string): string[] {
	mkdirSync(target, { recursive: true });
	return PACKAGES.flatMap(({ name, folder, subsets }) => {
		copyFileSync(join(folder, 'LICENSE'), join(target, `LICENSE-${name}.txt`));
		return subsets.flatMap((subset) =>
			WEIGHTS.map((weight) => {
				const file = `${name}-${subset}-${weight}-normal.woff2`;
				copyFileSync(join(folder, 'files', file), join(target, file));
				return file;
			}),
		);
	});
}

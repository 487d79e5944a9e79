import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('..', import.meta.url));

/** Parts of the project, each with the parts it may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
	model: [],
	geocode: ['model'],
	desk: ['model', 'geocode'],
	validate: ['model'],
	import: ['model', 'geocode', 'validate'],
	export: ['model', 'view', 'validate'],
	view: ['model'],
	build: ['model', 'geocode', 'desk', 'validate', 'import', 'export', 'view'],
	bench: ['model', 'view', 'map', 'ui', 'app', 'build'],
	map: ['model', 'view'],
	ui: ['model', 'view', 'validate', 'export', 'import'],
	app: ['model', 'view', 'validate', 'export', 'import', 'map', 'ui'],
	routes: ['model', 'view', 'app', 'map', 'ui'],
	prerender: ['model', 'view', 'ui', 'build', 'routes'],
};
/** Files of routes that run where the site is built, and never in a browser. */
const PRERENDERED = /^routes\/.*\+(?:page\.server|server)\.ts$/;
/** The benchmark measures all of it, so its page may know all of it. */
const IN_THE_BROWSER = ['map', 'ui', 'app', 'routes', 'bench'];
const KNOW_MAPLIBRE = ['map', 'bench'];
const KNOW_FILES = ['build', 'bench'];
const IMPORT_LINE = /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/g;
const BROWSER_GLOBALS = /(?<![\w.'"`#-])(?:document|window|navigator|localStorage|requestAnimationFrame)\./;

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(ts|svelte)$/.test(file) && !/(?:\.test|-fixture)\.ts$/.test(file))
	.map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }));

function partOf(file: string): string | null {
	const [first, second] = normalize(file).split('/');
	if (PRERENDERED.test(normalize(file))) return 'prerender';
	if (first === 'build' && second === 'bench') return second;
	if (first === 'lib') return second ?? null;
	return first === 'routes' || first === 'build' ? first : null;
}

function importsOf({ file, text }: { file: string; text: string }): { target: string; isOurs: boolean }[] {
	return [...text.matchAll(IMPORT_LINE)].map((match) => {
		const target = (match[1] ?? match[2])!;
		const isOurs = target.startsWith('.');
		return { target: isOurs ? relative(src, join(src, dirname(file), target)) : target, isOurs };
	});
}

test('the search for imports finds them', () => {
	const text =
		"import a from './a.ts';\nimport {\n\tb,\n} from '../b/b.ts';\nimport './c.css';\nconst d = await import('./d.ts');";
	expect(importsOf({ file: 'lib/ui/x.ts', text }).map(({ target }) => target)).toEqual([
		'lib/ui/a.ts',
		'lib/b/b.ts',
		'lib/ui/c.css',
		'lib/ui/d.ts',
	]);
	expect(files.length).toBeGreaterThan(50);
});

test('each part imports only parts below it', () => {
	const wrong = files.flatMap((source) => {
		const from = partOf(source.file);
		if (from === null) return [];
		return importsOf(source)
			.filter(({ isOurs }) => isOurs)
			.map(({ target }) => ({ target, to: partOf(target) }))
			.filter(({ to }) => to !== null && to !== from && !MAY_IMPORT[from]!.includes(to))
			.map(({ target }) => `${source.file} imports ${target}`);
	});
	expect(wrong).toEqual([]);
});

test('fixtures are for tests', () => {
	const wrong = files.flatMap((source) =>
		importsOf(source)
			.filter(({ target }) => /-fixture\.ts$/.test(target))
			.map(({ target }) => `${source.file} imports ${target}`),
	);
	expect(wrong).toEqual([]);
});

test('only map, ui, app and routes know svelte, maplibre or the DOM', () => {
	const wrong = files
		.filter(({ file }) => !IN_THE_BROWSER.includes(partOf(file) ?? 'app'))
		.flatMap((source) => [
			...importsOf(source)
				.filter(({ target }) => /^(svelte|maplibre-gl|\$app)/.test(target))
				.map(({ target }) => `${source.file} imports ${target}`),
			...(BROWSER_GLOBALS.test(source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))
				? [`${source.file} uses the DOM`]
				: []),
		]);
	expect(wrong).toEqual([]);
});

test('only map imports maplibre-gl, and only build touches files and processes', () => {
	const wrong = files.flatMap((source) =>
		importsOf(source)
			.filter(
				({ target }) =>
					(target.startsWith('maplibre-gl') && !KNOW_MAPLIBRE.includes(partOf(source.file) ?? '')) ||
					(/^(node:|fs|path)/.test(target) && !KNOW_FILES.includes(partOf(source.file) ?? '')),
			)
			.map(({ target }) => `${source.file} imports ${target}`),
	);
	expect(wrong).toEqual([]);
});

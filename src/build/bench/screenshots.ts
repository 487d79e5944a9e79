import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { type Plugin, preview } from 'vite';
import { columnarTable } from '../../lib/view/columnar-table.ts';
import { CHROMIUM } from './chromium.ts';
import { syntheticIncidents } from './page/synthetic.ts';

const USAGE = `Takes the pictures of the built site for README and gallery (after npm run build).

  npm run screenshots                     all of them
  npm run screenshots -- --only z7,page   those whose name holds one of these`;
const MADE_UP = 100_000;
const SIZE = { width: 1400, height: 900 };
const PORT = 4176;
const LAYER = /\/incidents[^/]*\.geojson/;
const STILL_MS = 700;
const PATIENCE_MS = 90_000;

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const FOLDER = root('.github/screenshots');

interface Picture {
	readonly name: string;
	readonly theme: 'light' | 'dark';
	readonly query: string;
	/** The whole page, or the map alone. */
	readonly of: 'page' | 'map';
	readonly data: 'curated' | 'made-up';
	readonly size?: { readonly width: number; readonly height: number };
	readonly quality: number;
}

const THEMES = ['light', 'dark'] as const;
const CAMERAS = { z2: '44,30,2', 'z4.5': '44,33,4.5', z7: '44.4,33.3,7', z10: '44.4,33.25,10' } as const;

/** Zooms 2 to 10, light and dark, flat and globe, curated and made up; and the page as a whole. */
const PICTURES: readonly Picture[] = THEMES.flatMap((theme): Picture[] => [
	{ name: `page-${theme}`, theme, query: '', of: 'page', data: 'curated', quality: 0.8 },
	{
		name: `page-phone-${theme}`,
		theme,
		query: '',
		of: 'page',
		data: 'curated',
		size: { width: 390, height: 844 },
		quality: 0.7,
	},
	...(['curated', 'made-up'] as const).flatMap((data) =>
		(['flat', 'globe'] as const).flatMap((earth) =>
			Object.entries(CAMERAS).map(([zoom, camera]): Picture => {
				const projection = earth === 'globe' ? '&projection=globe' : '';
				const name = `${zoom}-${earth}-${theme}${data === 'made-up' ? '-100k' : ''}`;
				return { name, theme, query: `?camera=${camera}${projection}`, of: 'map', data, quality: 0.6 };
			}),
		),
	),
]);

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help) console.log(USAGE);
else await run(PICTURES.filter(({ name }) => values.only?.split(',').some((part) => name.includes(part)) ?? true));

async function run(pictures: readonly Picture[]): Promise<void> {
	if (!existsSync(root('build/index.html'))) throw new Error('There is no build/ to take pictures of: npm run build');
	mkdirSync(FOLDER, { recursive: true });
	if (values.only === undefined) {
		for (const name of readdirSync(FOLDER)) if (name.endsWith('.webp')) rmSync(`${FOLDER}/${name}`);
	}
	let isMadeUp = false;
	const server = await preview({
		configFile: false,
		root: root(''),
		appType: 'mpa',
		build: { outDir: 'build' },
		logLevel: 'warn',
		plugins: [servingInstead(() => isMadeUp)],
		preview: { port: PORT, strictPort: true },
	});
	const browser = await chromium.launch(CHROMIUM);
	let bytes = 0;
	try {
		for (const picture of pictures) {
			isMadeUp = picture.data === 'made-up';
			const image = await take(browser, server.resolvedUrls!.local[0]!, picture);
			writeFileSync(`${FOLDER}/${picture.name}.webp`, image);
			bytes += image.length;
			console.log(`${picture.name}: ${(image.length / 1000).toFixed(0)} KB`);
		}
	} finally {
		await browser.close();
		await server.close();
	}
	console.log(`${(bytes / 1e6).toFixed(2)} MB`);
}

/** Answers for the layer of incidents with made-up ones while it is told to. */
function servingInstead(isMadeUp: () => boolean): Plugin {
	return {
		name: 'made-up-incidents',
		configurePreviewServer({ middlewares }) {
			middlewares.use((request, response, next) => {
				if (isMadeUp() && LAYER.test(request.url ?? '')) void sendMadeUp(response as ServerResponse);
				else next();
			});
		},
	};
}

/** One feature at a time: as a single string they would be near the longest there can be. */
async function sendMadeUp(response: ServerResponse): Promise<void> {
	const table = columnarTable(syntheticIncidents(MADE_UP));
	response.writeHead(200, { 'content-type': 'application/geo+json' });
	response.write('{"type":"FeatureCollection","features":[');
	for (let row = 0; row < table.length; row++) {
		const isTaken = response.write(`${row > 0 ? ',' : ''}${JSON.stringify(table.feature(row))}`);
		if (!isTaken) await new Promise((resolve) => response.once('drain', resolve));
	}
	response.end(']}');
}

async function take(browser: Browser, address: string, picture: Picture): Promise<Buffer> {
	const page = await browser.newPage({
		viewport: picture.size ?? SIZE,
		colorScheme: picture.theme,
		reducedMotion: 'reduce',
		locale: 'en-GB',
		timezoneId: 'UTC',
	});
	await page.goto(`${address}${picture.query}`);
	const target = picture.of === 'map' ? page.locator('.map[data-state="ready"]') : page.locator('body');
	await page.locator('[data-state="ready"]').waitFor({ timeout: PATIENCE_MS });
	const least = picture.data === 'made-up' ? MADE_UP / 2 : 1;
	await page.waitForFunction(
		(count) => Number(document.querySelector('[data-drawn]')?.getAttribute('data-drawn')) >= count,
		least,
		{ timeout: PATIENCE_MS },
	);
	let last: Buffer = Buffer.alloc(0);
	for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
		await page.waitForTimeout(STILL_MS);
		const now = await target.screenshot();
		if (now.equals(last)) break;
		last = now;
	}
	await page.close();
	return toWebp(browser, last, picture.quality);
}

/** Playwright takes PNG and JPEG only; the browser itself writes WebP. */
async function toWebp(browser: Browser, png: Buffer, quality: number): Promise<Buffer> {
	const page = await browser.newPage();
	const base64 = await page.evaluate(
		async ([source, asked]) => {
			const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
			const canvas = document.createElement('canvas');
			canvas.width = bitmap.width;
			canvas.height = bitmap.height;
			canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
			return canvas.toDataURL('image/webp', asked).split(',')[1]!;
		},
		[png.toString('base64'), quality] as const,
	);
	await page.close();
	return Buffer.from(base64, 'base64');
}

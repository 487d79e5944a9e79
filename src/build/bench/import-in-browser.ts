import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { temporaryFolder } from '../temporary-files.ts';
import { CHROMIUM } from './chromium.ts';
import { writeMadeCsv, writeMadeGeojson } from './import-files.ts';
import { findProcess, memoryBytes } from './processes.ts';

const USAGE = `Measures the import of made files in the built site (npm run build first), in headless Chromium: seconds from the
choice of the file to its report, the most memory that the page's process had, and the longest script tasks of the page
while the file is read, and after, when its rows come to the map.

  npm run bench:page-import                  1,000,000 rows of CSV and 250 MB of GeoJSON
  npm run bench:page-import -- --share 0.1   a share of these sizes`;
const CONFIG = new URL('../../../e2e/preview.config.ts', import.meta.url).pathname;
const PORT = 4176;
const [ROWS, BYTES] = [1_000_000, 250 * 2 ** 20];
const MS_BETWEEN_LOOKS = 200;
const LONGEST_MS = 20 * 60_000;

const at = process.argv.indexOf('--share');
if (process.argv.includes('--help')) console.log(USAGE);
else await run(at === -1 ? 1 : Number(process.argv[at + 1]));

async function run(share: number): Promise<void> {
	const folder = temporaryFolder();
	const [csv, json] = [join(folder, 'made.csv'), join(folder, 'made.geojson')];
	await writeMadeCsv(csv, Math.round(ROWS * share));
	await writeMadeGeojson(json, BYTES * share);
	const server = await preview({ configFile: CONFIG, logLevel: 'error', preview: { port: PORT, strictPort: true } });
	const address = `http://localhost:${PORT}/press/atlas/`;
	const lines = [
		'file | MB | rows | s | peak memory, MB | longest tasks while read, ms | after, ms | of opening the page, ms',
		'--- | --: | --: | --: | --: | --- | --- | ---',
	];
	for (const path of [csv, json]) {
		console.error(`${path} ...`);
		lines.push((await measured(address, path)).join(' | '));
	}
	await server.close();
	console.log(lines.join('\n'));
}

async function measured(address: string, path: string): Promise<string[]> {
	const server = await chromium.launchServer(CHROMIUM);
	const browser = await chromium.connect(server.wsEndpoint());
	try {
		const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
		page.setDefaultTimeout(LONGEST_MS);
		await page.addInitScript(noteLongTasks);
		await page.goto(address);
		await page.waitForTimeout(8000);
		const opening = await longTasks(page);
		const renderer = findProcess(server.process().pid!, '--type=renderer');
		let peak = 0;
		const look = setInterval(() => (peak = Math.max(peak, memoryBytes(renderer))), MS_BETWEEN_LOOKS);
		const began = performance.now();
		await choose(page, path);
		const confirm = page.getByRole('button', { name: 'Add to the map' });
		const read = page.getByText(/rows? read:/).last();
		await confirm.or(read).waitFor();
		if (await confirm.isVisible()) await confirm.click();
		await page
			.getByText(/^Arranging the rows|rows? read:/)
			.last()
			.waitFor();
		const whileRead = await longTasks(page);
		await read.waitFor();
		const seconds = (performance.now() - began) / 1000;
		await page.waitForTimeout(5000);
		clearInterval(look);
		const [rows = '?'] = (await read.innerText()).match(/[\d,]+/) ?? [];
		const after = await longTasks(page);
		const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
		return [
			path.slice(path.lastIndexOf('.') + 1),
			megabytes(statSync(path).size),
			rows,
			seconds.toFixed(1),
			megabytes(peak),
			...[whileRead, after, opening].map((tasks) => tasks.slice(0, 4).join(', ') || 'none over 50'),
		];
	} finally {
		await browser.close();
		await server.close();
	}
}

async function choose(page: Page, path: string): Promise<void> {
	await page.getByRole('button', { name: 'Add data' }).click();
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: 'Choose files' }).click(),
	]);
	await chooser.setFiles(path);
}

function noteLongTasks(): void {
	const tasks: number[] = [];
	Object.assign(window, { longTasks: tasks });
	new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
		type: 'longtask',
	});
}

/** Those since it was last asked, the longest first, in whole milliseconds. */
async function longTasks(page: Page): Promise<number[]> {
	const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
	return tasks.map(Math.round).sort((a, b) => b - a);
}

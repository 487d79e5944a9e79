import { expect, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

const LAYER = /\/incidents\.[\w-]+\.geojson$/;

test('a layer that is missing: a sentence and a table within three seconds', async ({ page }) => {
	await page.route(LAYER, (route) => route.fulfill({ status: 404, body: 'gone' }));
	await page.goto('./');
	await expect(page.getByRole('alert')).toContainText(
		'The layer “incidents” could not be read: the server answered 404',
	);
	await expect(page.getByRole('table', { name: 'Every incident of the atlas' })).toContainText('Musayib');
});

test('a layer that is cut short: a sentence, and what came through stays usable', async ({ page }) => {
	await page.route(LAYER, async (route) => {
		const response = await route.fetch();
		const text = await response.text();
		await route.fulfill({ response, body: text.slice(0, Math.floor(text.length / 2)) });
	});
	const atlas = new AtlasPage(page);
	await page.goto('./');
	await expect(page.getByRole('alert')).toContainText('cut short');
	await atlas.show('Table');
	await expect(atlas.incidents.locator('tbody tr').first()).toBeVisible();
});

test('a layer that never comes: a sentence and a table within three seconds', async ({ page }) => {
	await page.clock.install();
	await page.route(LAYER, () => undefined);
	const asked = page.waitForRequest(LAYER);
	await page.goto('./', { waitUntil: 'commit' });
	await asked;
	await page.clock.runFor(3000);
	await expect(page.getByRole('alert')).toContainText('take long to load');
	await expect(page.getByRole('table', { name: 'Every incident of the atlas' })).toBeVisible();
});

test('no WebGL 2: a sentence and the whole table', async ({ page }) => {
	await page.addInitScript(() => {
		const real = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: Parameters<typeof real>) {
			return given[0] === 'webgl2' ? null : real.apply(this, given);
		} as typeof real;
	});
	const atlas = new AtlasPage(page);
	await page.goto('./');
	await expect(page.getByRole('alert')).toContainText('cannot draw the map');
	await expect(atlas.incidents.locator('tbody tr').first()).toBeVisible({ timeout: 3000 });
});

test('a blocked worker: a sentence, and the table works', async ({ page }) => {
	await page.route(/maplibre-gl-worker/, (route) => route.abort());
	const atlas = new AtlasPage(page);
	await page.goto('./');
	await expect(page.getByRole('alert')).toContainText('background worker');
	await atlas.show('Table');
	await expect(atlas.incidents.locator('tbody tr').first()).toBeVisible();
});

test('no script at all: the table is there', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(baseURL!);
	await expect(page.getByRole('table')).toContainText('Musayib');
	await expect(page.getByRole('table')).toBeVisible();
	await context.close();
});

test('a lost graphics context is mended', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open();
	const all = await atlas.drawn();
	const before = await atlas.pixels();
	await page.evaluate(() => {
		const gl = document.querySelector('canvas')!.getContext('webgl2')!;
		const loss = gl.getExtension('WEBGL_lose_context')!;
		loss.loseContext();
		setTimeout(() => loss.restoreContext(), 200);
	});
	await page.waitForTimeout(1500);
	await expect(atlas.map).toHaveAttribute('data-state', 'ready');
	expect(await atlas.drawn()).toBe(all);
	await expect
		.poll(async () => Math.abs((await atlas.pixels()).length - before.length) / before.length, { timeout: 10_000 })
		.toBeLessThan(0.1);
});

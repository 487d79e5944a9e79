import { expect, type Request, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

const MOST_BYTES = 1_500_000;
/** Less would mean that the map has not been counted. */
const LEAST_BYTES = 300_000;
const QUIET_MS = 2000;

for (const [device, viewport] of [
	['a desk', { width: 1400, height: 900 }],
	['a large screen', { width: 1920, height: 1080 }],
	['a phone', { width: 390, height: 844 }],
] as const) {
	test(`on ${device} the opening view takes at most 1.5 MB on top of the code`, async ({ page }) => {
		await page.setViewportSize(viewport);
		const requests: Request[] = [];
		let lastAt = Date.now();
		page.on('requestfinished', (request) => {
			requests.push(request);
			lastAt = Date.now();
		});
		await new AtlasPage(page).open();
		await expect.poll(() => Date.now() - lastAt, { timeout: 40_000 }).toBeGreaterThan(QUIET_MS);

		const sizes = await Promise.all(
			requests
				.filter((request) => !/\.(m?js|css)$/.test(new URL(request.url()).pathname))
				.map(async (request) => [new URL(request.url()).pathname, (await request.sizes()).responseBodySize] as const),
		);
		const of = (part: string) => sizes.reduce((sum, [path, size]) => (path.includes(part) ? sum + size : sum), 0);
		expect(of('atlas.pmtiles'), 'tiles').toBeGreaterThan(0);
		expect(of('relief.pmtiles'), 'relief').toBeGreaterThan(0);
		expect(of('.woff2'), 'fonts').toBeGreaterThan(0);
		expect(of('.geojson'), 'incidents').toBeGreaterThan(0);
		expect(of('')).toBeGreaterThan(LEAST_BYTES);
		expect(of('')).toBeLessThanOrEqual(MOST_BYTES);
	});
}

import { expect, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

test('a filter narrows map, count and the other filters, and the address carries it', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open();
	const [all, total] = await atlas.counts();
	expect(all).toBe(total);
	const drone = atlas.filters.getByRole('checkbox', { name: /^Drone attack/ });
	await drone.check();
	await atlas.expectAddress('kind', 'drone-attack');
	const [shown] = await atlas.counts();
	expect(shown).toBeGreaterThan(0);
	expect(shown).toBeLessThan(total);

	const israel = atlas.filters.getByRole('checkbox', { name: /^Israel\b/ });
	await israel.check();
	await expect.poll(async () => (await atlas.counts())[0]).toBeLessThan(shown);
	await atlas.filters.getByRole('button', { name: 'Clear all' }).click();
	await expect.poll(() => atlas.counts()).toEqual([total, total]);
});

test('the count beside a choice is what choosing it shows', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?kind=drone-attack');
	const aligned = atlas.filters.getByRole('checkbox', { name: /^Iran-aligned groups/ });
	const label = await aligned.evaluate((box: HTMLInputElement) => box.labels![0]!.innerText);
	const promised = Number(/\d+/.exec(label)![0]);
	await aligned.check();
	await expect.poll(async () => (await atlas.counts())[0]).toBe(promised);
});

test('text search finds an actor by a spelling the title does not have', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await page.keyboard.press('/');
	await page.keyboard.type('hashd');
	await atlas.expectAddress('text', 'hashd');
	const [shown, total] = await atlas.counts();
	expect(shown).toBeGreaterThan(0);
	expect(shown).toBeLessThan(total);
});

test('on a phone the filters open as a sheet and close again', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const atlas = new AtlasPage(page);
	await atlas.open();
	await page.getByRole('button', { name: 'Filters' }).click();
	const sheet = page.getByRole('dialog', { name: 'Filters' });
	await sheet.getByRole('checkbox', { name: /^Air strike/ }).check();
	await sheet.getByRole('button', { name: 'Close' }).click();
	await expect(sheet).toBeHidden();
	await atlas.expectAddress('kind', 'air-strike');
});

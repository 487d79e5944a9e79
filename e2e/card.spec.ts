import { expect, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

test('a press on a symbol opens its card', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?camera=51.42,35.7,7');
	const box = (await atlas.map.boundingBox())!;
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
	await expect(atlas.card).toContainText('Tehran');
	await atlas.expectAddress('selected', '2024-07-31-tehran-haniyeh-killing');
});

test('a contested death shows who says so and who denies', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?selected=2024-07-13-khan-younis-strike');
	await expect(atlas.card).toContainText('Hamas');
	await expect(atlas.card).toContainText(/contradict/i);
	await expect(atlas.card).toContainText(/paragraph 22, sentence 2/);
	await expect(atlas.card).toContainText(/91 or more/);
});

test('a link in the card leads to the incident it answers', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?selected=2024-04-13-iran-strike-on-israel');
	await atlas.card.getByRole('button', { name: /embassy/i }).click();
	await atlas.expectAddress('selected', '2024-04-01-damascus-embassy-strike');
});

test('a place known only as a country is an area, without a symbol', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?place=iraq');
	expect(await atlas.drawn()).toBe(0);
	expect(Number(await atlas.map.getAttribute('data-areas'))).toBeGreaterThan(0);
});

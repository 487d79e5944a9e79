import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

async function expectNoFindings(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const findings = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
	);
	expect(findings).toEqual([]);
}

for (const theme of ['light', 'dark']) {
	test(`axe finds nothing, ${theme}: map, card, table, export`, async ({ page }) => {
		test.slow();
		const atlas = new AtlasPage(page);
		await atlas.open(`?theme=${theme}`);
		await expectNoFindings(page);
		await atlas.open(`?theme=${theme}&selected=2024-07-13-khan-younis-strike`);
		await expect(atlas.card).toBeVisible();
		await expectNoFindings(page);
		await atlas.show('Table');
		await expect(atlas.incidents).toBeVisible();
		await expectNoFindings(page);
		await page.getByRole('button', { name: 'Export' }).click();
		await expectNoFindings(page);
	});

	test(`axe finds nothing on a phone, ${theme}: map, filters, card`, async ({ page }) => {
		test.slow();
		await page.setViewportSize({ width: 390, height: 844 });
		const atlas = new AtlasPage(page);
		await atlas.open(`?theme=${theme}`);
		await expectNoFindings(page);
		await page.getByRole('button', { name: 'Filters' }).click();
		await expectNoFindings(page);
		await atlas.open(`?theme=${theme}&selected=2023-10-17-gaza-hospital-blast`);
		await expect(atlas.card).toBeVisible();
		await expectNoFindings(page);
	});
}

test('everything on the page works by keyboard', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?range=2024-04-01..2024-04-20');
	await page.keyboard.press('.');
	await atlas.expectAddress('at', '2024-04-01');
	await page.keyboard.press('Space');
	await expect(atlas.pause).toBeVisible();
	await page.keyboard.press('Space');
	await expect(atlas.play).toBeVisible();

	await atlas.position.focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	await atlas.expectAddress('at', '2024-04-02');

	await page.getByRole('radio', { name: 'Map', exact: true }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(atlas.incidents).toBeVisible();
	const title = atlas.incidents.getByRole('button', { name: /Damascus|embassy/i });
	await title.focus();
	await page.keyboard.press('Enter');
	await expect(atlas.card.getByRole('heading').first()).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(atlas.card).toHaveCount(0);

	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox').first()).toBeFocused();
});

test('Tab reaches every control, each with a visible name', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open();
	const names = new Set<string>();
	for (let i = 0; i < 90; i++) {
		await page.keyboard.press('Tab');
		const name = await page.evaluate(() => {
			const active = document.activeElement as HTMLElement | null;
			return active?.getAttribute('aria-label') ?? active?.innerText.trim() ?? '';
		});
		names.add(name);
	}
	for (const wanted of ['Export', 'Play', 'Next date with an event', 'Zoom in', 'Map of incidents', 'Date on show']) {
		expect([...names]).toContain(wanted);
	}
});

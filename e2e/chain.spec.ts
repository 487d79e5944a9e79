import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

const EMBASSY = '2024-04-01-damascus-embassy-strike';
const EILAT = '2024-04-20-eilat-claim';
const STEPS = [
	[EMBASSY, 'Attack on Iranian embassy compound in Damascus', '2024-04-01'],
	['2024-04-13-iran-strike-on-israel', 'Iranian drone and missile attack on Israel', '2024-04-13'],
	['2024-04-19-isfahan-strike', 'Drone and missile attack near Isfahan', '2024-04-19'],
	['2024-04-19-isfahan-drones-downed', 'Three drones reported downed by Iran, April 2024', '2024-04-19'],
	['2024-04-19-natanz-air-defences', /Natanz/, '2024-04-19'],
	['2024-04-amirabdollahian-nbc-warning', /foreign minister/i, '2024-04-19'],
] as const;

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Chain of links' });
const headingOf = (page: Page) => panelOf(page).getByRole('heading', { level: 2 });

/** Presses Tab until the focus is on what bears a name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let presses = 0; presses < 150; presses++) {
		await page.keyboard.press('Tab');
		const label = await page.evaluate(() => {
			const active = document.activeElement as HTMLElement | null;
			return active?.getAttribute('aria-label') ?? active?.closest('label')?.innerText ?? active?.innerText ?? '';
		});
		if (name.test(label.trim())) return;
	}
	throw new Error(`Tab never reached ${name.source}`);
}

async function expectArcs(atlas: AtlasPage, count: number): Promise<void> {
	await expect(atlas.map).toHaveAttribute('data-arcs', String(count));
}

test('by keyboard alone: open the strike on the embassy compound and follow its chain to the end', async ({ page }) => {
	test.slow();
	const atlas = new AtlasPage(page);
	await atlas.open();
	await tabTo(page, /^(Map|Table)$/);
	await page.keyboard.press('ArrowRight');
	await expect(atlas.incidents).toBeVisible();
	await tabTo(page, /^Attack on Iranian embassy compound/);
	await page.keyboard.press('Enter');
	await expect(atlas.card.getByRole('heading').first()).toBeFocused();
	await tabTo(page, /^Follow the chain, 6 steps/);
	await page.keyboard.press('Enter');

	for (const [index, [id, title, day]] of STEPS.entries()) {
		await expect(headingOf(page)).toHaveText(title);
		await expect(headingOf(page)).toBeFocused();
		await expect(panelOf(page)).toContainText(`Step ${index + 1} of 6`);
		await expect(panelOf(page).locator('[aria-current="step"]')).toContainText(title);
		await atlas.expectAddress('selected', id);
		await atlas.expectAddress('at', day);
		await page.keyboard.press(']');
	}
	await atlas.expectAddress('chain', EMBASSY);
	await expect(panelOf(page)).toContainText('Step 6 of 6');
	await expect(atlas.map).toBeVisible();

	await page.keyboard.press('ArrowLeft');
	await expect(panelOf(page)).toContainText('Step 5 of 6');
	await page.keyboard.press('Escape');
	await expect(panelOf(page)).toHaveCount(0);
	await expect(atlas.card.getByRole('heading', { level: 2 })).toHaveText(/Natanz/);
	await atlas.expectAddress('chain', null);
	await atlas.expectAddress('at', null);
	await page.keyboard.press('Escape');
	await expect(atlas.card).toHaveCount(0);
});

test('each step says what ties it to what came before, who says so, and where nobody does', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open(`?chain=${EMBASSY}`);
	const panel = panelOf(page);
	await expect(panel).toContainText('The chain begins here');
	await page.keyboard.press(']');
	await expect(panel).toContainText('Reported as a response to');
	await expect(panel).toContainText('says the report itself');
	await expect(panel).toContainText('paragraph 3, sentence 2');
	await expect(panel).toContainText('known only to an area, so there is no line');
	await page.keyboard.press(']');
	await page.keyboard.press(']');
	await expect(panel).toContainText('inferred by the editors; no report says it');
	await panel.getByRole('button', { name: 'Drone and missile attack near Isfahan' }).first().click();
	await expect(headingOf(page)).toHaveText('Drone and missile attack near Isfahan');
});

test('a link is an arc where both ends are known to a site or a town', async ({ page }) => {
	test.slow();
	const atlas = new AtlasPage(page);
	await atlas.open(`?chain=${EILAT}`);
	await expectArcs(atlas, 1);
	await atlas.open(`?chain=${EMBASSY}`);
	await expectArcs(atlas, 0);
	await atlas.open();
	await expectArcs(atlas, 0);
	await atlas.open('?links=yes');
	await expectArcs(atlas, 2);
	await atlas.open('?links=yes&projection=globe');
	await expectArcs(atlas, 2);
	await atlas.open('?selected=2024-07-30-musayib-strike');
	await expectArcs(atlas, 1);
	await atlas.open('?selected=2024-07-30-musayib-strike&kind=drone-attack');
	await expectArcs(atlas, 0);
});

test('an arc grows from the earlier day to the later', async ({ page }) => {
	test.slow();
	const atlas = new AtlasPage(page);
	const camera = 'camera=40,32.5,5';
	await atlas.open(`?selected=2024-07-beirut-strike&at=2024-07-12&${camera}`);
	await expectArcs(atlas, 1);
	const early = await atlas.pixels();
	await atlas.open(`?selected=2024-07-beirut-strike&at=2024-07-27&${camera}`);
	await expectArcs(atlas, 1);
	expect(Buffer.compare(early, await atlas.pixels())).not.toBe(0);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await atlas.open(`?selected=2024-07-beirut-strike&at=2024-07-27&${camera}`);
	await expectArcs(atlas, 0);
	await atlas.open(`?selected=2024-07-beirut-strike&at=2024-07-30&${camera}`);
	await expectArcs(atlas, 1);
});

test('a link restores the story at its step', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open(`?chain=${EMBASSY}&selected=2024-04-19-isfahan-strike&at=2024-04-19`);
	await expect(headingOf(page)).toHaveText('Drone and missile attack near Isfahan');
	expect(await atlas.date()).toContain('19 April 2024');
	await atlas.open('?chain=no-such-record');
	await expect(panelOf(page)).toHaveCount(0);
});

test('playback runs through the days of the chain, and only its records are on show', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open(`?chain=${EMBASSY}&speed=2`);
	expect((await atlas.counts())[0]).toBe(5);
	await atlas.play.click();
	await expect(panelOf(page)).toContainText('Step 2 of 6');
	await expect(atlas.play).toBeVisible({ timeout: 30_000 });
	await atlas.expectAddress('at', '2024-04-20');
	await expect(panelOf(page)).toContainText('Step 6 of 6');
});

test('where nothing may move the map is at the step at once', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const atlas = new AtlasPage(page);
	await atlas.open(`?chain=${EMBASSY}`);
	await page.keyboard.press(']');
	await expect(headingOf(page)).toHaveText(/on Israel/);
	await expect(headingOf(page)).toBeFocused();
});

test('on a phone the story leaves map and timeline in sight', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const atlas = new AtlasPage(page);
	await atlas.open(`?chain=${EILAT}`);
	const [map, panel] = [(await atlas.map.boundingBox())!, (await panelOf(page).boundingBox())!];
	expect(panel.y - map.y).toBeGreaterThan(150);
	expect(panel.width).toBeLessThanOrEqual(390);
	await expect(atlas.play).toBeInViewport();
	await panelOf(page).getByRole('button', { name: 'Previous' }).click();
	await expect(headingOf(page)).toHaveText(/Kalso/);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

for (const theme of ['light', 'dark']) {
	test(`axe finds nothing in a chain, ${theme}`, async ({ page }) => {
		test.slow();
		const atlas = new AtlasPage(page);
		for (const [width, height] of [
			[1400, 900],
			[390, 844],
		] as const) {
			await page.setViewportSize({ width, height });
			await atlas.open(`?theme=${theme}&chain=${EMBASSY}&selected=2024-04-19-isfahan-drones-downed`);
			await expect(panelOf(page)).toBeVisible();
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
			).toEqual([]);
		}
	});
}

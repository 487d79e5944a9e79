import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

/** Drives the panel by what a reader sees. */
class Glance {
	readonly page: Page;
	readonly toggle: Locator;
	readonly panel: Locator;
	readonly matrix: Locator;
	readonly since: Locator;
	readonly weeks: Locator;
	readonly readout: Locator;

	constructor(page: Page) {
		this.page = page;
		this.panel = page.getByRole('region', { name: /^Escalation at a glance/ });
		this.toggle = this.panel.getByRole('button', { name: /^Escalation at a glance/ });
		this.matrix = page.getByRole('table', { name: /^Incidents by who acted/ });
		this.since = page.getByRole('table', { name: /^Days since/ });
		this.weeks = this.panel.getByRole('slider', { name: 'Week' });
		this.readout = page.locator('[data-part="week"]');
	}

	cell(by: string, against: string): Locator {
		return this.matrix.getByRole('button', { name: new RegExp(`^${by} against ${against}: `) });
	}

	/** How many incidents a cell says it holds. */
	async countIn(cell: Locator): Promise<number> {
		const label = (await cell.getAttribute('aria-label'))!;
		return [...label.matchAll(/(\d+) incidents?/g)].reduce((sum, [, count]) => sum + Number(count), 0);
	}
}

test('a cell of the matrix shows its pair alone: list, map, count and address follow, and again all', async ({
	page,
}) => {
	const atlas = new AtlasPage(page);
	const glance = new Glance(page);
	await atlas.open();
	await expect(glance.matrix).toHaveCount(0);
	await glance.toggle.click();
	await atlas.expectAddress('glance', 'yes');
	await expect(glance.toggle).toHaveAttribute('aria-expanded', 'true');

	const cell = glance.cell('Israel', 'Iran');
	const promised = await glance.countIn(cell);
	expect(promised).toBeGreaterThan(1);
	const before = await atlas.drawn();
	await cell.click();
	await expect(cell).toHaveAttribute('aria-pressed', 'true');
	await atlas.expectAddress('by', /(^|,)israel(,|$)/);
	await atlas.expectAddress('against', /(^|,)iran(,|$)/);
	await expect.poll(async () => (await atlas.counts())[0]).toBe(promised);
	await expect.poll(() => atlas.drawn()).toBeLessThan(before);
	// The matrix counts with every filter but its own, so that another pair can be chosen.
	await expect(glance.cell('Iran', 'Israel')).toBeVisible();
	await atlas.show('Table');
	await expect(atlas.incidents.locator('tbody tr')).toHaveCount(promised);
	await atlas.show('Map');

	await page.reload();
	await expect(cell).toHaveAttribute('aria-pressed', 'true');
	await cell.click();
	await atlas.expectAddress('by', null);
	await atlas.expectAddress('against', null);
	await expect.poll(async () => (await atlas.counts())[0]).toBe((await atlas.counts())[1]);
});

test('the head of a line filters one side, and a cell of nobody named shows those', async ({ page }) => {
	const atlas = new AtlasPage(page);
	const glance = new Glance(page);
	await atlas.openTable('?glance=yes');
	const israel = glance.matrix.getByRole('button', { name: 'Israel', exact: true });
	await israel.first().click();
	await atlas.expectAddress('against', /israel/);
	await atlas.expectAddress('by', null);
	await israel.first().click();
	await atlas.expectAddress('against', null);
	const unnamed = glance.cell('Not named', 'Not named');
	const promised = await glance.countIn(unnamed);
	await unnamed.click();
	await atlas.expectAddress('by', 'unnamed');
	await expect.poll(async () => (await atlas.counts())[0]).toBe(promised);
	await expect(atlas.filters.getByRole('button', { name: 'Remove filter: By nobody named' })).toBeVisible();
});

test('other filters narrow matrix, weeks and days since', async ({ page }) => {
	const atlas = new AtlasPage(page);
	const glance = new Glance(page);
	await atlas.openTable('?glance=yes');
	const pairs = await glance.since.getByRole('row').count();
	await expect(glance.cell('Not named', 'Not named')).toBeVisible();
	await atlas.filters.getByRole('checkbox', { name: /^Air strike/ }).check();
	await expect(glance.cell('Not named', 'Not named')).toHaveCount(0);
	expect(await glance.since.getByRole('row').count()).toBeLessThan(pairs);
	await page.getByText('Weeks as a table').click();
	const weeks = page.getByRole('table', { name: /^Weeks in which/ }).getByRole('row');
	await expect(weeks.filter({ hasText: '2024-W14' })).toHaveCount(1);
	await expect(weeks.filter({ hasText: '2020-W03' })).toHaveCount(0);
});

test('figures follow the date: counts, days since, the mark; playback moves them', async ({ page }) => {
	const atlas = new AtlasPage(page);
	const glance = new Glance(page);
	await atlas.openTable('?glance=yes&at=2024-04-13&speed=16');
	const mark = page.locator('[data-part="glance-position"]');
	const x = async () => Number(await mark.getAttribute('x1'));
	const since = glance.since.getByRole('row', { name: /^Israel against Iran / }).getByRole('cell');
	await expect(since).toContainText('12 days');
	await expect(glance.since.getByRole('row', { name: /^Israel against Palestinian/ })).toContainText(
		/none yet|\d+ days/,
	);
	const before = [await x(), await glance.countIn(glance.cell('Israel', 'Iran'))] as const;

	await page.locator('body').press('.');
	await atlas.expectAddress('at', '2024-04-19');
	await expect(since).toContainText('0 days');
	expect(await x()).toBeGreaterThan(before[0]);
	expect(await glance.countIn(glance.cell('Israel', 'Iran'))).toBeGreaterThan(before[1]);

	const stopped = await x();
	await atlas.play.click();
	await expect.poll(x).toBeGreaterThan(stopped);
	await expect.poll(() => since.innerText()).not.toContain('0 days');
	await atlas.pause.click();

	// A date known to two days gives a range.
	await atlas.openTable('?glance=yes&at=2024-04-16');
	const answer = glance.since.getByRole('row', { name: /^Iran against Israel / });
	await expect(answer).toContainText('at least 2, at most 3 days');
});

test('weeks are told at the pointer and by keyboard, and lead to their date', async ({ page }) => {
	const atlas = new AtlasPage(page);
	const glance = new Glance(page);
	await atlas.openTable('?glance=yes&range=2024-03-01..2024-07-31');
	await glance.weeks.focus();
	await page.keyboard.press('Home');
	await expect(glance.weeks).toHaveAttribute('aria-valuetext', /2024-W09.*no incidents/);
	await page.keyboard.press('PageUp');
	await expect(glance.weeks).toHaveAttribute('aria-valuetext', /2024-W14.*1 incident/);
	await page.keyboard.press('ArrowRight');
	await expect(glance.readout).toContainText('2024-W15');
	await page.keyboard.press('Enter');
	await atlas.expectAddress('at', '2024-04-14');
	await glance.weeks.hover({ position: { x: 4, y: 40 } });
	await expect(glance.readout).toContainText(/2024-W\d\d/);
});

test('the intensity curve is off until switched on, tells a range and its weights, and goes off again', async ({
	page,
}) => {
	const atlas = new AtlasPage(page);
	const glance = new Glance(page);
	await atlas.openTable('?glance=yes&at=2024-04-19');
	const intensity = glance.panel.getByRole('switch', { name: /^Intensity curve/ });
	await expect(intensity).not.toBeChecked();
	await intensity.press('Space');
	await atlas.expectAddress('intensity', 'yes');
	await expect(glance.panel.getByText(/^Intensity \d+\.\d to \d+\.\d on 19 Apr 2024$/)).toBeVisible();
	await glance.panel.getByText('The weights', { exact: true }).click();
	await expect(glance.panel.getByRole('row', { name: 'Air strike 4' })).toBeVisible();
	await intensity.uncheck();
	await atlas.expectAddress('intensity', null);
	await expect(glance.panel.getByText('The weights', { exact: true })).toHaveCount(0);
});

test('everything in the panel works by keyboard, and Escape closes it', async ({ page }) => {
	const atlas = new AtlasPage(page);
	const glance = new Glance(page);
	await atlas.openTable();
	await glance.toggle.focus();
	await page.keyboard.press('Enter');
	await expect(glance.matrix).toBeVisible();
	const first = glance.matrix.locator('[tabindex="0"]');
	await expect(first).toHaveCount(1);
	await first.focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	const cell = glance.matrix.locator(':focus');
	await expect(cell).toHaveAttribute('aria-label', /^\S.* against .*: \d+ incident/);
	const promised = await glance.countIn(cell);
	await page.keyboard.press('Enter');
	await atlas.expectAddress('against', /./);
	await expect.poll(async () => (await atlas.counts())[0]).toBe(promised);
	await page.keyboard.press('Escape');
	await expect(glance.matrix).toHaveCount(0);
	await expect(glance.toggle).toBeFocused();
	await atlas.expectAddress('glance', null);
});

test('single actors can be had in place of sides', async ({ page }) => {
	const atlas = new AtlasPage(page);
	const glance = new Glance(page);
	await atlas.openTable('?glance=yes');
	await glance.panel.getByText('Actors', { exact: true }).click();
	await glance.cell('Islamic Resistance in Iraq', 'Israel').click();
	await atlas.expectAddress('by', 'islamic-resistance-in-iraq');
	await atlas.expectAddress('against', 'israel');
});

test('on a phone the panel is a sheet over the map, with the timeline below it', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const atlas = new AtlasPage(page);
	const glance = new Glance(page);
	await atlas.open('?at=2024-04-13');
	await glance.toggle.click();
	await expect(glance.matrix).toBeVisible();
	const sheet = (await glance.panel.boundingBox())!;
	expect(sheet.y).toBe(0);
	expect(sheet.width).toBe(390);
	expect(sheet.height).toBeGreaterThan(500);
	await glance.cell('Israel', 'Iran').click();
	await atlas.expectAddress('by', /israel/);
	await atlas.next.click();
	await atlas.expectAddress('at', '2024-04-19');
	await expect(glance.since.getByRole('row', { name: /^Israel against Iran / })).toContainText('0 days');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	await glance.toggle.click();
	await expect(glance.matrix).toHaveCount(0);
});

for (const theme of ['light', 'dark']) {
	for (const width of [1400, 390]) {
		test(`axe finds nothing in the panel, ${theme}, ${width} wide`, async ({ page }) => {
			await page.setViewportSize({ width, height: 844 });
			const atlas = new AtlasPage(page);
			const glance = new Glance(page);
			await atlas.open(`?theme=${theme}&glance=yes&intensity=yes&at=2024-07-13&by=israel&against=iran&fold=yes`);
			await page.getByText('Weeks as a table').click();
			await glance.panel.getByText('The weights', { exact: true }).click();
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
		});
	}
}

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';
import { BROUGHT, UNKNOWN_TABLE } from './import-fixtures.ts';

const POINTS = BROUGHT.find(({ name }) => name === 'points.geojson')!;
const ACLED = BROUGHT.find(({ name }) => name === 'acled.csv')!;

async function expectNoFindings(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(
		violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
	).toEqual([]);
}

test('layers are shown, hidden, coloured, told apart in time, removed, and forgotten', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	const [, ours] = await atlas.counts();
	await atlas.add(POINTS, ACLED);
	await atlas.adding.getByRole('button', { name: 'Close' }).click();
	await expect.poll(() => atlas.counts()).toEqual([ours + 2, ours + 2]);

	await atlas.layers.getByRole('checkbox', { name: /Escalation Atlas/ }).uncheck();
	await expect.poll(() => atlas.counts()).toEqual([2, 2]);
	await atlas.layers.getByRole('checkbox', { name: /acled\.csv/ }).uncheck();
	await expect.poll(() => atlas.counts()).toEqual([1, 1]);
	await atlas.layers.getByRole('checkbox', { name: /acled\.csv/ }).check();
	await atlas.layers.getByRole('checkbox', { name: /Escalation Atlas/ }).check();

	await page.getByRole('group', { name: 'Bars by' }).getByText('Layer').click();
	const timeline = page.getByRole('region', { name: 'Timeline' });
	await expect(timeline.getByRole('group', { name: /^Incidents over time, by layer/ })).toBeVisible();
	await expect(timeline.getByRole('listitem').filter({ hasText: 'acled.csv' })).toBeVisible();

	await atlas.layers.getByRole('button', { name: 'More for acled.csv' }).click();
	await atlas.layers.getByRole('radio', { name: 'Violet' }).check();
	await page.reload();
	await expect.poll(() => atlas.counts()).toEqual([ours + 2, ours + 2]);
	await expect(atlas.layers).toContainText('kept in this browser');
	await atlas.layers.getByRole('button', { name: 'More for acled.csv' }).click();
	await expect(atlas.layers.getByRole('radio', { name: 'Violet' })).toBeChecked();

	await atlas.layers.getByRole('button', { name: 'Import report of acled.csv' }).click();
	expect(await atlas.report()).toEqual([3, 1, 1, 1]);
	await atlas.adding.getByRole('button', { name: 'Close' }).click();
	await atlas.layers.getByRole('button', { name: 'Remove acled.csv' }).click();
	await expect(atlas.layers.getByRole('button', { name: 'Keep' })).toBeFocused();
	await atlas.layers.getByRole('button', { name: 'Remove', exact: true }).click();
	await expect.poll(() => atlas.counts()).toEqual([ours + 1, ours + 1]);

	await atlas.layers.getByRole('button', { name: 'Forget everything' }).click();
	await expect(atlas.layers).toContainText('Forget 1 added layer');
	await atlas.layers.getByRole('button', { name: 'Forget', exact: true }).click();
	await expect(atlas.layers).toHaveCount(0);
	await page.reload();
	await expect.poll(() => atlas.counts()).toEqual([ours, ours]);
	await expect(atlas.layers).toHaveCount(0);
});

test('a layer is gone to on the map, and its symbols are drawn there', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open();
	const drawn = await atlas.drawn();
	await atlas.add(POINTS);
	await atlas.adding.getByRole('button', { name: 'Show on the map' }).click();
	await atlas.expectAddress('camera', /^44\.4,33\.3,9$/);
	await expect.poll(() => atlas.drawn()).toBe(drawn + 1);
});

for (const theme of ['light', 'dark']) {
	test(`axe finds nothing, ${theme}: adding, mapping, report, layers, card, check`, async ({ page }) => {
		test.slow();
		const atlas = new AtlasPage(page);
		await page.goto(`?panel=table&theme=${theme}`);
		await page.getByRole('button', { name: 'Add data' }).click();
		await expectNoFindings(page);
		await atlas.adding.getByRole('button', { name: 'Close' }).click();
		await atlas.add({ name: 'orte.csv', text: UNKNOWN_TABLE });
		await expect(atlas.adding.getByRole('region', { name: 'As the first rows will be read' })).toBeVisible();
		await expectNoFindings(page);
		await atlas.adding.getByRole('combobox', { name: 'What Was holds' }).selectOption('Title');
		await atlas.adding.getByRole('button', { name: 'Add to the map' }).click();
		await expect(atlas.adding.getByRole('heading', { name: 'orte.csv is on the map' })).toBeVisible();
		await expectNoFindings(page);
		await atlas.adding.getByRole('button', { name: 'Close' }).click();
		await atlas.layers.getByRole('button', { name: 'More for orte.csv' }).click();
		await atlas.incidents.getByRole('button', { name: 'Zweites' }).click();
		await expect(atlas.card).toBeVisible();
		await expectNoFindings(page);
	});
}

test('on a phone, adding and layers fit and can be touched', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await atlas.add({ name: 'orte.csv', text: UNKNOWN_TABLE });
	await expect(atlas.adding.getByRole('button', { name: 'Add to the map' })).toBeInViewport({ ratio: 1 });
	const box = (await atlas.adding.boundingBox())!;
	expect([box.x, box.width]).toEqual([0, 390]);
	await atlas.adding.getByRole('button', { name: 'Add to the map' }).click();
	await atlas.adding.getByRole('button', { name: 'Close' }).click();
	await page.getByRole('button', { name: 'Filters' }).click();
	const sheet = page.getByRole('dialog', { name: 'Filters' });
	await expect(sheet.getByRole('checkbox', { name: /orte\.csv/ })).toBeChecked();
	await sheet.getByRole('button', { name: 'More for orte.csv' }).click();
	await sheet.getByRole('button', { name: 'Import report of orte.csv' }).click();
	await expect(atlas.adding.getByRole('heading', { name: 'orte.csv is on the map' })).toBeVisible();
});

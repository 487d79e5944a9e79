import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { SIDE_COLOURS } from '../src/lib/view/symbol-tokens.ts';
import { AtlasPage } from './atlas-page.ts';

interface Exported {
	features: { id: string; properties: { unit: string; killed: number | null; killed_best: number | null } }[];
	reading: { figure: string; told_by: unknown; sources: number; known_on: string | null };
	reading_in_words: string;
}

/** The control in the column of filters, or in the sheet of a phone. */
const control = (page: Page) => page.getByRole('complementary', { name: 'Filters' });
const strip = (page: Page) => page.locator('[data-reading]');
const killed = (page: Page) => control(page).locator('[data-total="killed"] dd');

/** Opens the control by keyboard. */
async function openControl(page: Page, within: Locator = control(page)): Promise<void> {
	await within.locator('summary', { hasText: 'How claims are read' }).focus();
	await page.keyboard.press('Enter');
	await expect(within.getByLabel('As told by')).toBeVisible();
}

async function exported(page: Page): Promise<Exported> {
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	const menu = page.getByRole('dialog', { name: 'Export what is shown' });
	await menu.getByRole('radio', { name: 'GeoJSON', exact: true }).check();
	const saving = page.waitForEvent('download');
	await menu.getByRole('button', { name: 'Export', exact: true }).click();
	const path = await (await saving).path();
	await expect(menu.getByRole('status')).toContainText('Saved');
	await page.keyboard.press('Escape');
	const file = JSON.parse(readFileSync(path, 'utf8')) as Exported;
	return { ...file, features: file.features.filter(({ properties }) => properties.unit === 'incident') };
}

/** How many pixels in the middle of the map have the colour of a side, once the map stands still. */
async function pixelsOf(atlas: AtlasPage, colour: string): Promise<number> {
	const box = (await atlas.map.boundingBox())!;
	const clip = { x: box.x + box.width / 2 - 40, y: box.y + box.height / 2 - 40, width: 80, height: 80 };
	let [before, picture] = ['', ''];
	await expect
		.poll(async () => {
			before = picture;
			picture = (await atlas.page.screenshot({ clip })).toString('base64');
			return picture === before;
		})
		.toBe(true);
	return atlas.page.evaluate(
		async ({ picture, rgb }) => {
			const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
			const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
			const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
			const drawing = canvas.getContext('2d')!;
			drawing.drawImage(bitmap, 0, 0);
			const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
			let count = 0;
			for (let at = 0; at < data.length; at += 4) {
				if (rgb.every((part, channel) => Math.abs(data[at + channel]! - part) < 12)) count++;
			}
			return count;
		},
		{ picture, rgb: [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) },
	);
}

test('a disputed incident shows both sides side by side, and the same as a table', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?selected=2023-10-17-gaza-hospital-blast');
	const who = atlas.card.getByRole('region', { name: 'Who did it' });
	await expect(who).toContainText('Claimants contradict each other');
	const [left, right] = [
		who.getByRole('heading', { name: 'Israel' }),
		who.getByRole('heading', { name: /Palestinian/ }),
	];
	const [leftBox, rightBox] = [(await left.boundingBox())!, (await right.boundingBox())!];
	expect(Math.abs(leftBox.y - rightBox.y)).toBeLessThan(2);
	expect(rightBox.x).toBeGreaterThan(leftBox.x + 100);
	await expect(who).toContainText('said 18 Oct 2023');
	await expect(atlas.card).toContainText('online news outlet');

	await atlas.card.getByRole('button', { name: 'Show as table' }).press('Enter');
	const table = atlas.card.getByRole('table', { name: 'Who says what, claim by claim' });
	for (const heading of ['Claimant', 'Stance', 'What', 'Kind of report', 'Publisher', 'Where in it', 'Said on']) {
		await expect(table.getByRole('columnheader', { name: heading, exact: true })).toBeAttached();
	}
	const biden = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /Biden/ }) });
	await expect(biden.first()).toContainText('18 Oct 2023');
	await expect(biden.first()).toContainText('The Media Line');
});

test('another rule changes symbol, total, table and exported file together', async ({ page }) => {
	test.slow();
	const atlas = new AtlasPage(page);
	await atlas.open('?camera=34.3,31.35,8&theme=light');
	await expect(strip(page)).toHaveCount(0);
	await expect(killed(page)).toContainText('1,302');
	const blue = SIDE_COLOURS.light.israel;
	const before = await pixelsOf(atlas, blue);
	const strike = '2024-07-13-khan-younis-strike';
	const killedIn = ({ features }: Exported) => features.find(({ id }) => id === strike)?.properties.killed;
	expect(killedIn(await exported(page))).toBe(91);

	await openControl(page);
	await control(page).getByLabel('As told by').selectOption('claimant:israeli-military');
	await atlas.expectAddress('told', 'claimant:israeli-military');
	await expect(strip(page)).toContainText(/^Read as told by .*; \d+ of 26 incidents/);
	await expect(killed(page)).not.toContainText('1,302');
	const smaller = await pixelsOf(atlas, blue);
	expect(smaller).toBeGreaterThan(20);
	expect(smaller).toBeLessThan(before / 2);
	const told = await exported(page);
	expect(killedIn(told)).toBe(1);
	expect(told.reading.told_by).toEqual({ claimant: 'israeli-military' });
	expect(told.reading_in_words).toMatch(/^as told by /);
	expect(told.features).toHaveLength((await atlas.counts())[0]);
	expect(told.features.length).toBeLessThan(26);

	await strip(page).getByRole('button', { name: 'Reset how claims are read' }).click();
	await atlas.expectAddress('told', null);
	await expect(killed(page)).toContainText('1,302');
	expect(await pixelsOf(atlas, blue)).toBeGreaterThan(before * 0.9);
});

test('the figure chosen leads in totals, table and file, by keyboard', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?range=2024-07-20..2024-07-30');
	await openControl(page);
	await control(page).getByRole('radio', { name: 'Best' }).focus();
	await page.keyboard.press('ArrowRight');
	await atlas.expectAddress('figure', 'high');
	await expect(strip(page)).toContainText('Read by the highest figures');
	await expect(page.getByRole('status').filter({ hasText: 'Read by the highest figures' })).toBeAttached();
	const file = await exported(page);
	const musayib = file.features.find(({ id }) => id.includes('musayib'))!;
	expect([musayib.properties.killed, musayib.properties.killed_best]).toEqual([5, 4]);
	expect(file.reading.figure).toBe('high');
	await atlas.show('Table');
	await expect(atlas.incidents.getByRole('row', { name: /Musayib/i })).toContainText(/5\s*4–5/);
	await strip(page).getByRole('button', { name: 'Hide this line' }).press('Enter');
	await expect(strip(page)).toHaveCount(0);
	await atlas.expectAddress('figure', 'high');
});

test('stepping back what is known, an attribution vanishes', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?selected=2023-10-17-gaza-hospital-blast&known=2023-10-23');
	await expect(atlas.card).toContainText('Disputed');
	await openControl(page);
	const back = control(page).getByRole('button', { name: 'Previous day on which something became known' });
	for (const day of ['2023-10-21', '2023-10-20', '2023-10-18']) {
		await back.press('Enter');
		await atlas.expectAddress('known', day);
	}
	await expect(atlas.card).toContainText(/By\s*Palestinian groups/);
	await expect(atlas.card).not.toContainText('Disputed');
	await expect(atlas.card).toContainText(/\d+ claims came later/);
	await expect(atlas.card).toContainText('with what is known today');
	await control(page).getByRole('button', { name: 'Previous day', exact: true }).press('Enter');
	await atlas.expectAddress('known', '2023-10-17');
	await expect(atlas.card).toContainText(/By\s*not named/);
	await control(page).getByRole('button', { name: 'Previous day', exact: true }).press('Enter');
	await expect(atlas.card).toContainText('leaves this record out');
});

test('a denial appears on the day it became known', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?selected=2024-07-13-khan-younis-strike&known=2024-08-04');
	const denial = atlas.card.getByRole('listitem').filter({ hasText: 'Hamas' }).filter({ hasText: 'denies' });
	await expect(atlas.card).toContainText('the Israeli military');
	await expect(denial).toHaveCount(0);
	const toll = atlas.card.getByRole('row', { name: /^Killed/ });
	await expect(toll).toContainText('92');
	await openControl(page);
	await control(page).getByRole('button', { name: 'Next day', exact: true }).press('Enter');
	await atlas.expectAddress('known', '2024-08-05');
	await expect(control(page)).toContainText(/\d+ claims became known on this day/);
	await expect(denial.first()).toBeVisible();
	await expect(toll).toContainText('91');
	await expect(toll).not.toContainText('92');
	await control(page).getByRole('button', { name: 'Back to today' }).press('Enter');
	await atlas.expectAddress('known', null);
});

test('a link restores the reading, and the claims that do not count stay in sight', async ({ page, context }) => {
	const first = new AtlasPage(page);
	await first.open('?selected=2024-04-19-kalsu-base-blast');
	await openControl(page);
	await control(page).getByRole('button', { name: 'One source more' }).press('Enter');
	await control(page).getByRole('textbox', { name: 'As known on' }).fill('2024-04-20');
	await first.expectAddress('known', '2024-04-20');
	const words = await strip(page).locator('p').innerText();
	expect(words).toMatch(/^Read as known on 20 April 2024, with 2 independent sources or more; \d+ of 26 incidents$/);
	await expect(first.card).toContainText('Set aside: fewer than 2 sources');

	const second = new AtlasPage(await context.newPage());
	await second.open(page.url());
	await expect(strip(second.page).locator('p')).toHaveText(words);
	await expect(second.card).toContainText('Set aside: fewer than 2 sources');
	expect(await second.counts()).toEqual(await first.counts());
});

test('one press shows only what is contested', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	const button = control(page).getByRole('button', { name: /^Contested only/ });
	const promised = Number(/\d+/.exec(await button.innerText())![0]);
	expect(promised).toBeGreaterThan(0);
	await button.press('Enter');
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await atlas.expectAddress('grading', 'contested');
	expect((await atlas.counts())[0]).toBe(promised);
	await button.press('Enter');
	await atlas.expectAddress('grading', null);
});

for (const theme of ['light', 'dark']) {
	test(`axe finds nothing in the open control, ${theme}: column, sheet and card`, async ({ page }) => {
		test.slow();
		const atlas = new AtlasPage(page);
		const findings = async () => {
			const { violations } = await new AxeBuilder({ page }).analyze();
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
		};
		await atlas.open(`?theme=${theme}&known=2024-08-05&told=claimant:hamas&selected=2024-07-13-khan-younis-strike`);
		await openControl(page);
		await control(page).getByText('What these choices do').click();
		expect(await findings()).toEqual([]);
		await atlas.card.getByRole('button', { name: 'Show as table' }).click();
		expect(await findings()).toEqual([]);

		await page.setViewportSize({ width: 390, height: 844 });
		await atlas.open(`?theme=${theme}&sources=2`);
		expect(await findings()).toEqual([]);
		await page.getByRole('button', { name: 'Filters' }).click();
		const sheet = page.getByRole('dialog', { name: 'Filters' });
		await openControl(page, sheet);
		expect(await findings()).toEqual([]);
	});
}

import { expect, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

test('play advances the date and changes what the map draws, up to the end', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?speed=365');
	const all = await atlas.drawn();
	await atlas.play.click();

	await expect.poll(() => atlas.drawn()).toBeLessThan(all);
	const early = { date: await atlas.date(), drawn: await atlas.drawn(), pixels: await atlas.pixels() };
	await expect.poll(() => atlas.drawn()).toBeGreaterThan(early.drawn);
	await expect.poll(() => atlas.date()).not.toBe(early.date);

	await expect(atlas.play).toBeVisible({ timeout: 30_000 });
	expect(await atlas.drawn()).toBe(all);
	await expect.poll(async () => (await atlas.pixels()).equals(early.pixels)).toBe(false);
});

test('pause holds the date', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?speed=30');
	await atlas.play.click();
	await page.waitForTimeout(600);
	await atlas.pause.click();
	const date = await atlas.date();
	await page.waitForTimeout(600);
	expect(await atlas.date()).toBe(date);
});

test('stepping stops at each date with an event, forwards and back', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?range=2024-04-01..2024-04-20');
	await atlas.next.click();
	await atlas.expectAddress('at', '2024-04-01');
	await atlas.next.click();
	await atlas.expectAddress('at', '2024-04-13');
	await atlas.next.click();
	await atlas.expectAddress('at', '2024-04-19');
	await atlas.previous.click();
	await atlas.expectAddress('at', '2024-04-13');
});

test('a window shows only its days, cumulative all before', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?at=2024-04-20&mode=window&window=7');
	const [inWindow] = await atlas.counts();
	await page.getByText('Cumulative', { exact: true }).click();
	await atlas.expectAddress('mode', null);
	await expect.poll(async () => (await atlas.counts())[0]).toBeGreaterThan(inWindow);
});

test('an incident known only to a week is on show on each of its days and not after', async ({ page }) => {
	const atlas = new AtlasPage(page);
	for (const [day, present] of [
		['2023-10-13', false],
		['2023-10-14', true],
		['2023-10-17', true],
		['2023-10-20', true],
		['2023-10-21', false],
	] as const) {
		await atlas.openTable(`?at=${day}&mode=window&window=1`);
		const row = atlas.incidents.getByRole('row', { name: /Harir/ });
		await expect(row).toHaveCount(present ? 1 : 0);
	}
});

test('a screen reader hears date and count once playback settles', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?range=2024-04-01..2024-04-20');
	await atlas.next.click();
	await expect(page.getByRole('status').filter({ hasText: 'incident' }).first()).toHaveText(
		/1 April 2024.*: 1 incident shown/,
	);
});

test('nothing but the date moves where motion is reduced', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const atlas = new AtlasPage(page);
	await atlas.open();
	const moving = await page.evaluate(
		() => document.getAnimations().filter((animation) => animation.playState === 'running').length,
	);
	expect(moving).toBe(0);
});

test('a speed can be typed, in quarters of a day for each second', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await page.getByRole('button', { name: 'Playback options' }).click();
	const speed = page.getByLabel('Days per second');
	await expect(speed).toHaveValue('30');
	for (const [typed, taken] of [
		['7.3', '7.25'],
		['0', '0.25'],
		['99999', '3650'],
	] as const) {
		await speed.fill(typed);
		await speed.press('Enter');
		await expect(speed).toHaveValue(taken);
		await atlas.expectAddress('speed', taken);
	}
});

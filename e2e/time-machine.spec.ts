import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Moment {
	at: number;
	/** Days since 1970. */
	day: number;
}

const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** Notes each day the slider comes to, and when, from now on. */
async function record(page: Page): Promise<() => Promise<Moment[]>> {
	await page.evaluate(() => {
		const slider = document.querySelector('[role="slider"][data-part="position"]')!;
		const moments: { at: number; day: number }[] = [];
		const note = () => {
			const day = Number(slider.getAttribute('aria-valuenow'));
			if (moments.at(-1)?.day !== day) moments.push({ at: performance.now(), day });
		};
		new MutationObserver(note).observe(slider, { attributes: true });
		(window as unknown as { moments: typeof moments }).moments = moments;
	});
	return () => page.evaluate(() => (window as unknown as { moments: { at: number; day: number }[] }).moments);
}

async function option(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: 'Playback options' }).click();
	await page.getByRole('dialog', { name: 'Playback options' }).getByText(name, { exact: true }).click();
	await page.keyboard.press('Escape');
}

test('played at 64 times in a window of a day, every date with an event stays on show for its 200 ms', async ({
	page,
}) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?range=2024-03-01..2024-04-25&speed=64&mode=window&window=1');
	const moments = await record(page);
	await atlas.play.click();
	await expect(atlas.pause).toBeVisible();
	await expect(atlas.play).toBeVisible({ timeout: 20_000 });
	const seen = await moments();
	for (const iso of ['2024-04-01', '2024-04-13', '2024-04-19', '2024-04-20']) {
		const index = seen.findIndex(({ day }) => day === dayOf(iso));
		expect(index, iso).toBeGreaterThanOrEqual(0);
		expect(seen[index + 1]!.at - seen[index]!.at, iso).toBeGreaterThanOrEqual(180);
	}
	expect(seen.at(-1)!.day).toBe(dayOf('2024-04-25'));
});

test('steps lead by day, week and month, and to the next event', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?at=2024-01-31');
	for (const [unit, forward, back, there, here] of [
		['Month', 'A month on', 'A month back', '2024-02-29', '2024-01-29'],
		['Week', 'A week on', 'A week back', '2024-02-05', '2024-01-29'],
		['Day', 'Next day', 'Previous day', '2024-01-30', '2024-01-29'],
	] as const) {
		await option(page, unit);
		await page.getByRole('button', { name: forward }).click();
		await atlas.expectAddress('at', there);
		await page.getByRole('button', { name: back }).click();
		await atlas.expectAddress('at', here);
	}
	await page.locator('body').press('.');
	await atlas.expectAddress('at', '2024-01-30');
	await option(page, 'Event');
	await page.locator('body').press('.');
	await atlas.expectAddress('at', '2024-04-01');
	await atlas.previous.click();
	await atlas.expectAddress('at', '2023-10-21');
});

test('the speed is what it says, from the list and from the keyboard', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?range=2021-01-01..2022-12-31&skip=no&speed=4');
	const moments = await record(page);
	const daysIn = async (ms: number) => {
		const before = (await moments()).length;
		await page.waitForTimeout(ms);
		const run = (await moments()).slice(before);
		return (run.at(-1)!.day - run[0]!.day) / ((run.at(-1)!.at - run[0]!.at) / 1000);
	};
	await atlas.play.click();
	expect(await daysIn(2500)).toBeGreaterThan(3);
	expect(await daysIn(2500)).toBeLessThan(5);
	await page.getByRole('combobox', { name: 'Speed of playback' }).selectOption('16 days/s (16×)');
	await page.waitForTimeout(300);
	const faster = await daysIn(2500);
	expect(faster).toBeGreaterThan(12);
	expect(faster).toBeLessThan(20);
	await atlas.pause.click();
	await atlas.expectAddress('speed', '16');
	await page.locator('body').press('>');
	await atlas.expectAddress('speed', null);
	await page.locator('body').press('>');
	await atlas.expectAddress('speed', '64');
	for (let n = 0; n < 10; n++) await page.locator('body').press('<');
	await atlas.expectAddress('speed', '0.25');
});

test('empty stretches are skipped, or run through where that is switched off', async ({ page }) => {
	const atlas = new AtlasPage(page);
	const daysSeen = async (query: string) => {
		await atlas.openTable(query);
		const moments = await record(page);
		await atlas.play.click();
		await page.waitForTimeout(2500);
		return (await moments()).map(({ day }) => day);
	};
	const query = '?range=2020-01-13..2023-10-07&at=2020-01-14&speed=30';
	expect((await daysSeen(query)).at(-1)).toBe(dayOf('2023-10-07'));
	const walked = await daysSeen(`${query}&skip=no`);
	expect(walked.length).toBeGreaterThan(3);
	expect(walked.at(-1)).toBeLessThan(dayOf('2020-06-01'));
});

test('a range is brushed with the mouse and by keyboard, and playback stays in it and loops', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?speed=64');
	const [, to] = [await atlas.centreOf('from'), await atlas.centreOf('to')];
	await page.mouse.move(to.x, to.y);
	await page.mouse.down();
	await page.mouse.move(to.x - 200, to.y, { steps: 5 });
	await page.mouse.up();
	await atlas.expectAddress('range', /^2019-07-01\.\.2023-/);
	const start = page.getByRole('slider', { name: 'Start of the range' });
	await start.focus();
	await start.press('End');
	await start.press('PageDown');
	const range = new URL(page.url()).searchParams.get('range')!;
	expect(range.split('..')).toHaveLength(2);

	await atlas.openTable('?range=2024-04-13..2024-04-20&speed=64');
	await option(page, 'Loop within the range');
	await atlas.expectAddress('loop', 'yes');
	const moments = await record(page);
	await atlas.play.click();
	await expect
		.poll(async () => (await moments()).filter(({ day }) => day === dayOf('2024-04-13')).length, { timeout: 20_000 })
		.toBeGreaterThanOrEqual(2);
	const seen = await moments();
	expect(Math.min(...seen.map(({ day }) => day))).toBe(dayOf('2024-04-13'));
	expect(Math.max(...seen.map(({ day }) => day))).toBe(dayOf('2024-04-20'));
	await expect(atlas.pause).toBeVisible();
});

test('long gaps fold: the chart says so, time still rises to the right, and brush and slider work', async ({
	page,
}) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?at=2020-06-01');
	const chart = page.getByRole('group', { name: /^Incidents over time/ });
	const xAt = async (iso: string) => {
		await page.getByRole('button', { name: 'Playback options' }).click();
		await page.getByLabel('Go to date').fill(iso);
		await page.getByLabel('Go to date').press('Tab');
		await page.keyboard.press('Escape');
		await atlas.expectAddress('at', iso);
		return (await atlas.centreOf('position')).x;
	};
	const flat = (await xAt('2023-09-01')) - (await xAt('2020-03-01'));
	expect(flat).toBeGreaterThan(500);
	await expect(chart).not.toHaveAccessibleName(/folded/);

	await option(page, 'Fold long gaps (over 60 days)');
	await atlas.expectAddress('fold', 'yes');
	await expect(chart).toHaveAccessibleName(/\d+ stretches without incidents, 1\d{3} days in all, folded$/);
	const days = ['2020-01-13', '2020-03-01', '2021-07-01', '2023-09-01', '2023-10-07', '2024-04-20'];
	const xs: number[] = [];
	for (const iso of days) xs.push(await xAt(iso));
	xs.slice(1).forEach((x, index) => expect(x).toBeGreaterThan(xs[index]!));
	expect(xs[3]! - xs[1]!).toBeLessThan(24);

	// A press where a day stands leads to that day, also after a fold.
	const { y } = await atlas.centreOf('position');
	await page.mouse.click(xs[4]!, y + 30);
	await atlas.expectAddress('at', '2023-10-07');
	const end = await atlas.centreOf('to');
	await page.mouse.move(end.x, end.y);
	await page.mouse.down();
	await page.mouse.move(xs[4]! + (end.x - (await atlas.centreOf('to')).x) + 30, end.y, { steps: 4 });
	await page.mouse.up();
	await atlas.expectAddress('range', /^2019-07-01\.\.2023-1\d-\d\d$/);
	await atlas.position.focus();
	await atlas.position.press('Home');
	await atlas.expectAddress('at', '2019-07-01');
});

test('modes switch by keyboard; a trail shows what cumulative shows', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?at=2024-04-20');
	const [cumulative] = await atlas.counts();
	const before = await atlas.pixels();
	await page.getByRole('radio', { name: 'Cumulative' }).focus();
	await page.keyboard.press('ArrowRight');
	await atlas.expectAddress('mode', 'window');
	await expect.poll(async () => (await atlas.counts())[0]).toBeLessThan(cumulative);
	await page.keyboard.press('ArrowRight');
	await atlas.expectAddress('mode', 'trail');
	await expect.poll(async () => (await atlas.counts())[0]).toBe(cumulative);
	await expect.poll(async () => (await atlas.pixels()).equals(before)).toBe(false);

	await page.getByRole('button', { name: 'Playback options' }).focus();
	await page.keyboard.press('Enter');
	const length = page.getByRole('spinbutton', { name: 'Window in days' });
	await length.fill('123');
	await length.press('Enter');
	await atlas.expectAddress('window', '123');
	await length.fill('0');
	await length.press('Enter');
	await atlas.expectAddress('window', '1');
});

test('the slider tells date and counts, steps by day, week and month, and the number killed is told', async ({
	page,
}) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?at=2024-07-13&toll=yes');
	expect(await atlas.date()).toMatch(
		/^13 July 2024\. .*2024: \d+ incidents?; .*Air strike \d+.*; [\d.]+ killed \([\d.]+ or more\)$/,
	);
	await atlas.position.focus();
	await atlas.position.press('ArrowRight');
	await atlas.expectAddress('at', '2024-07-14');
	await atlas.position.press('Shift+ArrowLeft');
	await atlas.expectAddress('at', '2024-07-07');
	await atlas.position.press('PageDown');
	await atlas.expectAddress('at', '2024-06-07');
	expect(await atlas.date()).toContain('No incidents');
});

test('the timeline zooms in to single days, each with its label', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?at=2024-04-13');
	const zoomIn = page.getByRole('button', { name: 'Zoom in on the timeline' });
	for (let n = 0; n < 20 && (await zoomIn.getAttribute('aria-disabled')) === null; n++) await zoomIn.click();
	await expect(zoomIn).toHaveAttribute('title', /no times of day/);
	const labels = page.getByRole('region', { name: 'Timeline' }).locator('svg text');
	await expect(labels.filter({ hasText: '13 Apr' })).toBeVisible();
	await expect(labels.filter({ hasText: '12 Apr' })).toBeVisible();
});

test('a hidden tab pauses', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?range=2021-01-01..2022-12-31&skip=no&speed=8');
	await atlas.play.click();
	await expect(atlas.pause).toBeVisible();
	await page.evaluate(() => {
		Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await expect(atlas.play).toBeVisible();
	const date = await atlas.date();
	await page.waitForTimeout(800);
	expect(await atlas.date()).toBe(date);
});

test('where motion is reduced, playback moves the date and nothing else', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const atlas = new AtlasPage(page);
	await atlas.open('?range=2024-04-01..2024-04-25&speed=8&camera=40,33,4');
	await atlas.play.click();
	await expect.poll(() => atlas.date()).toMatch(/^([3-9]|1\d) April/);
	const moving = await page.evaluate(() =>
		document
			.getAnimations()
			.filter(({ playState }) => playState === 'running')
			.map((animation) => String(animation)),
	);
	expect(moving).toEqual([]);
	await atlas.pause.click();
	await atlas.expectAddress('at', ISO_DAY);
	await atlas.expectAddress('camera', '40,33,4');
});

for (const [theme, width] of [
	['light', 1400],
	['dark', 390],
] as const) {
	test(`axe finds nothing in the options and in a folded timeline with the killed, ${theme}, ${width} wide`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 844 });
		const atlas = new AtlasPage(page);
		await atlas.open(`?theme=${theme}&at=2024-04-20&mode=trail&fold=yes&toll=yes`);
		await page.getByRole('button', { name: 'Playback options' }).click();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
	});
}

for (const timezoneId of ['Pacific/Apia', 'America/New_York']) {
	test.describe(timezoneId, () => {
		test.use({ timezoneId });
		test('days begin and end where they do elsewhere, in steps, typed dates and intervals', async ({ page }) => {
			test.slow();
			const atlas = new AtlasPage(page);
			// The night of the change of the clock in New York, and an incident known to 14-20 October.
			await atlas.openTable('?at=2024-03-09');
			await option(page, 'Day');
			for (const iso of ['2024-03-10', '2024-03-11']) {
				await page.getByRole('button', { name: 'Next day' }).click();
				await atlas.expectAddress('at', iso);
			}
			await page.getByRole('button', { name: 'Playback options' }).click();
			await page.getByLabel('Go to date').fill('2023-10-13');
			await page.getByLabel('Go to date').press('Tab');
			await page.keyboard.press('Escape');
			await atlas.expectAddress('at', '2023-10-13');
			await page.getByText('Window', { exact: true }).click();
			await page.getByRole('button', { name: 'Playback options' }).click();
			await page.getByRole('spinbutton', { name: 'Window in days' }).fill('1');
			await page.keyboard.press('Enter');
			await page.keyboard.press('Escape');
			const harir = atlas.incidents.getByRole('row', { name: /Harir/ });
			for (let day = 13; day <= 21; day++) {
				await atlas.expectAddress('at', `2023-10-${day}`);
				expect(new URL(page.url()).searchParams.get('at')).toMatch(ISO_DAY);
				await expect(harir).toHaveCount(day >= 14 && day <= 20 ? 1 : 0);
				await page.getByRole('button', { name: 'Next day' }).click();
			}
		});
	});
}

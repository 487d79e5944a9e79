import { expect, type Page, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

test.describe('on a phone, by touch', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	/** Moves fingers from some points to others. */
	async function fingers(page: Page, from: { x: number; y: number }[], to: { x: number; y: number }[]): Promise<void> {
		const client = await page.context().newCDPSession(page);
		const at = (share: number) =>
			from.map((point, id) => ({
				x: point.x + (to[id]!.x - point.x) * share,
				y: point.y + (to[id]!.y - point.y) * share,
				id,
			}));
		await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
		for (let n = 1; n <= 8; n++) {
			await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(n / 8) });
		}
		await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	}

	test('playing, modes, loop, dragging the date, brushing and pinching', async ({ page }) => {
		test.slow();
		const atlas = new AtlasPage(page);
		await atlas.open('?speed=16&skip=no&range=2021-01-01..2024-07-31');
		await atlas.play.tap();
		await expect(atlas.pause).toBeVisible();
		await atlas.pause.tap();
		await atlas.next.tap();
		await atlas.expectAddress('at', '2023-10-07');

		await page.getByRole('button', { name: 'Playback options' }).tap();
		const options = page.getByRole('dialog', { name: 'Playback options' });
		await options.getByText('Trail', { exact: true }).tap();
		await options.getByText('Loop within the range', { exact: true }).tap();
		await page.touchscreen.tap(200, 20);
		await expect(options).toBeHidden();
		await atlas.expectAddress('mode', 'trail');
		await atlas.expectAddress('loop', 'yes');

		const handle = await atlas.centreOf('position');
		await fingers(page, [handle], [{ x: handle.x - 60, y: handle.y }]);
		await atlas.expectAddress('at', /^2022-/);
		const end = await atlas.centreOf('to');
		await fingers(page, [end], [{ x: end.x - 40, y: end.y }]);
		await atlas.expectAddress('range', /^2021-01-01\.\.2023-/);

		const labels = page.getByRole('region', { name: 'Timeline' }).locator('svg text');
		const years = await labels.allTextContents();
		const middle = { x: 200, y: handle.y + 30 };
		await fingers(
			page,
			[
				{ x: middle.x - 20, y: middle.y },
				{ x: middle.x + 20, y: middle.y },
			],
			[
				{ x: middle.x - 100, y: middle.y },
				{ x: middle.x + 100, y: middle.y },
			],
		);
		await expect.poll(() => labels.allTextContents()).not.toEqual(years);
	});

	test('a press on the bars goes to their date, and folding keeps the timeline low', async ({ page }) => {
		const atlas = new AtlasPage(page);
		await atlas.open('?fold=yes&toll=yes');
		const height = await page.getByRole('region', { name: 'Timeline' }).evaluate((section) => section.clientHeight);
		expect(height).toBeLessThanOrEqual(127);
		const { y } = await atlas.centreOf('position');
		await page.touchscreen.tap(300, y + 14);
		await atlas.expectAddress('at', /^\d{4}-\d{2}-\d{2}$/);
	});
});

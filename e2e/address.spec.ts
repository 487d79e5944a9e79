import { expect, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

test('a link opens the same view again', async ({ page }) => {
	const query =
		'?range=2023-10-07..2024-04-20&at=2024-04-01&mode=window&window=90&speed=7&side=iran-aligned&kind=drone-attack&selected=2023-10-21-ain-al-asad-drones&theme=dark';
	const atlas = new AtlasPage(page);
	await atlas.open(query);
	await expect(atlas.card).toContainText('Ain al-Asad');
	await expect(atlas.filters.getByRole('checkbox', { name: /^Drone attack/ })).toBeChecked();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	expect(await atlas.date()).toContain('1 April 2024');
	await atlas.card.getByRole('button', { name: 'Close' }).first().click();
	await atlas.expectAddress('selected', null);
	expect(new URL(page.url()).search).toBe(query.replace('&selected=2023-10-21-ain-al-asad-drones', ''));
});

test('nonsense in the address falls back', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	const atlas = new AtlasPage(page);
	await atlas.open(
		'?range=2024-02-30..x&at=yesterday&mode=<b>&window=-1&speed=NaN&side=martians&kind=,,&place=%00&selected=__proto__&camera=999,0,1&theme=pink&language=xx&panel=99',
	);
	const [shown, total] = await atlas.counts();
	expect(shown).toBe(total);
	await expect(atlas.card).toHaveCount(0);
	expect(errors).toEqual([]);
});

for (const timezoneId of ['Pacific/Apia', 'America/New_York']) {
	test.describe(timezoneId, () => {
		test.use({ timezoneId, locale: 'fa-IR' });
		test('shows the same day', async ({ page }) => {
			const atlas = new AtlasPage(page);
			await atlas.open('?at=2024-07-30&selected=2024-07-30-musayib-strike');
			expect(await atlas.date()).toContain('30 July 2024');
			await expect(atlas.card).toContainText('30 July 2024');
		});
	});
}

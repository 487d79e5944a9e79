import { expect, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';

test('no request leaves the origin, and the content policy is never broken', async ({ page, baseURL }) => {
	const origin = new URL(baseURL!).origin;
	const requests: string[] = [];
	const violations: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	page.on('console', (message) => {
		if (/Content Security Policy|TrustedScript/i.test(message.text())) violations.push(message.text());
	});
	const atlas = new AtlasPage(page);
	await atlas.open();
	await atlas.next.click();
	await atlas.show('Table');
	await atlas.incidents.getByRole('button').first().click();
	await atlas.show('Map');
	await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
	await page.getByRole('button', { name: 'Export' }).click();
	await page.waitForTimeout(1500);

	expect(requests.length).toBeGreaterThan(10);
	expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}`))).toEqual([]);
	expect(violations).toEqual([]);
});

test('the policy would refuse a foreign request', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open();
	const outcome = await page.evaluate(() =>
		fetch('https://example.org/').then(
			() => 'sent',
			() => 'refused',
		),
	);
	expect(outcome).toBe('refused');
});

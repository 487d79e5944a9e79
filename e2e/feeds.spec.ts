import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';

const log = readFileSync(new URL('../geodata/corrections.json', import.meta.url), 'utf8');
const { corrections } = JSON.parse(log) as { corrections: { date: string; record: string; why: string }[] };
const newest = corrections.at(-1)!;

test('the Atom feed is well-formed, complete and leads to pages that are there', async ({ page, request, baseURL }) => {
	const response = await request.get('feed.xml');
	expect(response.ok()).toBe(true);
	expect(response.headers()['content-type']).toMatch(/xml/);
	const text = await response.text();
	// On a page without our content policy, which lets no text be parsed as a document.
	await page.goto('about:blank');
	const found = await page.evaluate((xml) => {
		const document = new DOMParser().parseFromString(xml, 'application/xml');
		const atom = 'http://www.w3.org/2005/Atom';
		return {
			errors: document.querySelectorAll('parsererror').length,
			root: document.documentElement.namespaceURI === atom && document.documentElement.localName,
			entries: [...document.getElementsByTagNameNS(atom, 'entry')].map((entry) =>
				['id', 'title', 'updated'].map((name) => entry.getElementsByTagNameNS(atom, name).length).join(),
			),
		};
	}, text);
	expect(found).toMatchObject({ errors: 0, root: 'feed' });
	expect(new Set(found.entries)).toEqual(new Set(['1,1,1']));

	const feed = parseAtomFeed(text);
	expect(feed.entries).toHaveLength(Math.min(200, corrections.length));
	expect(feed.updated).toBe(`${newest.date}T12:00:00.000Z`);
	const ids = feed.entries!.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
	const href = feed.entries![0]!.links![0]!.href!;
	const target = await request.get(new URL(href, new URL('feed.xml', baseURL)).href);
	expect(target.ok(), href).toBe(true);
});

test('the JSON feed tells the same entries', async ({ request }) => {
	const response = await request.get('feed.json');
	expect(response.ok()).toBe(true);
	const feed = parseJsonFeed(await response.text());
	const atom = parseAtomFeed(await (await request.get('feed.xml')).text());
	expect(feed.items!.map(({ id }) => id)).toEqual(atom.entries!.map(({ id }) => id));
	expect(feed.items!.map(({ content_text: text }) => text)).toEqual(atom.entries!.map(({ content }) => content!.value));
	for (const { url } of feed.items!) if (url !== undefined) expect(() => new URL(url)).not.toThrow();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('corrections can be read, newest first, and lead to the records and the feeds', async ({ page }) => {
		await page.goto('corrections/');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Corrections and additions');
		const entries = page.locator('main li');
		await expect(entries).toHaveCount(corrections.length);
		await expect(entries.first()).toContainText(newest.why);
		await entries.first().getByRole('link').click();
		await expect(page).toHaveURL(new RegExp(`/record/${newest.record}/$`));
	});

	for (const path of ['', 'corrections/', `record/${newest.record}/`]) {
		test(`the page "${path}" tells of the feeds in its head`, async ({ page, request }) => {
			await page.goto(path);
			const feeds = page.locator('head link[rel="alternate"]');
			const found = await feeds.evaluateAll((links) =>
				links.map((link) => ({ type: (link as HTMLLinkElement).type, href: (link as HTMLLinkElement).href })),
			);
			expect(found.map(({ type }) => type)).toEqual(['application/atom+xml', 'application/feed+json']);
			for (const { href } of found) expect((await request.get(href)).ok(), href).toBe(true);
		});
	}
});

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const DISPUTED = 'Blast at a Gaza hospital, October 2023';
const build = fileURLToPath(new URL('../build/', import.meta.url));

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });

	test('from the table to a disputed incident, both sides of it, its report, its place and an actor', async ({
		page,
	}) => {
		await page.goto('./');
		await page.getByRole('table').getByRole('link', { name: DISPUTED }).click();
		await expect(page.getByRole('heading', { level: 1, name: DISPUTED })).toBeVisible();
		const who = page.getByRole('region', { name: 'Who did it' });
		await expect(who).toContainText('Claimants contradict each other');
		await expect(who.getByRole('heading', { name: 'Israel' })).toBeVisible();
		await expect(who).toContainText('The Palestinians blame Israel.');
		await expect(who.getByRole('heading', { name: 'Palestinian groups' })).toBeVisible();
		await expect(who).toContainText('Israel blames the Palestinian side.');
		await expect(page.getByRole('region', { name: 'How it was judged' })).toContainText(/Disputed, rule \d of 7/);
		const address = page.url();

		await page.getByRole('region', { name: 'Reports' }).getByRole('link').first().click();
		await expect(page.getByRole('heading', { name: /^Every claim read from it/ })).toBeVisible();
		await page.getByRole('link', { name: DISPUTED }).first().click();
		expect(page.url()).toBe(address);

		await page.getByRole('link', { name: 'Gaza Strip' }).first().click();
		await expect(page.getByRole('heading', { level: 1, name: 'Gaza Strip' })).toBeVisible();
		await page.getByRole('link', { name: DISPUTED }).first().click();

		await page
			.getByRole('region', { name: 'What is recorded' })
			.getByRole('link', { name: 'Israel', exact: true })
			.click();
		const named = page.getByRole('region', { name: 'Named as perpetrator' });
		await expect(named.getByRole('heading', { name: 'Disputed' })).toBeVisible();
		await expect(named.getByRole('link', { name: DISPUTED })).toBeVisible();
	});

	test('a citation is on the page in four forms', async ({ page }) => {
		await page.goto('record/2024-07-30-musayib-strike/');
		const cite = page.getByRole('region', { name: 'Cite this' });
		await expect(cite).toContainText('Escalation Atlas. (20');
		await cite.getByText('BibTeX').click();
		await expect(cite).toContainText('@misc{');
		await cite.getByText('RIS').click();
		await expect(cite).toContainText('TY  - DATA');
		await cite.getByText('CSL-JSON').click();
		await expect(cite).toContainText('"type": "dataset"');
	});

	test('the method page has a section for each thing a page refers to', async ({ page }) => {
		await page.goto('record/2024-07-30-musayib-strike/');
		await page.getByRole('link', { name: 'How this is decided' }).first().click();
		await expect(page).toHaveURL(/method\/#attribution$/);
		await expect(page.getByRole('heading', { name: 'How attribution is decided' })).toBeInViewport();
	});
});

test('the card leads to the page, and the page back to the map with the record open', async ({ page }) => {
	await page.goto('?selected=2024-07-30-musayib-strike');
	await page.getByRole('link', { name: 'Page and permanent link' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('US airstrike at Musayib');
	await page.getByRole('link', { name: 'Open on the map' }).click();
	await expect(page.getByRole('complementary', { name: 'Record' })).toContainText('US airstrike at Musayib');
});

const PAGES = [
	'record/2023-10-17-gaza-hospital-blast/',
	'record/2020-01-pmf-threats-to-expel-us/',
	'record/2023-10-gaza-war/',
	'report/sputnik-kalsu-2024/',
	'place/ain-al-asad/',
	'actor/israel/',
	'method/',
];

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing on one page of each kind, ${colorScheme}; no request leaves, no policy is broken`, async ({
		page,
		baseURL,
	}) => {
		test.slow();
		const origin = new URL(baseURL!).origin;
		const strangers: string[] = [];
		const messages: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(`${origin}/`)) strangers.push(request.url());
		});
		page.on('console', (message) => messages.push(message.text()));
		await page.emulateMedia({ colorScheme });
		for (const path of PAGES) {
			await page.goto(path);
			for (const summary of await page.locator('summary').all()) await summary.click();
			const { violations } = await new AxeBuilder({ page }).analyze();
			const findings = violations.map(
				({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
			);
			expect(findings).toEqual([]);
		}
		expect(strangers).toEqual([]);
		expect(messages).toEqual([]);
	});
}

test('a page fits a phone', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	for (const path of PAGES) {
		await page.goto(path);
		const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(overhang, path).toBeLessThanOrEqual(0);
	}
});

/** Files of the built site by their path, folders by their index. */
function builtPages(): string[] {
	return readdirSync(build, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path.endsWith('.html'));
}

test('every link, picture and anchor of every page leads somewhere', () => {
	const broken: string[] = [];
	const idsOf = new Map<string, Set<string>>();
	const ids = (file: string) => {
		const known =
			idsOf.get(file) ?? new Set([...readFileSync(file, 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
		idsOf.set(file, known);
		return known;
	};
	for (const path of builtPages()) {
		const html = readFileSync(build + path, 'utf8');
		const here = `http://site/${path.replace(/index\.html$/, '')}`;
		for (const [, target] of html.matchAll(/(?:href|src|property="og:image" content)="([^"]+)"/g)) {
			if (/^(https?:|data:)/.test(target!)) continue;
			const { pathname, hash } = new URL(target!.replaceAll('&amp;', '&'), here);
			let file = build + decodeURIComponent(pathname).slice(1);
			if (existsSync(file) && statSync(file).isDirectory()) file = `${file.replace(/\/?$/, '/')}index.html`;
			const isThere = existsSync(file) && (hash === '' || ids(file).has(decodeURIComponent(hash.slice(1))));
			if (!isThere) broken.push(`${path}: ${target}`);
		}
	}
	expect(builtPages().length).toBeGreaterThan(100);
	expect([...new Set(broken)]).toEqual([]);
});

test('every page has its structured data, and none can end its script element early', () => {
	for (const path of builtPages().filter((each) => /^(record|report|place|actor|method)\//.test(each))) {
		const html = readFileSync(build + path, 'utf8');
		const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
		expect(blocks.length, path).toBe(/http-equiv="refresh"|name="robots"/.test(html) ? 0 : 1);
		for (const [, text] of blocks) expect(() => JSON.parse(text!) as unknown, path).not.toThrow();
		expect(html, path).not.toMatch(/\sstyle="/);
	}
});

import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { AtlasPage } from './atlas-page.ts';
import { BROUGHT, UNKNOWN_TABLE } from './import-fixtures.ts';

const UNKNOWN = { name: 'orte.csv', text: UNKNOWN_TABLE };
const POINTS = BROUGHT.find(({ name }) => name === 'points.geojson')!;

/** Saves what is on show in a format and gives the file's bytes. */
async function exported(page: Page, format: string): Promise<{ name: string; text: Buffer }> {
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	const menu = page.getByRole('dialog', { name: 'Export what is shown' });
	await menu.getByRole('radio', { name: format, exact: true }).check();
	// Statements and totals are no incidents, so no rows.
	const others = menu.getByRole('checkbox', { name: 'Statements and totals too' });
	if (await others.isVisible()) await others.uncheck();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		menu.getByRole('button', { name: 'Export', exact: true }).click(),
	]);
	await expect(menu.getByRole('status')).toContainText('Saved');
	await menu.getByRole('button', { name: 'Close' }).click();
	return { name: download.suggestedFilename(), text: readFileSync(await download.path()) };
}

interface Exported {
	readonly id: string;
	readonly geometry: unknown;
	readonly properties: { readonly unit: string };
}

function featuresOf(text: Buffer): readonly Exported[] {
	return (JSON.parse(text.toString()) as { features: Exported[] }).features;
}

async function rowIds(page: Page): Promise<string[]> {
	const { text } = await exported(page, 'GeoJSON');
	return featuresOf(text)
		.filter(({ properties }) => properties.unit === 'incident')
		.map(({ id }) => id.replace(/^l\d+\//, ''));
}

test('files of every kind are read without a question, and each report adds up', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await atlas.add(...BROUGHT);
	await expect(atlas.adding.getByRole('heading', { level: 2 })).toHaveText(`${BROUGHT.length} files are on the map`);
	for (const { name, format } of BROUGHT) {
		const report = atlas.adding.getByRole('group').filter({ hasText: name }).first();
		await expect(report).toContainText(format);
		await expect(report).toContainText('3 rows read: 1 added, 1 folded into a row they repeat, 1 left out.');
	}
	await atlas.adding.getByRole('button', { name: 'Close' }).click();
	for (const { title } of BROUGHT) {
		await expect(atlas.incidents.getByRole('button', { name: new RegExp(title) }).first()).toBeVisible();
	}
});

test('what was brought in each format is played back, exported, and comes back as it was', async ({ page }) => {
	test.slow();
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	for (const { name, text, title } of BROUGHT) {
		await atlas.add({ name, text });
		await expect(atlas.adding.getByRole('heading', { name: `${name} is on the map` }), name).toBeVisible();
		await atlas.adding.getByRole('button', { name: 'Close' }).click();
		await atlas.layers.getByRole('button', { name: `More for ${name}` }).click();
		await atlas.layers.getByRole('button', { name: `Show only ${name}` }).click();
		await expect.poll(() => atlas.counts(), name).toEqual([1, 1]);

		await atlas.next.click();
		await expect.poll(() => atlas.date(), name).toMatch(/ 2024\b.*: 1 incident/);
		await expect(atlas.incidents.getByRole('button', { name: new RegExp(title) }).first(), name).toBeVisible();

		const file = await exported(page, 'GeoJSON');
		const [before] = featuresOf(file.text);
		await atlas.layers.getByRole('button', { name: 'Forget everything' }).click();
		await atlas.layers.getByRole('button', { name: 'Forget', exact: true }).click();
		await atlas.add(file);
		await expect(atlas.adding.getByRole('heading', { name: `${file.name} is on the map` }), name).toBeVisible();
		expect(await atlas.report(), name).toEqual([1, 1, 0, 0]);
		await atlas.adding.getByRole('button', { name: 'Close' }).click();
		await atlas.layers.getByRole('button', { name: `More for ${file.name}` }).click();
		await atlas.layers.getByRole('button', { name: `Show only ${file.name}` }).click();
		await expect.poll(() => atlas.counts(), name).toEqual([1, 1]);
		const [after] = featuresOf((await exported(page, 'GeoJSON')).text);
		expect(after!.geometry, name).toEqual(before!.geometry);
		expect(after!.properties, name).toEqual(before!.properties);
		await atlas.layers.getByRole('button', { name: 'Forget everything' }).click();
		await atlas.layers.getByRole('button', { name: 'Forget', exact: true }).click();
		await expect(atlas.layers).toHaveCount(0);
	}
});

const OWN = [
	'GeoJSON',
	'Newline-delimited GeoJSON',
	'CSV, incidents',
	'Excel workbook',
	'KML',
	'KMZ',
	'GPX',
	'FlatGeobuf',
	'GeoParquet',
];

test('our own exports come back with the same records', async ({ page }) => {
	test.slow();
	const atlas = new AtlasPage(page);
	await atlas.openTable('?range=2024-07-01..2024-08-10');
	const ids = await rowIds(page);
	for (const format of OWN) {
		const file = await exported(page, format);
		await atlas.add(file);
		await expect(atlas.adding.getByRole('heading', { name: `${file.name} is on the map` }), format).toBeVisible();
		expect(await atlas.report(), format).toEqual([ids.length, ids.length, 0, 0]);
		await atlas.adding.getByRole('button', { name: 'Close' }).click();
		await atlas.layers.getByRole('button', { name: `More for ${file.name}` }).click();
		await atlas.layers.getByRole('button', { name: `Show only ${file.name}` }).click();
		await expect.poll(() => atlas.counts()).toEqual([ids.length, ids.length]);
		expect(await rowIds(page), format).toEqual(ids);
		await atlas.layers.getByRole('button', { name: 'Forget everything' }).click();
		await atlas.layers.getByRole('button', { name: 'Forget', exact: true }).click();
		await expect(atlas.layers).toHaveCount(0);
	}
});

test('an unknown table is asked about, shown as it will be read, and remembered', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await atlas.add(UNKNOWN);
	const preview = atlas.adding.getByRole('region', { name: 'As the first rows will be read' });
	await expect(preview.getByRole('row').nth(1)).toContainText('33.50° N, 44.10° E');
	await expect(preview.getByRole('row').nth(1)).toContainText('3 Feb – 2 Mar 2024');
	await expect(preview.getByRole('row').nth(4)).toContainText('Left out, for Datum:');
	await expect(atlas.adding).toContainText('02/03/2024 is 2 March 2024');
	await atlas.adding.getByRole('radio', { name: /^The day/ }).check();
	await expect(preview.getByRole('row').nth(1)).toContainText('2 Mar 2024');

	const date = atlas.adding.getByRole('combobox', { name: 'What Datum holds' });
	await date.selectOption('Not used');
	await atlas.adding.getByRole('button', { name: 'Add to the map' }).click();
	await expect(atlas.adding.getByRole('textbox', { name: 'One date for all rows without' })).toBeFocused();
	await date.selectOption('Date, or first day');
	await atlas.adding.getByRole('combobox', { name: 'What Was holds' }).selectOption('Title');
	await atlas.adding.getByRole('combobox', { name: 'What Opfer holds' }).selectOption('Killed');
	await atlas.adding.getByRole('combobox', { name: 'What Beleg holds' }).selectOption('Sources');
	await expect(preview.getByRole('row').nth(1)).toContainText('1–2');
	await atlas.adding.getByRole('button', { name: 'Add to the map' }).click();
	await expect(atlas.adding.getByRole('heading', { name: 'orte.csv is on the map' })).toBeVisible();
	expect(await atlas.report()).toEqual([4, 3, 0, 1]);
	const rejected = atlas.adding.getByRole('region', { name: '1 row left out, and why' }).first();
	await expect(rejected.getByRole('row').nth(1)).toContainText(/5\s*Datum\s*bald/);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		atlas.adding.getByRole('button', { name: 'Download as CSV' }).click(),
	]);
	expect(download.suggestedFilename()).toBe('orte-left-out.csv');
	expect(readFileSync(await download.path(), 'utf8')).toContain('bald');
	await atlas.adding.getByRole('button', { name: 'Close' }).click();

	await page.reload();
	await expect(atlas.layers.getByRole('checkbox', { name: /orte\.csv/ })).toBeChecked();
	await atlas.add({ ...UNKNOWN, name: 'noch.csv' });
	// The columns are known now; the order of day and month is another file's to prove.
	await expect(atlas.adding.getByRole('combobox', { name: 'What Datum holds' })).toHaveCount(0);
});

test('what a hostile file holds is text, and nothing leaves the origin', async ({ page, baseURL }) => {
	const origin = new URL(baseURL!).origin;
	const foreign: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith(`blob:${origin}`))
			foreign.push(request.url());
	});
	let dialogs = 0;
	page.on('dialog', (dialog) => {
		dialogs++;
		void dialog.dismiss();
	});
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await atlas.add(UNKNOWN);
	await atlas.adding.getByRole('combobox', { name: 'What Was holds' }).selectOption('Title');
	await atlas.adding.getByRole('combobox', { name: 'What Beleg holds' }).selectOption('Sources');
	await atlas.adding.getByRole('button', { name: 'Add to the map' }).click();
	await expect(atlas.adding.getByRole('heading', { name: 'orte.csv is on the map' })).toBeVisible();
	await atlas.adding.getByRole('button', { name: 'Close' }).click();

	await atlas.incidents.getByRole('button', { name: /onerror/ }).click();
	await expect(atlas.card).toContainText('<img src=x onerror=alert(1)>');
	await expect(atlas.card).toContainText('orte.csv, row 2, Table');
	await expect(atlas.card).toContainText('This row has no claims.');
	await expect(atlas.card).toContainText('=HYPERLINK("https://evil.example")');
	await expect(atlas.card.getByRole('link')).toHaveCount(0);
	await expect(atlas.card.locator('img')).toHaveCount(0);
	await atlas.incidents.getByRole('button', { name: 'Zweites' }).click();
	const link = atlas.card.getByRole('link', { name: 'https://news.example/b' }).first();
	await expect(link).toHaveAttribute('rel', /noreferrer/);
	await expect(link).toHaveAttribute('rel', /nofollow/);
	await expect(atlas.card.locator('bdi', { hasText: 'gnirts' }).first()).toBeVisible();
	expect([dialogs, foreign]).toEqual([0, []]);
});

test('a file dropped anywhere is added; text and links dropped do nothing', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await expect(atlas.incidents).toBeVisible();
	const address = page.url();
	const drop = async (kind: 'dragenter' | 'drop', file: string | null) => {
		const data = await page.evaluateHandle((text) => {
			const transfer = new DataTransfer();
			if (text === null) transfer.setData('text/uri-list', 'https://elsewhere.example/');
			else transfer.items.add(new File([text], 'dropped.geojson'));
			return transfer;
		}, file);
		await page.dispatchEvent('main', kind, { dataTransfer: data });
	};
	await drop('dragenter', null);
	await drop('drop', null);
	await expect(page.getByText('Drop to add to the map')).toHaveCount(0);
	await expect(atlas.adding).toBeHidden();
	expect(page.url()).toBe(address);

	await drop('dragenter', String(POINTS.text));
	await expect(page.getByText('Drop to add to the map')).toBeVisible();
	await expect(page.getByText(/ACLED, UCDP GED/).last()).toBeVisible();
	await drop('drop', String(POINTS.text));
	await expect(atlas.adding.getByRole('heading', { name: 'dropped.geojson is on the map' })).toBeVisible();
	await expect(page.getByText('Drop to add to the map')).toHaveCount(0);
});

test('a long import can be left, and nothing of it stays', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	const [before] = await atlas.counts();
	const [first, second] = String(BROUGHT[0]!.text).split('\n');
	const many = Array.from({ length: 120_000 }, (_, row) => second!.replace('TST1', `TST${row}`));
	await atlas.add({ name: 'many.csv', text: [first, ...many].join('\n') });
	await expect(atlas.adding.getByRole('heading', { name: 'Reading many.csv' })).toBeVisible();
	await expect(atlas.adding.getByText(/[1-9][\d,]* rows so far/)).toBeVisible();
	await atlas.adding.getByRole('button', { name: 'Go on in the background' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Reading many.csv' })).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'many.csv' })).toHaveCount(0);
	await expect(atlas.layers).toHaveCount(0);
	expect((await atlas.counts())[0]).toBe(before);
});

test('a file that nobody can read is refused in words', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await atlas.add({ name: 'picture.kml', text: '<!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>' });
	await expect(atlas.adding.getByRole('heading', { name: 'picture.kml was not added' })).toBeVisible();
	await expect(atlas.adding).toContainText(/DOCTYPE|ENTITY|entit/i);
	await page.keyboard.press('Escape');
	await expect(atlas.adding).toBeHidden();
	await expect(page.getByRole('button', { name: 'Add data' })).toBeFocused();
});

test('GeoJSON is checked without being added, and a fixed copy is saved', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await page.getByRole('button', { name: 'Add data' }).click();
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: 'Choose a file to check' }).click(),
	]);
	const ring = '{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0]]]}';
	await chooser.setFiles({ name: 'ring.geojson', mimeType: '', buffer: Buffer.from(ring) });
	await expect(atlas.adding.getByRole('heading', { level: 2 })).toHaveText('ring.geojson has 2 errors.');
	await expect(atlas.adding.getByRole('listitem').first()).toContainText('RFC 7946, 3.1.6');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		atlas.adding.getByRole('button', { name: 'Save a copy with 2 problems fixed' }).click(),
	]);
	expect(download.suggestedFilename()).toBe('ring-fixed.geojson');
	expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual({
		type: 'Polygon',
		coordinates: [
			[
				[0, 0],
				[1, 0],
				[1, 1],
				[0, 1],
				[0, 0],
			],
		],
	});
	await expect(atlas.adding.getByText('Saved ring-fixed.geojson, without problems.')).toBeVisible();
	await atlas.adding.getByRole('button', { name: 'Close' }).click();
	await expect(atlas.layers).toHaveCount(0);
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import geojsonValidation from 'geojson-validation';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/universal';
import { SaxesParser } from 'saxes';
import { validateGeojson } from '../src/lib/validate/validate-geojson.ts';
import { AtlasPage } from './atlas-page.ts';

interface Exported {
	features: { id: string; geometry: object | null; properties: { kind: string; unit: string; date_start: string } }[];
	permalink: string;
	licence: string;
	exported_on: string;
}

/** Chooses a format in the export menu and waits until as many files are saved. */
async function exportFiles(page: Page, format: string, count = 1): Promise<{ name: string; path: string }[]> {
	const files: { name: string; path: string }[] = [];
	const folder = mkdtempSync(join(tmpdir(), 'atlas-export-'));
	const done = new Promise<void>((resolve) => {
		page.on('download', (download) => {
			const path = join(folder, download.suggestedFilename());
			void download.saveAs(path).then(() => {
				files.push({ name: download.suggestedFilename(), path });
				if (files.length === count) resolve();
			});
		});
	});
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	const menu = page.getByRole('dialog', { name: 'Export what is shown' });
	await menu.getByRole('radio', { name: format, exact: true }).check();
	await menu.getByRole('button', { name: 'Export', exact: true }).click();
	await done;
	await expect(menu.getByRole('status')).toContainText('Saved');
	return files;
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Exported;
const incidentIds = ({ features }: Exported) =>
	features.filter(({ properties }) => properties.unit === 'incident').map(({ id }) => id);

/** Ids of the incidents in a file, as a reader of its format gives them. */
const READERS: Record<string, (path: string) => Promise<unknown[]> | unknown[]> = {
	GeoJSON: (path) => incidentIds(read(path)),
	'Newline-delimited GeoJSON': (path) => {
		const lines = readFileSync(path, 'utf8').trim().split('\n');
		return incidentIds({ ...({} as Exported), features: lines.map((line) => JSON.parse(line) as never) });
	},
	'CSV, incidents': (path) => csvColumn(path, 'id'),
	'CSV in the columns of ACLED': (path) => csvColumn(path, 'EVENT_ID_CNTY'),
	'CSV in the columns of UCDP GED': (path) => csvColumn(path, 'id'),
	GPX: (path) => [...readFileSync(path, 'utf8').matchAll(/<atlas:id>([^<]*)</g)].map(([, id]) => id),
	FlatGeobuf: async (path) => {
		const ids: unknown[] = [];
		for await (const { properties } of deserialize(new Uint8Array(readFileSync(path)))) ids.push(properties!.id);
		return ids;
	},
	GeoParquet: async (path) => {
		const rows = await parquetReadObjects({ file: new Uint8Array(readFileSync(path)).buffer, columns: ['id'] });
		return rows.map(({ id }) => id);
	},
	'CSV, claims': (path) => {
		const { data } = Papa.parse<{ record: string; unit: string }>(readFileSync(path, 'utf8'), { header: true });
		return [...new Set(data.filter(({ unit }) => unit === 'incident').map(({ record }) => record))];
	},
	'Excel workbook': async (path) => {
		const [incidents] = await readXlsxFile(new Uint8Array(readFileSync(path)).buffer);
		return incidents!.data.slice(1).map(([id]) => id);
	},
	KML: (path) => kmlIds(readFileSync(path, 'utf8')),
	KMZ: (path) => kmlIds(new TextDecoder().decode(unzipSync(readFileSync(path))['doc.kml'])),
	'Data package': (path) => {
		const files = unzipSync(readFileSync(path));
		return incidentIds(JSON.parse(new TextDecoder().decode(files['records.geojson'])) as Exported);
	},
};

function csvColumn(path: string, column: string): unknown[] {
	const text = readFileSync(path, 'utf8');
	const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
	expect(errors).toEqual([]);
	return data.map((row) => row[column]);
}

function kmlIds(kml: string): string[] {
	const ids: string[] = [];
	let layer = '';
	let text = '';
	let field: string | undefined;
	const parser = new SaxesParser({ xmlns: true });
	parser.on('opentag', ({ name, attributes }) => {
		text = '';
		if (name === 'SimpleData') field = attributes.name!.value;
		if (name === 'SchemaData') layer = attributes.schemaUrl!.value;
	});
	parser.on('text', (part) => void (text += part));
	parser.on('closetag', ({ name }) => {
		if (name === 'SimpleData' && field === 'id' && layer === '#incidents') ids.push(text);
	});
	parser.write(kml).close();
	return ids;
}

test('GeoJSON holds exactly what filters and range show, and opens the same view again', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?range=2023-10-07..2024-04-20&side=iran-aligned');
	const [shown] = await atlas.counts();
	const [file] = await exportFiles(page, 'GeoJSON');
	expect(file!.name).toBe('escalation-atlas_2023-10-07_2024-04-20_iran-aligned.geojson');
	const collection = read(file!.path);
	expect(incidentIds(collection)).toHaveLength(shown);
	expect(geojsonValidation.valid(collection, true)).toEqual([]);
	expect(validateGeojson(readFileSync(file!.path))).toEqual([]);
	expect(collection.licence).toBe('CC BY 4.0');
	expect(collection.exported_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);

	await page.goto(collection.permalink);
	await expect.poll(() => atlas.counts()).toContain(shown);
	await page.getByText('Table', { exact: true }).click();
	await expect(atlas.incidents.locator('tbody tr')).toHaveCount(shown);
});

test('a file for each kind, and none for statements and totals where they are not wanted', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable('?kind=drone-attack,air-strike');
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	await page.getByRole('checkbox', { name: 'Statements and totals too' }).uncheck();
	await page.getByRole('button', { name: 'Close' }).click();
	const files = await exportFiles(page, 'GeoJSON, a file for each kind', 2);
	for (const { path, name } of files) {
		for (const feature of read(path).features) expect(name).toContain(feature.properties.kind);
	}
	const [shown] = await atlas.counts();
	expect(files.flatMap(({ path }) => read(path).features)).toHaveLength(shown);
});

for (const [format, idsOf] of Object.entries(READERS)) {
	test(`${format}: a reader of the format finds the incidents on show in what is saved`, async ({ page }) => {
		const atlas = new AtlasPage(page);
		// The reader of FlatGeobuf knows no feature without a geometry, and GPX holds none.
		const isLocatedOnly = ['FlatGeobuf', 'GPX'].includes(format);
		await atlas.openTable(isLocatedOnly ? '?range=2024-07-01..2024-08-10' : '?range=2023-10-07..2024-08-10');
		const [reference] = await exportFiles(page, 'GeoJSON');
		await page.getByRole('button', { name: 'Close' }).click();
		const files = await exportFiles(page, format, format.startsWith('CSV in the columns') ? 2 : 1);
		const file = files.find(({ name }) => !name.endsWith('.txt'));
		const [shown] = await atlas.counts();
		const ids = await idsOf(file!.path);
		expect(ids).toEqual(incidentIds(read(reference!.path)));
		expect(ids).toHaveLength(shown);
	});
}

test('the menu works by keyboard, says what each format holds, and fits a phone', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	await page.setViewportSize({ width: 390, height: 700 });
	await page.getByRole('button', { name: 'Export', exact: true }).focus();
	await page.keyboard.press('Enter');
	const menu = page.getByRole('dialog', { name: 'Export what is shown' });
	await menu.getByRole('radio', { name: 'GeoJSON', exact: true }).focus();
	for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
	await expect(menu.getByRole('radio', { name: 'GPX' })).toBeChecked();
	await expect(menu).toContainText('without a place left out');
	await expect(menu.getByRole('button', { name: 'Export', exact: true })).toBeInViewport({ ratio: 1 });
	const box = (await menu.boundingBox())!;
	expect(box.x).toBeGreaterThanOrEqual(0);
	expect(box.x + box.width).toBeLessThanOrEqual(390);
	await page.keyboard.press('Escape');
	await expect(menu).toBeHidden();
});

test('other GIS software reads the export and lists its fields', async ({ page }) => {
	let version = '';
	try {
		version = execFileSync('ogrinfo', ['--version'], { encoding: 'utf8' });
	} catch {
		test.info().annotations.push({ type: 'without', description: 'ogrinfo is not installed on this machine' });
	}
	test.skip(version === '', 'needs ogrinfo');
	const atlas = new AtlasPage(page);
	await atlas.openTable();
	const [file] = await exportFiles(page, 'GeoJSON');
	const listing = execFileSync('ogrinfo', ['-ro', '-al', '-so', file!.path], { encoding: 'utf8' });
	expect(listing).toContain('uncertainty_km');
	expect(listing).toContain('killed_low');
});

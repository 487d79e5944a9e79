import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import geojsonValidation from 'geojson-validation';
import { validateGeojson } from '../src/lib/validate/validate-geojson.ts';
import { AtlasPage } from './atlas-page.ts';

interface Exported {
	features: { id: string; properties: { kind: string; date_start: string } }[];
	permalink: string;
	licence: string;
	exported_on: string;
}

async function exportFiles(page: Page, choice: string, count: number): Promise<{ name: string; path: string }[]> {
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
	await page.getByRole('button', { name: 'Export' }).click();
	await page.getByRole('button', { name: choice }).click();
	await done;
	return files;
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Exported;

test('GeoJSON holds exactly what filters and range show, and opens the same view again', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?range=2023-10-07..2024-04-20&side=iran-aligned');
	const [shown] = await atlas.counts();
	const [file] = await exportFiles(page, 'GeoJSON, one file', 1);
	expect(file!.name).toBe('escalation-atlas_2023-10-07_2024-04-20_iran-aligned.geojson');
	const collection = read(file!.path);
	expect(collection.features).toHaveLength(shown);
	expect(geojsonValidation.valid(collection, true)).toEqual([]);
	expect(validateGeojson(readFileSync(file!.path))).toEqual([]);
	expect(collection.licence).toBe('CC BY 4.0');
	expect(collection.exported_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);

	await page.goto(collection.permalink);
	await expect.poll(() => atlas.counts()).toContain(shown);
	await page.getByText('Table', { exact: true }).click();
	await expect(atlas.incidents.locator('tbody tr')).toHaveCount(shown);
});

test('a file for each kind', async ({ page }) => {
	const atlas = new AtlasPage(page);
	await atlas.open('?kind=drone-attack,air-strike');
	const files = await exportFiles(page, 'GeoJSON, a file for each kind', 2);
	for (const { path, name } of files) {
		for (const feature of read(path).features) expect(name).toContain(feature.properties.kind);
	}
	const [shown] = await atlas.counts();
	expect(files.flatMap(({ path }) => read(path).features)).toHaveLength(shown);
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
	await atlas.open();
	const [file] = await exportFiles(page, 'GeoJSON, one file', 1);
	const listing = execFileSync('ogrinfo', ['-ro', '-al', '-so', file!.path], { encoding: 'utf8' });
	expect(listing).toContain('uncertainty_km');
	expect(listing).toContain('killed_low');
});

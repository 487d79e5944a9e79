import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryIncidents } from '../view/incident-fixture.ts';
import { bytesOf, type ExportContext } from './export-context.ts';
import { contextFixture, incidents, NASTY } from './export-fixture.ts';
import { toXlsx } from './to-xlsx.ts';
import { columnLetters, SHEET_LIMITS, xlsxSheet } from './xlsx-sheet.ts';

const bytes = async (context: ExportContext) => bytesOf((await toXlsx(context))[0]!.chunks);

/** The sheets by name, each a list of rows by the names of their columns. */
async function read(context: ExportContext): Promise<Record<string, Record<string, unknown>[]>> {
	const sheets = await readXlsxFile((await bytes(context)).buffer);
	return Object.fromEntries(
		sheets.map(({ sheet, data: [head, ...rows] }) => [
			sheet,
			rows.map((row) => Object.fromEntries(head!.map((name, index) => [String(name), row[index] ?? null]))),
		]),
	);
}

test('a workbook has a sheet for each table, and one that says what it is', async () => {
	const sheets = await read(contextFixture);
	expect(Object.keys(sheets)).toEqual([
		...['incidents', 'claims', 'statements', 'totals', 'links', 'reports', 'actors', 'about'],
	]);
	expect(sheets.incidents!.map(({ id }) => id)).toEqual(incidents.map(({ id }) => id));
	expect(sheets.claims).toHaveLength(4);
	expect(sheets.links![0]).toMatchObject({ from: 'plain-strike', to: 'hostile-text', hedged: true });
	expect(sheets.reports![0]).toMatchObject({ id: 'report-one', url: null });
	expect(sheets.totals![0]).toMatchObject({ count_low: 165, count_high: null });
	expect(JSON.stringify(sheets.about)).toContain('CC BY 4.0');
});

test('dates are dates, figures numbers, the unknown empty, text text', async () => {
	const [plain, unlocated, hostile] = (await read(contextFixture)).incidents!;
	expect(plain).toMatchObject({ date_start: new Date('2024-04-21'), killed_low: 90, killed_high: null });
	expect(unlocated).toMatchObject({ longitude: null, killed: null });
	expect(hostile).toMatchObject({ title: NASTY, longitude: -71.1234567, editor_note: '-2+3' });
});

test('no cell is a formula, and what looks like one is marked as text', async () => {
	const sheet = new TextDecoder().decode(unzipSync(await bytes(contextFixture))['xl/worksheets/sheet1.xml']);
	expect(sheet.includes('<f')).toBe(false);
	expect(/<c r="AN4" s="3" t="inlineStr"><is><t xml:space="preserve">-2\+3</.test(sheet)).toBe(true);
});

test('what a spreadsheet would take for an escape stays text, and a cell is cut at what it holds', async () => {
	const title = '_x0041_ and \u0000';
	const features = [
		{ ...incidents[0]!, properties: { ...incidents[0]!.properties, title, summary: 'a'.repeat(40_000) } },
	];
	const files = unzipSync(await bytes({ ...contextFixture, features }));
	const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
	expect(sheet.includes('>_x005F_x0041_ and \uFFFD<')).toBe(true);
	expect(sheet.includes(`>${'a'.repeat(SHEET_LIMITS.cellCharacters - 1)}…<`)).toBe(true);
});

test('more rows than a sheet holds are refused in words', async () => {
	const table = { name: 'incidents', description: '', key: [], rows: [1, 2, 3], columns: [] };
	await expect(bytesOf(xlsxSheet(table, 3))).rejects.toThrow('incidents would have more than 3 rows');
	expect((await bytesOf(xlsxSheet(table, 4))).length).toBeGreaterThan(0);
});

test('columns have letters', () => {
	expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual([
		...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'],
	]);
});

test('nothing on show is sheets with names of columns only', async () => {
	const sheets = await read({ ...contextFixture, features: [], statements: [], aggregates: [] });
	expect(sheets.incidents).toEqual([]);
	expect(sheets.claims).toEqual([]);
});

test('whatever is exported reads back with its id, dates, coordinates and figures', async () => {
	await fc.assert(
		fc.asyncProperty(arbitraryIncidents, async (features) => {
			const rows = (await read({ ...contextFixture, features })).incidents!;
			const expected = features.map(({ id, geometry, properties: p }) => ({
				id,
				title: p.title,
				date_start: new Date(p.date_start),
				date_end: new Date(p.date_end),
				longitude: geometry!.coordinates[0],
				latitude: geometry!.coordinates[1],
				killed_low: p.killed_low,
				killed_high: p.killed_high,
				injured_best: p.injured_best,
			}));
			expect(rows).toMatchObject(expected);
			expect(rows).toHaveLength(features.length);
		}),
		{ numRuns: 15 },
	);
});

import type { Table } from './column.ts';
import { ATLAS, type ExportContext, type ExportFile, sentencesAbout } from './export-context.ts';
import { fileName } from './file-name.ts';
import { actorTable, claimTable, incidentTable, linkTable, reportTable, statementTable, totalTable } from './tables.ts';
import { element } from './xml.ts';
import { XLSX_STYLES, xlsxSheet } from './xlsx-sheet.ts';
import { type ZipEntry, zipStream } from './zip-stream.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook with a sheet each for incidents, claims, statements, totals, links, reports and actors, and one that says
 * what it is. Dates are dates; every text is stored as text and never as a formula.
 */
export async function toXlsx(context: ExportContext): Promise<ExportFile[]> {
	const sheets = [
		sheetOf(await incidentTable(context)),
		sheetOf(claimTable(context)),
		sheetOf(statementTable(context)),
		sheetOf(totalTable(context)),
		sheetOf(linkTable(context)),
		sheetOf(await reportTable(context)),
		sheetOf(actorTable(context)),
		sheetOf(aboutTable(context)),
	];
	return [
		{
			name: fileName(context, '.xlsx'),
			mediaType: `${TYPES}.sheet`,
			chunks: zipStream(entries(sheets), context.exportedOn),
		},
	];
}

interface Sheet {
	readonly name: string;
	readonly chunks: AsyncIterable<string>;
}

function sheetOf<Row>(table: Table<Row>): Sheet {
	return { name: table.name, chunks: xlsxSheet(table) };
}

function* entries(sheets: readonly Sheet[]): Generator<ZipEntry> {
	const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
	yield { path: '[Content_Types].xml', chunks: [contentTypes(sheets.length)] };
	yield { path: '_rels/.rels', chunks: [relationships([['officeDocument', 'xl/workbook.xml']])] };
	yield {
		path: 'xl/workbook.xml',
		chunks: [
			HEAD +
				element(
					'workbook',
					{ xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'xmlns:r': OFFICE },
					element(
						'sheets',
						{},
						numbered
							.map(({ name, number }) => element('sheet', { name, sheetId: number, 'r:id': `rId${number}` }))
							.join(''),
					),
				),
		],
	};
	yield {
		path: 'xl/_rels/workbook.xml.rels',
		chunks: [
			relationships([
				...numbered.map(({ number }) => ['worksheet', `worksheets/sheet${number}.xml`] as const),
				['styles', 'styles.xml'],
			]),
		],
	};
	yield { path: 'xl/styles.xml', chunks: [XLSX_STYLES] };
	for (const { chunks, number } of numbered) yield { path: `xl/worksheets/sheet${number}.xml`, chunks };
}

function contentTypes(sheets: number): string {
	const parts = [
		['/xl/workbook.xml', `${TYPES}.sheet.main+xml`],
		['/xl/styles.xml', `${TYPES}.styles+xml`],
		...Array.from({ length: sheets }, (_, index) => [`/xl/worksheets/sheet${index + 1}.xml`, `${TYPES}.worksheet+xml`]),
	] as [string, string][];
	const defaults =
		element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }) +
		element('Default', { Extension: 'xml', ContentType: 'application/xml' });
	const overrides = parts.map(([PartName, ContentType]) => element('Override', { PartName, ContentType })).join('');
	return HEAD + element('Types', { xmlns: `${PACKAGE}/content-types` }, defaults + overrides);
}

/** Numbered from 1 in the order given. */
function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
	const each = targets.map(([type, Target], index) =>
		element('Relationship', { Id: `rId${index + 1}`, Type: `${OFFICE}/${type}`, Target }),
	);
	return HEAD + element('Relationships', { xmlns: `${PACKAGE}/relationships` }, each.join(''));
}

function aboutTable(context: ExportContext): Table<string> {
	return {
		name: 'about',
		description: 'What this file is',
		columns: [{ name: ATLAS, kind: 'text', description: 'A sentence a row', value: (sentence) => sentence }],
		rows: [
			...sentencesAbout(context),
			'A cell longer than 32,767 characters is cut there; a spreadsheet holds no more.',
			'Lists in one cell are joined by semicolons.',
		],
		key: [],
	};
}

import { strToU8, zipSync } from 'fflate';

export interface WorkbookFixture {
	/** XML of the rows of each sheet, in order. */
	readonly sheets: readonly string[];
	readonly strings?: readonly string[];
	/** Number formats of the cell styles 0, 1 ...: an id, or a code of the workbook's own. */
	readonly formats?: readonly (number | string)[];
	readonly is1904?: boolean;
	/** Of the first sheet. */
	readonly isHidden?: boolean;
	/** Parts to add or to put in the place of others. */
	readonly parts?: Readonly<Record<string, string>>;
}

/** A workbook with the parts that a reader needs. */
export function workbookFixture({
	sheets,
	strings = [],
	formats = [0],
	is1904,
	isHidden,
	parts,
}: WorkbookFixture): Uint8Array {
	const own = formats.map((format, index) =>
		typeof format === 'number' ? { id: format } : { id: 164 + index, code: format },
	);
	const files: Record<string, string> = {
		'[Content_Types].xml': '<Types/>',
		'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${is1904 === true ? 1 : 0}"/><sheets>${sheets
			.map(
				(_, index) =>
					`<sheet name="S${index}" r:id="rId${index + 1}"${isHidden && index === 0 ? ' state="hidden"' : ''}/>`,
			)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
			.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/made${index}.xml"/>`)
			.join('')}</Relationships>`,
		'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
		'xl/styles.xml': `<styleSheet><numFmts>${own
			.map(({ id, code }) =>
				code === undefined ? '' : `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
			)
			.join('')}</numFmts><cellXfs>${own.map(({ id }) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
		...Object.fromEntries(
			sheets.map((rows, index) => [
				`xl/worksheets/made${index}.xml`,
				`<worksheet><sheetData>${rows}</sheetData></worksheet>`,
			]),
		),
		...parts,
	};
	return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Rows of plain text cells as XML. */
export function textRows(rows: readonly (readonly string[])[]): string {
	const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	return rows
		.map(
			(cells) =>
				`<row>${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`).join('')}</row>`,
		)
		.join('');
}

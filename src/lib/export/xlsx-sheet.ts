import { parseDay } from '../model/day.ts';
import { cellOf, type Column, type ColumnKind, type Table } from './column.ts';
import { neutralCell } from '../model/plain-cell.ts';
import { element, xmlText } from './xml.ts';

/** What one sheet of a workbook can hold. */
export const SHEET_LIMITS = { rows: 1_048_576, cellCharacters: 32_767, columns: 16_384 } as const;

/** Places in the list of `XLSX_STYLES`. */
const HEADER = 1;
const DATE = 2;
const TEXT_ONLY = 3;

/** Styles of cells: plain, head of a column, date, text that must never be taken for a formula. */
export const XLSX_STYLES =
	'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
	'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
	'<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
	'<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
	'<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
	'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
	'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
	'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
	'<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
	'<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
	'<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
	'<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>' +
	'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
	text: 24,
	integer: 12,
	number: 14,
	boolean: 10,
	day: 12,
	list: 24,
	json: 24,
};
const EPOCH_SERIAL = 25_569;
/** Before March 1900, spreadsheets disagree about the number of a day. */
const FIRST_SURE_SERIAL = 61;

/** A sheet with a head that stays in sight. Throws where there are more rows or columns than a sheet can hold. */
export async function* xlsxSheet<Row>(
	{ name, columns, rows }: Table<Row>,
	mostRows: number = SHEET_LIMITS.rows,
): AsyncGenerator<string> {
	if (columns.length > SHEET_LIMITS.columns) throw new Error(tooMany(name, 'columns', SHEET_LIMITS.columns));
	yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
	yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
	yield '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	const widths = columns.map(({ kind, name: head }, index) =>
		element('col', { min: index + 1, max: index + 1, width: Math.max(WIDTHS[kind], head.length + 2), customWidth: 1 }),
	);
	yield element('cols', {}, widths.join(''));
	yield '<sheetData>';
	const letters = columns.map((_, index) => columnLetters(index));
	yield rowOf(
		1,
		columns.map((column, index) => textCell(column.name, `${letters[index]}1`, HEADER)),
	);
	let line = 1;
	for await (const row of rows) {
		line++;
		if (line > mostRows) throw new Error(tooMany(name, 'rows', mostRows));
		yield rowOf(
			line,
			columns.map((column, index) => cell(column, row, `${letters[index]}${line}`)),
		);
	}
	yield '</sheetData>';
	yield element('autoFilter', { ref: `A1:${letters.at(-1)}${line}` });
	yield '</worksheet>';
}

/** The letters of a column, counted from 0: A to Z, AA, AB and on. */
export function columnLetters(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

function rowOf(line: number, cells: readonly string[]): string {
	return element('row', { r: line }, cells.join(''));
}

function cell<Row>(column: Column<Row>, row: Row, reference: string): string {
	const held = cellOf(column, row);
	if (held === null || held === '') return '';
	if (typeof held === 'number') return element('c', { r: reference }, `<v>${held}</v>`);
	if (typeof held === 'boolean') return element('c', { r: reference, t: 'b' }, `<v>${held ? 1 : 0}</v>`);
	const serial = column.kind === 'day' ? (parseDay(held) ?? NaN) + EPOCH_SERIAL : NaN;
	if (serial >= FIRST_SURE_SERIAL) return element('c', { r: reference, s: DATE }, `<v>${serial}</v>`);
	return textCell(held, reference, neutralCell(held) === held ? 0 : TEXT_ONLY);
}

function textCell(text: string, reference: string, style: number): string {
	const { cellCharacters } = SHEET_LIMITS;
	const cut = text.length > cellCharacters ? text.slice(0, cellCharacters - 1) + '…' : text;
	// A spreadsheet reads _x0041_ as the letter A.
	const escaped = xmlText(cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
	return element('c', { r: reference, s: style, t: 'inlineStr' }, `<is><t xml:space="preserve">${escaped}</t></is>`);
}

function tooMany(sheet: string, what: string, limit: number): string {
	return `The sheet of ${sheet} would have more than ${limit.toLocaleString('en')} ${what}, the most a spreadsheet holds. Narrow the range or the filters, or choose CSV.`;
}

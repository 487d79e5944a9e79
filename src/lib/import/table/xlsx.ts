import { SaxesParser } from 'saxes';
import { ImportError } from '../format.ts';
import { LIMITS } from '../limits.ts';
import type { SourceFile } from '../source-file.ts';
import type { TableRow } from './table-row.ts';
import { dateOfSerial, type DateParts, datePartsOf } from '../cells/xlsx-date.ts';
import { wholeFile } from '../packed/whole-file.ts';
import { inflatePart, type ZipPart, zipParts } from '../packed/zip-parts.ts';

interface Workbook {
	/** Paths of the sheets, those that are not hidden first. */
	readonly sheets: readonly string[];
	readonly is1904: boolean;
}
interface Tag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
}
interface Handlers {
	readonly open: (tag: Tag) => void;
	readonly close?: (name: string) => void;
	readonly text?: (text: string) => void;
}
interface Budget {
	bytes: number;
}

const RELATIONS = 'xl/_rels/workbook.xml.rels';
const CELL_NAME = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** Whether the first bytes are those of a ZIP archive with a workbook in it, as far as can be told from them. */
export function looksLikeXlsx(bytes: Uint8Array): boolean {
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
	const text = new TextDecoder('latin1').decode(bytes);
	return (
		/xl\/(?:workbook|worksheets|sharedStrings|styles|_rels)|\[Content_Types\]\.xml/.test(text) &&
		!text.includes('word/')
	);
}

/**
 * Rows of the first sheet that holds anything, cells as text: dates as ISO dates no finer than the cell shows them,
 * formulas by the value saved with them, errors as empty. Throws an `ImportError` beyond the limits.
 */
export async function* readXlsxRows(
	source: SourceFile,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
): AsyncGenerator<TableRow[]> {
	const bytes = await wholeFile(source, 'a spreadsheet', 'Save it as CSV, which is read piece by piece.');
	onprogress(bytes.length);
	const parts = zipParts(bytes);
	signal.throwIfAborted();
	const budget: Budget = { bytes: LIMITS.inflatedBytes };
	const workbook = readWorkbook(parts, budget);
	const strings = readStrings(parts, budget);
	const dates = readDateStyles(parts, budget);
	for (const path of workbook.sheets) {
		const part = parts.get(path);
		if (part === undefined) continue;
		let isEmpty = true;
		for (const rows of readSheet(part, strings, dates, workbook.is1904, budget)) {
			isEmpty &&= rows.length === 0;
			if (rows.length > 0) yield rows;
			signal.throwIfAborted();
		}
		if (!isEmpty) return;
	}
}

function readWorkbook(parts: ReadonlyMap<string, ZipPart>, budget: Budget): Workbook {
	const targets = new Map<string, string>();
	const shown: string[] = [];
	const hidden: string[] = [];
	let is1904 = false;
	parseWhole(parts.get(RELATIONS), budget, {
		open: ({ name, attributes }) => {
			if (name !== 'Relationship') return;
			const target = attributes['Target'] ?? '';
			targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
		},
	});
	parseWhole(parts.get('xl/workbook.xml'), budget, {
		open: ({ name, attributes }) => {
			if (name === 'workbookPr') is1904 = /^(?:1|true|on)$/i.test(attributes['date1904'] ?? '');
			if (name !== 'sheet') return;
			const path =
				targets.get(attributes['r:id'] ?? '') ?? `xl/worksheets/sheet${shown.length + hidden.length + 1}.xml`;
			(/hidden/i.test(attributes['state'] ?? '') ? hidden : shown).push(path);
		},
	});
	if (shown.length + hidden.length === 0) {
		throw new ImportError(
			'The archive holds no workbook that can be read. Save it as an Excel workbook (.xlsx) or as CSV.',
		);
	}
	return { sheets: [...shown, ...hidden], is1904 };
}

function readStrings(parts: ReadonlyMap<string, ZipPart>, budget: Budget): string[] {
	const strings: string[] = [];
	let [current, isText, isPhonetic] = ['', false, false];
	parseWhole(parts.get('xl/sharedStrings.xml'), budget, {
		open: ({ name }) => {
			if (name === 'si') current = '';
			if (name === 'rPh') isPhonetic = true;
			isText = name === 't' && !isPhonetic;
		},
		text: (text) => {
			if (isText) current = capped(current + text);
		},
		close: (name) => {
			if (name === 'si') strings.push(current);
			if (name === 'rPh') isPhonetic = false;
			if (name === 't') isText = false;
		},
	});
	return strings;
}

/** By index of a cell's style: what it shows of a date. */
function readDateStyles(parts: ReadonlyMap<string, ZipPart>, budget: Budget): (DateParts | null)[] {
	const codes = new Map<number, string>();
	const styles: (DateParts | null)[] = [];
	let isCellStyle = false;
	parseWhole(parts.get('xl/styles.xml'), budget, {
		open: ({ name, attributes }) => {
			if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
			if (name === 'cellXfs') isCellStyle = true;
			const id = Number(attributes['numFmtId'] ?? 0);
			if (name === 'xf' && isCellStyle) styles.push(datePartsOf(id, codes.get(id)));
		},
		close: (name) => {
			if (name === 'cellXfs') isCellStyle = false;
		},
	});
	return styles;
}

function* readSheet(
	part: ZipPart,
	strings: readonly string[],
	dates: readonly (DateParts | null)[],
	is1904: boolean,
	budget: Budget,
): Generator<TableRow[]> {
	let rows: TableRow[] = [];
	let cells: string[] = [];
	let [line, column, value, isValue] = [0, -1, '', false];
	let [type, style]: (string | undefined)[] = [];
	const finish = () => {
		const text = cellText(value.trim() === '' && type !== 'inlineStr' ? '' : value);
		if (text === '') return;
		while (cells.length < column) cells.push('');
		cells[column] = text;
	};
	const cellText = (raw: string): string => {
		if (type === 's') return strings[Number(raw)] ?? '';
		if (type === 'str' || type === 'inlineStr') return raw;
		if (type === 'b') return raw === '1' ? 'true' : 'false';
		if (type === 'e' || raw === '') return '';
		if (type === 'd') return raw;
		const number = Number(raw);
		if (!Number.isFinite(number)) return raw;
		const parts = dates[Number(style ?? 0)] ?? null;
		return (parts === null ? null : dateOfSerial(number, parts, is1904)) ?? String(number);
	};
	const turns = parse(part, budget, {
		open: ({ name, attributes }) => {
			if (name === 'row') {
				cells = [];
				column = -1;
				line = positive(attributes['r']) ?? line + 1;
			} else if (name === 'c') {
				column = columnOf(attributes['r']) ?? column + 1;
				if (column >= LIMITS.columns) throw tooWide(line, column);
				[type, style, value] = [attributes['t'], attributes['s'], ''];
			}
			isValue = name === 'v' || name === 't';
		},
		text: (text) => {
			if (isValue) value = capped(value + text);
		},
		close: (name) => {
			isValue = false;
			if (name === 'c') finish();
			if (name === 'row' && cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line });
		},
	});
	while (turns.next().done !== true) {
		yield rows;
		rows = [];
	}
	yield rows;
}

function parseWhole(part: ZipPart | undefined, budget: Budget, handlers: Handlers): void {
	const turns = parse(part, budget, handlers);
	while (turns.next().done !== true);
}

/** Reads XML as it inflates, and gives a turn after each piece. Doctypes are refused, and nothing is resolved. */
function* parse(part: ZipPart | undefined, budget: Budget, { open, close, text }: Handlers): Generator<void> {
	if (part === undefined) return;
	const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
	const decoder = new TextDecoder();
	let depth = 0;
	const local = (name: string) => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);
	parser.on('doctype', () => {
		throw new ImportError(`"${part.name}" has a document type declaration, which no workbook needs. It is not read.`);
	});
	parser.on('error', (error) => {
		throw new ImportError(`"${part.name}" is not well-formed: ${error.message}. Save the workbook again.`);
	});
	parser.on('opentag', ({ name, attributes }) => {
		if (++depth > LIMITS.nesting) throw new ImportError(`"${part.name}" is nested deeper than ${LIMITS.nesting}.`);
		open({ name: local(name), attributes });
	});
	parser.on('closetag', ({ name }) => {
		depth--;
		close?.(local(name));
	});
	if (text) {
		parser.on('text', text);
		parser.on('cdata', text);
	}
	for (const piece of inflatePart(part, budget)) {
		parser.write(decoder.decode(piece, { stream: true }));
		yield;
	}
	parser.close();
}

function columnOf(name: string | undefined): number | null {
	const letters = CELL_NAME.exec(name ?? '')?.[1];
	if (letters === undefined) return null;
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function positive(text: string | undefined): number | null {
	return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

function capped(text: string): string {
	if (text.length <= LIMITS.cellCharacters) return text;
	throw new ImportError(
		`A cell has more than ${LIMITS.cellCharacters.toLocaleString('en')} characters, the most that is read. Shorten it.`,
	);
}

function tooWide(line: number, column: number): ImportError {
	return new ImportError(
		`Row ${line} has a cell in column ${column + 1}, and at most ${LIMITS.columns} columns are read. Remove columns that are not needed.`,
	);
}

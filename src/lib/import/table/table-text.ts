import Papa from 'papaparse';
import { decodeText } from './decode-text.ts';
import { ImportError } from '../format.ts';
import { LIMITS } from '../limits.ts';
import type { SourceFile } from '../source-file.ts';
import type { TableRow } from './table-row.ts';

/** How a text file writes a table. */
export interface Dialect {
	readonly delimiter: string;
	/** `"`, or a character that no text holds where the file does not quote. */
	readonly quote: string;
	readonly newline: '\n' | '\r';
}

interface Parsed {
	readonly data: string[][];
	readonly meta: { readonly cursor: number };
}

const DELIMITERS = [',', '\t', ';', '|'];
const NO_QUOTE = '\u0000';
/** Where tabs part cells and none is quoted whole, a quotation mark is part of the text, as in GDELT's place names. */
const QUOTED_CELL = /(?:^|[\t\n])"[^"]*(?:""[^"]*)*"(?=[\t\r\n]|$)/;
/** A line that names the separator, as spreadsheets in some countries write it first. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;
const UNENDED =
	'The file ends within a quotation mark that opens in this row, so that the row cannot be told from what follows it. Close the mark, or write two for one.';
const MOST_ROWS_LOOKED_AT = 100;

/** The dialect of a table by its first characters; `null` where they are no table of two columns or more. */
export function dialectOf(start: string): Dialect | null {
	if (start.includes(NO_QUOTE)) return null;
	const newline = start.includes('\n') || !start.includes('\r') ? '\n' : '\r';
	const named = SEPARATOR_LINE.exec(start)?.[1];
	if (named !== undefined) return { delimiter: named, quote: '"', newline };
	let best: Dialect | null = null;
	let bestScore = 0;
	for (const delimiter of DELIMITERS.filter((each) => start.includes(each))) {
		const quote = delimiter === '\t' && !QUOTED_CELL.test(start) ? NO_QUOTE : '"';
		const dialect = { delimiter, quote, newline } as const;
		const score = evenness(rowsOf(start, dialect));
		if (score > bestScore) [best, bestScore] = [dialect, score];
	}
	return best;
}

/** The first rows of a table; none where the text is no table. A row cut at the end is left out. */
export function firstRows(start: string, isWhole: boolean): string[][] {
	const dialect = dialectOf(start);
	return dialect === null ? [] : rowsOf(isWhole ? `${start}${dialect.newline}` : start, dialect);
}

/** Higher the more cells the first row has, and the more rows have as many. 0 for a single column. */
function evenness([first = [], ...others]: readonly (readonly string[])[]): number {
	if (first.length < 2) return 0;
	const even = others.filter(({ length }) => length === first.length).length;
	return Math.log2(first.length) * (1 + even / Math.max(1, others.length));
}

function rowsOf(start: string, dialect: Dialect): string[][] {
	const parsed = parse(start.replace(SEPARATOR_LINE, ''), dialect, MOST_ROWS_LOOKED_AT);
	const rows = parsed.data.length > 0 ? parsed.data : [start.split(dialect.delimiter)];
	return rows.map((cells) => trimEnd(cells)).filter(isFilled);
}

/**
 * Rows of a CSV, TSV or like file as they come, some for each piece of the stream, with the line each begins on. Rows
 * without anything in them are passed over. Throws an `ImportError` where a row does not end.
 */
export async function* readTextRows(
	source: SourceFile,
	dialect: Dialect,
	signal: AbortSignal,
	onprogress: (bytes: number) => void,
): AsyncGenerator<TableRow[]> {
	let rest = '';
	let line = 1;
	let isStart = true;
	/** A row that did not end is looked at again only when there is twice as much of it. */
	let wait = 0;
	for await (const piece of decodeText(source, signal, onprogress)) {
		rest += piece;
		if (isStart) {
			const start = rest.replace(SEPARATOR_LINE, '');
			if (start.length < rest.length) line++;
			rest = start;
			isStart = false;
		}
		if (rest.length < wait) continue;
		const parsed = parse(rest, dialect);
		const rows = numbered(parsed, dialect, line);
		line = rows.next;
		rest = rest.slice(parsed.meta.cursor);
		wait = parsed.data.length === 0 ? rest.length * 2 : 0;
		if (rest.length > LIMITS.cellCharacters) throw endless(line, rest.length);
		if (rows.list.length > 0) yield rows.list;
	}
	const last = parse(rest + dialect.newline, dialect);
	const rows = numbered(last, dialect, line);
	if (rows.list.length > 0) yield rows.list;
	if (last.data.length === 0 && isFilled([rest])) yield [{ cells: [rest], line, fault: UNENDED }];
}

function numbered({ data }: Parsed, { newline }: Dialect, from: number): { list: TableRow[]; next: number } {
	const list: TableRow[] = [];
	let line = from;
	for (const cells of data) {
		const trimmed = trimEnd(cells);
		if (isFilled(trimmed)) list.push({ cells: trimmed, line });
		line++;
		for (const cell of cells) {
			for (let at = cell.indexOf(newline); at !== -1; at = cell.indexOf(newline, at + 1)) line++;
		}
	}
	return { list, next: line };
}

function parse(text: string, { delimiter, quote, newline }: Dialect, preview = 0): Parsed {
	const parser = new Papa.Parser({ delimiter, quoteChar: quote, newline, preview } as Papa.ParseConfig & {
		delimiter: string;
	});
	return parser.parse(text, 0, true) as Parsed;
}

/** Lines are parted at the line feed, so that a carriage return before it is left at the end. */
function trimEnd(cells: string[]): string[] {
	const last = cells.length - 1;
	if (last >= 0 && cells[last]!.endsWith('\r')) cells[last] = cells[last]!.slice(0, -1);
	return cells;
}

function isFilled(cells: readonly string[]): boolean {
	return cells.some((cell) => cell.trim() !== '');
}

function endless(line: number, length: number): ImportError {
	return new ImportError(
		`The row that begins on line ${line} does not end: ${length.toLocaleString('en')} characters were read of it, ` +
			`and a row may have ${LIMITS.cellCharacters.toLocaleString('en')}. Most likely a quotation mark there is not closed; ` +
			'close it, or write two for one.',
	);
}

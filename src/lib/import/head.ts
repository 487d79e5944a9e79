import { decodeStart } from './table/decode-text.ts';
import { type Head, ImportError } from './format.ts';
import type { SourceFile } from './source-file.ts';
import { firstRows } from './table/table-text.ts';
import { looksLikeXlsx, readXlsxRows } from './table/xlsx.ts';

const HEAD_BYTES = 65_536;
const MOST_ROWS = 20;
/** What text begins with that is no table: JSON, XML. */
const OTHER_TEXT = /^\s*[[{<]/;

/** The start of a file, by which its format is recognised: of text tables and workbooks also the first rows. */
export async function readHead(source: SourceFile): Promise<Head> {
	const bytes = await source.slice(0, HEAD_BYTES);
	const text = decodeStart(bytes);
	if (looksLikeXlsx(bytes)) return { bytes, text, cells: await workbookRows(source) };
	const isTable = !OTHER_TEXT.test(text);
	return { bytes, text, cells: isTable ? firstRows(text, bytes.length < HEAD_BYTES).slice(0, MOST_ROWS) : [] };
}

/** None where the workbook cannot be read: the reader will say why. */
async function workbookRows(source: SourceFile): Promise<string[][]> {
	const rows: string[][] = [];
	try {
		for await (const batch of readXlsxRows(source, new AbortController().signal, () => undefined)) {
			rows.push(...batch.slice(0, MOST_ROWS - rows.length).map(({ cells }) => [...cells]));
			if (rows.length >= MOST_ROWS) break;
		}
	} catch (error) {
		if (!(error instanceof ImportError)) throw error;
	}
	return rows;
}

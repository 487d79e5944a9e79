import { parseEdtf } from '../../model/edtf.ts';
import { cleanCell } from './clean-cell.ts';
import { type DateOrder, type ReadDate, readDate, type Refusal } from './read-date.ts';

const MOST_REMEMBERED = 5000;
const NO_DATE: Refusal = { reason: 'There is no date. Give one, such as 2024-02-18, or one for all rows without.' };

/** Reads the dates of a column. Rows of one day often follow each other, so what was read is remembered. */
export function dateReader(order: DateOrder | null): (cell: string | undefined) => ReadDate | Refusal {
	const known = new Map<string, ReadDate | Refusal>();
	return (cell) => {
		const text = cleanCell(cell);
		if (text === '') return NO_DATE;
		const remembered = known.get(text);
		if (remembered !== undefined) return remembered;
		const date = readDate(text, order);
		if (known.size >= MOST_REMEMBERED) known.clear();
		known.set(text, date);
		return date;
	};
}

/** The date that the reader gave for rows without one; `null` where none was given, or it is no EDTF date. */
export function datelessDate(edtf: string | null): ReadDate | null {
	const span = edtf === null ? null : parseEdtf(edtf);
	return span === null ? null : { ...span, edtf: edtf!, orderMattered: false, note: null };
}

/** The words a date comes from, and how they were understood, for `date_basis`. */
export function basisOf(column: string, written: string, note: string | null): string {
	return [`${column}: ${written}.`, note].filter((part) => part !== null).join(' ');
}

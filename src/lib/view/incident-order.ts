import type { StringColumn } from './string-column.ts';

/** Rows by first day, then last day, then id: the order of a table. */
export function orderRows(startDay: Int32Array, endDay: Int32Array, ids: StringColumn): Uint32Array<ArrayBuffer> {
	const { length } = startDay;
	const order = byDay(
		startDay,
		byDay(
			endDay,
			Uint32Array.from({ length }, (_, row) => row),
		),
	);
	const isSameTime = (a: number, b: number) => startDay[a] === startDay[b] && endDay[a] === endDay[b];
	for (let from = 0; from < length;) {
		let end = from + 1;
		while (end < length && isSameTime(order[from]!, order[end]!)) end++;
		if (end - from > 1) order.subarray(from, end).sort((a, b) => compareIds(ids, a, ids, b));
		from = end;
	}
	return order;
}

/** Rows by their day, those of one day as they stand. */
function byDay(days: Int32Array, rows: Uint32Array): Uint32Array<ArrayBuffer> {
	let [first, last] = [Infinity, -Infinity];
	for (const day of days) {
		if (day < first) first = day;
		if (day > last) last = day;
	}
	const sorted = new Uint32Array(rows.length);
	if (rows.length === 0) return sorted;
	const next = new Uint32Array(last - first + 2);
	for (const day of days) next[day - first + 1]!++;
	for (let day = 1; day < next.length; day++) next[day]! += next[day - 1]!;
	for (const row of rows) sorted[next[days[row]! - first]!++] = row;
	return sorted;
}

/** Compares two ids as `<` compares strings, which is by their UTF-16. */
export function compareIds(a: StringColumn, rowA: number, b: StringColumn, rowB: number): number {
	let atA = a.start[rowA]!;
	let atB = b.start[rowB]!;
	const [endA, endB] = [a.start[rowA + 1]!, b.start[rowB + 1]!];
	while (atA < endA && atB < endB) {
		const byteA = a.bytes[atA++]!;
		const byteB = b.bytes[atB++]!;
		if (byteA !== byteB) return rank(byteA) - rank(byteB);
	}
	return endA - atA - (endB - atB);
}

/** UTF-8 sorts as UTF-16 does, but for what UTF-16 writes as two units: these come before the units from U+E000 on. */
function rank(byte: number): number {
	return byte === 0xee || byte === 0xef ? byte + 0x100 : byte;
}

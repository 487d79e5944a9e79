import { numberColumns, scatterColumns } from './growing-columns.ts';
import { compareIds } from './incident-order.ts';
import { type IncidentColumns, rowsByEnd } from './incident-table.ts';
import { type ListColumn, listCodes } from './list-column.ts';
import type { SearchIndex } from './search-index.ts';
import type { StringColumn } from './string-column.ts';

/** A table to be laid among others. */
export interface TablePart {
	/** Id of the layer; `OWN_LAYER` for ours. */
	readonly layer: string;
	readonly columns: IncidentColumns;
	readonly ids: StringColumn;
	/** Where each row's id and texts stand; `null` where they stand in the order of the rows. */
	readonly order: Uint32Array<ArrayBuffer> | null;
}

/** The columns of several tables as those of one. */
export interface MergedTables {
	readonly columns: IncidentColumns;
	/** Ids of the layers, in the order of the parts; `layer` indexes them. */
	readonly layers: readonly string[];
	readonly layer: Uint8Array<ArrayBuffer>;
	/** Where each row's id and texts stand in its part. */
	readonly sourceRow: Uint32Array<ArrayBuffer>;
	/** For each part the row of the merged table, by where id and texts stand. */
	readonly rowOf: readonly Uint32Array<ArrayBuffer>[];
}

/**
 * Lays tables into one, in the order a table of all their incidents would have. No id may be in two of them; a word of a
 * search may, as the index is not read by word.
 */
export function mergeTables(parts: readonly TablePart[]): MergedTables {
	const length = parts.reduce((sum, { columns }) => sum + columns.length, 0);
	const layer = new Uint8Array(length);
	const sourceRow = new Uint32Array(length);
	const rowOf = parts.map(({ columns }) => new Uint32Array(columns.length));
	/** For each part the row of the merged table, by the part's own row. */
	const placeOf = parts.map(({ columns }) => new Uint32Array(columns.length));
	const next = parts.map(() => 0);
	for (let row = 0; row < length; row++) {
		const part = firstOf(parts, next);
		const { order } = parts[part]!;
		const at = next[part]!++;
		const source = order ? order[at]! : at;
		layer[row] = part;
		sourceRow[row] = source;
		rowOf[part]![source] = row;
		placeOf[part]![at] = row;
	}

	const columns = numberColumns(length);
	const places = new Codes<{ id: string; name: string }>(({ id }) => id);
	const actors = new Codes<string>((id) => id);
	const placeCodes = parts.map(({ columns: { places: ours } }) => Uint32Array.from(ours, (place) => places.of(place)));
	const actorCodes = parts.map(({ columns: { actorIds } }) => Uint32Array.from(actorIds, (id) => actors.of(id)));
	parts.forEach((part, index) => {
		scatterColumns(part.columns, columns, placeOf[index]!);
		const codes = placeCodes[index]!;
		for (const row of placeOf[index]!) columns.place[row] = codes[columns.place[row]!]!;
	});
	const lists = (name: 'perpetrators' | 'targets') =>
		mergeLists(
			parts.map((part, index) => ({ list: part.columns[name], placeOf: placeOf[index]!, codes: actorCodes[index]! })),
			length,
			actors.values.length,
		);
	const extents = parts.flatMap(({ columns: { extent } }) => (extent ? [extent] : []));
	return {
		columns: {
			...columns,
			length,
			byEnd: rowsByEnd(columns.endDay),
			longestDays: parts.reduce((longest, part) => Math.max(longest, part.columns.longestDays), 0),
			places: places.values,
			actorIds: actors.values,
			perpetrators: lists('perpetrators'),
			targets: lists('targets'),
			search: mergeSearch(parts.map((part, index) => ({ search: part.columns.search, placeOf: placeOf[index]! }))),
			extent:
				extents.length === 0
					? null
					: [Math.min(...extents.map(([first]) => first)), Math.max(...extents.map(([, last]) => last))],
		},
		layers: parts.map((part) => part.layer),
		layer,
		sourceRow,
		rowOf,
	};
}

/** The part whose next row comes first; one of them has a next row. */
function firstOf(parts: readonly TablePart[], next: readonly number[]): number {
	let first = -1;
	for (let part = 0; part < parts.length; part++) {
		if (next[part]! >= parts[part]!.columns.length) continue;
		if (first === -1 || isBefore(parts[part]!, next[part]!, parts[first]!, next[first]!)) first = part;
	}
	return first;
}

function isBefore(a: TablePart, rowA: number, b: TablePart, rowB: number): boolean {
	const starts = a.columns.startDay[rowA]! - b.columns.startDay[rowB]!;
	if (starts !== 0) return starts < 0;
	const ends = a.columns.endDay[rowA]! - b.columns.endDay[rowB]!;
	if (ends !== 0) return ends < 0;
	return compareIds(a.ids, a.order ? a.order[rowA]! : rowA, b.ids, b.order ? b.order[rowB]! : rowB) < 0;
}

/** Numbers different values in the order in which they are met. */
class Codes<Value> {
	readonly values: Value[] = [];
	readonly #codes = new Map<string, number>();
	readonly #keyOf: (value: Value) => string;

	constructor(keyOf: (value: Value) => string) {
		this.#keyOf = keyOf;
	}

	of(value: Value): number {
		const key = this.#keyOf(value);
		let code = this.#codes.get(key);
		if (code === undefined) {
			code = this.values.push(value) - 1;
			this.#codes.set(key, code);
		}
		return code;
	}
}

function mergeLists(
	parts: readonly { readonly list: ListColumn; readonly placeOf: Uint32Array; readonly codes: Uint32Array }[],
	length: number,
	codeCount: number,
): ListColumn {
	const start = new Uint32Array(length + 1);
	for (const { list, placeOf } of parts) {
		for (let row = 0; row < placeOf.length; row++) start[placeOf[row]! + 1] = list.start[row + 1]! - list.start[row]!;
	}
	for (let row = 0; row < length; row++) start[row + 1]! += start[row]!;
	const merged = listCodes(start[length]!, codeCount);
	for (const { list, placeOf, codes } of parts) {
		for (let row = 0; row < placeOf.length; row++) {
			let into = start[placeOf[row]!]!;
			for (let at = list.start[row]!; at < list.start[row + 1]!; at++) merged[into++] = codes[list.codes[at]!]!;
		}
	}
	return { start, codes: merged };
}

function mergeSearch(parts: readonly { readonly search: SearchIndex; readonly placeOf: Uint32Array }[]): SearchIndex {
	const words = parts.reduce((sum, { search }) => sum + search.wordStart.length, 0);
	const wordStart = new Uint32Array(words);
	const rowStart = new Uint32Array(words + 1);
	const rows = new Uint32Array(parts.reduce((sum, { search }) => sum + search.rows.length, 0));
	let [word, letters, pairs] = [0, 0, 0];
	for (const { search, placeOf } of parts) {
		for (let at = 0; at < search.wordStart.length; at++) {
			wordStart[word] = search.wordStart[at]! + letters;
			rowStart[++word] = search.rowStart[at + 1]! + pairs;
		}
		for (let at = 0; at < search.rows.length; at++) rows[pairs + at] = placeOf[search.rows[at]!]!;
		letters += search.words.length;
		pairs += search.rows.length;
	}
	return { words: parts.map(({ search }) => search.words).join(''), wordStart, rowStart, rows };
}

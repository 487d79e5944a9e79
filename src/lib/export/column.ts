import * as v from 'valibot';
import { joinList } from '../model/join-list.ts';

/** What a column holds; `list` and `json` are written as text where a format has nothing of the kind. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'boolean' | 'day' | 'list' | 'json';
export type Value = string | number | boolean | null | readonly string[] | object;

/** A column of a table of the export, from the row's own form. */
export interface Column<Row> {
	readonly name: string;
	readonly kind: ColumnKind;
	/** A sentence for the data dictionary that goes with the file. */
	readonly description: string;
	/** `null` where nothing is known. */
	readonly value: (row: Row) => Value;
}

/** A table of the export. */
export interface Table<Row> {
	/** Also the name of its file. */
	readonly name: string;
	readonly description: string;
	readonly columns: readonly Column<Row>[];
	readonly rows: Iterable<Row> | AsyncIterable<Row>;
	/** Columns that together name a row. */
	readonly key: readonly string[];
}

/** A value as the text, number or truth value of one cell. */
export function cellOf<Row>({ kind, value }: Column<Row>, row: Row): string | number | boolean | null {
	const held = value(row);
	if (held === null) return null;
	if (kind === 'list') return joinList(held as readonly string[]);
	return typeof held === 'object' ? JSON.stringify(held) : held;
}

/** Columns for the properties of a schema of the data, in its order and with its descriptions. */
export function columnsOf<Properties extends object>(
	entries: Readonly<Record<string, v.GenericSchema>>,
	kinds: Readonly<Record<string, ColumnKind>>,
): Column<Properties>[] {
	return Object.entries(entries).map(([name, schema]) => ({
		name,
		kind: kinds[name] ?? 'text',
		description: v.getDescription(schema) ?? name,
		value: (properties) => (properties as Record<string, Value>)[name] ?? null,
	}));
}

/** The same columns for rows that hold the former rows inside them. */
export function columnsOn<Outer, Inner>(
	columns: readonly Column<Inner>[],
	inner: (row: Outer) => Inner,
): Column<Outer>[] {
	return columns.map((column) => ({ ...column, value: (row) => column.value(inner(row)) }));
}

import type * as v from 'valibot';
import { byCodePoint } from '../lib/model/code-point-order.ts';

/** The parts of a valibot schema that say how its value is built. */
interface SchemaShape {
	type: string;
	entries?: Record<string, SchemaShape>;
	item?: SchemaShape;
	items?: readonly SchemaShape[];
	wrapped?: SchemaShape;
	key?: string;
	options?: readonly (SchemaShape | string)[];
	literal?: unknown;
}

type Plain = Record<string, unknown>;

/** Arrays of objects whose order means nothing, and what they are ordered by. Arrays of text are sets everywhere. */
const ORDERED_BY: Record<string, (item: Plain) => string> = {
	actors: (actor) => String(actor['id']),
	features: (feature) => String(feature['id']),
	links: (link) => `${String(link['to'])} ${String(link['kind'])}`,
	records: (record) => String(record['id']),
	differs_from: (other) => String(other['id']),
};
const DECIMALS = 1e5;

/**
 * The one way to write a file of `geodata/`: properties in the order of the schema, sets of text sorted by code point
 * and without repetition, at most five decimals, tabs, arrays of numbers on one line, a line feed at the end.
 */
export function canonicalJson(schema: v.GenericSchema, value: unknown): string {
	return `${write(canonicalValue(schema, value), '')}\n`;
}

/** The value with properties and sets in canonical order and numbers rounded. */
export function canonicalValue(schema: v.GenericSchema, value: unknown): unknown {
	return order(schema as unknown as SchemaShape, value, '');
}

function order(schema: SchemaShape | undefined, value: unknown, name: string): unknown {
	if (schema?.wrapped) return order(schema.wrapped, value, name);
	if (typeof value === 'number') return roundNumber(value);
	if (Array.isArray(value)) return orderArray(schema, value as unknown[], name);
	if (typeof value !== 'object' || value === null) return value;
	const plain = value as Plain;
	const entries = chosen(schema, plain)?.entries ?? {};
	const keys = [...Object.keys(entries), ...Object.keys(plain).filter((key) => !Object.hasOwn(entries, key))];
	return Object.fromEntries(
		keys.filter((key) => Object.hasOwn(plain, key)).map((key) => [key, order(entries[key], plain[key], key)]),
	);
}

function orderArray(schema: SchemaShape | undefined, values: readonly unknown[], name: string): unknown[] {
	const items = values.map((value, i) => order(schema?.item ?? schema?.items?.[i], value, ''));
	if (items.length > 0 && items.every((item) => typeof item === 'string')) return [...new Set(items)].sort(byCodePoint);
	const keyOf = ORDERED_BY[name];
	return keyOf ? items.sort((a, b) => byCodePoint(keyOf(a as Plain), keyOf(b as Plain))) : items;
}

/** The option of a variant that the value is of. */
function chosen(schema: SchemaShape | undefined, value: Plain): SchemaShape | undefined {
	if (schema?.type !== 'variant' || schema.key === undefined) return schema;
	const { key } = schema;
	const options = (schema.options ?? []).filter((option) => typeof option !== 'string');
	return options.find((option) => option.entries?.[key]?.literal === value[key]);
}

function roundNumber(value: number): number {
	return Math.round(value * DECIMALS) / DECIMALS;
}

function write(value: unknown, indent: string): string {
	const inner = `${indent}\t`;
	if (Array.isArray(value)) {
		if (value.length === 0) return '[]';
		if (value.every((item) => typeof item === 'number')) return `[${value.join(', ')}]`;
		return `[\n${value.map((item) => inner + write(item, inner)).join(',\n')}\n${indent}]`;
	}
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const lines = Object.entries(value).map(([key, child]) => `${inner}${JSON.stringify(key)}: ${write(child, inner)}`);
	return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

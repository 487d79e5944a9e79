import { formatDay } from '../../model/day.ts';
import type { OriginalObject } from '../../model/original.ts';
import { quoteCell } from '../cells/clean-cell.ts';
import { LIMITS } from '../limits.ts';

/** Properties by name as the cells of a table would hold them; those of objects inside them as `a.b`. */
export type FlatProperties = ReadonlyMap<string, string>;
type Value = OriginalObject[string];

/** Deeper ones are kept in the original and not looked into. */
const DEEPEST = 6;
const MS_PER_DAY = 86_400_000;
/** Milliseconds since 1970, as ArcGIS writes dates: from 1973 on to 2100. Smaller numbers may be anything. */
const [FIRST_MS, LAST_MS] = [100_000_000_000, 4_102_444_800_000];
const NAMES_A_TIME = /date|time|when|day|start|begin|end/i;

/** Texts, numbers and lists of these as one text each, a list joined by semicolons; for guessing and reading, not for keeping. */
export function flattenProperties(properties: OriginalObject): FlatProperties {
	const flat = new Map<string, string>();
	flattenInto(flat, '', properties, 1);
	return flat;
}

/** The cell of one of the names that `flattenProperties` gives; the empty string where these properties have none such. */
export function cellOf(properties: OriginalObject, name: string): string {
	if (Object.hasOwn(properties, name)) {
		const value = properties[name]!;
		if (typeof value !== 'object' || value === null || isList(value)) return scalarCell(name, value);
	}
	return name.includes('.') ? (flattenProperties(properties).get(name) ?? '') : '';
}

/** The first text of a feature that is longer than is read, as a fault of its property; `null` where none is. */
export function propertyFault(properties: OriginalObject): { column: string; value: string; reason: string } | null {
	for (const name of Object.keys(properties)) {
		const long = longText(properties[name]!, 1);
		if (long === null) continue;
		const reason = `A text has ${long.length.toLocaleString('en')} characters, and at most ${LIMITS.cellCharacters.toLocaleString('en')} are read.`;
		return { column: quoteCell(name), value: quoteCell(long), reason };
	}
	return null;
}

function flattenInto(flat: Map<string, string>, above: string, object: OriginalObject, depth: number): void {
	for (const key of Object.keys(object)) {
		if (flat.size >= LIMITS.columns) return;
		const name = above + key;
		const value = object[key]!;
		if (typeof value !== 'object' || value === null || isList(value)) flat.set(name, scalarCell(name, value));
		else if (depth < DEEPEST) flattenInto(flat, `${name}.`, value, depth + 1);
	}
}

function scalarCell(name: string, value: Exclude<Value, OriginalObject>): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return numberCell(name, value);
	if (value === null) return '';
	return isList(value) ? value.filter(isScalar).join('; ') : String(value);
}

function numberCell(name: string, value: number): string {
	const isTime = Number.isInteger(value) && value >= FIRST_MS && value <= LAST_MS && NAMES_A_TIME.test(name);
	return isTime ? formatDay(Math.floor(value / MS_PER_DAY)) : String(value);
}

function longText(value: Value, depth: number): string | null {
	if (typeof value === 'string') return value.length > LIMITS.cellCharacters ? value : null;
	if (typeof value !== 'object' || value === null || depth > LIMITS.nesting) return null;
	for (const inner of isList(value) ? value : Object.values(value)) {
		const long = longText(inner, depth + 1);
		if (long !== null) return long;
	}
	return null;
}

function isList(value: Value): value is Extract<Value, readonly unknown[]> {
	return Array.isArray(value);
}

function isScalar(value: Value): boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

import { IncidentProperties } from '../../model/feature.ts';
import { splitList } from '../../model/join-list.ts';
import type { OriginalObject } from '../../model/original.ts';
import { fromJson } from '../feature/plain-value.ts';

/** A value as a format other than GeoJSON holds it. */
export type OwnCell = OriginalObject[string] | undefined;

/** Properties of an incident that are lists of words, and those that are numbers. */
export const LISTS: ReadonlySet<string> = new Set(['weapon', 'perpetrators', 'targets', 'reports']);
export const NUMBERS: ReadonlySet<string> = new Set([
	'date_prec',
	'where_prec',
	'uncertainty_km',
	'killed_low',
	'killed_best',
	'killed_high',
	'injured_low',
	'injured_best',
	'injured_high',
]);
const LINKED = new Set(['claims', 'responds_to']);
const NUMBER = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i;
/** All of them. */
export const NAMES: readonly string[] = Object.keys(IncidentProperties.entries);
/** Made anew from the others whenever an incident is exported. */
const DERIVED = new Set(['id', 'killed', 'injured', 'longitude', 'latitude', 'geometry', 'area']);

/** Whether these are the columns of an incident as our exports name them, in any order and among any others. */
export function areOwnColumns(columns: Iterable<string>): boolean {
	const held = new Set(columns);
	return held.has('id') && NAMES.every((name) => held.has(name));
}

/**
 * The cells of an incident of ours as the properties that our GeoJSON has: lists and objects taken out of their text,
 * numbers out of theirs, what is missing `null` or empty. A cell that does not fit is left as it is, for the reader of
 * our features to name. Formats that do not hold claims give only their number, and of links the ids: there are none.
 */
export function ownProperties(
	cell: (name: string) => OwnCell,
	others: Iterable<string>,
	holdsClaims: boolean,
): OriginalObject {
	const properties = new Map<string, OriginalObject[string]>([['unit', 'incident']]);
	properties.set('id', cell('id') ?? null);
	for (const name of NAMES) {
		const isLeftOut = !holdsClaims && LINKED.has(name);
		properties.set(name, isLeftOut ? [] : valueOf(name, cell(name) ?? null));
	}
	const original = valueOf('original', cell('original') ?? null);
	if (original !== null) properties.set('original', original);
	for (const name of others) {
		const isTaken = properties.has(name) || DERIVED.has(name) || name === 'original';
		if (!isTaken) properties.set(name, cell(name) ?? null);
	}
	return Object.fromEntries(properties);
}

function valueOf(name: string, cell: OriginalObject[string]): OriginalObject[string] {
	if (LINKED.has(name) && cell === null) return [];
	if (LISTS.has(name)) return cell === null ? [] : typeof cell === 'string' ? splitList(cell) : cell;
	if (typeof cell !== 'string') return cell;
	if (NUMBERS.has(name)) return NUMBER.test(cell) ? Number(cell) : cell;
	return LINKED.has(name) || name === 'original' ? fromJson(cell) : cell;
}

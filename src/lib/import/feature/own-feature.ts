import * as v from 'valibot';
import { IncidentProperties } from '../../model/feature.ts';
import type { OriginalObject } from '../../model/original.ts';
import { quoteCell } from '../cells/clean-cell.ts';
import type { ForeignFeature } from './foreign-feature.ts';
import type { ImportedRow, Rejection } from '../imported-row.ts';
import type { LngLat } from '../cells/read-position.ts';

/** As a file of others writes it: rows that were imported before name their parties so. */
const Name = v.pipe(v.string(), v.minLength(1));
const OwnProperties = v.object({
	...IncidentProperties.entries,
	perpetrators: v.array(Name),
	targets: v.array(Name),
	reports: v.array(Name),
	title: v.string(),
	summary: v.string(),
	date_basis: v.string(),
	editor_note: v.nullable(v.string()),
});
/** What an export adds to the properties of an incident, and what is made anew from them. */
const ADDED = new Set(['id', 'unit', 'killed', 'injured', 'original', 'sources']);

/** Whether these are the properties of a record of ours, as our exports and layers write them. */
export function isOwn(properties: OriginalObject): boolean {
	const has = (name: string) => Object.hasOwn(properties, name);
	const isList = (name: string) => has(name) && Array.isArray(properties[name]);
	return has('date_edtf') && has('date_basis') && isList('claims') && isList('reports') && isList('responds_to');
}

/**
 * An incident of ours, read back whole: every property with its claims, and the columns it had in a file of others if it
 * came from one. Properties that are not ours are kept with these. Statements and totals are no incidents.
 */
export function readOwn(
	{ number, id: ownId, properties }: ForeignFeature,
	{ point, shape }: { readonly point: LngLat | null; readonly shape: ImportedRow['shape'] },
): ImportedRow | Rejection {
	const valueOf = (name: string) => (Object.hasOwn(properties, name) ? properties[name] : undefined);
	// Our layers do not name the unit.
	const unit = valueOf('plover') !== undefined ? 'statement' : valueOf('count_of') !== undefined ? 'aggregate' : null;
	if (unit !== null) {
		const what = unit === 'statement' ? 'a statement' : 'a total';
		return {
			number,
			column: 'unit',
			value: unit,
			reason: `It is ${what} and no incident: it has no place on the map.`,
		};
	}
	const id = ownId ?? valueOf('id');
	if (typeof id !== 'string' || id === '') {
		return {
			number,
			column: 'id',
			value: quoteCell(JSON.stringify(id ?? null)),
			reason: 'An incident of ours has an id.',
		};
	}
	const parsed = v.safeParse(OwnProperties, properties);
	if (!parsed.success) return rejection(number, parsed.issues[0]);
	const { date_start: start, date_end: end } = parsed.output;
	if (end < start)
		return { number, column: 'date_end', value: end, reason: `The last day is before the first, ${start}.` };
	const geometry = point === null ? null : { type: 'Point' as const, coordinates: point };
	const sources = valueOf('sources');
	return {
		feature: { type: 'Feature', id, geometry, properties: parsed.output },
		shape,
		sources: Array.isArray(sources) ? sources.filter((source) => typeof source === 'string') : [],
		original: originalOf(properties),
		number,
	};
}

function originalOf(properties: OriginalObject): OriginalObject {
	const { original } = properties;
	const former = isObject(original) ? original : {};
	const others = Object.keys(properties).filter(
		(name) => !ADDED.has(name) && !Object.hasOwn(OwnProperties.entries, name),
	);
	if (others.length === 0) return former;
	return Object.fromEntries([...Object.entries(former), ...others.map((name) => [name, properties[name]!] as const)]);
}

function isObject(value: OriginalObject[string] | undefined): value is OriginalObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rejection(number: number, issue: v.InferIssue<typeof OwnProperties>): Rejection {
	const path = v.getDotPath(issue);
	const value = quoteCell(JSON.stringify(issue.input) ?? '');
	const reason = `It is an incident of ours that was changed: ${issue.message}. Take the change back, or leave out the property "claims" to have it read as a file of others.`;
	return { number, column: path, value, reason };
}

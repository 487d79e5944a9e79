import { type ColumnFacts, plainFeature } from './columnar-table.ts';
import type { IncidentFeature, IncidentProperties } from '../model/feature.ts';

/** Properties that columns do not tell, or not always, in an order that must stay: texts are kept by it. */
const PACKED = [
	'summary',
	'date_edtf',
	'date_start',
	'date_end',
	'date_precision',
	'date_prec',
	'date_of',
	'date_basis',
	'event_type',
	'sub_event_type',
	'weapon',
	'place_id',
	'place_name',
	'place_as_written',
	'country',
	'admin1',
	'geo_precision',
	'where_prec',
	'uncertainty_km',
	'perpetrators',
	'targets',
	'killed_low',
	'killed_best',
	'killed_high',
	'injured_low',
	'injured_best',
	'injured_high',
	'reports',
	'claims',
	'responds_to',
	'editor_note',
] as const satisfies readonly (keyof IncidentProperties)[];

/** The title and what else the facts of the columns do not tell of an incident, as short JSON. */
export function packDetails({ properties }: IncidentFeature, facts: ColumnFacts): string {
	const plain = plainFor(facts, properties.title).properties;
	const packed: unknown[] = [properties.title];
	for (let at = 0; at < PACKED.length; at++) {
		const value = properties[PACKED[at]!];
		if (!isSame(value, plain[PACKED[at]!])) packed.push(at, value);
	}
	return JSON.stringify(packed);
}

/** The incident of some facts and of the details that were packed beside them. */
export function unpackDetails(details: string, facts: Omit<ColumnFacts, 'title'>): IncidentFeature {
	const told = unpackedProperties(details);
	const plain = plainFor(facts, told.title);
	return { ...plain, properties: { ...plain.properties, ...told } };
}

/** What was packed, without the rest. */
export function unpackedProperties(details: string): Partial<IncidentProperties> & { title: string } {
	const packed = JSON.parse(details) as [string, ...unknown[]];
	const told: Record<string, unknown> = { title: packed[0] };
	for (let at = 1; at < packed.length; at += 2) told[PACKED[packed[at] as number]!] = packed[at + 1];
	return told as ReturnType<typeof unpackedProperties>;
}

/** Another layer may know the place by another name, so that its id stands for it here. */
function plainFor(facts: Omit<ColumnFacts, 'title'>, title: string): IncidentFeature {
	const { id } = facts.place;
	return plainFeature({ ...facts, title, place: { id, name: id } });
}

function isSame(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (!Array.isArray(a) || !Array.isArray(b)) return false;
	return a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));
}

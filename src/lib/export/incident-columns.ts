import type { OriginalObject } from '../model/original.ts';
import { type IncidentFeature, IncidentProperties } from '../model/feature.ts';
import { type Column, type ColumnKind, columnsOf, columnsOn } from './column.ts';
import { type ExportContext, figuresOf } from './export-context.ts';

type Incident = Column<IncidentFeature>;

export const INCIDENT_KINDS: Readonly<Record<string, ColumnKind>> = {
	date_start: 'day',
	date_end: 'day',
	date_prec: 'integer',
	where_prec: 'integer',
	uncertainty_km: 'number',
	weapon: 'list',
	perpetrators: 'list',
	targets: 'list',
	killed_low: 'integer',
	killed_best: 'integer',
	killed_high: 'integer',
	injured_low: 'integer',
	injured_best: 'integer',
	injured_high: 'integer',
	reports: 'list',
	claims: 'json',
	responds_to: 'json',
};

const ID: Incident = { name: 'id', kind: 'text', description: 'Permanent name', value: ({ id }) => id };
const POSITION: readonly Incident[] = [
	{
		name: 'longitude',
		kind: 'number',
		description: 'Degrees east of Greenwich, WGS 84, of the representative point; empty if unlocated',
		value: ({ geometry }) => geometry?.coordinates[0] ?? null,
	},
	{
		name: 'latitude',
		kind: 'number',
		description: 'Degrees north of the equator, WGS 84; empty if unlocated',
		value: ({ geometry }) => geometry?.coordinates[1] ?? null,
	},
];
const properties = columnsOn(
	columnsOf<IncidentProperties>(IncidentProperties.entries, INCIDENT_KINDS),
	(feature: IncidentFeature) => feature.properties,
);

/** Every property of an incident, for formats that have a geometry of their own and hold claims as JSON. */
export function nestedColumns(context: ExportContext): Incident[] {
	return [ID, ...properties, ...figureColumns(context)];
}

/** For tables: the position in columns of its own, claims counted, of links only the ids of the others. */
export function flatColumns(context: ExportContext): Incident[] {
	const flat = properties.flatMap((column): Incident[] => {
		if (column.name === 'uncertainty_km') return [column, ...POSITION];
		if (column.name === 'claims') return [CLAIM_COUNT];
		return [column.name === 'responds_to' ? RESPONDS_TO : column];
	});
	return [ID, ...flat, ...figureColumns(context)];
}

const CLAIM_COUNT: Incident = {
	name: 'claims',
	kind: 'integer',
	description: 'How many claims; they stand in the table of claims, under this id',
	value: ({ properties: { claims } }) => claims.length,
};
const RESPONDS_TO: Incident = {
	name: 'responds_to',
	kind: 'list',
	description: 'Ids of the records it followed or accompanied; who says so stands in the table of links',
	value: ({ properties: { responds_to } }) => responds_to.map(({ id }) => id),
};

function figureColumns(context: ExportContext): Incident[] {
	return (['killed', 'injured'] as const).map((name) => ({
		name,
		kind: 'integer',
		description: `${name === 'killed' ? 'Killed' : 'Injured'}, the figure that the reading takes; empty where unknown`,
		value: (feature) => figuresOf(feature, context)[name],
	}));
}

/** A column for each that the incidents had in files of their own. Goes over them if their names are not given. */
export async function originalColumns(context: ExportContext): Promise<Incident[]> {
	const { originals } = context;
	if (originals === undefined) return [];
	const names = new Set(context.originalColumns);
	if (context.originalColumns === undefined) {
		for await (const feature of context.features) {
			for (const name of Object.keys(originals(feature) ?? {})) names.add(name);
		}
	}
	return [...names].map((name) => ({
		name: `original_${name}`,
		kind: 'text',
		description: `The column “${name}” of the file the row was imported from, as it was`,
		value: (feature) => ownValue(originals(feature), name),
	}));
}

/** All of these columns as one object, for formats that hold such. */
export function originalColumn({ originals }: ExportContext): Incident[] {
	if (originals === undefined) return [];
	return [
		{
			name: 'original',
			kind: 'json',
			description: 'The columns of the file the row was imported from, as they were',
			value: (feature) => originals(feature),
		},
	];
}

function ownValue(original: OriginalObject | null, name: string): OriginalObject[string] {
	return original !== null && Object.hasOwn(original, name) ? original[name]! : null;
}

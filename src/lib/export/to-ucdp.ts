import { countryOf } from '../model/country-table.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { Column, Value } from './column.ts';
import type { ExportContext, ExportFile } from './export-context.ts';
import { fileName } from './file-name.ts';
import { originalColumns } from './incident-columns.ts';
import { nameOf, publishersOf } from './names.ts';
import { noteFile } from './to-acled.ts';
import { csvFile } from './to-csv.ts';

const LOST = [
	'The columns are those of UCDP GED; the coding is not UCDP’s, and UCDP has not seen it.',
	'id is our id, which is a text. Numbers of conflicts, dyads, actors and countries are empty: we have none of UCDP’s.',
	'side_a is whom any claim names as having done it and side_b against whom it was directed, where UCDP puts a government first.',
	'type_of_violence is 1 where a state or its forces take part, 3 where civilians alone are the target, 2 between armed groups, else empty.',
	'low, best and high are ours, derived from the claims. Unknown is empty, never 0; an empty high beside a low is open above. Deaths by side are empty, as no claim divides them so.',
	'Lost are the claims, injured, weapons, outcomes, attribution, links, statements, totals and areas.',
];
const COLUMNS =
	'id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob'.split(
		' ',
	);

/** The incidents in the 49 columns of UCDP GED, and a text that says what that loses. */
export async function toUcdp(context: ExportContext): Promise<ExportFile[]> {
	const columns = [...ucdpColumns(context), ...(await originalColumns(context))];
	return [
		csvFile(fileName(context, '_ucdp-shaped.csv'), { columns, rows: context.features }),
		noteFile(fileName(context, '_ucdp-shaped_note.txt'), context, LOST),
	];
}

function ucdpColumns({ actors, reports }: ExportContext): Column<IncidentFeature>[] {
	const names = (ids: readonly string[]) => ids.map((id) => nameOf(id, actors)).join(', ');
	const filled: Readonly<Record<string, (feature: IncidentFeature) => Value>> = {
		id: ({ id }) => id,
		year: ({ properties: p }) => Number(p.date_start.slice(0, 4)),
		type_of_violence: ({ properties: p }) => typeOfViolence(p, actors),
		dyad_name: ({ properties: p }) =>
			p.perpetrators.length === 0 || p.targets.length === 0 ? null : `${names(p.perpetrators)} - ${names(p.targets)}`,
		side_a: ({ properties: p }) => names(p.perpetrators),
		side_b: ({ properties: p }) => names(p.targets),
		number_of_sources: ({ properties: p }) => (p.reports.length === 0 ? null : p.reports.length),
		source_article: ({ properties: p }) => p.reports.map((id) => reports.get(id)?.label ?? id).join(';'),
		source_office: ({ properties: p }) => publishersOf(p.reports, reports).join(';'),
		source_date: ({ properties: p }) => p.reports.map((id) => reports.get(id)?.published ?? '').join(';'),
		source_original: ({ properties: p }) => [...new Set(p.claims.map(({ claimant }) => claimant.name))].join(';'),
		where_prec: ({ properties: p }) => p.where_prec,
		where_coordinates: ({ properties: p }) => p.place_name,
		where_description: ({ properties: p }) => p.place_as_written,
		adm_1: ({ properties: p }) => p.admin1,
		latitude: ({ geometry }) => geometry?.coordinates[1] ?? null,
		longitude: ({ geometry }) => geometry?.coordinates[0] ?? null,
		geom_wkt: ({ geometry }) => (geometry === null ? null : `POINT (${geometry.coordinates.join(' ')})`),
		priogrid_gid: ({ geometry }) => (geometry === null ? null : priogridCell(...geometry.coordinates)),
		country: ({ properties: p }) => countryOf(p.country)?.name ?? p.country,
		date_prec: ({ properties: p }) => p.date_prec,
		date_start: ({ properties: p }) => p.date_start,
		date_end: ({ properties: p }) => p.date_end,
		best: ({ properties: p }) => p.killed_best,
		high: ({ properties: p }) => p.killed_high,
		low: ({ properties: p }) => p.killed_low,
	};
	return COLUMNS.map((name) => ({ name, kind: 'text', description: name, value: filled[name] ?? (() => null) }));
}

/** UCDP's three types, as far as the parties named tell them. */
function typeOfViolence(
	{ perpetrators, targets }: IncidentFeature['properties'],
	actors: ExportContext['actors'],
): 1 | 2 | 3 | null {
	const kinds = (ids: readonly string[]) => ids.map((id) => actors.get(id)?.kind);
	const [by, against] = [kinds(perpetrators), kinds(targets)];
	if (by.length === 0 || against.length === 0) return null;
	if (against.every((kind) => kind === 'civilians')) return 3;
	const both = [...by, ...against];
	if (both.some((kind) => kind === 'state' || kind === 'state-forces')) return 1;
	return both.every((kind) => kind === 'armed-group') ? 2 : null;
}

/** Cell of PRIO-GRID: half degrees, 720 to a row, counted from the south-west corner of the world, from 1. */
export function priogridCell(lng: number, lat: number): number {
	const column = Math.min(Math.floor((lng + 180) * 2), 719);
	const row = Math.min(Math.floor((lat + 90) * 2), 359);
	return row * 720 + column + 1;
}

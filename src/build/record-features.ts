import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { wherePrec } from '../lib/geocode/where-prec.ts';
import { sideOf } from '../lib/model/actor.ts';
import type { Claim } from '../lib/model/claim.ts';
import { byCodePoint } from '../lib/model/code-point-order.ts';
import { formatDay } from '../lib/model/day.ts';
import { parseEdtf } from '../lib/model/edtf.ts';
import type { AggregateFeature, IncidentFeature, StatementFeature } from '../lib/model/feature.ts';
import type { Aggregate, AtlasRecord, Incident, Link, Statement } from '../lib/model/record.ts';
import { DATE_PRECISIONS } from '../lib/model/vocabulary.ts';
import type { Atlas, Gazetteer } from './atlas.ts';

/** What features are made of. */
export type FeatureAtlas = Pick<Atlas, 'records' | 'actorById' | 'recordById'> & { gazetteer: Gazetteer };

/** An incident at its representative point. */
export function incidentFeature(incident: Incident, atlas: FeatureAtlas): IncidentFeature {
	const { toll, attribution, grading, geocoding } = incident.derived;
	const row = rowOf(incident, atlas);
	const precision = geocoding?.geo_precision ?? null;
	const properties = {
		...head(incident),
		kind: incident.kind,
		event_type: incident.event_type,
		sub_event_type: incident.sub_event_type,
		weapon: incident.weapon,
		outcome: incident.outcome,
		place_id: row?.id ?? null,
		place_name: row?.name ?? null,
		place_as_written: incident.place?.as_written ?? null,
		country: row?.country ?? null,
		admin1: row?.admin1 ?? null,
		geo_precision: row ? precision : null,
		where_prec: row && precision && incident.place ? wherePrec(precision, incident.place, row) : null,
		uncertainty_km: row ? (geocoding?.uncertainty_km ?? null) : null,
		perpetrators: incident.perpetrators,
		targets: incident.targets,
		side: sideOf(incident.perpetrators, atlas.actorById),
		attribution,
		grading,
		killed_low: toll.killed.low,
		killed_best: toll.killed.best,
		killed_high: toll.killed.high,
		injured_low: toll.injured.low,
		injured_best: toll.injured.best,
		injured_high: toll.injured.high,
		reports: reportsOf(incident.claims),
		claims: incident.claims,
		responds_to: incident.links.map(respondsTo),
		editor_note: incident.editor_note,
	} as IncidentFeature['properties'];
	return {
		type: 'Feature',
		id: incident.id,
		geometry: row && { type: 'Point', coordinates: row.position },
		properties,
	};
}

/** A statement; it has no place on the map. */
export function statementFeature(statement: Statement, atlas: FeatureAtlas): StatementFeature {
	const { plover, speakers, addressees } = statement;
	return {
		type: 'Feature',
		id: statement.id,
		geometry: null,
		properties: {
			...head(statement),
			plover,
			speakers,
			addressees,
			side: sideOf(speakers, atlas.actorById),
			...tail(statement),
		},
	};
}

/** An aggregate; it is never drawn as a point. */
export function aggregateFeature(aggregate: Aggregate, atlas: FeatureAtlas): AggregateFeature {
	return {
		type: 'Feature',
		id: aggregate.id,
		geometry: null,
		properties: {
			...head(aggregate),
			kind: aggregate.kind,
			event_type: aggregate.event_type,
			sub_event_type: aggregate.sub_event_type,
			weapon: aggregate.weapon,
			count_low: aggregate.count.low,
			count_high: aggregate.count.high,
			count_of: aggregate.count.of,
			perpetrators: aggregate.perpetrators,
			targets: aggregate.targets,
			side: sideOf(aggregate.perpetrators, atlas.actorById),
			...tail(aggregate),
		},
	};
}

function head({ title, summary, when }: AtlasRecord) {
	const { start, end, precision } = parseEdtf(when.edtf)!;
	return {
		title,
		summary,
		date_edtf: when.edtf,
		date_start: formatDay(start),
		date_end: formatDay(end),
		date_precision: precision,
		date_prec: DATE_PRECISIONS[precision].ucdp,
		date_of: when.dates,
		date_basis: `"${when.words}", resolved against ${when.anchor}: ${when.reasoning}`,
	};
}

function tail(record: AtlasRecord) {
	return {
		place_as_written: record.place?.as_written ?? null,
		reports: reportsOf(record.claims),
		claims: record.claims,
		responds_to: record.links.map(respondsTo),
		editor_note: record.editor_note,
	};
}

function respondsTo({ to, kind, basis, asserted_by, hedged, reason, locator }: Link) {
	return { id: to, kind, basis, asserted_by, hedged, reason, ...locator };
}

function reportsOf(claims: readonly Claim[]): string[] {
	return [...new Set(claims.map((claim) => claim.report))].sort(byCodePoint);
}

/** The place an incident was given, `null` if it is unlocated. */
export function rowOf(incident: Incident, atlas: FeatureAtlas): GazetteerRow | null {
	const id = incident.derived.geocoding?.place_id ?? null;
	return id === null ? null : atlas.gazetteer.row(id);
}

import circle from '@turf/circle';
import type { MultiPolygon, Polygon, Position as GeoPosition } from 'geojson';
import type * as v from 'valibot';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { byCodePoint } from '../lib/model/code-point-order.ts';
import { formatDay } from '../lib/model/day.ts';
import { parseEdtf } from '../lib/model/edtf.ts';
import { AggregateFeature, IncidentFeature, StatementFeature } from '../lib/model/feature.ts';
import type { Position } from '../lib/model/fields.ts';
import { AreaFeature, LinkFeature, PlaceFeature } from '../lib/model/layer-feature.ts';
import type { PlaceMention } from '../lib/model/place.ts';
import type { Aggregate, AtlasRecord, Incident, Link, Statement } from '../lib/model/record.ts';
import type { Claim } from '../lib/model/claim.ts';
import { DATE_PRECISIONS, GEO_PRECISIONS, type GeoPrecision, type Side } from '../lib/model/vocabulary.ts';
import type { Atlas, Gazetteer } from './atlas.ts';
import { canonicalValue } from './canonical-json.ts';

/** A layer before it is written: features in their final order, and what the collection says of itself. */
export interface Layer {
	/** Path below the root. */
	file: string;
	description: string;
	schema: v.GenericSchema;
	features: unknown[];
}

/** What layers are made of. */
export type LayerAtlas = Pick<Atlas, 'records' | 'actorById' | 'recordById'> & { gazetteer: Gazetteer };

const DISC_STEPS = 64;
const AREA_PRECISIONS: readonly GeoPrecision[] = ['district', 'province', 'region', 'country'];

/** All layers that records make. Depends on the records, the actors and the gazetteer only. */
export function buildLayers(atlas: LayerAtlas): Layer[] {
	const records = atlas.records.map((source) => source.value).sort(byDateThenId);
	const incidents = records.filter((record): record is Incident => record.unit === 'incident');
	const statements = records.filter((record): record is Statement => record.unit === 'statement');
	const aggregates = records.filter((record): record is Aggregate => record.unit === 'aggregate');
	const layer = (name: string, description: string, schema: v.GenericSchema, features: unknown[]): Layer => ({
		file: `geodata/layers/${name}.geojson`,
		description,
		schema,
		features: features.map((feature) => canonicalValue(schema, feature)),
	});
	return [
		layer(
			'aggregates',
			'Sums of many events, and wars; never drawn as a point',
			AggregateFeature,
			aggregates.map((aggregate) => aggregateFeature(aggregate, atlas)),
		),
		layer(
			'areas',
			'Where an incident may have been, if its place is known only more coarsely than a town',
			AreaFeature,
			incidents.flatMap((incident) => areaFeature(incident, atlas) ?? []),
		),
		layer(
			'incidents',
			'Incidents with their claims, at a representative point',
			IncidentFeature,
			incidents.map((incident) => incidentFeature(incident, atlas)),
		),
		layer(
			'links',
			'What answered or accompanied what, and who says so',
			LinkFeature,
			records.flatMap((record) => linkFeatures(record, atlas)),
		),
		layer('places', 'Places at which incidents are drawn', PlaceFeature, placeFeatures(incidents, atlas)),
		layer(
			'statements',
			'Statements and threats with a date',
			StatementFeature,
			statements.map((statement) => statementFeature(statement, atlas)),
		),
	];
}

/** UCDP GED's `where_prec`: what lies near or to one side of a place is 2 at best, and 7 is for waters. */
export function wherePrec(precision: GeoPrecision, mention: PlaceMention, row: Pick<GazetteerRow, 'kind'>): number {
	if (row.kind === 'sea') return 7;
	const isBeside = mention.relation !== 'at' && mention.relation !== 'in';
	const isSmall = row.kind !== 'province' && row.kind !== 'region' && row.kind !== 'country';
	return isBeside && isSmall ? 2 : GEO_PRECISIONS[precision].ucdp;
}

function incidentFeature(incident: Incident, atlas: LayerAtlas): IncidentFeature {
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
		side: sideOf(incident.perpetrators, atlas),
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

function statementFeature(statement: Statement, atlas: LayerAtlas): StatementFeature {
	const { plover, speakers, addressees } = statement;
	return {
		type: 'Feature',
		id: statement.id,
		geometry: null,
		properties: { ...head(statement), plover, speakers, addressees, side: sideOf(speakers, atlas), ...tail(statement) },
	};
}

function aggregateFeature(aggregate: Aggregate, atlas: LayerAtlas): AggregateFeature {
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
			side: sideOf(aggregate.perpetrators, atlas),
			...tail(aggregate),
		},
	};
}

function areaFeature(incident: Incident, atlas: LayerAtlas): AreaFeature | null {
	const row = rowOf(incident, atlas);
	const precision = incident.derived.geocoding?.geo_precision ?? null;
	const radiusKm = incident.derived.geocoding?.uncertainty_km ?? null;
	if (!row || precision === null || radiusKm === null || !AREA_PRECISIONS.includes(precision)) return null;
	const { start, end } = span(incident);
	const within = incident.place?.relation === 'at' || incident.place?.relation === 'in';
	const outline = within && row.area !== null ? atlas.gazetteer.outline(row.area) : null;
	const geometry = outline && 'type' in outline ? outline : disc(row.position, radiusKm);
	return {
		type: 'Feature',
		id: incident.id,
		geometry: geometry as AreaFeature['geometry'],
		properties: {
			incident: incident.id,
			kind: incident.kind,
			side: sideOf(incident.perpetrators, atlas),
			date_start: start,
			date_end: end,
			geo_precision: precision,
			shape: geometry === outline ? 'outline' : 'disc',
		},
	};
}

/** A disc of true radius around the point, five decimals, counter-clockwise, closed. */
function disc(center: Position, radiusKm: number): Polygon | MultiPolygon {
	const [shell] = circle(center, radiusKm, { steps: DISC_STEPS, units: 'kilometers' }).geometry.coordinates;
	const ring = shell!.map(([lng, lat]): GeoPosition => [round5(lng!), round5(lat!)]);
	return { type: 'Polygon', coordinates: [ring] };
}

function linkFeatures(record: AtlasRecord, atlas: LayerAtlas): LinkFeature[] {
	const pointOf = (other: AtlasRecord | undefined) =>
		other?.unit === 'incident' ? (rowOf(other, atlas)?.position ?? null) : null;
	return record.links.map((link) => {
		const from = pointOf(record);
		const to = pointOf(atlas.recordById.get(link.to));
		const apart = from !== null && to !== null && (from[0] !== to[0] || from[1] !== to[1]);
		return {
			type: 'Feature',
			id: `${record.id}--${link.kind}--${link.to}`,
			geometry: apart ? { type: 'LineString', coordinates: [from, to] } : null,
			properties: {
				from: record.id,
				to: link.to,
				kind: link.kind,
				asserted_by: link.asserted_by,
				hedged: link.hedged,
				...link.locator,
			},
		};
	});
}

function placeFeatures(incidents: readonly Incident[], atlas: LayerAtlas): PlaceFeature[] {
	const used = new Map<string, { row: GazetteerRow; incidents: string[] }>();
	for (const incident of incidents) {
		const row = rowOf(incident, atlas);
		if (!row) continue;
		const entry = used.get(row.id);
		if (entry) entry.incidents.push(incident.id);
		else used.set(row.id, { row, incidents: [incident.id] });
	}
	return [...used.values()]
		.sort((a, b) => byCodePoint(a.row.id, b.row.id))
		.map(({ row, incidents: ids }) => ({
			type: 'Feature',
			id: row.id,
			geometry: { type: 'Point', coordinates: row.position },
			properties: {
				name: row.name,
				kind: row.kind,
				country: row.country,
				admin1: row.admin1,
				uncertainty_km: row.uncertaintyKm,
				origin: row.origin,
				incidents: ids,
			},
		}));
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

function respondsTo({ to, kind, asserted_by, hedged, locator }: Link) {
	return { id: to, kind, asserted_by, hedged, ...locator };
}

function reportsOf(claims: readonly Claim[]): string[] {
	return [...new Set(claims.map((claim) => claim.report))].sort(byCodePoint);
}

function sideOf(actors: readonly string[], atlas: LayerAtlas): Side | null {
	const sides = new Set(actors.map((id) => atlas.actorById.get(id)?.side ?? null));
	return sides.size === 1 ? [...sides][0]! : null;
}

function rowOf(incident: Incident, atlas: LayerAtlas): GazetteerRow | null {
	const id = incident.derived.geocoding?.place_id ?? null;
	return id === null ? null : atlas.gazetteer.row(id);
}

function span(record: AtlasRecord): { start: string; end: string } {
	const { start, end } = parseEdtf(record.when.edtf)!;
	return { start: formatDay(start), end: formatDay(end) };
}

function byDateThenId(a: AtlasRecord, b: AtlasRecord): number {
	return parseEdtf(a.when.edtf)!.start - parseEdtf(b.when.edtf)!.start || byCodePoint(a.id, b.id);
}

function round5(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}

import type * as v from 'valibot';
import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import { sideOf } from '../lib/model/actor.ts';
import { byCodePoint } from '../lib/model/code-point-order.ts';
import { formatDay } from '../lib/model/day.ts';
import { parseEdtf } from '../lib/model/edtf.ts';
import { AggregateFeature, IncidentFeature, StatementFeature } from '../lib/model/feature.ts';
import { AreaFeature, LinkFeature, PlaceFeature, RouteFeature } from '../lib/model/layer-feature.ts';
import type { Aggregate, AtlasRecord, Incident, Statement } from '../lib/model/record.ts';
import { canonicalValue } from './canonical-json.ts';
import { placeArea } from './place-area.ts';
import { aggregateFeature, type FeatureAtlas, incidentFeature, rowOf, statementFeature } from './record-features.ts';
import { routeFeatures } from './route-features.ts';

/** A layer before it is written: features in their final order, and what the collection says of itself. */
export interface Layer {
	/** Path below the root. */
	file: string;
	description: string;
	schema: v.GenericSchema;
	features: unknown[];
}

/** All layers that records make. Depends on the records, the actors and the gazetteer only. */
export function buildLayers(atlas: FeatureAtlas): Layer[] {
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
			'routes',
			'Where something that flew set out, was brought down, was aimed at or struck, as far as reports say',
			RouteFeature,
			incidents.flatMap((incident) => routeFeatures(incident, atlas)),
		),
		layer(
			'statements',
			'Statements and threats with a date',
			StatementFeature,
			statements.map((statement) => statementFeature(statement, atlas)),
		),
	];
}

function areaFeature(incident: Incident, atlas: FeatureAtlas): AreaFeature | null {
	const { place, derived } = incident;
	const area = place && derived.geocoding && placeArea(place, derived.geocoding, atlas.gazetteer);
	if (!area) return null;
	const { start, end } = span(incident);
	return {
		type: 'Feature',
		id: incident.id,
		geometry: area.geometry,
		properties: {
			incident: incident.id,
			kind: incident.kind,
			side: sideOf(incident.perpetrators, atlas.actorById),
			date_start: start,
			date_end: end,
			geo_precision: area.precision,
			shape: area.shape,
		},
	};
}

function linkFeatures(record: AtlasRecord, atlas: FeatureAtlas): LinkFeature[] {
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
				basis: link.basis,
				asserted_by: link.asserted_by,
				hedged: link.hedged,
				reason: link.reason,
				...link.locator,
			},
		};
	});
}

function placeFeatures(incidents: readonly Incident[], atlas: FeatureAtlas): PlaceFeature[] {
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

function span(record: AtlasRecord): { start: string; end: string } {
	const { start, end } = parseEdtf(record.when.edtf)!;
	return { start: formatDay(start), end: formatDay(end) };
}

function byDateThenId(a: AtlasRecord, b: AtlasRecord): number {
	return parseEdtf(a.when.edtf)!.start - parseEdtf(b.when.edtf)!.start || byCodePoint(a.id, b.id);
}

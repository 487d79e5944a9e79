import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Actor } from '../model/actor.ts';
import type { AggregateFeature, StatementFeature } from '../model/feature.ts';
import type { Report } from '../model/report.ts';
import type { IncidentTable } from './incident-table.ts';
import type { AnyFeature } from './links-to.ts';

/** Everything the page has loaded. Replaced whole, never changed in place. */
export interface AtlasData {
	readonly table: IncidentTable;
	readonly statements: readonly StatementFeature[];
	readonly aggregates: readonly AggregateFeature[];
	readonly areas: FeatureCollection<Polygon | MultiPolygon>;
	readonly actors: ReadonlyMap<string, Actor>;
	readonly reports: ReadonlyMap<string, Report>;
}

/** Every record by its id, whatever its kind. */
export function recordsById({ table, statements, aggregates }: AtlasData): ReadonlyMap<string, AnyFeature> {
	return new Map([...table.features, ...statements, ...aggregates].map((record) => [record.id, record]));
}

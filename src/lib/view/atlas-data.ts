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
	/** Where what flew was launched, brought down, aimed at or struck, as the layer of routes has it. */
	readonly routes: FeatureCollection;
	readonly actors: ReadonlyMap<string, Actor>;
	readonly reports: ReadonlyMap<string, Report>;
}

/** Finds records by their id, whatever their kind. */
export function recordLookup({ table, statements, aggregates }: AtlasData): {
	get(id: string): AnyFeature | undefined;
} {
	const others = new Map<string, AnyFeature>([...statements, ...aggregates].map((record) => [record.id, record]));
	return {
		get(id) {
			const row = table.rowOf.get(id);
			return row === undefined ? others.get(id) : table.feature(row);
		},
	};
}

/** Records that may name others they respond to. */
export function linkingRecords({ table, statements, aggregates }: AtlasData): AnyFeature[] {
	return [...table.linking.map((row) => table.feature(row)), ...statements, ...aggregates];
}

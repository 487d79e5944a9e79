import type { IncidentFeature } from '../model/feature.ts';
import type { AtlasData } from './atlas-data.ts';
import type { AnyFeature } from './links-to.ts';

/** Every incident, in the order of the table. */
export function* incidentFeatures({ table }: Pick<AtlasData, 'table'>): Generator<IncidentFeature> {
	for (let row = 0; row < table.length; row++) yield table.feature(row);
}

/** Every record, whatever its kind. */
export function* allFeatures(data: Pick<AtlasData, 'table' | 'statements' | 'aggregates'>): Generator<AnyFeature> {
	yield* incidentFeatures(data);
	yield* data.statements;
	yield* data.aggregates;
}

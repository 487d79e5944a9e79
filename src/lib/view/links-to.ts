import type { AggregateFeature, IncidentFeature, StatementFeature } from '../model/feature.ts';

export type AnyFeature = IncidentFeature | StatementFeature | AggregateFeature;
export type RecordLink = IncidentFeature['properties']['responds_to'][number];

/** The links of other records that lead to `id`, each with the id of the record it starts from. */
export function linksTo(id: string, features: Iterable<AnyFeature>): RecordLink[] {
	const links: RecordLink[] = [];
	for (const feature of features) {
		for (const link of feature.properties.responds_to) {
			if (link.id === id) links.push({ ...link, id: feature.id });
		}
	}
	return links;
}

import { ActorFile } from '../lib/model/actor.ts';
import { CorrectionFile, PublishedFile } from '../lib/model/correction.ts';
import { PlaceFile } from '../lib/model/place.ts';
import { AtlasRecord } from '../lib/model/record.ts';
import { Report } from '../lib/model/report.ts';
import type { Atlas } from './atlas.ts';
import { canonicalJson } from './canonical-json.ts';
import { deriveIncident } from './derive.ts';
import { coarsePlace } from './place-sensitivity.ts';

/** Every file that people write, in canonical form and with `derived` filled in; path below the root to text. */
export function canonicalFiles(atlas: Atlas): Map<string, string> {
	const { gazetteer, actorById } = atlas;
	const withDerived = (record: AtlasRecord): AtlasRecord =>
		record.unit === 'incident' && gazetteer
			? { ...record, derived: deriveIncident(record, actorById, gazetteer) }
			: record;
	return new Map([
		...atlas.reports.map(({ file, value }) => [file, canonicalJson(Report, value)] as const),
		...atlas.actors.map(({ file, value }) => [file, canonicalJson(ActorFile, value)] as const),
		...atlas.places.map(
			({ file, value }) =>
				[file, canonicalJson(PlaceFile, { ...value, features: value.features.map(coarsePlace) })] as const,
		),
		...atlas.corrections.map(({ file, value }) => [file, canonicalJson(CorrectionFile, value)] as const),
		...atlas.published.map(({ file, value }) => [file, canonicalJson(PublishedFile, value)] as const),
		...atlas.records
			.filter(({ value }) => value.unit !== 'incident' || gazetteer !== null)
			.map(({ file, value }) => [file, canonicalJson(AtlasRecord, withDerived(value))] as const),
	]);
}

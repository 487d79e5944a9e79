import { createHash } from 'node:crypto';
import { byCodePoint } from '../lib/model/code-point-order.ts';
import { Correction, correctionId, Facts, type PublishedFile } from '../lib/model/correction.ts';
import type { AtlasRecord } from '../lib/model/record.ts';
import type { Atlas, Gazetteer } from './atlas.ts';
import { canonicalJson, canonicalValue } from './canonical-json.ts';

/** The facts of a record as the map shows them, in canonical order. */
export function factsOf(record: AtlasRecord, gazetteer: Gazetteer): Facts {
	const { unit, when } = record;
	const derived = unit === 'incident' ? record.derived : null;
	const facts: Facts = {
		unit,
		date: when.edtf,
		date_of: when.dates,
		place: placeFact(record, gazetteer),
		killed: derived && derived.toll.killed,
		injured: derived && derived.toll.injured,
		abducted: derived && derived.toll.abducted,
		count: unit === 'aggregate' ? { low: record.count.low, high: record.count.high } : null,
		perpetrators: unit === 'statement' ? record.speakers : record.perpetrators,
		attribution: derived && derived.attribution,
		grading: derived && derived.grading,
	};
	return canonicalValue(Facts, facts) as Facts;
}

/** What `geodata/published.json` says once everything as it is now is published. */
export function publishedFile(atlas: Atlas, gazetteer: Gazetteer): PublishedFile {
	const corrections = atlas.corrections.flatMap(({ value }) => value.corrections);
	return {
		entries: corrections.map((entry) => ({ id: correctionId(entry), sha256: digestOf(entry) })),
		records: [...atlas.recordById.values()]
			.map((record) => ({ id: record.id, title: record.title, facts: factsOf(record, gazetteer) }))
			.sort((a, b) => byCodePoint(a.id, b.id)),
	};
}

/** SHA-256 of an entry without its reason, which may be worded anew. */
export function digestOf(entry: Correction): string {
	return createHash('sha256')
		.update(canonicalJson(Correction, { ...entry, why: '' }))
		.digest('hex');
}

function placeFact(record: AtlasRecord, gazetteer: Gazetteer): Facts['place'] {
	if (record.place === null) return null;
	const geocoding = record.unit === 'incident' ? record.derived.geocoding : null;
	const id = geocoding?.place_id ?? null;
	const row = id === null ? null : gazetteer.row(id);
	return {
		name: row?.name ?? record.place.as_written,
		id: row?.id ?? null,
		position: row?.position ?? null,
		geo_precision: row ? (geocoding?.geo_precision ?? null) : null,
		uncertainty_km: row ? (geocoding?.uncertainty_km ?? null) : null,
	};
}

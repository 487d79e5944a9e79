import type { Actor } from '../../lib/model/actor.ts';
import { addressOf, type Correction, correctionId } from '../../lib/model/correction.ts';
import type { AtlasRecord } from '../../lib/model/record.ts';
import { readGeodata } from '../read-geodata.ts';
import { nameUuid } from './name-uuid.ts';

/** A correction with what a reader needs to know of its record. */
export interface CorrectionEntry {
	readonly id: string;
	/** `urn:uuid:...`, for ever the same. */
	readonly urn: string;
	readonly correction: Correction;
	/** Title of the record today, or the last it had. */
	readonly title: string;
	/** What the record says in short; `null` where it is gone. */
	readonly summary: string | null;
	/** Id under which the record, or the page that says what became of it, is found; `null` where there is none. */
	readonly record: string | null;
}

/** Every correction, newest first, with names for the ids in it. */
export function correctionEntries(root = process.cwd()): {
	entries: CorrectionEntry[];
	actors: ReadonlyMap<string, Pick<Actor, 'name'>>;
} {
	const { data, issues } = readGeodata(root);
	if (issues.length > 0) throw new Error('geodata cannot be read; npm run check says what is wrong');
	const actors = data.actors.flatMap(({ value }) => value.actors);
	const corrections = data.corrections.flatMap(({ value }) => value.corrections);
	const records = new Map(data.records.map(({ value }) => [value.id, value]));
	return {
		entries: corrections.map((entry) => entryOf(entry, corrections, records)).reverse(),
		actors: new Map(actors.map((actor) => [actor.id, actor])),
	};
}

function entryOf(
	correction: Correction,
	corrections: readonly Correction[],
	records: ReadonlyMap<string, AtlasRecord>,
): CorrectionEntry {
	const id = correctionId(correction);
	const address = addressOf(correction.record, corrections, (other) => records.has(other));
	const living = address.kind === 'record' ? (records.get(address.id) ?? null) : null;
	const removal = address.kind === 'tombstone' ? address.removal : null;
	return {
		id,
		urn: `urn:uuid:${nameUuid(id)}`,
		correction,
		title: living?.title ?? removal?.title ?? correction.record,
		summary: living?.summary ?? null,
		record: living?.id ?? removal?.record ?? null,
	};
}

import * as v from 'valibot';
import { Count, described, Edtf, Id, IsoDay, orNull, Position, Text } from './fields.ts';
import { Kilometres } from './place.ts';
import { Toll } from './record.ts';
import { ATTRIBUTIONS, GEO_PRECISIONS, GRADINGS, keysOf } from './vocabulary.ts';

const PlaceFact = v.strictObject({
	name: described(Text, 'Name of the place; as written where it is unlocated'),
	id: described(orNull(v.string()), 'Its id; null if unlocated'),
	position: described(orNull(Position), 'Where it is drawn; null if unlocated'),
	geo_precision: described(orNull(v.picklist(keysOf(GEO_PRECISIONS))), 'How precise that is'),
	uncertainty_km: described(orNull(Kilometres), 'Radius within which the true site is believed to lie'),
});

/** What a reader may have taken from a published record, so that a change of it must be told. */
export const Facts = v.strictObject({
	unit: described(v.picklist(['incident', 'statement', 'aggregate']), 'Kind of record'),
	date: described(Edtf, 'When'),
	date_of: described(v.picklist(['event', 'announcement']), 'What the date is the date of'),
	place: described(orNull(PlaceFact), 'Where; null where no place is named'),
	killed: described(orNull(Toll.entries.killed), 'Killed; null for a record without a toll'),
	injured: described(orNull(Toll.entries.injured), 'Injured; null for a record without a toll'),
	abducted: described(orNull(Toll.entries.abducted), 'Taken captive; null for a record without a toll'),
	count: described(
		orNull(v.strictObject({ low: described(orNull(Count), 'At least'), high: described(orNull(Count), 'At most') })),
		'How many events an aggregate sums; null for any other record',
	),
	perpetrators: described(v.array(Id), 'Ids of the actors named as perpetrator; of a statement, who speaks'),
	attribution: described(orNull(v.picklist(keysOf(ATTRIBUTIONS))), 'How well the claims support who did it'),
	grading: described(orNull(v.picklist(keysOf(GRADINGS))), 'How well the claims support that it happened as told'),
});
export type Facts = v.InferOutput<typeof Facts>;

/** Those of the facts that differ. */
export const SomeFacts = v.partial(Facts);
export type SomeFacts = v.InferOutput<typeof SomeFacts>;

const head = {
	date: described(IsoDay, 'Day on which it was published'),
	record: described(Id, 'Id of the record; of a renamed one, its new id'),
};
const why = described(Text, 'Why, for the reader');

/** What happened to a record after or at its publication. */
export const Correction = v.variant('change', [
	v.strictObject({ ...head, change: v.literal('added'), why }),
	v.strictObject({
		...head,
		change: v.literal('changed'),
		was: described(SomeFacts, 'changed: the facts as they were published; removed: all of them'),
		now: described(SomeFacts, 'changed: the same facts as they are now'),
		why,
	}),
	v.strictObject({
		...head,
		change: v.literal('renamed'),
		was_id: described(Id, 'renamed: the id given up'),
		why,
	}),
	v.strictObject({
		...head,
		change: v.literal('removed'),
		title: described(Text, 'removed: the title it had'),
		was: Facts,
		instead: described(orNull(Id), 'removed: the record to read instead; null if there is none'),
		why,
	}),
]);
export type Correction = v.InferOutput<typeof Correction>;

/** `geodata/corrections.json`, oldest first: new entries are put at the end. */
export const CorrectionFile = v.strictObject({ corrections: v.array(Correction) });
export type CorrectionFile = v.InferOutput<typeof CorrectionFile>;

/** `geodata/published.json`: what the public has been told. Written by `npm run publish-data`, never by hand. */
export const PublishedFile = v.strictObject({
	entries: described(
		v.array(
			v.strictObject({
				id: described(v.string(), 'Date, change and record, joined by double hyphens'),
				sha256: described(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), 'SHA-256 of the entry without its reason'),
			}),
		),
		'The corrections that are published; these stand as they are, only their reason may be worded anew',
	),
	records: described(
		v.array(
			v.strictObject({
				id: described(Id, 'Id of the record'),
				title: described(Text, 'Title; a change of it needs no entry'),
				facts: described(Facts, 'The facts whose change needs an entry'),
			}),
		),
		'The records that are published',
	),
});
export type PublishedFile = v.InferOutput<typeof PublishedFile>;

/** Name of an entry that stays the same for ever: `2026-11-20--added--2024-04-19-isfahan-strike`. */
export function correctionId({ date, change, record }: Pick<Correction, 'date' | 'change' | 'record'>): string {
	return `${date}--${change}--${record}`;
}

/** Where the address of a record that may be gone leads: to a record, a tombstone, or nowhere that is known. */
export type Address = { kind: 'record'; id: string } | { kind: 'tombstone'; removal: Removal } | { kind: 'unknown' };
type Removal = Extract<Correction, { change: 'removed' }>;

/** Follows an id through its renamings. `isLiving` says whether there is a record of an id today. */
export function addressOf(id: string, corrections: readonly Correction[], isLiving: (id: string) => boolean): Address {
	let name = id;
	for (const entry of corrections) if (entry.change === 'renamed' && entry.was_id === name) name = entry.record;
	if (isLiving(name)) return { kind: 'record', id: name };
	const removal = corrections.find((entry): entry is Removal => entry.change === 'removed' && entry.record === name);
	return removal ? { kind: 'tombstone', removal } : { kind: 'unknown' };
}

/** Every id that was given up, with the day: old names of renamed records, and removed records. Never used again. */
export function retiredIds(corrections: readonly Correction[]): Map<string, string> {
	const retired = new Map<string, string>();
	for (const entry of corrections) {
		if (entry.change === 'renamed') retired.set(entry.was_id, entry.date);
		if (entry.change === 'removed') retired.set(entry.record, entry.date);
	}
	return retired;
}

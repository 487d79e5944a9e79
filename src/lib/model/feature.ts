import * as v from 'valibot';
import { Claim } from './claim.ts';
import { Alpha3, Count, described, Edtf, Id, IsoDay, orNull, Position, Text } from './fields.ts';
import { Kilometres } from './place.ts';
import { Locator } from './report.ts';
import {
	ACLED_TYPES,
	ATTRIBUTIONS,
	DATE_PRECISIONS,
	GEO_PRECISIONS,
	GRADINGS,
	keysOf,
	KINDS,
	LINK_BASES,
	LINK_KINDS,
	OUTCOMES,
	PLOVER,
	SIDES,
	WEAPONS,
} from './vocabulary.ts';

const figure = orNull(Count);

/** The properties of a feature of `layers/incidents.geojson`, in their order. All present, `null` where unknown. */
export const IncidentProperties = v.strictObject({
	title: described(Text, 'Neutral title, our words'),
	summary: described(Text, 'Neutral summary, our words'),
	date_edtf: described(Edtf, 'The date in EDTF, as in the record'),
	date_start: described(IsoDay, 'First day it may have happened'),
	date_end: described(IsoDay, 'Last day, included; equal to the first for a known day'),
	date_precision: described(v.picklist(keysOf(DATE_PRECISIONS)), 'How wide the date is'),
	date_prec: described(v.picklist([1, 2, 3, 4, 5]), "UCDP GED's date_prec"),
	date_of: described(v.picklist(['event', 'announcement']), 'What the date is the date of'),
	date_basis: described(Text, 'The words that give the date and what they were resolved against'),
	kind: described(v.picklist(keysOf(KINDS)), 'What happened, grouped for the map'),
	event_type: described(v.picklist(keysOf(ACLED_TYPES)), 'ACLED event type'),
	sub_event_type: described(v.picklist(Object.values(ACLED_TYPES).flat()), 'ACLED sub-event type'),
	weapon: described(v.array(v.picklist(keysOf(WEAPONS))), 'Means; empty where no claim says'),
	outcome: described(v.picklist(keysOf(OUTCOMES)), 'What it did'),
	place_id: described(orNull(v.string()), 'Id of the place; null if unlocated'),
	place_name: described(orNull(Text), 'Name of the place'),
	place_as_written: described(orNull(Text), 'As the report writes it'),
	country: described(orNull(Alpha3), 'Country of the place'),
	admin1: described(orNull(Text), 'First-order division of the place'),
	geo_precision: described(orNull(v.picklist(keysOf(GEO_PRECISIONS))), 'How precise the place is; null if unlocated'),
	where_prec: described(orNull(v.picklist([1, 2, 3, 4, 5, 6, 7])), "UCDP GED's where_prec"),
	uncertainty_km: described(orNull(Kilometres), 'Radius within which the true site is believed to lie'),
	perpetrators: described(v.array(Id), 'Ids of actors any claim names as perpetrator'),
	targets: described(v.array(Id), 'Ids of actors it was directed against'),
	side: described(orNull(v.picklist(keysOf(SIDES))), 'Side of the perpetrators; null if none is named or they differ'),
	attribution: described(v.picklist(keysOf(ATTRIBUTIONS)), 'How well the claims support who did it'),
	grading: described(v.picklist(keysOf(GRADINGS)), 'How well the claims support that it happened as told'),
	killed_low: described(figure, 'Killed, lowest'),
	killed_best: described(figure, 'Killed, best'),
	killed_high: described(figure, 'Killed, highest; null where unknown or open above'),
	injured_low: described(figure, 'Injured, lowest'),
	injured_best: described(figure, 'Injured, best'),
	injured_high: described(figure, 'Injured, highest; null where unknown or open above'),
	reports: described(v.array(Id), 'Ids of the reports'),
	claims: described(v.array(Claim), 'The claims, one by one'),
	responds_to: described(
		v.array(
			v.strictObject({
				id: described(Id, 'Id of the other record'),
				kind: described(v.picklist(keysOf(LINK_KINDS)), 'Kind of link'),
				basis: described(v.picklist(keysOf(LINK_BASES)), 'Whether anybody says so, or only the editors infer it'),
				asserted_by: described(
					orNull(Id),
					"Actor who says so; null for the report's own voice, and where nobody says it",
				),
				hedged: described(v.boolean(), 'True where the wording leaves it open'),
				reason: described(orNull(Text), 'Of an inferred link: from what the editors infer it; else null'),
				...Locator.entries,
			}),
		),
		'What it followed or accompanied, and who says so',
	),
	editor_note: described(orNull(Text), 'What an editor knows from elsewhere'),
});
export type IncidentProperties = v.InferOutput<typeof IncidentProperties>;

/** One incident of the built layer: a plain RFC 7946 feature. */
export const IncidentFeature = v.strictObject({
	type: v.literal('Feature'),
	id: described(Id, 'Permanent name'),
	geometry: described(
		orNull(v.strictObject({ type: v.literal('Point'), coordinates: Position })),
		'Representative point; null if unlocated',
	),
	properties: IncidentProperties,
});
export type IncidentFeature = v.InferOutput<typeof IncidentFeature>;

export const IncidentCollection = v.looseObject({
	type: v.literal('FeatureCollection'),
	features: v.array(IncidentFeature),
});
export type IncidentCollection = v.InferOutput<typeof IncidentCollection>;

const undrawnHead = {
	title: IncidentProperties.entries.title,
	summary: IncidentProperties.entries.summary,
	date_edtf: IncidentProperties.entries.date_edtf,
	date_start: IncidentProperties.entries.date_start,
	date_end: IncidentProperties.entries.date_end,
	date_precision: IncidentProperties.entries.date_precision,
	date_prec: IncidentProperties.entries.date_prec,
	date_of: IncidentProperties.entries.date_of,
	date_basis: IncidentProperties.entries.date_basis,
};
const undrawnTail = {
	place_as_written: IncidentProperties.entries.place_as_written,
	reports: IncidentProperties.entries.reports,
	claims: IncidentProperties.entries.claims,
	responds_to: IncidentProperties.entries.responds_to,
	editor_note: IncidentProperties.entries.editor_note,
};

/** A feature of `layers/statements.geojson`. Something said has no place on the map. */
export const StatementFeature = v.strictObject({
	type: v.literal('Feature'),
	id: described(Id, 'Permanent name'),
	geometry: v.null(),
	properties: v.strictObject({
		...undrawnHead,
		plover: described(v.picklist(keysOf(PLOVER)), 'PLOVER event type'),
		speakers: described(v.array(Id), 'Ids of the actors who speak'),
		addressees: described(v.array(Id), 'Ids of the actors spoken to or about'),
		side: described(orNull(v.picklist(keysOf(SIDES))), 'Side of the speakers; null if they differ'),
		...undrawnTail,
	}),
});
export type StatementFeature = v.InferOutput<typeof StatementFeature>;

/** A feature of `layers/aggregates.geojson`. A sum is never drawn as a point. */
export const AggregateFeature = v.strictObject({
	type: v.literal('Feature'),
	id: described(Id, 'Permanent name'),
	geometry: v.null(),
	properties: v.strictObject({
		...undrawnHead,
		kind: described(v.picklist([...keysOf(KINDS), 'war']), 'What happened, grouped'),
		event_type: described(orNull(v.picklist(keysOf(ACLED_TYPES))), 'ACLED event type, where one fits all of it'),
		sub_event_type: described(orNull(v.picklist(Object.values(ACLED_TYPES).flat())), 'ACLED sub-event type'),
		weapon: IncidentProperties.entries.weapon,
		count_low: described(figure, 'At least this many'),
		count_high: described(figure, 'At most; null where open'),
		count_of: described(Text, 'What is counted'),
		perpetrators: IncidentProperties.entries.perpetrators,
		targets: IncidentProperties.entries.targets,
		side: IncidentProperties.entries.side,
		...undrawnTail,
	}),
});
export type AggregateFeature = v.InferOutput<typeof AggregateFeature>;

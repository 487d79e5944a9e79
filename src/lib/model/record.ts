import * as v from 'valibot';
import { Claim } from './claim.ts';
import { Count, described, Edtf, Id, orNull, Text } from './fields.ts';
import { Geocoding, PlaceMention } from './place.ts';
import { Locator } from './report.ts';
import {
	ACLED_TYPES,
	ATTRIBUTIONS,
	GRADINGS,
	keysOf,
	KINDS,
	LINK_BASES,
	LINK_KINDS,
	OUTCOMES,
	PLOVER,
	ROUTE_ROLES,
	WEAPONS,
} from './vocabulary.ts';

const When = v.strictObject({
	edtf: described(Edtf, 'The date, no finer than the reports allow'),
	dates: described(
		v.picklist(['event', 'announcement']),
		'What the date is the date of; an attack that was only announced has the date of its announcement',
	),
	words: described(Text, 'The few words of the report that give it'),
	locator: described(Locator, 'Where those words stand'),
	anchor: described(Edtf, 'The date they were resolved against'),
	reasoning: described(Text, 'How one became the other'),
});

export const Link = v.strictObject({
	kind: described(v.picklist(keysOf(LINK_KINDS)), 'Kind of link'),
	to: described(Id, 'Id of the earlier, or accompanying, record'),
	basis: described(v.picklist(keysOf(LINK_BASES)), 'Whether anybody says so, or only the editors infer it'),
	asserted_by: described(orNull(Id), "Actor who says so; null for the report's own voice, and where nobody says it"),
	locator: described(Locator, 'Where it is said, or where what it is inferred from stands'),
	hedged: described(v.boolean(), 'True where the wording leaves it open'),
	reason: described(orNull(Text), 'Of an inferred link: from what the editors infer it; else null'),
});
export type Link = v.InferOutput<typeof Link>;

/** A place with a part in how an attack flew, where a report tells that part in words. */
export const Waypoint = v.strictObject({
	role: described(v.picklist(keysOf(ROUTE_ROLES)), 'What the place was to it'),
	place: described(PlaceMention, 'The place as the report gives it'),
	asserted_by: described(
		orNull(Id),
		"Actor who says so; null for the report's own voice and for sources it does not name",
	),
	locator: described(Locator, 'Where it is said'),
	hedged: described(v.boolean(), 'True where the wording leaves it open'),
});
export type Waypoint = v.InferOutput<typeof Waypoint>;

const Figure = v.strictObject({
	low: described(orNull(Count), 'Lowest figure the claims support; null where no claim gives one'),
	best: described(orNull(Count), 'Figure of the best-placed claimant'),
	high: described(orNull(Count), 'Highest figure; null where unknown or open above'),
});
export type Figure = v.InferOutput<typeof Figure>;

export const Toll = v.strictObject({
	killed: described(Figure, 'Killed'),
	injured: described(Figure, 'Injured'),
	abducted: described(Figure, 'Taken captive'),
});
export type Toll = v.InferOutput<typeof Toll>;

export const Derived = v.strictObject({
	toll: described(Toll, 'Derived from the claims on casualties'),
	attribution: described(v.picklist(keysOf(ATTRIBUTIONS)), 'Derived from the claims on the perpetrator'),
	grading: described(v.picklist(keysOf(GRADINGS)), 'Derived from all claims'),
	geocoding: described(orNull(Geocoding), 'The place found; null where no place is named'),
	route: described(v.array(Geocoding), 'The places found for `route`, in its order'),
});
export type Derived = v.InferOutput<typeof Derived>;

const head = {
	id: described(Id, 'Permanent name; equal to the file name'),
	title: described(Text, 'Neutral title, our words'),
	summary: described(Text, 'Neutral summary, our words'),
	when: described(When, 'When, and how that is known'),
	place: described(orNull(PlaceMention), 'Where; null where no place is named'),
};
const tail = {
	claims: described(v.pipe(v.array(Claim), v.minLength(1)), 'Every claim, one by one'),
	links: described(v.array(Link), 'What it followed or accompanied'),
	differs_from: described(
		v.array(
			v.strictObject({ id: described(Id, 'Id of the other record'), why: described(Text, 'What tells them apart') }),
		),
		'Records that could be taken for the same, and why they are not',
	),
	editor_note: described(orNull(Text), 'What an editor knows from elsewhere; moves no date, place or figure'),
};
const parties = {
	perpetrators: described(v.array(Id), 'Ids of actors any claim names as perpetrator; empty where none is named'),
	targets: described(v.array(Id), 'Ids of actors it was directed against'),
};
const AcledEvent = v.picklist(keysOf(ACLED_TYPES));
const AcledSubEvent = v.picklist(Object.values(ACLED_TYPES).flat());

/** Something that happened, at a place and a time as well as they are known. */
export const Incident = v.strictObject({
	unit: described(v.literal('incident'), 'Tells the three kinds of record apart'),
	...head,
	kind: described(v.picklist(keysOf(KINDS)), 'What happened, grouped for the map'),
	event_type: described(AcledEvent, 'ACLED event type'),
	sub_event_type: described(AcledSubEvent, 'ACLED sub-event type'),
	weapon: described(v.array(v.picklist(keysOf(WEAPONS))), 'Means; empty where no claim says'),
	outcome: described(v.picklist(keysOf(OUTCOMES)), 'What it did'),
	...parties,
	route: described(
		v.array(Waypoint),
		'Where it was launched, brought down, aimed at, where it struck; empty where no report says so in these words',
	),
	...tail,
	derived: described(Derived, 'Written by `npm run fix`'),
});
export type Incident = v.InferOutput<typeof Incident>;

/** Something said on a date: a threat, vow, denial, condemnation. */
export const Statement = v.strictObject({
	unit: described(v.literal('statement'), 'Tells the three kinds of record apart'),
	...head,
	plover: described(v.picklist(keysOf(PLOVER)), 'PLOVER event type'),
	speakers: described(v.array(Id), 'Ids of the actors who speak'),
	addressees: described(v.array(Id), 'Ids of the actors spoken to or about'),
	...tail,
});
export type Statement = v.InferOutput<typeof Statement>;

/** A sum of many events, or a war. Never drawn as a point. */
export const Aggregate = v.strictObject({
	unit: described(v.literal('aggregate'), 'Tells the three kinds of record apart'),
	...head,
	kind: described(v.picklist([...keysOf(KINDS), 'war']), 'What happened, grouped'),
	event_type: described(orNull(AcledEvent), 'ACLED event type, where one fits all of it'),
	sub_event_type: described(orNull(AcledSubEvent), 'ACLED sub-event type'),
	weapon: described(v.array(v.picklist(keysOf(WEAPONS))), 'Means; empty where no claim says'),
	count: described(
		v.strictObject({
			low: described(orNull(Count), 'At least'),
			high: described(orNull(Count), 'At most; null where open'),
			of: described(Text, 'What is counted'),
		}),
		'How many',
	),
	...parties,
	...tail,
});
export type Aggregate = v.InferOutput<typeof Aggregate>;

/** One file in `geodata/incidents/`. */
export const AtlasRecord = v.variant('unit', [Incident, Statement, Aggregate]);
export type AtlasRecord = v.InferOutput<typeof AtlasRecord>;

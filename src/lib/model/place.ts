import * as v from 'valibot';
import { Alpha3, described, Id, orNull, Position, Text } from './fields.ts';
import { GEO_PRECISIONS, keysOf, PLACE_KINDS, RELATIONS, SENSITIVITIES } from './vocabulary.ts';

export const Kilometres = v.pipe(v.number(), v.finite(), v.gtValue(0, 'must be greater than 0'), v.maxValue(20_000));

/** A place of the curated gazetteer, one GeoJSON feature in `geodata/places/`. */
export const Place = v.strictObject({
	type: v.literal('Feature'),
	id: described(Id, 'Permanent name'),
	geometry: v.strictObject({ type: v.literal('Point'), coordinates: Position }),
	properties: v.strictObject({
		name: described(Text, 'Name we use'),
		aliases: described(v.array(Text), 'Other names and spellings, in any script'),
		kind: described(v.picklist(keysOf(PLACE_KINDS)), 'Kind of place'),
		sensitivity: described(v.picklist(keysOf(SENSITIVITIES)), 'How coarsely it is written'),
		country: described(orNull(Alpha3), 'Country, ISO 3166-1 alpha-3; null at sea'),
		admin1: described(orNull(Text), 'First-order division'),
		uncertainty_km: described(Kilometres, 'Radius around the point that holds the whole place'),
		area: described(
			orNull(Text),
			'Outline to draw: "admin1:<ISO3>:<name>" or "country:<ISO3>" of Natural Earth; null for a disc',
		),
		source: described(Text, 'Where the coordinate comes from'),
	}),
});
export type Place = v.InferOutput<typeof Place>;

export const PlaceFile = v.strictObject({ type: v.literal('FeatureCollection'), features: v.array(Place) });
export type PlaceFile = v.InferOutput<typeof PlaceFile>;

/** The place as a report gives it, and what the reader of the report took from the words around it. */
export const PlaceMention = v.strictObject({
	as_written: described(Text, 'As the report writes it'),
	name: described(Text, 'The bare name, as given to the geocoder'),
	kind: described(v.picklist(keysOf(PLACE_KINDS)), 'Kind of place meant'),
	country: described(orNull(Alpha3), 'Country, if the report says or forces it'),
	admin1: described(orNull(Text), 'First-order division, if the report says it'),
	near: described(orNull(Text), 'A place named beside it'),
	relation: described(v.picklist(keysOf(RELATIONS)), 'Where the event lay against the place'),
});
export type PlaceMention = v.InferOutput<typeof PlaceMention>;

/** What the geocoder answered, with what it rejected. Written by `npm run fix`, never by hand. */
export const Geocoding = v.strictObject({
	place_id: described(orNull(v.string()), 'Id of the place chosen; null for "unlocated"'),
	place_name: described(orNull(Text), 'Its name'),
	geo_precision: described(orNull(v.picklist(keysOf(GEO_PRECISIONS))), 'How precise the place is'),
	uncertainty_km: described(orNull(Kilometres), 'Radius within which the true site is believed to lie'),
	reason: described(Text, 'Why this answer'),
	rejected: described(
		v.array(
			v.strictObject({
				place_id: described(v.string(), 'Id of the candidate'),
				name: described(Text, 'Its name'),
				country: described(orNull(Alpha3), 'Its country'),
				score: described(v.number(), 'How well it fits, 0 to 1'),
				distance_km: described(orNull(v.number()), 'From the chosen place'),
				reason: described(Text, 'What speaks for and against it'),
			}),
		),
		'The candidates that were not chosen, best first, at most five',
	),
});
export type Geocoding = v.InferOutput<typeof Geocoding>;

import * as v from 'valibot';
import { Alpha3, described, Id, IsoDay, orNull, Position, Text } from './fields.ts';
import { Kilometres } from './place.ts';
import { Locator } from './report.ts';
import { GEO_PRECISIONS, keysOf, KINDS, LINK_KINDS, PLACE_KINDS, SIDES } from './vocabulary.ts';

const Ring = v.pipe(v.array(Position), v.minLength(4, 'must have at least four positions'));
const Outline = v.variant('type', [
	v.strictObject({ type: v.literal('Polygon'), coordinates: v.array(Ring) }),
	v.strictObject({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(Ring)) }),
]);

/** A feature of `layers/areas.geojson`: where an incident may have been, if that is wider than a town. */
export const AreaFeature = v.strictObject({
	type: v.literal('Feature'),
	id: described(Id, 'Id of the incident, which is the id of the area too'),
	geometry: described(Outline, 'The outline, or a disc around the representative point'),
	properties: v.strictObject({
		incident: described(Id, 'Id of the incident'),
		kind: described(v.picklist(keysOf(KINDS)), 'What happened, grouped for the map'),
		side: described(
			orNull(v.picklist(keysOf(SIDES))),
			'Side of the perpetrators; null if none is named or they differ',
		),
		date_start: described(IsoDay, 'First day it may have happened'),
		date_end: described(IsoDay, 'Last day, included'),
		geo_precision: described(v.picklist(keysOf(GEO_PRECISIONS)), 'How precise the place is'),
		shape: described(
			v.picklist(['outline', 'disc']),
			'"outline" of a province or country; "disc" of the uncertainty around the point',
		),
	}),
});
export type AreaFeature = v.InferOutput<typeof AreaFeature>;

/** A feature of `layers/links.geojson`: from an incident to the one it followed or accompanied. */
export const LinkFeature = v.strictObject({
	type: v.literal('Feature'),
	id: described(v.string(), 'The two ids and the kind of link, joined by double hyphens'),
	geometry: described(
		orNull(v.strictObject({ type: v.literal('LineString'), coordinates: v.strictTuple([Position, Position]) })),
		'From the one point to the other; null if either is unlocated or is no incident, or both are at one place',
	),
	properties: v.strictObject({
		from: described(Id, 'Id of the record that carries the link'),
		to: described(Id, 'Id of the record it points to'),
		kind: described(v.picklist(keysOf(LINK_KINDS)), 'Kind of link'),
		asserted_by: described(orNull(Id), "Actor who says so; null for the report's own voice"),
		hedged: described(v.boolean(), 'True where the wording leaves it open'),
		...Locator.entries,
	}),
});
export type LinkFeature = v.InferOutput<typeof LinkFeature>;

/** A feature of `layers/places.geojson`: a place at which some incident is drawn. */
export const PlaceFeature = v.strictObject({
	type: v.literal('Feature'),
	id: described(v.string(), 'Id of the curated place, or of the row of GeoNames or OurAirports'),
	geometry: v.strictObject({ type: v.literal('Point'), coordinates: Position }),
	properties: v.strictObject({
		name: described(Text, 'Name we use'),
		kind: described(v.picklist(keysOf(PLACE_KINDS)), 'Kind of place'),
		country: described(orNull(Alpha3), 'Country, ISO 3166-1 alpha-3; null at sea'),
		admin1: described(orNull(Text), 'First-order division'),
		uncertainty_km: described(Kilometres, 'Radius around the point that holds the whole place'),
		origin: described(v.picklist(['curated', 'geonames', 'ourairports']), 'Gazetteer the place is from'),
		incidents: described(v.array(Id), 'Ids of the incidents there'),
	}),
});
export type PlaceFeature = v.InferOutput<typeof PlaceFeature>;

import * as v from 'valibot';
import { Alpha3, described, Id, IsoDay, orNull, Position, Text } from './fields.ts';
import { Kilometres } from './place.ts';
import { Locator } from './report.ts';
import {
	GEO_PRECISIONS,
	keysOf,
	KINDS,
	LINK_BASES,
	LINK_KINDS,
	PLACE_KINDS,
	ROUTE_ROLES,
	SIDES,
} from './vocabulary.ts';

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
		basis: described(v.picklist(keysOf(LINK_BASES)), 'Whether anybody says so, or only the editors infer it'),
		asserted_by: described(orNull(Id), "Actor who says so; null for the report's own voice, and where nobody says it"),
		hedged: described(v.boolean(), 'True where the wording leaves it open'),
		reason: described(orNull(Text), 'Of an inferred link: from what the editors infer it; else null'),
		...Locator.entries,
	}),
});
export type LinkFeature = v.InferOutput<typeof LinkFeature>;

const Line = v.strictObject({ type: v.literal('LineString'), coordinates: v.strictTuple([Position, Position]) });

/** A feature of `layers/routes.geojson`: a place of a route, or the line between two of its places. */
export const RouteFeature = v.strictObject({
	type: v.literal('Feature'),
	id: described(
		v.string(),
		'Id of the incident, the role and the place in the route (of a line, both), joined by double hyphens',
	),
	geometry: described(
		orNull(
			v.variant('type', [
				v.strictObject({ type: v.literal('Point'), coordinates: Position }),
				Line,
				...Outline.options,
			]),
		),
		'A point for a site or a town; for anything wider its outline or disc; a line only between two points, from the launch to where it got; null where the place was not found',
	),
	properties: v.strictObject({
		incident: described(Id, 'Id of the incident'),
		role: described(v.picklist([...keysOf(ROUTE_ROLES), 'path']), 'What the place was; "path" for a line'),
		ends: described(orNull(v.picklist(keysOf(ROUTE_ROLES))), 'Of a line: the role of its last place; else null'),
		place_id: described(orNull(v.string()), 'Id of the place; null for a line and where none was found'),
		place_name: described(orNull(Text), 'Its name'),
		place_as_written: described(orNull(Text), 'As the report writes it; null for a line'),
		geo_precision: described(orNull(v.picklist(keysOf(GEO_PRECISIONS))), 'How precise the place is'),
		uncertainty_km: described(orNull(Kilometres), 'Radius within which the true place is believed to lie'),
		asserted_by: described(
			orNull(Id),
			"Actor who says so; null for the report's own voice and for sources it does not name",
		),
		hedged: described(v.boolean(), 'True where the wording leaves it open'),
		...Locator.entries,
	}),
});
export type RouteFeature = v.InferOutput<typeof RouteFeature>;

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

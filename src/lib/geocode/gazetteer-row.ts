import type { Position } from '../model/fields.ts';
import type { PlaceKind } from '../model/vocabulary.ts';

/** Where a row comes from. Curated rows come first where rows are otherwise equal. */
type Origin = 'curated' | 'ourairports' | 'geonames';

/** A place as the geocoder knows it: plain data, the same for curated places, GeoNames towns and airports. */
export interface GazetteerRow {
	/** Id of the curated place, or `geonames-98182`, `ourairports-oraa`. */
	id: string;
	name: string;
	/** Names in their own right, beside the first. */
	aliases: readonly string[];
	/** Names and spellings from lists that nobody has gone through: GeoNames' alternate names, OurAirports' keywords. */
	alternates: readonly string[];
	/** Words that help to find a place and prove little, such as the town an airport serves. */
	hints: readonly string[];
	kind: PlaceKind;
	/** ISO 3166-1 alpha-3; `null` at sea. */
	country: string | null;
	/** First-order division under the curated place's name for it, where one is known. */
	admin1: string | null;
	/** Longitude, latitude. */
	position: Position;
	/** Radius around the position that holds the whole place. */
	uncertaintyKm: number;
	/** Outline to draw instead of a disc, see `Place`. */
	area: string | null;
	/** 0 where unknown. */
	population: number;
	origin: Origin;
}

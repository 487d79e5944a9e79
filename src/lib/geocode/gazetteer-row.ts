import type { Position } from '../model/fields.ts';
import type { PlaceKind } from '../model/vocabulary.ts';

/** Where a row comes from. Curated rows come first where rows are otherwise equal. */
export const ORIGINS = ['curated', 'ourairports', 'geonames'] as const;
type Origin = (typeof ORIGINS)[number];

/** A place as an answer gives it, apart from the names it is found by. */
export interface PlaceRow {
	/** Id of the curated place, or `geonames-98182`, `ourairports-oraa`. */
	readonly id: string;
	readonly name: string;
	readonly kind: PlaceKind;
	/** ISO 3166-1 alpha-3; `null` at sea. */
	readonly country: string | null;
	/** First-order division under the curated place's name for it, where one is known. */
	readonly admin1: string | null;
	/** Longitude, latitude. */
	readonly position: Position;
	/** Radius around the position that holds the whole place. */
	readonly uncertaintyKm: number;
	/** Outline to draw instead of a disc, see `Place`. */
	readonly area: string | null;
	/** 0 where unknown. */
	readonly population: number;
	readonly origin: Origin;
}

/** A place as the gazetteer lists it: plain data, the same for curated places, GeoNames towns and airports. */
export interface GazetteerRow extends PlaceRow {
	/** Names in their own right, beside the first. */
	readonly aliases: readonly string[];
	/** Names and spellings from lists that nobody has gone through: GeoNames' alternate names, OurAirports' keywords. */
	readonly alternates: readonly string[];
	/** Words that help to find a place and prove little, such as the town an airport serves. */
	readonly hints: readonly string[];
}

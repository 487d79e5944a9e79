import type { PlaceMention } from '../model/place.ts';
import type { PlaceRow } from './gazetteer-row.ts';

/** What the geocoder is asked: a place mention without the report's wording. */
export type PlaceQuery = Omit<PlaceMention, 'as_written'>;

/** A row that bears the name, and what speaks for and against it. */
export interface Candidate {
	row: PlaceRow;
	/** 0 to 1, three decimals. */
	score: number;
	/** False where something rules it out, whatever its score. */
	eligible: boolean;
	reason: string;
}

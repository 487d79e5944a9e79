import type { Geometry } from 'geojson';
import type { IncidentFeature } from '../model/feature.ts';
import type { OriginalObject } from '../model/original.ts';

/** A row of a foreign file read as an incident, with everything the row held beside it. */
export interface ImportedRow {
	/** All properties present, `null` where the file says nothing; without claims unless it is a file of ours. */
	readonly feature: IncidentFeature;
	/** Lines and areas, of which the feature has only a representative point. */
	readonly shape: Exclude<Geometry, { type: 'Point' }> | null;
	/** What the row names as its sources, all of them, in order. */
	readonly sources: readonly string[];
	/** The row's own columns or properties. */
	readonly original: OriginalObject;
	/** Where it stands in the file: line of a table (the header being 1), or number of the feature, from 1. */
	readonly number: number;
}

/** A row that was left out, and why. */
export interface Rejection {
	/** As in `ImportedRow`. */
	readonly number: number;
	/** Column, property or path, as the file calls it; `null` where it is the row as a whole. */
	readonly column: string | null;
	/** What stood there, cut to 200 characters. */
	readonly value: string;
	/** Why, and what would be accepted; a whole sentence. */
	readonly reason: string;
}

import type { Rejection } from './imported-row.ts';

/** What became of a file's rows. `accepted + folded + rejected.length` is `read`, always. */
export interface ImportReport {
	readonly file: string;
	readonly format: string;
	/** Rows, or features, that the file holds. */
	readonly read: number;
	readonly accepted: number;
	/** Rows that repeat an accepted one in every column. */
	readonly folded: number;
	readonly rejected: readonly Rejection[];
	/** Of those accepted: without a place on the map, and drawn no finer than a province. */
	readonly unlocated: number;
	readonly coarse: number;
	/** Of those accepted: rows that share their identifier with another and differ from it, so that it was numbered. */
	readonly renumbered: number;
}

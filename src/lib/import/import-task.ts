import type { Survey } from './format.ts';
import type { Mapping } from './mapping.ts';
import type { DateOrder } from './cells/read-date.ts';

/** What only the reader can know of a file; all false where nothing is to be asked. */
export interface ImportNeeds {
	readonly mapping: boolean;
	readonly dateOrder: boolean;
	readonly latitudeFirst: boolean;
	readonly dateless: boolean;
	readonly places: boolean;
}

/** What happens to a file on its way in. */
export type ImportTask =
	| { readonly phase: 'looking'; readonly file: string }
	| { readonly phase: 'asking'; readonly file: string; readonly survey: Survey; readonly needs: ImportNeeds }
	| {
			readonly phase: 'reading';
			readonly file: string;
			/** Read so far, and of the whole file where that is known. */
			readonly bytes: number;
			readonly total: number | null;
			readonly rows: number;
			/** Whether the columns are taken as the reader said of an earlier file with the same ones. */
			readonly isRemembered: boolean;
	  }
	/** Rows are sorted, put among those on show, and kept. */
	| { readonly phase: 'arranging'; readonly file: string }
	| { readonly phase: 'failed'; readonly file: string; readonly reason: string };

/** What the reader says when asked. */
export interface ImportAnswer {
	/** `null` takes the guess. */
	readonly mapping: Mapping | null;
	readonly dateOrder: DateOrder | null;
	readonly latitudeFirst: boolean;
	/** EDTF date for rows without one; `null` rejects them. */
	readonly dateless: string | null;
	/** Whether places without coordinates are looked up by name. */
	readonly geocode: boolean;
}

import type { ImportReport } from '../import/import-report.ts';
import type { OriginalObject } from '../model/original.ts';
import type { LayerStyle } from '../view/layer-style.ts';
import type { DayRange } from '../view/select.ts';

/** One imported file as the page knows it. */
export interface ImportedLayer {
	/** `l1`, `l2` and so on; the ids of its rows are `l1/row-5`. */
	readonly id: string;
	/** The file's name. */
	readonly name: string;
	/** Id of the format it was read as. */
	readonly format: string;
	/** Of those rejected it lists no more than `MOST_REJECTIONS`; `rejectedCount` are all. */
	readonly report: ImportReport;
	readonly rejectedCount: number;
	readonly isShown: boolean;
	readonly style: LayerStyle;
	/** What it takes in the browser's storage, or would take. */
	readonly bytes: number;
	/** First and last day; `null` without rows. */
	readonly extent: DayRange | null;
	/** West, south, east and north; `null` where no row is located. */
	readonly bounds: readonly [number, number, number, number] | null;
	/** Names of the file's own columns, in order. */
	readonly columns: readonly string[];
	/** Lines, areas and coarse places beyond the number that is drawn; they are in the table only. */
	readonly undrawnAreas: number;
}

/** What the browser keeps of the layers. */
export interface LayerStorage {
	readonly used: number;
	readonly quota: number | null;
	/** Whether layers are there again after a reload. */
	readonly isKept: boolean;
	/** Why not, or what went wrong; a sentence. */
	readonly problem: string | null;
}

/** What an imported row has besides its incident. */
export interface ImportedFacts {
	readonly layer: ImportedLayer;
	/** Line of a table, or number of the feature. */
	readonly number: number;
	readonly sources: readonly string[];
	readonly original: OriginalObject;
}

/** An imported row that has no place on the map. */
export interface UnlocatedRow {
	readonly id: string;
	readonly number: number;
	/** As the file writes it; `null` where it names no place. */
	readonly place: string | null;
}

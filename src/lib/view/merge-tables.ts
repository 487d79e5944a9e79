import type { IncidentColumns } from './incident-table.ts';
import type { StringColumn } from './string-column.ts';

/** A table to be laid among others. */
export interface TablePart {
	/** Id of the layer; `OWN_LAYER` for ours. */
	readonly layer: string;
	readonly columns: IncidentColumns;
	readonly ids: StringColumn;
	/** Where each row's id and texts stand; `null` where they stand in the order of the rows. */
	readonly order: Uint32Array<ArrayBuffer> | null;
}

/** The columns of several tables as those of one. */
export interface MergedTables {
	readonly columns: IncidentColumns;
	/** Ids of the layers, in the order of the parts; `layer` indexes them. */
	readonly layers: readonly string[];
	readonly layer: Uint8Array<ArrayBuffer>;
	/** Where each row's id and texts stand in its part. */
	readonly sourceRow: Uint32Array<ArrayBuffer>;
	/** For each part the row of the merged table, by where id and texts stand. */
	readonly rowOf: readonly Uint32Array<ArrayBuffer>[];
}

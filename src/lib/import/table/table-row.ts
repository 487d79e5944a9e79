/** A row of a table, with its cells as text. */
export interface TableRow {
	readonly cells: readonly string[];
	/** Where it begins: line of the file, or row of the sheet, from 1. */
	readonly line: number;
	/** Why it cannot be taken apart, a sentence; absent where it could. */
	readonly fault?: string;
}

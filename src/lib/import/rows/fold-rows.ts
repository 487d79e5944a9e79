import { CountTexts } from './count-texts.ts';
import type { ImportedRow } from '../imported-row.ts';

/** Notices rows that repeat one before, and identifiers that come again with other content. */
export class FoldRows {
	readonly #rows = new CountTexts();
	readonly #ids = new CountTexts();

	/** `null` for a row that repeats an earlier one in every column; else the row, its id numbered where it is taken. */
	take(row: ImportedRow): { row: ImportedRow; isRenumbered: boolean } | null {
		const { feature, original, shape } = row;
		// A row without columns of its own is one of ours, or tells nothing but what was read of it.
		const told = Object.keys(original).length > 0 ? original : feature;
		if (this.#rows.add(JSON.stringify([feature.geometry, shape, told])) > 1) return null;
		const times = this.#ids.add(feature.id);
		if (times === 1) return { row, isRenumbered: false };
		return { row: { ...row, feature: { ...feature, id: `${feature.id}~${times}` } }, isRenumbered: true };
	}
}

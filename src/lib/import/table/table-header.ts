import { foldWord } from '../cells/clean-cell.ts';

const NUMBER = /^[+-]?[\d.,]+(?:e[+-]?\d+)?$/i;
const STARTS_LIKE_A_DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d/;

/** Whether the first row names the columns: no cell of it is a number or a date, and most are filled. */
export function isHeader(cells: readonly string[]): boolean {
	const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
	if (filled.length * 2 < cells.length || filled.length === 0) return false;
	return !filled.some((cell) => NUMBER.test(cell) || STARTS_LIKE_A_DATE.test(cell));
}

/** The names made different from each other: `Column 3` for one without, `name (2)` for one that comes again. */
export function columnNames(cells: readonly string[]): string[] {
	const taken = new Set<string>();
	return cells.map((cell, index) => {
		const name = cell.trim() === '' ? `Column ${index + 1}` : cell.trim();
		let unique = name;
		for (let times = 2; taken.has(unique); times++) unique = `${name} (${times})`;
		taken.add(unique);
		return unique;
	});
}

/**
 * Finds columns by any of their names, whatever the case and punctuation, also cut to ten characters as shapefiles do.
 * Names given first win. -1 where there is none.
 */
export function columnFinder(columns: readonly string[]): (...names: string[]) => number {
	const folded = columns.map(foldWord);
	const written = columns.map((column) => column.toLowerCase());
	return (...names) => {
		for (const name of names) {
			const whole = folded.indexOf(foldWord(name));
			if (whole !== -1) return whole;
			const cut = name.length > 10 ? written.indexOf(name.slice(0, 10).toLowerCase()) : -1;
			if (cut !== -1) return cut;
		}
		return -1;
	};
}

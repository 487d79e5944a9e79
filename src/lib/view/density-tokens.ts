import type { SymbolTheme } from './symbol-tokens.ts';

/** Least number of incidents in a hexagon of each class; the last class has no upper bound. */
export const DENSITY_FROM = [1, 3, 10, 30, 100, 300, 1000] as const;

/** One colour for each class, from what recedes into the land to what stands out, so also told apart in greyscale. */
export const DENSITY_RAMPS: Readonly<Record<SymbolTheme, readonly string[]>> = {
	dark: ['#3b2f63', '#5d3581', '#8a3d8e', '#b94a87', '#e0646f', '#f59560', '#fdd98a'],
	light: ['#f3c9a5', '#eba47c', '#dd7d68', '#c2566a', '#963c74', '#672c70', '#38205a'],
};

/** Index of the class that a hexagon of `count` incidents belongs to; -1 for an empty one. */
export function densityClass(count: number): number {
	let found = -1;
	while (found + 1 < DENSITY_FROM.length && count >= DENSITY_FROM[found + 1]!) found++;
	return found;
}

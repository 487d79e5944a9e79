import type { SymbolTheme } from './symbol-tokens.ts';

/** A colour of the palette of imported layers. */
export type PaletteSlot = 1 | 2 | 3 | 4 | 5 | 6;
export const PALETTE_SLOTS: readonly PaletteSlot[] = [1, 2, 3, 4, 5, 6];

/**
 * The palette: pink, petrol, coral, violet, leaf, orchid, as the list of layers calls them. Apart from each other also in brightness, and from the sides for
 * readers with protanopia, deuteranopia or tritanopia (the tests say by how much).
 */
export const LAYER_COLOURS: Readonly<Record<SymbolTheme, Readonly<Record<PaletteSlot, string>>>> = {
	dark: { 1: '#d22d87', 2: '#007887', 3: '#f0875a', 4: '#9669ff', 5: '#c3ff00', 6: '#d2a5f0' },
	light: { 1: '#ff2da5', 2: '#005a78', 3: '#d22d3c', 4: '#6900f0', 5: '#1e4b00', 6: '#c31eff' },
};

/** How the symbols of an imported layer are coloured: by side, as ours are, or all in one colour of the palette. */
export interface LayerStyle {
	readonly colour: 'side' | PaletteSlot;
}

/** Stands for the data of the atlas itself where layers are listed; no imported layer has this id. */
export const OWN_LAYER = 'ours';

/** More imported layers than this are refused. */
export const MOST_LAYERS = 32;

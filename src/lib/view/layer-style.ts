import type { SymbolTheme } from './symbol-tokens.ts';

/** A colour of the palette of imported layers. */
export type PaletteSlot = 1 | 2 | 3 | 4 | 5 | 6;
export const PALETTE_SLOTS: readonly PaletteSlot[] = [1, 2, 3, 4, 5, 6];

/**
 * The palette: teal, pink, ochre, violet, green, blue. Apart from each other also in brightness, and from the sides for
 * readers with protanopia, deuteranopia or tritanopia (the tests say by how much).
 */
export const LAYER_COLOURS: Readonly<Record<SymbolTheme, Readonly<Record<PaletteSlot, string>>>> = {
	dark: { 1: '#2391a6', 2: '#f1bfc3', 3: '#ef894e', 4: '#7e5ebb', 5: '#bbfa34', 6: '#a0b3f4' },
	light: { 1: '#063a38', 2: '#f4309e', 3: '#371908', 4: '#5a587b', 5: '#4f8251', 6: '#303e8b' },
};

/** How the symbols of an imported layer are coloured: by side, as ours are, or all in one colour of the palette. */
export interface LayerStyle {
	readonly colour: 'side' | PaletteSlot;
}

/** Stands for the data of the atlas itself where layers are listed; no imported layer has this id. */
export const OWN_LAYER = 'ours';

/** More imported layers than this are refused. */
export const MOST_LAYERS = 32;

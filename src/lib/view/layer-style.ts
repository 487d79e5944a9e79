/** A colour of the palette of imported layers, see `LAYER_COLOURS`. */
export type PaletteSlot = 1 | 2 | 3 | 4 | 5 | 6;

/** How the symbols of an imported layer are coloured: by side, as ours are, or all in one colour of the palette. */
export interface LayerStyle {
	readonly colour: 'side' | PaletteSlot;
}

/** Stands for the data of the atlas itself where layers are listed; no imported layer has this id. */
export const OWN_LAYER = 'ours';

/** More imported layers than this are refused. */
export const MOST_LAYERS = 32;

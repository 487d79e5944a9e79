import type { LocatorLook } from './draw-locator.ts';

/** The map beside the text of a page: one column wide on a desk, the width of a phone. */
export const PAGE_LOOK: LocatorLook = {
	width: 400,
	height: 320,
	textSize: 11,
	mostCities: 4,
	inset: { width: 104, height: 80 },
};

/** The map in the picture of a page for link previews. */
export const PICTURE_LOOK: LocatorLook = {
	width: 560,
	height: 630,
	textSize: 19,
	mostCities: 5,
	inset: { width: 164, height: 128 },
};

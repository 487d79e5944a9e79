import { expect, test } from 'vitest';
import { SIDE_CODES } from '../view/incident-table.ts';
import { LAYER_COLOURS, PALETTE_SLOTS } from '../view/layer-style.ts';
import { SIDE_COLOURS, SYMBOL_INKS } from '../view/symbol-tokens.ts';
import { BASEMAP_PALETTES } from './basemap-palette.ts';

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
	const [dark, light] = [luminance(a), luminance(b)].sort((p, q) => p - q);
	return (light! + 0.05) / (dark! + 0.05);
}

test.each(['light', 'dark'] as const)('every side stands out from the land and from its own casing, %s', (theme) => {
	const ofSides = SIDE_CODES.map((side) => [side, SIDE_COLOURS[theme][side]] as const);
	const ofLayers = PALETTE_SLOTS.map((slot) => [`layer ${slot}`, LAYER_COLOURS[theme][slot]] as const);
	for (const [name, colour] of [...ofSides, ...ofLayers]) {
		expect(contrast(colour, BASEMAP_PALETTES[theme].land), name).toBeGreaterThanOrEqual(3);
		expect(contrast(colour, SYMBOL_INKS[theme].casing), name).toBeGreaterThanOrEqual(3);
	}
	expect(contrast(SYMBOL_INKS[theme].halo, BASEMAP_PALETTES[theme].land)).toBeGreaterThanOrEqual(7);
});

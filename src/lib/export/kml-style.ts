import { keysOf, type Kind, KINDS, SIDES } from '../model/vocabulary.ts';
import { SIDE_COLOURS } from '../view/symbol-tokens.ts';
import type { SideOrUnnamed } from '../view/view.ts';
import { element, textElement } from './xml.ts';

const ALL_SIDES: readonly SideOrUnnamed[] = [...keysOf(SIDES), 'unnamed'];
const COLOURS = SIDE_COLOURS.dark;

/**
 * Styles for every side, and with icons for every kind of event too. Without icons, Google Earth draws its own pin in
 * the side's colour; icons of a web server are never named, as whoever opens the file would ask that server for them.
 */
export function kmlStyles(iconOf: ((kind: Kind) => string) | null): string {
	const kinds = iconOf === null ? [null] : keysOf(KINDS);
	return ALL_SIDES.flatMap((side) => kinds.map((kind) => styleOf(kind, side, kind && iconOf!(kind)))).join('\n');
}

/** The name of a style, for `styleUrl`. */
export function styleId(kind: Kind | null, side: SideOrUnnamed): string {
	return kind === null ? side : `${kind}.${side}`;
}

function styleOf(kind: Kind | null, side: SideOrUnnamed, icon: string | null): string {
	const colour = kmlColour(COLOURS[side], 'ff');
	const picture = icon === null ? '' : element('Icon', {}, textElement('href', icon));
	return element(
		'Style',
		{ id: styleId(kind, side) },
		element('IconStyle', {}, textElement('color', colour) + textElement('scale', icon === null ? 0.8 : 0.6) + picture) +
			element('LabelStyle', {}, textElement('scale', 0.7)) +
			element('LineStyle', {}, textElement('color', colour) + textElement('width', 1.5)) +
			element('PolyStyle', {}, textElement('color', kmlColour(COLOURS[side], '2e'))),
	);
}

/** KML writes opacity, blue, green, red. */
function kmlColour(css: string, opacity: string): string {
	const [red, green, blue] = [css.slice(1, 3), css.slice(3, 5), css.slice(5, 7)];
	return opacity + blue + green + red;
}

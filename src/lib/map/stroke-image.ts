import { SYMBOL_INKS, type SymbolTheme } from '../view/symbol-tokens.ts';
import { HEAD_STROKES, type LinkHead, ROUTE_MARKS, type Stroke } from '../view/link-tokens.ts';
import type { RouteRole } from '../model/vocabulary.ts';

const PIXEL_RATIO = 2;
const MARGIN_PX = 3;
const HALF_WIDTH_PX = 0.95;
const CASING_PX = 1.1;

/** Name of the image of a head, pointing up with its tip in the middle. */
export function headImageName(head: LinkHead, theme: SymbolTheme): string {
	return `link-head-${head}-${theme}`;
}

/** Name of the image of a mark of a route. */
export function routeImageName(role: RouteRole, theme: SymbolTheme): string {
	return `route-mark-${role}-${theme}`;
}

/** The images of heads and marks by name; `null` for other names. */
export function strokeImage(name: string) {
	const [, kind, key, theme] = /^(link-head|route-mark)-(.+)-(light|dark)$/.exec(name) ?? [];
	const strokes = kind === 'link-head' ? HEAD_STROKES[key as LinkHead] : ROUTE_MARKS[key as RouteRole];
	if (kind === undefined || strokes === undefined) return null;
	const isFilled = kind === 'link-head' && key === 'filled';
	return { image: drawn(strokes, isFilled, theme as SymbolTheme), options: { pixelRatio: PIXEL_RATIO } };
}

/** Strokes in ink with a casing around them, in a square whose middle is the origin. */
function drawn(strokes: readonly Stroke[], isFilled: boolean, theme: SymbolTheme) {
	const reach = Math.max(...strokes.flat(2).map(Math.abs)) + MARGIN_PX;
	const size = Math.ceil(2 * reach * PIXEL_RATIO);
	const [ink, casing] = [SYMBOL_INKS[theme].halo, SYMBOL_INKS[theme].casing].map(channels) as [number[], number[]];
	const data = new Uint8Array(size * size * 4);
	for (let row = 0; row < size; row++) {
		for (let column = 0; column < size; column++) {
			const at = [column, row].map((pixel) => (pixel + 0.5 - size / 2) / PIXEL_RATIO) as [number, number];
			const isInside = isFilled && strokes.some((stroke) => encloses(stroke, at));
			const distance = isInside ? 0 : Math.min(...strokes.map((stroke) => distanceTo(stroke, at)));
			const coverage = (radius: number) => Math.min(1, Math.max(0, (radius - distance) * PIXEL_RATIO + 0.5));
			const inked = coverage(HALF_WIDTH_PX);
			const cased = coverage(HALF_WIDTH_PX + CASING_PX);
			const colour = ink.map((value, i) => casing[i]! + (value - casing[i]!) * inked);
			data.set([...colour, 255 * cased], (row * size + column) * 4);
		}
	}
	return { width: size, height: size, data };
}

function channels(hex: string): number[] {
	return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

function distanceTo(stroke: Stroke, [x, y]: readonly [number, number]): number {
	const distances = stroke.slice(1).map(([x2, y2], i) => {
		const [x1, y1] = stroke[i]!;
		const [dx, dy] = [x2 - x1, y2 - y1];
		const share = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
		return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
	});
	return Math.min(...distances);
}

/** Whether a point lies within a closed stroke, by counting crossings to its right. */
function encloses(stroke: Stroke, [x, y]: readonly [number, number]): boolean {
	return stroke.slice(1).reduce((isIn, [x2, y2], i) => {
		const [x1, y1] = stroke[i]!;
		return y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1) ? !isIn : isIn;
	}, false);
}

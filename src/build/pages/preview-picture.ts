import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { ATTRIBUTION_RINGS, ringPath, shapePath, SIDE_COLOURS, SYMBOL_METRICS } from '../../lib/view/symbol-tokens.ts';
import type { LocatorLabel, LocatorMap, LocatorMark } from '../../lib/view/locator-map.ts';
import { breakLines, textPath, textWidth, type Weight } from './text-path.ts';

/** What the picture of a page says. */
export interface PictureWords {
	/** What kind of page. */
	readonly kicker: string;
	readonly title: string;
	/** Lines of fact, such as the date and the place. */
	readonly facts: readonly string[];
	/** How sure it is, in words. */
	readonly judged: readonly string[];
}

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 64;
const TITLE_HEIGHT = 125;
const INK = '#1b2027';
const SOFT = '#4d5663';
const PAPER = '#fbfaf7';
const RULE = '#dcd9d1';
const MAP = {
	sea: '#d3dee6',
	land: '#f3f1ec',
	river: '#b0c6d6',
	province: '#d9d4ca',
	border: '#a8a49d',
	area: '#1b2027',
	label: '#5b626c',
	country: '#83878d',
	halo: '#f3f1ec',
};

let ready: Promise<void> | null = null;

/** The picture that stands for a page where it is linked: words, and beside them the map if there is one. PNG. */
export async function previewPicture(words: PictureWords, map: LocatorMap | null): Promise<Uint8Array<ArrayBuffer>> {
	const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
	ready ??= initWasm(readFileSync(wasm));
	await ready;
	const resvg = new Resvg(pictureSvg(words, map), { font: { loadSystemFonts: false } });
	const image = resvg.render();
	const png = Uint8Array.from(image.asPng());
	image.free();
	resvg.free();
	return png;
}

/** The same picture as SVG, with all text as outlines. */
export function pictureSvg(words: PictureWords, map: LocatorMap | null): string {
	const textWidthMost = (map === null ? WIDTH : WIDTH - map.width) - 2 * MARGIN;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
		map === null ? '' : mapGroup(map),
		wordGroup(words, textWidthMost),
		'</svg>',
	].join('');
}

function wordGroup({ kicker, title, facts, judged }: PictureWords, width: number): string {
	const parts = [line(kicker, MARGIN, 104, 24, 400, SOFT)];
	const fits = (size: number) => breakLines(title, width, size, 600, 9).length * size <= TITLE_HEIGHT;
	const size = [54, 46, 40].find(fits) ?? 34;
	let y = 104 + size * 1.45;
	for (const text of breakLines(title, width, size, 600, 4)) {
		parts.push(line(text, MARGIN, y, size, 600, INK));
		y += size * 1.2;
	}
	y += 10;
	for (const fact of facts) {
		for (const text of breakLines(fact, width, 26, 400, 2)) {
			parts.push(line(text, MARGIN, y, 26, 400, SOFT));
			y += 38;
		}
	}
	if (judged.length > 0) {
		parts.push(`<path d="M${MARGIN} ${y}h56" stroke="${INK}" stroke-width="3"/>`);
		y += 46;
		for (const text of judged.flatMap((each) => breakLines(each, width, 26, 400, 2))) {
			parts.push(line(text, MARGIN, y, 26, 400, INK));
			y += 38;
		}
	}
	parts.push(line('Escalation Atlas', MARGIN, HEIGHT - 56, 24, 600, INK));
	return parts.join('');
}

function mapGroup(map: LocatorMap): string {
	const x = WIDTH - map.width;
	const path = (d: string, paint: string) => (d === '' ? '' : `<path d="${d}" ${paint}/>`);
	const stroke = (colour: string, width: number, more = '') =>
		`fill="none" stroke="${colour}" stroke-width="${width * 10}" stroke-linejoin="round" stroke-linecap="round" ${more}`;
	return [
		`<svg x="${x}" width="${map.width}" height="${map.height}" viewBox="0 0 ${map.width} ${map.height}">`,
		`<rect width="${map.width}" height="${map.height}" fill="${MAP.sea}"/><g transform="scale(0.1)">`,
		path(map.land, `fill="${MAP.land}"`),
		path(map.provinceBorders, stroke(MAP.province, 1.2)),
		path(map.rivers, stroke(MAP.river, 1.8)),
		path(map.water, `fill="${MAP.sea}" stroke="${MAP.river}" stroke-width="6"`),
		path(map.borders, stroke(MAP.border, 1.8)),
		path(map.disputedBorders, stroke(MAP.border, 1.8, 'stroke-dasharray="70 50"')),
		...map.areas.map((d) =>
			path(d, `fill="${MAP.area}" fill-opacity="0.12" stroke="${MAP.area}" stroke-width="22" stroke-dasharray="80 50"`),
		),
		'</g>',
		...map.labels.map(label),
		...map.marks.map(mark),
		scale(map),
		inset(map),
		`</svg><path d="M${x} 0v${HEIGHT}" stroke="${RULE}" stroke-width="2"/>`,
	].join('');
}

function label({ text, kind, x, y, textX, anchor }: LocatorLabel): string {
	const words = kind === 'country' ? text.toUpperCase() : text;
	const size = kind === 'country' ? 16 : kind === 'subject' ? 23 : 19;
	const weight: Weight = kind === 'subject' || kind === 'capital' ? 600 : 400;
	const width = textWidth(words, size, weight);
	const start = anchor === 'start' ? textX + 3 : anchor === 'end' ? textX - 3 - width : textX - width / 2;
	const d = textPath(words, start, y + size * 0.34, size, weight);
	const colour = kind === 'subject' ? INK : kind === 'country' ? MAP.country : MAP.label;
	const dot = kind === 'city' || kind === 'capital' ? `<circle cx="${x}" cy="${y}" r="3.6" fill="${MAP.label}"/>` : '';
	return `${dot}<path d="${d}" fill="${colour}" stroke="${MAP.halo}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"/>`;
}

function mark({ x, y, uncertainty, symbol, count }: LocatorMark): string {
	const disc =
		uncertainty > 8
			? `<circle cx="${x}" cy="${y}" r="${uncertainty}" fill="${INK}" fill-opacity="0.1" stroke="${INK}" stroke-opacity="0.5" stroke-dasharray="5 4"/>`
			: '';
	if (symbol === null) {
		const radius = 6 + 3 * Math.sqrt(count);
		return `${disc}<circle cx="${x}" cy="${y}" r="${radius}" fill="${INK}" stroke="#ffffff" stroke-width="3"/>`;
	}
	const { kind, side, attribution } = symbol;
	const radius = 15;
	const ring = radius + SYMBOL_METRICS.ringGapPx * 2;
	const style = ATTRIBUTION_RINGS[attribution];
	const colour = SIDE_COLOURS.light[side];
	const ringMark =
		style.segments === 0
			? ''
			: style.filled === 1
				? `<circle r="${ring}" fill="none" stroke="${colour}" stroke-width="${style.widthPx * 1.8}"/>`
				: `<path d="${ringPath(attribution, ring)}" fill="none" stroke="${colour}" stroke-width="${style.widthPx * 1.8}"/>`;
	return `${disc}<g transform="translate(${x} ${y})"><circle r="${ring + 2}" fill="#ffffff" fill-opacity="0.6"/><path d="${shapePath(kind, radius)}" fill="${colour}" fill-rule="evenodd" stroke="#ffffff" stroke-width="2" paint-order="stroke"/>${ringMark}</g>`;
}

function scale({ scaleBar: { km, length }, height }: LocatorMap): string {
	const y = height - 24;
	return `<path d="M20 ${y - 8}v8h${length}v-8" fill="none" stroke="${SOFT}" stroke-width="2"/>${line(`${km} km`, 26, y - 14, 18, 400, SOFT)}`;
}

function inset({ inset: part }: LocatorMap): string {
	if (part === null) return '';
	const { x, y, width, height, land, borders, shown } = part;
	return [
		`<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
		`<rect width="${width}" height="${height}" fill="${MAP.sea}"/><g transform="scale(0.1)"><path d="${land}" fill="#ffffff"/>`,
		`<path d="${borders}" fill="none" stroke="${MAP.border}" stroke-width="7"/></g>`,
		`<rect x="${shown.x}" y="${shown.y}" width="${shown.width}" height="${shown.height}" fill="${INK}" fill-opacity="0.12" stroke="${INK}" stroke-width="2"/>`,
		`<rect x="1" y="1" width="${width - 2}" height="${height - 2}" fill="none" stroke="${MAP.border}" stroke-width="2"/></svg>`,
	].join('');
}

function line(text: string, x: number, y: number, size: number, weight: Weight, colour: string): string {
	return `<path d="${textPath(text, x, y, size, weight)}" fill="${colour}"/>`;
}

import type { GeoJSONSource, Map as MaplibreMap } from 'maplibre-gl';
import { mercatorX } from '../view/incident-symbols.ts';
import type { IncidentTable } from '../view/incident-table.ts';
import type { DayRange } from '../view/select.ts';
import { SYMBOL_METRICS } from '../view/symbol-tokens.ts';
import type { IncidentLayer } from './incident-layer.ts';
import { type IncidentMark, type MarkFeature, standOf } from './incident-mark-layers.ts';
import { mercatorBounds, TILE_PX } from './pointer-frame.ts';
import { forEachRowInView } from './rows-in-view.ts';
import { UncertaintyDiscs } from './uncertainty-discs.ts';

type Bounds = ReturnType<typeof mercatorBounds>;

/** A few times a second: the labels of a frame in between would not be read. */
const LEAST_PAUSE_MS = 250;
/** With more symbols in view than this, room for each would leave the map without names, and titles no room. */
const MOST_ROOMS = 300;
const MOST_NEW_LABELS = 5;
const MOST_LARGE_LABELS = 6;
const MOST_BADGES = 200;
const LONGEST_LABEL = 48;
const LABEL_GAP_PX = 3;
/** About as wide as a title. */
const LABEL_WIDTH_PX = 160;

/** What the marks are made from. */
export interface MarkedView {
	readonly table: IncidentTable;
	readonly layer: IncidentLayer;
	readonly days: DayRange | null;
	/** Whether the days end at a position of playback, so that what begins on that day is new. */
	readonly isPlayed: boolean;
	readonly selected: number;
}

/** Keeps the titles, counts and room around the symbols, and the discs of uncertainty, up to date. */
export class IncidentMarks {
	readonly #map: MaplibreMap;
	readonly #discs: UncertaintyDiscs;
	#view: MarkedView | null = null;
	#hovered = -1;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#written = '';

	constructor(map: MaplibreMap) {
		this.#map = map;
		this.#discs = new UncertaintyDiscs(map);
	}

	/** Draws the marks of a view, at once or, a few times a second at most, when the last ones have stood for a moment. */
	update(view: MarkedView): void {
		if (view.table !== this.#view?.table) this.#hovered = -1;
		this.#view = view;
		this.#drawDiscs();
		if (this.#timer !== null) return;
		this.#write();
		this.#timer = setTimeout(() => {
			this.#timer = null;
			this.#write();
		}, LEAST_PAUSE_MS);
	}

	/** Draws how far from its symbol an incident may have been while the pointer is on it; less than 0 for none. */
	setHovered(row: number): void {
		this.#hovered = row;
		this.#drawDiscs();
	}

	/** After MapLibre lost its own memory, with its style or its context. */
	forget(): void {
		this.#written = '';
		this.#discs.forget();
	}

	/** The titles that found room on the map. */
	titles(): string[] {
		if (!this.#map.style || !this.#map.getLayer('incident-labels')) return [];
		const layers = ['incident-selected-label', 'incident-labels'];
		return this.#map.queryRenderedFeatures({ layers }).map(({ properties }) => String(properties['text']));
	}

	stop(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}

	#drawDiscs(): void {
		if (this.#view) this.#discs.update(this.#view.table, this.#view.layer, this.#view.selected, this.#hovered);
	}

	#write(): void {
		const source = this.#map.style && this.#map.getSource<GeoJSONSource>('incident-marks');
		if (!source || !this.#view) return;
		const features = incidentMarks(this.#view, mercatorBounds(this.#map));
		const text = JSON.stringify(features);
		if (text === this.#written) return;
		this.#written = text;
		source.setData({ type: 'FeatureCollection', features });
	}
}

/** The marks of a view on the map's bounds in mercator units. */
export function incidentMarks({ table, layer, days, isPlayed, selected }: MarkedView, bounds: Bounds): MarkFeature[] {
	if (!days) return [];
	const isChosenShown = selected >= 0 && table.isPoint[selected] === 1 && layer.isShown(selected);
	const chosen = isChosenShown ? [titleOf(table, layer, selected, 'selected', 0, bounds)] : [];
	/** As long as they are few, all rows in view. */
	const few: number[] = [];
	const recent: number[] = [];
	const badges = new Badges();
	let count = 0;
	const isNew = (row: number) => isPlayed && table.startDay[row] === days[1];
	const isInStack = (row: number) => layer.symbols.stack[row]! >= 0 && !layer.isFanned(row);
	const isLookedAt = forEachRowInView(table, layer, days, bounds, (row) => {
		if (++count <= MOST_ROOMS) few.push(row);
		if (isInStack(row)) badges.add(layer.symbols.stack[row]!, row);
		if (row === selected || !isNew(row)) return;
		recent.push(row);
		if (recent.length > MOST_NEW_LABELS) recent.shift();
	});
	if (!isLookedAt) return chosen;
	const uncrowded = count > MOST_ROOMS ? [] : few;
	const largest = uncrowded
		.filter((row) => row !== selected && table.symbolToll[row]! > 0 && !isNew(row) && !isInStack(row))
		.sort((a, b) => table.symbolToll[b]! - table.symbolToll[a]!)
		.slice(0, MOST_LARGE_LABELS);
	return [
		...chosen,
		...[...recent, ...largest].map((row, rank) => titleOf(table, layer, row, 'label', rank, bounds)),
		...badges
			.largest()
			.map(({ row, size }, rank) => markAt(layer, row, { mark: 'badge', text: shortCount(size), rank })),
		...uncrowded.map((row) => roomFor(layer, row, row === selected)),
	];
}

/** Counts the members of stacks, whatever the number of rows with an entry for each stack only. */
class Badges {
	readonly #sizes = new Map<number, number>();
	readonly #lastRows = new Map<number, number>();

	add(stack: number, row: number): void {
		this.#sizes.set(stack, (this.#sizes.get(stack) ?? 0) + 1);
		this.#lastRows.set(stack, row);
	}

	/** The largest stacks, each with its last row. */
	largest(): { row: number; size: number }[] {
		return [...this.#sizes]
			.filter(([, size]) => size > 1)
			.sort(([, a], [, b]) => b - a)
			.slice(0, MOST_BADGES)
			.map(([stack, size]) => ({ row: this.#lastRows.get(stack)!, size }));
	}
}

function titleOf(
	table: IncidentTable,
	layer: IncidentLayer,
	row: number,
	mark: IncidentMark['mark'],
	rank: number,
	bounds: Bounds,
): MarkFeature {
	const { radius } = layer.placementOf(row);
	const reach = reachOf(radius, mark === 'selected') + LABEL_GAP_PX;
	const { title } = table.feature(row).properties;
	const text = mark === 'selected' || title.length <= LONGEST_LABEL ? title : `${title.slice(0, LONGEST_LABEL - 1)}…`;
	return markAt(layer, row, { mark, text, rank, stand: standOf(roomierSide(layer, table.lng[row]!, bounds), reach) });
}

function roomFor(layer: IncidentLayer, row: number, isSelected: boolean): MarkFeature {
	return markAt(layer, row, { mark: 'room', size: 2 * reachOf(layer.placementOf(row).radius, isSelected) });
}

/** How far a symbol of a radius reaches, with its ring and, if it is the selected one, its halo. */
function reachOf(radius: number, isSelected: boolean): number {
	const halo = isSelected ? SYMBOL_METRICS.haloGapPx + SYMBOL_METRICS.selectedHaloPx : 0;
	return radius + SYMBOL_METRICS.ringGapPx + halo;
}

/** A mark where the symbol of a row stands. */
function markAt(layer: IncidentLayer, row: number, mark: Partial<IncidentMark>): MarkFeature {
	const { lng, lat } = layer.placementOf(row);
	return {
		type: 'Feature',
		geometry: { type: 'Point', coordinates: [lng, lat] },
		properties: { mark: 'room', text: '', rank: 0, size: 0, stand: '', ...mark },
	};
}

/** A badge has room for three characters. */
function shortCount(count: number): string {
	return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`;
}

/** The side by which a title is held so that it does not leave the map: near its western edge, by the left. */
function roomierSide(layer: IncidentLayer, lng: number, bounds: Bounds): 'any' | 'left' | 'right' {
	const pixels = TILE_PX * 2 ** layer.zoom();
	const west = fromWest(lng, bounds) * pixels;
	const east = (bounds[2] - bounds[0]) * pixels - west;
	if (Math.min(west, east) > LABEL_WIDTH_PX) return 'any';
	return west < east ? 'left' : 'right';
}

/** How far east of the western bound a longitude lies, in mercator units from 0 to 1. */
function fromWest(lng: number, [west]: Bounds): number {
	const difference = mercatorX(lng) - west;
	return difference - Math.floor(difference);
}

import type { FeatureCollection } from 'geojson';
import type { Map as MaplibreMap } from 'maplibre-gl';
import { GEO_PRECISIONS, type GeoPrecision, keysOf } from '../model/vocabulary.ts';
import { GRADING_CODES, type IncidentTable } from '../view/incident-table.ts';
import { isPresent, type DayRange } from '../view/select.ts';
import type { Fade } from './incident-layer.ts';
import { areaStrength, HIDDEN_AREA, type AreaState } from './area-layers.ts';

const WIDENING = keysOf(GEO_PRECISIONS);
const DIMMED_AREA = { fill: 0, line: 0.3, contested: 0 };
const CONTESTED = GRADING_CODES.indexOf('contested');
/** What is left of an area at the end of the fading. */
const OLDEST_PRESENCE = 0.4;
/** Ages in coarser steps than days, so that MapLibre is told less often. */
const AGE_STEPS = 12;

/** Shows, hides and marks the few areas of a map through feature state, which redraws them without new tiles. */
export class AreaStates {
	readonly #map: MaplibreMap;
	#rows = new Map<string, number>();
	#table: IncidentTable | null = null;
	#shown = new Map<string, Omit<AreaState, 'emphasis'>>();
	#dimmed = new Set<string>();
	#selected: string | null = null;
	#hovered: string | null = null;
	/** What MapLibre has been told, so that a time step says only what changes. */
	#told = new Map<string, AreaState>();

	constructor(map: MaplibreMap) {
		this.#map = map;
	}

	setData(table: IncidentTable, areas: FeatureCollection): void {
		this.#table = table;
		this.#rows = new Map();
		for (const { properties } of areas.features) {
			const id = String(properties?.['incident']);
			const row = table.rowOf.get(id);
			if (row !== undefined) this.#rows.set(id, row);
		}
	}

	/**
	 * Shows the areas of incidents that pass the mask and are present in the days, the fainter the longer ago they ended,
	 * and on request an outline of those that do not pass. Returns how many pass.
	 */
	setShown(days: DayRange | null, mask: Uint8Array | null, fade: Fade, isDimmedShown = false): number {
		const table = this.#table;
		const byPlace = new Map<number, string[]>();
		this.#shown = new Map();
		this.#dimmed = new Set();
		for (const [id, row] of this.#rows) {
			if (!table || !days || !isPresent(table.startDay[row]!, table.endDay[row]!, days)) continue;
			const place = table.place[row]!;
			if (!mask || mask[row]) byPlace.set(place, [...(byPlace.get(place) ?? []), id]);
			else if (isDimmedShown) this.#dimmed.add(id);
		}
		for (const ids of byPlace.values()) {
			for (const id of ids) {
				const row = this.#rows.get(id)!;
				const presence = presenceOf(table!.endDay[row]!, days!, fade);
				const fill = areaStrength(ids.length, this.#precisionOf(id)) * presence;
				const contested = table!.grading[row] === CONTESTED ? presence : 0;
				this.#shown.set(id, { fill, line: presence, contested });
			}
		}
		this.apply();
		return this.#shown.size;
	}

	get shownCount(): number {
		return this.#shown.size;
	}

	setSelected(id: string | null): void {
		this.#selected = id;
		this.apply();
	}

	setHovered(id: string | null): void {
		this.#hovered = id;
		this.apply();
	}

	isShown(id: unknown): boolean {
		return this.#shown.has(id as string);
	}

	/** Ids of the shown areas within `tolerancePx` of a point, the narrowest first. */
	idsAt({ x, y }: { readonly x: number; readonly y: number }, tolerancePx: number): string[] {
		if (this.#shown.size === 0 || !this.#map.style || !this.#map.getLayer('area-fill')) return [];
		const box: [[number, number], [number, number]] = [
			[x - tolerancePx, y - tolerancePx],
			[x + tolerancePx, y + tolerancePx],
		];
		const hits = this.#map.queryRenderedFeatures(box, { layers: ['area-fill', 'area-line'] });
		const rank = (id: string) => WIDENING.indexOf(this.#precisionOf(id));
		return [...new Set(hits.map(({ id }) => String(id)))]
			.filter((id) => this.#shown.has(id))
			.sort((a, b) => rank(a) - rank(b));
	}

	/** After MapLibre lost its own memory, with its style or its context. */
	forget(): void {
		this.#told = new Map();
	}

	/** Tells MapLibre what has changed. Does nothing until the source is there. */
	apply(): void {
		if (!this.#map.style || !this.#map.getSource('areas')) return;
		for (const id of this.#rows.keys()) {
			const shown = this.#shown.get(id) ?? (this.#dimmed.has(id) ? DIMMED_AREA : undefined);
			const emphasis = id === this.#selected ? 2 : id === this.#hovered ? 1 : 0;
			const state = shown ? { ...shown, emphasis } : HIDDEN_AREA;
			const told = this.#told.get(id) ?? HIDDEN_AREA;
			if (isSame(told, state)) continue;
			this.#map.setFeatureState({ source: 'areas', id }, { ...state });
			this.#told.set(id, state);
		}
	}

	#precisionOf(id: string): GeoPrecision {
		const row = this.#rows.get(id);
		return (row === undefined ? null : this.#table?.feature(row).properties.geo_precision) ?? 'country';
	}
}

function isSame(a: AreaState, b: AreaState): boolean {
	return a.fill === b.fill && a.line === b.line && a.contested === b.contested && a.emphasis === b.emphasis;
}

/** From 1 for what ended no earlier than the last day, down to `OLDEST_PRESENCE`. */
function presenceOf(endDay: number, [, lastDay]: DayRange, { mode, days }: Fade): number {
	if (mode === 'none') return 1;
	const age = Math.min(1, Math.max(0, lastDay - endDay) / Math.max(1, days));
	return 1 - (1 - OLDEST_PRESENCE) * (Math.round(age * AGE_STEPS) / AGE_STEPS);
}

import type { Day } from '../model/day.ts';
import type { Attribution, Kind, Outcome, Side } from '../model/vocabulary.ts';

/** Value of the side filter for incidents whose perpetrator no report names, or whose perpetrators differ in side. */
export type SideOrUnnamed = Side | 'unnamed';

/** An empty list lets everything through. */
export interface Filters {
	readonly side: readonly SideOrUnnamed[];
	readonly kind: readonly Kind[];
	readonly attribution: readonly Attribution[];
	readonly outcome: readonly Outcome[];
	/** Place ids; `unlocated` stands for none. */
	readonly place: readonly string[];
	/** Every word must occur in the searchable text, whatever its case or accents. */
	readonly text: string;
}
export type FacetName = Exclude<keyof Filters, 'text'>;

export interface Camera {
	readonly lng: number;
	readonly lat: number;
	readonly zoom: number;
}

/**
 * Everything a link carries and nothing else. Playing, hovering and loading are not in it.
 * It is replaced whole, never changed in place.
 */
export interface View {
	/** First and last day of the brushed range; `null` for the whole of the data. */
	readonly range: readonly [Day, Day] | null;
	/** Day the playback stands at; `null` shows the whole range at once. */
	readonly position: Day | null;
	/** `window` shows the last `windowDays` up to the position, `cumulative` all since the start of the range. */
	readonly mode: 'window' | 'cumulative';
	readonly windowDays: number;
	/** Days of the record for each second of playback. */
	readonly daysPerSecond: number;
	readonly filters: Filters;
	/** Id of the record whose card is open. */
	readonly selected: string | null;
	readonly camera: Camera | null;
	readonly projection: 'mercator' | 'globe';
	/** `auto` counts by hexagons where more would be drawn than a reader can tell apart. */
	readonly show: 'auto' | 'symbols' | 'density';
	/** Whether what the filters exclude stays on the map, dimmed. */
	readonly dimmed: boolean;
	readonly panel: 'map' | 'table';
	readonly theme: 'auto' | 'light' | 'dark';
	readonly language: 'en';
}

export const NO_FILTERS: Filters = { side: [], kind: [], attribution: [], outcome: [], place: [], text: '' };

export const DEFAULT_VIEW: View = {
	range: null,
	position: null,
	mode: 'cumulative',
	windowDays: 30,
	daysPerSecond: 30,
	filters: NO_FILTERS,
	selected: null,
	camera: null,
	projection: 'mercator',
	show: 'auto',
	dimmed: false,
	panel: 'map',
	theme: 'auto',
	language: 'en',
};

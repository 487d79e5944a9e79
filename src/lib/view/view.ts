import type { Day } from '../model/day.ts';
import { PLAIN_READING, type Reading } from '../model/reading.ts';
import type { Attribution, Grading, Kind, Outcome, Side } from '../model/vocabulary.ts';

/** Value of the side filter for incidents whose perpetrator no report names, or whose perpetrators differ in side. */
export type SideOrUnnamed = Side | 'unnamed';

/** An empty list lets everything through. */
export interface Filters {
	readonly side: readonly SideOrUnnamed[];
	readonly kind: readonly Kind[];
	readonly attribution: readonly Attribution[];
	readonly grading: readonly Grading[];
	readonly outcome: readonly Outcome[];
	/** Place ids; `unlocated` stands for none. */
	readonly place: readonly string[];
	/** Every word must occur in the searchable text, whatever its case or accents. */
	readonly text: string;
	/** Ids of actors: one of them is named as having done it. */
	readonly by: readonly string[];
	/** Ids of actors: it was directed against one of them. */
	readonly against: readonly string[];
}
export type FacetName = Exclude<keyof Filters, 'text' | 'by' | 'against'>;

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
	/**
	 * `window` shows the last `windowDays` up to the position; `cumulative` all since the start of the range; `trail` the
	 * same rows as `cumulative`, but they grow fainter over `windowDays` and stay at their faintest.
	 */
	readonly mode: 'window' | 'cumulative' | 'trail';
	readonly windowDays: number;
	/** Days of the record for each second of playback, in quarters. */
	readonly daysPerSecond: number;
	/** Whether playback begins again at the start of the range when it has reached the end. */
	readonly loop: boolean;
	/** Whether playback passes over long stretches without an event. */
	readonly skipIdle: boolean;
	/** Whether the timeline folds long stretches without an incident. */
	readonly fold: boolean;
	/** Whether the timeline draws the number of killed over the number of incidents. */
	readonly toll: boolean;
	readonly filters: Filters;
	/** How the claims are turned into figures, attributions and a map. */
	readonly reading: Reading;
	/** Id of the record whose chain of links is told as a story. */
	readonly chain: string | null;
	/** Whether the panel of who acts against whom, and how much, is open. */
	readonly glance: boolean;
	/** Whether that panel draws our intensity curve. Off unless asked for: its weights are ours and not the reports'. */
	readonly intensity: boolean;
	/** Id of the record whose card is open. */
	readonly selected: string | null;
	readonly camera: Camera | null;
	readonly projection: 'mercator' | 'globe';
	/** `auto` counts by hexagons where more would be drawn than a reader can tell apart. */
	readonly show: 'auto' | 'symbols' | 'density';
	/** Whether the links between all incidents on show are drawn, not only those of the selected one. */
	readonly links: boolean;
	/** Whether what the filters exclude stays on the map, dimmed. */
	readonly dimmed: boolean;
	readonly panel: 'map' | 'table';
	readonly theme: 'auto' | 'light' | 'dark';
	readonly language: 'en';
}

/** The parts of the view that the controls of the timeline change, apart from the date and the range. */
export type TimelineSettings = Pick<
	View,
	'mode' | 'windowDays' | 'daysPerSecond' | 'loop' | 'skipIdle' | 'fold' | 'toll'
>;

export const NO_FILTERS: Filters = {
	side: [],
	kind: [],
	attribution: [],
	grading: [],
	outcome: [],
	place: [],
	text: '',
	by: [],
	against: [],
};

export const DEFAULT_VIEW: View = {
	range: null,
	position: null,
	mode: 'cumulative',
	windowDays: 30,
	daysPerSecond: 30,
	loop: false,
	skipIdle: true,
	fold: false,
	toll: false,
	filters: NO_FILTERS,
	reading: PLAIN_READING,
	chain: null,
	glance: false,
	intensity: false,
	selected: null,
	camera: null,
	projection: 'mercator',
	show: 'auto',
	links: false,
	dimmed: false,
	panel: 'map',
	theme: 'auto',
	language: 'en',
};

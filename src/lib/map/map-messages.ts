import type { Day } from '../model/day.ts';
import type { View } from '../view/view.ts';

/** The words the map shows or says; its owner has them in the reader's language. */
export interface MapMessages {
	/** Name of the map as a region of the page. */
	readonly map: string;
	/** Name of the group of buttons. */
	readonly controls: string;
	readonly zoomIn: string;
	readonly zoomOut: string;
	readonly fitShown: string;
	readonly reset: string;
	/** Name of the button for what follows, and of its parts. */
	readonly options: string;
	readonly projection: string;
	readonly projections: Readonly<Record<View['projection'], string>>;
	readonly show: string;
	readonly shows: Readonly<Record<View['show'], string>>;
	readonly links: string;
	readonly dimmed: string;
	/** That hexagons hold none of the dimmed. */
	readonly dimmedInCounts: string;
	/** What a hexagon holds. */
	counted(count: number): string;
	/** When an incident happened. */
	dates(start: Day, end: Day): string;
	/** How many further incidents are at the same spot, at least 1; with `isCut` so many or more. */
	more(count: number, isCut: boolean): string;
}

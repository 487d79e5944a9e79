import type { Map as MaplibreMap } from 'maplibre-gl';
import { IncidentMarks, type MarkedView } from './incident-marks.ts';
import { type LinkedView, LinkLines, type MapLinks } from './link-lines.ts';

/** All that is drawn about incidents besides their symbols and areas: titles, counts, discs, links and routes. */
export class Annotations {
	readonly #marks: IncidentMarks;
	readonly #lines: LinkLines;

	constructor(map: MaplibreMap) {
		this.#marks = new IncidentMarks(map);
		this.#lines = new LinkLines(map);
	}

	update(view: MarkedView & LinkedView): void {
		this.#marks.update(view);
		this.#lines.update(view);
	}

	setLinks(links: MapLinks): void {
		this.#lines.setLinks(links);
	}

	setHovered(row: number): void {
		this.#marks.setHovered(row);
		this.#lines.setHovered(row);
	}

	/** After MapLibre lost its own memory, with its style or its context. */
	forget(): void {
		this.#marks.forget();
		this.#lines.forget();
	}

	/** The titles that found room on the map. */
	titles(): string[] {
		return this.#marks.titles();
	}

	/** Number of arcs drawn, whole or in part. */
	arcCount(): number {
		return this.#lines.drawnCount;
	}

	stop(): void {
		this.#marks.stop();
		this.#lines.stop();
	}
}

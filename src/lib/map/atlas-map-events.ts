import type { FeatureCollection } from 'geojson';
import type { IncidentTable } from '../view/incident-table.ts';
import type { Camera } from '../view/view.ts';
import type { AtlasLook } from './atlas-style.ts';
import type { MapFailure } from './map-health.ts';

/** What the map tells its owner. */
export interface AtlasMapEvents {
	/** A click: the incidents under it, the nearest first; none where there is nothing. */
	onchoose(ids: string[]): void;
	/**
	 * The incidents under the pointer, the nearest first, and where the pointer is; none when it leaves them. Where they
	 * are drawn as hexagons, how many the one under the pointer holds.
	 */
	onhover(ids: string[], point: { x: number; y: number }, counted?: number): void;
	/** The reader moved the map; `null` for back to the start. */
	oncamera(camera: Camera | null): void;
	/** Something is shown: the map can be used, also again after a failure. */
	onready(): void;
	onfailure(reason: MapFailure): void;
	/** What is on show, after each change. */
	ondrawn(drawn: DrawnNumbers): void;
	/** The titles written on the map and the number of links drawn, once it rests. */
	onlabels(titles: string[], arcs: number): void;
}

export interface DrawnNumbers {
	/** Incidents with a place of their own, as symbols or counted in hexagons. */
	readonly symbols: number;
	readonly areas: number;
	readonly as: 'symbols' | 'density';
	/** Symbols of the stack that is fanned out. */
	readonly fanned: number;
}

export interface AtlasMapStart extends AtlasLook {
	readonly container: HTMLElement;
	readonly label: string;
	readonly table: IncidentTable;
	readonly areas: FeatureCollection;
	readonly camera: Camera | null;
}

import type { FeatureCollection } from 'geojson';
import { addProtocol, Map as MaplibreMap, setWorkerUrl, type LngLatBoundsLike, type MapMouseEvent } from 'maplibre-gl';
import type { IncidentTable } from '../view/incident-table.ts';
import type { DayRange } from '../view/select.ts';
import type { Camera } from '../view/view.ts';
import { hatchImage } from './area-layers.ts';
import { AreaStates } from './area-states.ts';
import { atlasStyle, type AtlasLook } from './atlas-style.ts';
import { pmtilesProtocol } from './basemap-protocol.ts';
import { boundsOf } from './bounds.ts';
import { IncidentLayer, type Fade } from './incident-layer.ts';
import { addInLayerOrder } from './layer-order.ts';
import { Deadline, hasWebGL2, PATIENCE_MS, type MapFailure } from './map-health.ts';
import { workerUrl } from './worker-url.ts';

setWorkerUrl(workerUrl());
addProtocol('pmtiles', pmtilesProtocol());

const MOUSE_TOLERANCE_PX = 3;
const FINGER_TOLERANCE_PX = 14;
/** Leaves room for the buttons on either side. */
const FIT_PADDING_PX = { top: 48, right: 76, bottom: 48, left: 76 };
const NOWHERE: LngLatBoundsLike = [-20, -35, 100, 60];

/** What the map tells its owner. */
export interface AtlasMapEvents {
	/** A click: the incidents under it, the nearest first; none where there is nothing. */
	onchoose(ids: string[]): void;
	/** The incidents under the pointer, the nearest first, and where the pointer is; none when it leaves them. */
	onhover(ids: string[], point: { x: number; y: number }): void;
	/** The reader moved the map; `null` for back to the start. */
	oncamera(camera: Camera | null): void;
	/** Something is shown: the map can be used, also again after a failure. */
	onready(): void;
	onfailure(reason: MapFailure): void;
	/** How many symbols and areas are on show, after each change. */
	ondrawn(symbols: number, areas: number): void;
}

export interface AtlasMapStart extends AtlasLook {
	readonly container: HTMLElement;
	readonly label: string;
	readonly table: IncidentTable;
	readonly areas: FeatureCollection;
	readonly camera: Camera | null;
}

/** The MapLibre map with our layers, told what to show by one function for each concern. */
export class AtlasMap {
	readonly #map: MaplibreMap;
	readonly #events: AtlasMapEvents;
	readonly #areaStates: AreaStates;
	readonly #workerDeadline = new Deadline();
	readonly #contextDeadline = new Deadline();
	#look: AtlasLook;
	#table: IncidentTable;
	#areas: FeatureCollection;
	#styled: { look: AtlasLook; areas: FeatureCollection };
	#layer: IncidentLayer;
	#days: DayRange | null = null;
	#fade: Fade = { mode: 'none', days: 0 };
	#mask: Uint8Array | null = null;
	/** What the owner has: `null` for all of the data. */
	#camera: Camera | null;
	/** Where the map is. */
	#here: Camera;
	#selected: string | null = null;
	#tolerancePx = MOUSE_TOLERANCE_PX;
	#hasBasemapFailed = false;

	/** `null`, after `onfailure`, where the browser cannot draw a map. */
	static create(start: AtlasMapStart, events: AtlasMapEvents): AtlasMap | null {
		if (!hasWebGL2()) {
			events.onfailure('no-webgl2');
			return null;
		}
		try {
			return new AtlasMap(start, events);
		} catch (error) {
			// No WebGL2 after all, or no Worker to be had: the constructor says so only by throwing.
			reportError(error);
			events.onfailure(typeof Worker === 'undefined' ? 'worker-blocked' : 'no-webgl2');
			return null;
		}
	}

	private constructor(start: AtlasMapStart, events: AtlasMapEvents) {
		const { container, label, table, areas, camera } = start;
		this.#events = events;
		this.#look = start;
		this.#table = table;
		this.#areas = areas;
		this.#styled = { look: start, areas };
		this.#camera = camera;
		this.#layer = new IncidentLayer(table, start.theme);
		this.#map = new MaplibreMap({
			container,
			style: atlasStyle(start, areas),
			...(camera
				? { center: [camera.lng, camera.lat] as [number, number], zoom: camera.zoom }
				: { bounds: this.#wholeBounds(), fitBoundsOptions: { padding: FIT_PADDING_PX, maxZoom: 8 } }),
			minZoom: 1,
			maxZoom: 17,
			maxPitch: 0,
			dragRotate: false,
			pitchWithRotate: false,
			attributionControl: false,
			fadeDuration: 150,
			locale: { 'Map.Title': label },
		});
		this.#map.touchZoomRotate.disableRotation();
		this.#map.keyboard.disableRotation();
		this.#here = this.#readCamera();
		this.#areaStates = new AreaStates(this.#map);
		this.#areaStates.setData(table, areas);
		this.#listen();
		this.#workerDeadline.start(PATIENCE_MS, () => this.#events.onfailure('worker-blocked'));
	}

	setData(table: IncidentTable, areas: FeatureCollection): void {
		this.#areas = areas;
		this.#applyStyle();
		if (table !== this.#table) {
			const wasEmpty = this.#table.length === 0;
			this.#table = table;
			if (this.#isUsable() && this.#map.getLayer('incidents')) this.#map.removeLayer('incidents');
			this.#layer = new IncidentLayer(table, this.#look.theme);
			this.#addIncidents();
			if (wasEmpty && !this.#camera) this.#fit(this.#wholeBounds(), false);
		}
		this.#areaStates.setData(table, areas);
		this.#applyAll();
	}

	/** `null` shows nothing. */
	setTime(days: DayRange | null, fade: Fade): void {
		this.#days = days;
		this.#fade = fade;
		this.#applyTime();
	}

	/** One byte for each row: 1 passes the filters. */
	setMask(mask: Uint8Array): void {
		this.#mask = mask;
		if (mask.length === this.#table.length) this.#layer.setMask(mask);
		this.#applyTime();
	}

	setSelected(id: string | null): void {
		const isNew = id !== this.#selected;
		this.#selected = id;
		this.#layer.setSelected(this.#rowOf(id));
		this.#areaStates.setSelected(id);
		if (isNew && id !== null) this.#bringIntoView(id);
	}

	setHovered(id: string | null): void {
		this.#layer.setHovered(this.#rowOf(id));
		this.#areaStates.setHovered(id);
	}

	setCamera(camera: Camera | null): void {
		if (sameCamera(camera, this.#camera)) return;
		this.#camera = camera;
		if (!camera) this.#fit(this.#wholeBounds(), false);
		else this.#map.jumpTo({ center: [camera.lng, camera.lat], zoom: camera.zoom }, { isOurs: true });
	}

	setLook(look: AtlasLook): void {
		if ((['theme', 'language', 'projection', 'assets'] as const).every((key) => look[key] === this.#look[key])) return;
		this.#look = look;
		this.#layer.setTheme(look.theme);
		this.#applyStyle();
	}

	zoomIn(): void {
		this.#map.zoomIn();
	}

	zoomOut(): void {
		this.#map.zoomOut();
	}

	/** Moves to what is on show now. */
	fitShown(): void {
		const rows = [...this.#layer.drawnRows()];
		const areas = this.#areas.features.filter((feature) => this.#areaStates.isShown(feature.properties?.['incident']));
		const bounds = boundsOf(this.#table, rows, areas);
		if (bounds) this.#fit(bounds, true);
	}

	/** Back to where the map started without a camera: all of the data. */
	reset(): void {
		this.#camera = null;
		this.#fit(this.#wholeBounds(), false);
		this.#events.oncamera(null);
	}

	remove(): void {
		this.#workerDeadline.stop();
		this.#contextDeadline.stop();
		this.#map.remove();
	}

	#listen(): void {
		const map = this.#map;
		const { onfailure, onready } = this.#events;
		map.on('style.load', () => {
			this.#applyStyle();
			this.#addIncidents();
			this.#areaStates.forget();
			this.#applyAll();
		});
		// `load` and `idle` come even from a blocked worker; the content of a GeoJSON source only from one that answers.
		map.on('sourcedata', ({ sourceId, sourceDataType, isSourceLoaded }) => {
			if (sourceId !== 'areas') return;
			if (sourceDataType === 'content') this.#workerDeadline.stop();
			if (!isSourceLoaded) return;
			this.#areaStates.apply();
			onready();
		});
		map.on('error', (event) => this.#fail(event.error, 'sourceId' in event ? event.sourceId : null));
		map.on('webglcontextlost', () => this.#contextDeadline.start(PATIENCE_MS, () => onfailure('context-lost')));
		// The style comes back by itself, with a `style.load` of its own.
		map.on('webglcontextrestored', () => this.#contextDeadline.stop());
		map.setMissingStyleImageResolver((name) => {
			const image = hatchImage(name);
			if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: 2 });
		});
		map.on('moveend', (event) => this.#reportCamera(event));
		map.on('mousemove', (event) => this.#hover(event));
		map.on('mouseout', () => this.#events.onhover([], { x: 0, y: 0 }));
		map.on('movestart', () => this.#events.onhover([], { x: 0, y: 0 }));
		map.on('click', (event) => this.#events.onchoose(this.#idsAt(event)));
		map.getCanvas().addEventListener('pointerdown', (event) => {
			this.#tolerancePx = event.pointerType === 'mouse' ? MOUSE_TOLERANCE_PX : FINGER_TOLERANCE_PX;
		});
	}

	#fail(error: { readonly message: string }, sourceId: unknown): void {
		if (error.message.startsWith('Worker failed to load')) {
			this.#workerDeadline.stop();
			this.#events.onfailure('worker-blocked');
		} else if (sourceId === 'basemap') {
			if (!this.#hasBasemapFailed) this.#events.onfailure('basemap-failed');
			this.#hasBasemapFailed = true;
		} else {
			reportError(error);
		}
	}

	/** False before the first style and while the context is lost, when MapLibre has no style to change. */
	#isUsable(): boolean {
		return Boolean(this.#map.style);
	}

	/** Gives MapLibre the style anew if what it is made from has changed since, also while there was no context. */
	#applyStyle(): void {
		const isStyled = this.#styled.look === this.#look && this.#styled.areas === this.#areas;
		if (isStyled || !this.#isUsable()) return;
		this.#styled = { look: this.#look, areas: this.#areas };
		this.#map.setStyle(atlasStyle(this.#look, this.#areas), { diff: true });
	}

	#addIncidents(): void {
		if (!this.#isUsable() || this.#map.getLayer('incidents')) return;
		addInLayerOrder(this.#map, this.#layer);
		this.#map.triggerRepaint();
	}

	#applyAll(): void {
		this.#layer.setTheme(this.#look.theme);
		if (this.#mask?.length === this.#table.length) this.#layer.setMask(this.#mask);
		this.#layer.setSelected(this.#rowOf(this.#selected));
		this.#applyTime();
	}

	#applyTime(): void {
		const [from, to] = this.#days ?? [0, -1];
		this.#layer.setTime(from, to, this.#fade);
		const areas = this.#areaStates.setShown(this.#days, this.#mask);
		this.#events.ondrawn(this.#layer.drawnCount(), areas);
	}

	#rowOf(id: string | null): number {
		return (id === null ? undefined : this.#table.rowOf.get(id)) ?? -1;
	}

	#hover(event: MapMouseEvent): void {
		const ids = this.#idsAt(event);
		this.#map.getCanvas().style.cursor = ids.length > 0 ? 'pointer' : '';
		this.#events.onhover(ids, event.point);
	}

	/** Symbols before areas: whoever points at a symbol does not mean the country it lies in. */
	#idsAt({ point }: MapMouseEvent): string[] {
		const symbols = this.#layer.rowsAt(point, this.#tolerancePx).map((row) => this.#table.idOf(row));
		return symbols.length > 0 ? symbols : this.#areaStates.idsAt(point, this.#tolerancePx);
	}

	#reportCamera(event: object): void {
		const camera = this.#readCamera();
		if (sameCamera(camera, this.#here)) return;
		this.#here = camera;
		if ('isOurs' in event) return;
		this.#camera = camera;
		this.#events.oncamera(camera);
	}

	#readCamera(): Camera {
		const { lng, lat } = this.#map.getCenter().wrap();
		return { lng: round(lng, 5), lat: round(lat, 5), zoom: round(this.#map.getZoom(), 2) };
	}

	#wholeBounds(): LngLatBoundsLike {
		const located = [...this.#table.lng.keys()].filter((row) => this.#table.isPoint[row] === 1);
		return boundsOf(this.#table, located, this.#areas.features) ?? NOWHERE;
	}

	#fit(bounds: LngLatBoundsLike, isReadersMove: boolean): void {
		const options = { padding: FIT_PADDING_PX, maxZoom: 8 };
		this.#map.fitBounds(bounds, options, isReadersMove ? {} : { isOurs: true });
	}

	/** Moves as little as needed, and not at all for what is in view. */
	#bringIntoView(id: string): void {
		const row = this.#rowOf(id);
		const area = this.#areas.features.find((feature) => feature.properties?.['incident'] === id);
		const bounds = boundsOf(this.#table, row >= 0 && this.#table.isPoint[row] ? [row] : [], area ? [area] : []);
		if (!bounds) return;
		const [west, south, east, north] = bounds;
		const centre: [number, number] = [(west + east) / 2, (south + north) / 2];
		if (!this.#map.getBounds().contains(centre)) this.#map.easeTo({ center: centre });
	}
}

function sameCamera(a: Camera | null, b: Camera | null): boolean {
	return a === b || (a !== null && b !== null && a.lng === b.lng && a.lat === b.lat && a.zoom === b.zoom);
}

function round(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}

import type { FeatureCollection } from 'geojson';
import { addProtocol, Map as MaplibreMap, setWorkerUrl, type LngLatBoundsLike, type MapMouseEvent } from 'maplibre-gl';
import type { IncidentTable } from '../view/incident-table.ts';
import type { DayRange } from '../view/select.ts';
import type { Camera, View } from '../view/view.ts';
import type { AtlasMapEvents, AtlasMapStart } from './atlas-map-events.ts';
import { Annotations } from './annotations.ts';
import { AreaStates } from './area-states.ts';
import { atlasStyle, type AtlasLook } from './atlas-style.ts';
import { pmtilesProtocol } from './basemap-protocol.ts';
import { boundsOf, boundsOfIncidents, wholeBounds } from './bounds.ts';
import { bringIntoView, fitFree, fitOptions, readCamera, sameCamera } from './camera.ts';
import { IncidentLayer, type Fade } from './incident-layer.ts';
import { withIncidentMarks } from './incident-mark-layers.ts';
import { addInLayerOrder, putIncidents } from './layer-order.ts';
import type { MapLinks } from './link-lines.ts';
import { addMadeImage } from './made-images.ts';
import { Deadline, hasWebGL2, PATIENCE_MS } from './map-health.ts';
import { workerUrl } from './worker-url.ts';

setWorkerUrl(workerUrl());
addProtocol('pmtiles', pmtilesProtocol());

const LOOK_KEYS = ['theme', 'language', 'projection', 'assets', 'basemap', 'layers'] as const;
const MOUSE_TOLERANCE_PX = 3;
const FINGER_TOLERANCE_PX = 14;
/** More incidents than this in a hexagon are no list to choose from: a press moves closer instead. */
const MOST_LISTED = 40;

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
	readonly #marks: Annotations;
	readonly #stillness = matchMedia('(prefers-reduced-motion: reduce)');
	#show: View['show'] = 'auto';
	#isDimmedShown = false;
	#isPlayed = false;
	#days: DayRange | null = null;
	#fade: Fade = { mode: 'none', days: 0 };
	#mask: Uint8Array | null = null;
	/** What the owner has: `null` for all of the data. */
	#camera: Camera | null;
	/** Where the map is. */
	#here: Camera;
	#selected: string | null = null;
	#inStorysSight: readonly string[] = [];
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
		this.#layer = this.#makeLayer();
		this.#map = new MaplibreMap({
			container,
			style: withIncidentMarks(atlasStyle(start, areas), start.theme),
			...(camera
				? { center: [camera.lng, camera.lat] as [number, number], zoom: camera.zoom }
				: { bounds: wholeBounds(this.#table, this.#areas), fitBoundsOptions: fitOptions(container) }),
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
		this.#here = readCamera(this.#map);
		this.#marks = new Annotations(this.#map);
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
			this.#layer = this.#makeLayer();
			this.#addIncidents();
			if (wasEmpty && !this.#camera) this.#fit(wholeBounds(this.#table, this.#areas), false);
		}
		this.#areaStates.setData(table, areas);
		this.#applyAll();
	}

	/** `null` shows nothing. With `isPlayed` the last day is the position of playback. */
	setTime(days: DayRange | null, fade: Fade, isPlayed: boolean): void {
		this.#days = days;
		this.#fade = fade;
		this.#isPlayed = isPlayed;
		this.#applyTime();
	}

	/** Symbols, hexagons or what suits the number; and whether what the filters exclude is shown, dimmed. */
	setShow(show: View['show'], isDimmedShown: boolean): void {
		this.#show = show;
		this.#isDimmedShown = isDimmedShown;
		this.#applyTime();
	}

	/** One byte for each row: 1 passes the filters. */
	setMask(mask: Uint8Array): void {
		this.#mask = mask;
		if (mask.length === this.#table.length) this.#layer.setMask(mask);
		this.#applyTime();
	}

	setSelected(id: string | null): void {
		const isNew = id !== null && id !== this.#selected;
		this.#selected = id;
		this.#layer.setSelected(this.#rowOf(id));
		this.#areaStates.setSelected(id);
		this.#told();
		const bounds = isNew && this.#inStorysSight.length === 0 && boundsOfIncidents([id], this.#table, this.#areas);
		if (bounds) bringIntoView(this.#map, bounds);
	}

	setLinks(links: MapLinks): void {
		this.#marks.setLinks(links);
	}

	/** Moves, if asked to, to where all these incidents are in sight; without any on the map it stays where it is. */
	setFocus(ids: readonly string[], isMoving: boolean): void {
		this.#inStorysSight = ids;
		const bounds = isMoving && boundsOfIncidents(ids, this.#table, this.#areas);
		if (bounds) fitFree(this.#map, bounds);
	}

	setHovered(id: string | null): void {
		this.#layer.setHovered(this.#rowOf(id));
		this.#areaStates.setHovered(id);
		this.#marks.setHovered(this.#rowOf(id));
	}

	setCamera(camera: Camera | null): void {
		if (sameCamera(camera, this.#camera)) return;
		this.#camera = camera;
		if (!camera) this.#fit(wholeBounds(this.#table, this.#areas), false);
		else this.#map.jumpTo({ center: [camera.lng, camera.lat], zoom: camera.zoom }, { isOurs: true });
	}

	setLook(look: AtlasLook): void {
		if (LOOK_KEYS.every((key) => look[key] === this.#look[key])) return;
		this.#look = look;
		this.#layer.setTheme(look.theme, look.layers);
		this.#applyStyle();
		this.#told();
	}

	zoomIn(): void {
		this.#map.zoomIn();
	}

	zoomOut(): void {
		this.#map.zoomOut();
	}

	/** Moves to what is on show now. */
	fitShown(): void {
		const rows = this.#layer.drawnRows();
		const areas = this.#areas.features.filter((feature) => this.#areaStates.isShown(feature.properties?.['incident']));
		const bounds = boundsOf(this.#table, rows, areas);
		if (bounds) this.#fit(bounds, true);
	}

	/** Back to where the map started without a camera: all of the data. */
	reset(): void {
		this.#camera = null;
		this.#fit(wholeBounds(this.#table, this.#areas), false);
		this.#events.oncamera(null);
	}

	remove(): void {
		this.#workerDeadline.stop();
		this.#contextDeadline.stop();
		this.#marks.stop();
		this.#stillness.onchange = null;
		this.#map.remove();
	}

	#listen(): void {
		const map = this.#map;
		const { onfailure, onready } = this.#events;
		map.on('style.load', () => {
			this.#applyStyle();
			this.#addIncidents();
			this.#areaStates.forget();
			this.#marks.forget();
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
		map.setMissingStyleImageResolver((name) => addMadeImage(map, name));
		map.on('moveend', (event) => {
			this.#layer.settle();
			this.#told();
			this.#reportCamera(event);
		});
		map.on('idle', () => this.#events.onlabels(this.#marks.titles(), this.#marks.arcCount()));
		this.#stillness.onchange = () => this.#layer.setStill(this.#stillness.matches);
		map.on('mousemove', (event) => this.#hover(event));
		map.on('mouseout', () => this.#leave());
		map.on('movestart', () => this.#leave());
		map.on('click', (event) => this.#choose(event.point, this.#tolerancePx));
		map.getCanvas().addEventListener('keydown', ({ key }) => {
			const { clientWidth, clientHeight } = map.getCanvas();
			if (key === 'Enter') this.#choose({ x: clientWidth / 2, y: clientHeight / 2 }, FINGER_TOLERANCE_PX);
			if (key === 'Escape') this.#fan(-1);
		});
		map.getCanvas().addEventListener('pointerdown', (event) => {
			this.#tolerancePx = event.pointerType === 'mouse' ? MOUSE_TOLERANCE_PX : FINGER_TOLERANCE_PX;
		});
	}

	#fail(error: { readonly message: string }, sourceId: unknown): void {
		if (error.message.startsWith('Worker failed to load')) {
			this.#workerDeadline.stop();
			this.#events.onfailure('worker-blocked');
		} else if (sourceId === 'basemap' || sourceId === 'relief') {
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
		const style = atlasStyle(this.#look, this.#areas);
		this.#map.setStyle(withIncidentMarks(style, this.#look.theme), { diff: true });
		this.#marks.forget();
	}

	#makeLayer(): IncidentLayer {
		const layer = new IncidentLayer(this.#table, this.#look.theme, this.#look.layers);
		layer.setStill(this.#stillness.matches);
		layer.ondegraded = () => {
			this.#events.onfailure('degraded');
			this.#told();
		};
		return layer;
	}

	#addIncidents(): void {
		if (!this.#isUsable() || this.#map.getLayer('incidents')) return;
		addInLayerOrder(this.#map, this.#layer);
		this.#map.triggerRepaint();
	}

	#applyAll(): void {
		this.#layer.setTheme(this.#look.theme, this.#look.layers);
		if (this.#mask?.length === this.#table.length) this.#layer.setMask(this.#mask);
		this.#layer.setSelected(this.#rowOf(this.#selected));
		this.#applyTime();
	}

	#applyTime(): void {
		const [from, to] = this.#days ?? [0, -1];
		this.#layer.setShow(this.#show, this.#isDimmedShown);
		this.#layer.setTime(from, to, this.#fade);
		this.#areaStates.setShown(this.#days, this.#mask, this.#fade, this.#isDimmedShown);
		this.#told();
	}

	/** Tells the owner and the labels what is on show now. */
	#told(): void {
		if (this.#isUsable()) putIncidents(this.#map, this.#layer.isDensity);
		this.#marks.update({
			table: this.#table,
			layer: this.#layer,
			days: this.#days,
			mask: this.#mask,
			isPlayed: this.#isPlayed,
			selected: this.#rowOf(this.#selected),
		});
		this.#events.ondrawn({
			symbols: this.#layer.drawnCount(),
			areas: this.#areaStates.shownCount,
			as: this.#layer.isDensity ? 'density' : 'symbols',
			fanned: this.#layer.fannedCount,
		});
	}

	#fan(row: number): void {
		this.#layer.fan(row);
		this.#told();
	}

	#rowOf(id: string | null): number {
		return (id === null ? undefined : this.#table.rowOf.get(id)) ?? -1;
	}

	#hover({ point }: MapMouseEvent): void {
		const hexagon = this.#layer.hexagonAt(point);
		const ids = this.#idsAt(point, this.#tolerancePx);
		this.#layer.setHoveredHexagon(hexagon?.cell ?? -1);
		this.#map.getCanvas().style.cursor = hexagon || ids.length > 0 ? 'pointer' : '';
		this.#events.onhover(hexagon ? [] : ids, point, hexagon?.count);
	}

	#leave(): void {
		this.#layer.setHoveredHexagon(-1);
		this.#events.onhover([], { x: 0, y: 0 });
	}

	/** Chooses what is under a point; a stack is fanned out too, and a hexagon of many looked at from closer by. */
	#choose(point: { x: number; y: number }, tolerancePx: number): void {
		const hexagon = this.#layer.hexagonAt(point);
		if (hexagon) {
			const rows = hexagon.count <= MOST_LISTED ? this.#layer.rowsInHexagon(hexagon.cell) : [];
			if (rows.length > 0) this.#events.onchoose(rows.map((row) => this.#table.idOf(row)));
			else this.#map.easeTo({ center: this.#map.unproject([point.x, point.y]), zoom: this.#map.getZoom() + 2 });
			return;
		}
		const rows = this.#layer.rowsAt(point, tolerancePx);
		const isFanned = rows.length > 0 && this.#layer.isFanned(rows[0]!);
		if (!isFanned) this.#fan(rows.find((row) => this.#layer.symbols.stack[row]! >= 0) ?? -1);
		this.#events.onchoose(isFanned ? [this.#table.idOf(rows[0]!)] : this.#idsAt(point, tolerancePx, rows));
	}

	/** Symbols before areas: whoever points at a symbol does not mean the country it lies in. */
	#idsAt(
		point: { x: number; y: number },
		tolerancePx: number,
		rows = this.#layer.rowsAt(point, tolerancePx),
	): string[] {
		const symbols = rows.map((row) => this.#table.idOf(row));
		return symbols.length > 0 ? symbols : this.#areaStates.idsAt(point, tolerancePx);
	}

	#reportCamera(event: object): void {
		const camera = readCamera(this.#map);
		if (sameCamera(camera, this.#here)) return;
		this.#here = camera;
		if ('isOurs' in event) return;
		this.#camera = camera;
		this.#events.oncamera(camera);
	}

	#fit(bounds: LngLatBoundsLike, isReadersMove: boolean): void {
		const options = fitOptions(this.#map.getContainer());
		this.#map.fitBounds(bounds, options, isReadersMove ? {} : { isOurs: true });
	}
}

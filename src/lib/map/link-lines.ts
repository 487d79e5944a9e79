import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { GeoJSONSource, Map as MaplibreMap } from 'maplibre-gl';
import type { RouteRole } from '../model/vocabulary.ts';
import { bearingAtEnd, greatCircle } from '../view/great-circle.ts';
import type { IncidentTable } from '../view/incident-table.ts';
import { type DrawnArc, drawnArcs, type LinkArc, linkArcs, type WantedArcs } from '../view/link-arcs.ts';
import { type DayRange, isPresent } from '../view/select.ts';
import { SYMBOL_METRICS } from '../view/symbol-tokens.ts';
import { LINE_LAYERS, LINK_SOURCE, ROUTE_SOURCE } from './link-layers.ts';

/** A few times a second is enough for lines that grow by the day. */
const LEAST_PAUSE_MS = 250;
const HEAD_GAP_PX = 2;

/** Which links and routes a map may show. */
export interface MapLinks {
	/** All links, or only those of the selected incident. */
	readonly all: boolean;
	/** Ids of the records of the chain that is told; its links are shown instead of those of the selected incident. */
	readonly chain: ReadonlySet<string> | null;
	/** The layer of routes. */
	readonly routes: FeatureCollection;
	/** What each place of a route is called. */
	readonly roles: Readonly<Record<RouteRole, string>>;
}

export const NO_LINKS: MapLinks = {
	all: false,
	chain: null,
	routes: { type: 'FeatureCollection', features: [] },
	roles: { 'launched-from': '', 'intercepted-over': '', 'fell-at': '', hit: '', 'aimed-at': '' },
};

/** What the lines are made from, besides the links. */
export interface LinkedView {
	readonly table: IncidentTable;
	readonly layer: {
		isShown(row: number): boolean;
		placementOf(row: number): { readonly lng: number; readonly lat: number; readonly radius: number };
	};
	readonly days: DayRange | null;
	readonly mask: Uint8Array | null;
	readonly isPlayed: boolean;
	readonly selected: number;
}

/** Keeps the arcs between incidents, and the routes of the selected and the hovered one, on a map. */
export class LinkLines {
	readonly #map: MaplibreMap;
	readonly #stillness = matchMedia('(prefers-reduced-motion: reduce)');
	#links = NO_LINKS;
	#view: LinkedView | null = null;
	#arcs: readonly LinkArc[] = [];
	#hovered = -1;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#written = new Map<string, string>();
	/** Number of arcs drawn, whole or in part. */
	drawnCount = 0;

	constructor(map: MaplibreMap) {
		this.#map = map;
	}

	setLinks(links: MapLinks): void {
		this.#links = links;
		this.#write();
	}

	/** Draws the lines of a view, a few times a second at most. Takes no time where there are none to draw. */
	update(view: LinkedView): void {
		if (view.table !== this.#view?.table) this.#arcs = linkArcs(view.table);
		this.#view = view;
		if (this.#timer !== null) return;
		this.#write();
		this.#timer = setTimeout(() => {
			this.#timer = null;
			this.#write();
		}, LEAST_PAUSE_MS);
	}

	setHovered(row: number): void {
		this.#hovered = row;
		this.#write();
	}

	/** After MapLibre lost its own memory, with its style or its context. */
	forget(): void {
		this.#written.clear();
	}

	stop(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}

	#write(): void {
		const view = this.#view;
		if (!view) return;
		const wanted = this.#wanted(view);
		const drawn = wanted
			? drawnArcs(this.#arcs, view.table, wanted, { ...view, isStill: this.#stillness.matches })
			: [];
		this.drawnCount = drawn.length;
		this.#put(
			LINK_SOURCE,
			drawn.flatMap((arc) => arcFeatures(arc, view)),
		);
		const rows = [...new Set([view.selected, this.#hovered])].filter((row) => row >= 0 && isOnShow(row, view));
		this.#put(
			ROUTE_SOURCE,
			rows.flatMap((row) => routeShapes(this.#links, view.table, row, view.layer.placementOf(row))),
		);
	}

	#wanted({ table, selected }: LinkedView): WantedArcs | null {
		if (this.#arcs.length === 0) return null;
		if (this.#links.all) return 'all';
		if (this.#links.chain) return { among: this.#links.chain };
		return selected >= 0 ? { of: table.idOf(selected) } : null;
	}

	#put(id: keyof typeof LINE_LAYERS, features: Feature[]): void {
		const source = this.#map.style && this.#map.getSource<GeoJSONSource>(id);
		const text = JSON.stringify(features);
		if (!source || text === (this.#written.get(id) ?? '[]')) return;
		this.#written.set(id, text);
		const visibility = features.length > 0 ? 'visible' : 'none';
		for (const layer of LINE_LAYERS[id]) this.#map.setLayoutProperty(layer, 'visibility', visibility);
		source.setData({ type: 'FeatureCollection', features });
	}
}

type Placement = ReturnType<LinkedView['layer']['placementOf']>;

/** The line of an arc as far as it has grown, and the head at its tip. */
function arcFeatures({ arc, until }: DrawnArc, { layer }: LinkedView): Feature<LineString | Point>[] {
	// Where the symbols stand, which may be beside the point that they share with others.
	const [from, to] = [arc.cause, arc.answer].map((row) => layer.placementOf(row)) as [Placement, Placement];
	const line = greatCircle([from.lng, from.lat], [to.lng, to.lat], until);
	const { kind, certainty } = arc;
	const hasArrived = until === 1 && layer.isShown(arc.answer);
	const reach = hasArrived ? to.radius + SYMBOL_METRICS.ringGapPx + HEAD_GAP_PX : 0;
	return [
		{ type: 'Feature', geometry: { type: 'LineString', coordinates: line }, properties: { kind, certainty } },
		{
			type: 'Feature',
			geometry: { type: 'Point', coordinates: line.at(-1)! },
			properties: { kind, certainty, bearing: bearingAtEnd(line), reach },
		},
	];
}

/** What there is to draw of the route of an incident. A place that is the incident's own is marked where its symbol stands. */
export function routeShapes(
	{ routes, roles }: Pick<MapLinks, 'routes' | 'roles'>,
	table: IncidentTable,
	row: number,
	{ lng, lat }: Pick<Placement, 'lng' | 'lat'>,
): Feature[] {
	const id = table.idOf(row);
	return routes.features.flatMap(({ geometry, properties }): Feature[] => {
		if (properties?.['incident'] !== id) return [];
		const role = String(properties['role']);
		if (geometry?.type === 'LineString') {
			const [from, to] = geometry.coordinates as [[number, number], [number, number]];
			const path: LineString = { type: 'LineString', coordinates: greatCircle(from, to) };
			return [{ type: 'Feature', geometry: path, properties: { role, shape: 'path', label: '' } }];
		}
		if (geometry?.type === 'Point') {
			const isOwn = geometry.coordinates[0] === table.lng[row] && geometry.coordinates[1] === table.lat[row];
			const point: Point = isOwn ? { type: 'Point', coordinates: [lng, lat] } : geometry;
			const label = roles[role as RouteRole];
			return [{ type: 'Feature', geometry: point, properties: { role, shape: 'point', label } }];
		}
		return geometry ? [{ type: 'Feature', geometry, properties: { role, shape: 'area', label: '' } }] : [];
	});
}

function isOnShow(row: number, { table, days, mask }: LinkedView): boolean {
	return days !== null && (!mask || mask[row] === 1) && isPresent(table.startDay[row]!, table.endDay[row]!, days);
}

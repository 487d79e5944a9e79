import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, Map as MaplibreMap } from 'maplibre-gl';
import { type IncidentTable, KIND_CODES, SIDE_CODES } from '../../../lib/view/incident-table.ts';
import type { DayRange } from '../../../lib/view/select.ts';
import { SIDE_COLOURS } from '../../../lib/view/symbol-tokens.ts';
import type { Approach } from './approach.ts';
import { bareMap } from './bare-map.ts';
import { nextIdle } from './map-probe.ts';

/** MapLibre's own way: a GeoJSON source, a circle layer, and `setFilter` for each step. */
export class Geojson implements Approach {
	readonly #data: FeatureCollection;
	#map: MaplibreMap | null = null;

	constructor(table: IncidentTable) {
		const rows = [...table.startDay.keys()].filter((row) => table.isPoint[row] === 1);
		this.#data = {
			type: 'FeatureCollection',
			features: rows.map((row) => ({
				type: 'Feature',
				geometry: { type: 'Point', coordinates: [table.lng[row]!, table.lat[row]!] },
				properties: {
					start: table.startDay[row]!,
					end: table.endDay[row]!,
					kind: KIND_CODES[table.kind[row]!]!,
					side: SIDE_CODES[table.side[row]!]!,
				},
			})),
		};
	}

	async open(): Promise<void> {
		this.#map = await bareMap();
	}

	async load(): Promise<void> {
		const map = this.#map!;
		map.addSource('incidents', { type: 'geojson', data: this.#data });
		const colours = Object.entries(SIDE_COLOURS.light).flat();
		map.addLayer({
			id: 'incidents',
			type: 'circle',
			source: 'incidents',
			paint: {
				'circle-radius': 4,
				'circle-color': ['match', ['get', 'side'], ...colours, '#000000'] as unknown as ExpressionSpecification,
			},
		});
		await nextIdle();
	}

	step([from, to]: DayRange): void {
		const filter: FilterSpecification = ['all', ['<=', ['get', 'start'], to], ['>=', ['get', 'end'], from]];
		this.#map!.setFilter('incidents', filter);
	}

	settled(): Promise<void> {
		return nextIdle();
	}

	pick(x: number, y: number): number {
		const box: [[number, number], [number, number]] = [
			[x - 3, y - 3],
			[x + 3, y + 3],
		];
		return this.#map!.queryRenderedFeatures(box, { layers: ['incidents'] }).length;
	}
}

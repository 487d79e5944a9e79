import circle from '@turf/circle';
import type { Feature, Polygon } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MaplibreMap } from 'maplibre-gl';
import type { IncidentTable } from '../view/incident-table.ts';
import { SYMBOL_INKS, type SymbolTheme } from '../view/symbol-tokens.ts';
import type { IncidentLayer } from './incident-layer.ts';

/** Source of the discs, empty until an incident is selected or hovered. */
export const UNCERTAINTY_SOURCE = 'uncertainty';
const UNCERTAINTY_LAYERS = ['uncertainty-fill', 'uncertainty-line'] as const;
const CORNERS = 96;

/**
 * How far from its symbol an incident may have been: a faint disc with a dashed edge, fainter where only hovered. Hidden
 * until there is one.
 */
export function uncertaintyLayers(theme: SymbolTheme): LayerSpecification[] {
	const { halo } = SYMBOL_INKS[theme];
	const source = UNCERTAINTY_SOURCE;
	return [
		{
			id: UNCERTAINTY_LAYERS[0],
			type: 'fill',
			source,
			layout: { visibility: 'none' },
			paint: {
				'fill-color': halo,
				'fill-opacity': ['case', ['get', 'isSelected'], 0.07, 0.04],
				'fill-antialias': false,
			},
		},
		{
			id: UNCERTAINTY_LAYERS[1],
			type: 'line',
			source,
			layout: { 'line-join': 'round', visibility: 'none' },
			paint: {
				'line-color': halo,
				'line-width': 1.2,
				'line-dasharray': [3, 3],
				'line-opacity': ['case', ['get', 'isSelected'], 0.75, 0.5],
			},
		},
	];
}

/** The discs of incidents drawn as points; none for those drawn as areas, which are their own uncertainty. */
export function uncertaintyDiscs(table: IncidentTable, rows: readonly number[], selected: number): Feature<Polygon>[] {
	return [...new Set(rows)].flatMap((row) => {
		if (table.isPoint[row] !== 1) return [];
		const km = table.feature(row).properties.uncertainty_km;
		if (km === null || km <= 0) return [];
		const properties = { isSelected: row === selected };
		return [circle([table.lng[row]!, table.lat[row]!], km, { steps: CORNERS, units: 'kilometers', properties })];
	});
}

/** Keeps the discs of the selected and the hovered incident on a map. */
export class UncertaintyDiscs {
	readonly #map: MaplibreMap;
	#written = '';

	constructor(map: MaplibreMap) {
		this.#map = map;
	}

	/** Of the selected and the hovered row, less than 0 for none, draws those that the layer shows. */
	update(table: IncidentTable, layer: IncidentLayer, selected: number, hovered: number): void {
		const source = this.#map.style && this.#map.getSource<GeoJSONSource>(UNCERTAINTY_SOURCE);
		if (!source) return;
		const shown = [selected, hovered].filter((row) => row >= 0 && layer.isShown(row));
		const features = uncertaintyDiscs(table, shown, selected);
		const text = JSON.stringify(features);
		if (text === this.#written) return;
		this.#written = text;
		// A source has its tiles cut out in each frame, even if nothing is in them.
		const visibility = features.length > 0 ? 'visible' : 'none';
		for (const layer of UNCERTAINTY_LAYERS) this.#map.setLayoutProperty(layer, 'visibility', visibility);
		source.setData({ type: 'FeatureCollection', features });
	}

	/** After MapLibre lost its own memory, with its style or its context. */
	forget(): void {
		this.#written = '';
	}
}

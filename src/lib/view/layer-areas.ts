import circle from '@turf/circle';
import type { Feature } from 'geojson';
import type { IncidentFeature } from '../model/feature.ts';
import type { GeoPrecision } from '../model/vocabulary.ts';
import type { LayerStyle } from './layer-style.ts';
import type { RowOriginal } from './pack-original.ts';

/**
 * Lines, areas and coarse places of one imported layer that are drawn as such, and how many positions they may have
 * together. Further lines and areas are drawn as symbols at their representative point; further coarse places, of which
 * a point would say too much, are in the table only. Whoever shows a layer says how many these are.
 */
export const LAYER_AREAS = { most: 1000, mostPositions: 200_000, discPositions: 48 } as const;

/**
 * Radius of the disc of a place known only so coarsely, where its file does not say how far off it may be. These are
 * ours: about the reach of a district, a province, a part of a country and a country.
 */
const NOMINAL_KM: Readonly<Record<GeoPrecision, number>> = {
	site: 1,
	town: 5,
	district: 25,
	province: 75,
	region: 150,
	country: 250,
};

/** Where an imported incident may have been: the line or area of its row, else a disc; `null` where it is unlocated. */
export function layerArea(feature: IncidentFeature, { shape }: RowOriginal, { colour }: LayerStyle): Feature | null {
	const { id, geometry, properties: p } = feature;
	if (geometry === null) return null;
	const precision = p.geo_precision ?? 'country';
	const km = p.uncertainty_km ?? NOMINAL_KM[precision];
	const disc = () => circle(geometry.coordinates, km, { steps: LAYER_AREAS.discPositions, units: 'kilometers' });
	return {
		type: 'Feature',
		id,
		geometry: shape ?? disc().geometry,
		properties: {
			incident: id,
			kind: p.kind,
			side: p.side,
			date_start: p.date_start,
			date_end: p.date_end,
			geo_precision: precision,
			shape: shape ? 'outline' : 'disc',
			...(colour === 'side' ? {} : { colour: `layer-${colour}` }),
		},
	};
}

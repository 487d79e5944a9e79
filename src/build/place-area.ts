import circle from '@turf/circle';
import type { Position as GeoPosition } from 'geojson';
import type { Position } from '../lib/model/fields.ts';
import type { AreaFeature } from '../lib/model/layer-feature.ts';
import type { Geocoding, PlaceMention } from '../lib/model/place.ts';
import type { GeoPrecision } from '../lib/model/vocabulary.ts';
import type { Gazetteer } from './atlas.ts';

const DISC_STEPS = 64;
const AREA_PRECISIONS: readonly GeoPrecision[] = ['district', 'province', 'region', 'country'];

interface PlaceArea {
	geometry: AreaFeature['geometry'];
	shape: AreaFeature['properties']['shape'];
	precision: GeoPrecision;
}

/** What a place that is known more coarsely than a town is drawn as; `null` for a finer one and where none was found. */
export function placeArea(
	mention: PlaceMention,
	geocoding: Geocoding,
	gazetteer: Pick<Gazetteer, 'row' | 'outline'>,
): PlaceArea | null {
	const { place_id: id, geo_precision: precision, uncertainty_km: radiusKm } = geocoding;
	const row = id === null ? null : gazetteer.row(id);
	if (!row || precision === null || radiusKm === null || !AREA_PRECISIONS.includes(precision)) return null;
	const within = mention.relation === 'at' || mention.relation === 'in';
	const outline = within && row.area !== null ? gazetteer.outline(row.area) : null;
	return outline && 'type' in outline
		? { geometry: outline as AreaFeature['geometry'], shape: 'outline', precision }
		: { geometry: disc(row.position, radiusKm), shape: 'disc', precision };
}

/** A disc of true radius around the point, five decimals, counter-clockwise, closed. */
function disc(center: Position, radiusKm: number): AreaFeature['geometry'] {
	const [shell] = circle(center, radiusKm, { steps: DISC_STEPS, units: 'kilometers' }).geometry.coordinates;
	const ring = shell!.map(([lng, lat]: GeoPosition): Position => [round5(lng!), round5(lat!)]);
	return { type: 'Polygon', coordinates: [ring] };
}

function round5(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}

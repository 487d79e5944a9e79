import bbox from '@turf/bbox';
import type { Feature, FeatureCollection, Position as GeoPosition } from 'geojson';
import type { Position } from '../../lib/model/fields.ts';
import { SENSITIVITIES, type Sensitivity } from '../../lib/model/vocabulary.ts';
import { coarsePosition } from '../../lib/model/sensitivity.ts';
import { incidentSources } from '../atlas.ts';
import { sensitivityOf } from '../place-sensitivity.ts';
import type { Check } from './check.ts';

/** The middle of a disc comes from corners that are rounded to five decimals. */
const TOLERANCE_DEGREES = 2e-5;

export const check: Check = {
	name: 'sensitive-layers',
	description:
		'No layer shows a sensitive place finer than its class allows: not as a point, not as the end of a link, not as the middle of a disc, nor with a radius below what rounding moves.',
	scope: 'layers',
	check(atlas, report) {
		const { expected, gazetteer } = atlas;
		if (!expected || !gazetteer) return;
		const byPlace = new Map<string, Sensitivity>();
		const byRecord = new Map<string, Sensitivity>();
		for (const { value } of incidentSources(atlas)) {
			const id = value.derived.geocoding?.place_id ?? null;
			const row = id === null ? null : gazetteer.row(id);
			const sensitivity = row ? sensitivityOf(row, atlas) : 'none';
			if (!row || sensitivity === 'none') continue;
			byPlace.set(row.id, sensitivity);
			byRecord.set(value.id, sensitivity);
		}
		for (const [file, text] of expected) {
			if (!file.endsWith('.geojson')) continue;
			for (const [i, feature] of (JSON.parse(text) as FeatureCollection).features.entries()) {
				const tell = (path: string, message: string) =>
					report({ file, path: `features[${i}].${path}`, message, fix: 'correct the place in geodata/places' });
				for (const { position, sensitivity, tolerance } of shown(feature, byPlace, byRecord)) {
					if (isOnGrid(position, sensitivity, tolerance)) continue;
					const message = `${String(feature.id)} shows [${position.join(', ')}], finer than "${sensitivity}" allows`;
					tell('geometry', message);
				}
				const sensitivity = byPlace.get(String(feature.id)) ?? byRecord.get(String(feature.id)) ?? 'none';
				const radiusKm: unknown = feature.properties?.['uncertainty_km'];
				if (typeof radiusKm === 'number' && radiusKm < SENSITIVITIES[sensitivity].leastKm) {
					const message = `${String(feature.id)} has a radius of ${radiusKm} km, too small for "${sensitivity}"`;
					tell('properties.uncertainty_km', message);
				}
			}
		}
	},
};

interface Shown {
	position: Position;
	sensitivity: Sensitivity;
	tolerance: number;
}

/** The positions of sensitive places that a feature gives away. */
function shown(
	{ id, geometry, properties }: Feature,
	byPlace: ReadonlyMap<string, Sensitivity>,
	byRecord: ReadonlyMap<string, Sensitivity>,
): Shown[] {
	const at = (position: GeoPosition, of: unknown, tolerance = 0): Shown[] => {
		const sensitivity = byPlace.get(String(of)) ?? byRecord.get(String(of));
		return sensitivity ? [{ position: [position[0]!, position[1]!], sensitivity, tolerance }] : [];
	};
	if (geometry?.type === 'Point') return at(geometry.coordinates, id);
	if (geometry?.type === 'LineString') {
		const { from, to } = properties as { from: string; to: string };
		return [...at(geometry.coordinates[0]!, from), ...at(geometry.coordinates.at(-1)!, to)];
	}
	if (properties?.['shape'] !== 'disc') return [];
	const [west, south, east, north] = bbox(geometry as never) as [number, number, number, number];
	return at([(west + east) / 2, (south + north) / 2], id, TOLERANCE_DEGREES);
}

function isOnGrid(position: Position, sensitivity: Sensitivity, tolerance: number): boolean {
	const coarse = coarsePosition(position, sensitivity);
	return coarse.every((degrees, axis) => Math.abs(degrees - position[axis]!) <= tolerance);
}

import type { GazetteerRow } from '../lib/geocode/gazetteer-row.ts';
import type { Position } from '../lib/model/fields.ts';
import type { Place } from '../lib/model/place.ts';
import { coarsened, coarsePosition, leastSensitivity, stricter } from '../lib/model/sensitivity.ts';
import type { Sensitivity } from '../lib/model/vocabulary.ts';
import type { Atlas } from './atlas.ts';

/** The class of a row: a curated place's own, for a place of another list what its kind asks. */
export function sensitivityOf(
	row: Pick<GazetteerRow, 'id' | 'kind'>,
	{ curatedById }: Pick<Atlas, 'curatedById'>,
): Sensitivity {
	return stricter(curatedById.get(row.id)?.properties.sensitivity ?? 'none', leastSensitivity(row.kind));
}

/** Whether the position stands on the grid of the class. */
export function isCoarse(position: Position, sensitivity: Sensitivity): boolean {
	const [lng, lat] = coarsePosition(position, sensitivity);
	return lng === position[0] && lat === position[1];
}

/** A row of a list nobody has gone through, rounded as its kind asks. */
export function coarseRow(row: GazetteerRow): GazetteerRow {
	const sensitivity = leastSensitivity(row.kind);
	return sensitivity === 'none' ? row : { ...row, ...coarsened(row, sensitivity) };
}

/** A curated place with the class its kind asks at least, rounded as that demands. */
export function coarsePlace(place: Place): Place {
	const { geometry, properties } = place;
	const sensitivity = stricter(properties.sensitivity, leastSensitivity(properties.kind));
	if (sensitivity === 'none') return place;
	const { position, uncertaintyKm } = coarsened(
		{ position: geometry.coordinates, uncertaintyKm: properties.uncertainty_km },
		sensitivity,
	);
	return {
		...place,
		geometry: { ...geometry, coordinates: position },
		properties: { ...properties, sensitivity, uncertainty_km: uncertaintyKm },
	};
}

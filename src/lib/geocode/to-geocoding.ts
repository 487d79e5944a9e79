import type { Geocoding } from '../model/place.ts';
import type { GeocodeAnswer } from './geocode.ts';
import { placeExtent } from './place-extent.ts';
import type { PlaceQuery } from './place-query.ts';
import { distanceKm } from './query-context.ts';

const MOST_REJECTED = 5;

/** An answer in the form that records keep, with up to five rejected candidates. */
export function toGeocoding({ chosen, candidates, reason }: GeocodeAnswer, query: PlaceQuery): Geocoding {
	const extent = chosen && placeExtent(chosen.row, query);
	return {
		place_id: chosen?.row.id ?? null,
		place_name: chosen?.row.name ?? null,
		geo_precision: extent?.geoPrecision ?? null,
		uncertainty_km: extent?.uncertaintyKm ?? null,
		reason: extent?.note ? `${reason} ${extent.note}` : reason,
		rejected: candidates
			.filter((candidate) => candidate !== chosen)
			.slice(0, MOST_REJECTED)
			.map(({ row, score, reason }) => ({
				place_id: row.id,
				name: row.name,
				country: row.country,
				score,
				distance_km: chosen && distanceKm(chosen.row.position, row.position),
				reason,
			})),
	};
}

import { GEO_PRECISIONS, type GeoPrecision, keysOf, type PlaceKind, type Relation } from '../model/vocabulary.ts';
import type { PlaceRow } from './gazetteer-row.ts';
import type { PlaceQuery } from './place-query.ts';

/** How finely a place is known, and the radius around its point within which the site is believed to lie. */
export interface PlaceExtent {
	geoPrecision: GeoPrecision;
	uncertaintyKm: number;
	/** What the relation did to it, in a sentence; `null` where it did nothing. */
	note: string | null;
}

const FINE_TO_COARSE = keysOf(GEO_PRECISIONS);
const NEAR_KM = 30;
const DIRECTION_KM = 60;
const DISTRICT_KM = 25;
/** A site whose coordinate is rougher than this, or that is larger, is no point on the map. */
const SITE_KM = 10;
/** The edge of a town reaches half its radius beyond it, and 5 km at the least. */
const OUTSKIRTS_FACTOR = 1.5;
const OUTSKIRTS_KM = 5;

const PRECISION: Partial<Record<PlaceKind, GeoPrecision>> = {
	// Its coordinates are rounded so far that no finer word would be true.
	home: 'town',
	town: 'town',
	district: 'district',
	province: 'province',
	region: 'region',
	sea: 'region',
	country: 'country',
};

/** Precision and uncertainty of "near X", "south of X" and so on, for the place X that was found. */
export function placeExtent(row: PlaceRow, query: PlaceQuery): PlaceExtent {
	const radius = row.uncertaintyKm;
	if (query.kind === 'district' && row.kind === 'town') {
		return widen(query.relation, 'district', Math.max(DISTRICT_KM, radius));
	}
	const own = PRECISION[row.kind] ?? 'site';
	const extent = widen(query.relation, own, radius);
	if (extent.geoPrecision !== 'site' || radius <= SITE_KM) return extent;
	const rough = `The site is known to within ${radius} km only.`;
	return { ...extent, geoPrecision: 'district', note: extent.note ? `${rough} ${extent.note}` : rough };
}

function widen(relation: Relation, own: GeoPrecision, radius: number): PlaceExtent {
	switch (relation) {
		case 'at':
		case 'in':
			return { geoPrecision: own, uncertaintyKm: radius, note: null };
		case 'outskirts-of':
			return {
				geoPrecision: own,
				uncertaintyKm: Math.round(Math.max(radius * OUTSKIRTS_FACTOR, radius + OUTSKIRTS_KM) * 10) / 10,
				note: 'On its edge: the radius is widened.',
			};
		case 'near':
			return {
				geoPrecision: coarser(own, 'district'),
				uncertaintyKm: Math.max(radius, NEAR_KM),
				note: `Near it only: at least ${NEAR_KM} km around.`,
			};
		default:
			return {
				geoPrecision: coarser(own, 'district'),
				uncertaintyKm: Math.max(radius, DIRECTION_KM),
				note: `No site is named, only "${relation.replace('-', ' ')}": at least ${DIRECTION_KM} km around the place, and no offset in that direction is invented.`,
			};
	}
}

function coarser(a: GeoPrecision, b: GeoPrecision): GeoPrecision {
	return FINE_TO_COARSE.indexOf(a) > FINE_TO_COARSE.indexOf(b) ? a : b;
}

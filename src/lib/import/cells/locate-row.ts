import { cleanCell } from './clean-cell.ts';
import { readCoordinate } from './read-coordinate.ts';
import type { LngLat } from './read-position.ts';

/** What is at fault in a row, and in which column. */
export interface RowFault {
	readonly column: number | null;
	readonly reason: string;
}

/** Why a position is refused that stands for none. */
export const NULL_ISLAND =
	'0, 0 is a point in the Gulf of Guinea that files write for an unknown position. Leave it empty where it is unknown.';

/**
 * The position of a row from its two columns, which `areSwapped` interchanges; `null` where both are empty, or say 0, 0
 * although a place is named.
 */
export function locateRow(
	cells: readonly string[],
	latitude: number,
	longitude: number,
	areSwapped: boolean,
	hasPlace: boolean,
): { readonly position: LngLat | null } | RowFault {
	const [latColumn, lngColumn] = areSwapped ? [longitude, latitude] : [latitude, longitude];
	const [latText, lngText] = [cleanCell(cells[latColumn]), cleanCell(cells[lngColumn])];
	if (latText === '' && lngText === '') return { position: null };
	if (latText === '')
		return { column: latColumn, reason: 'There is a longitude and no latitude. Give both or neither.' };
	if (lngText === '')
		return { column: lngColumn, reason: 'There is a latitude and no longitude. Give both or neither.' };
	const lat = readCoordinate(latText, 'latitude');
	if (typeof lat === 'object') return { column: latColumn, reason: lat.reason };
	const lng = readCoordinate(lngText, 'longitude');
	if (typeof lng === 'object') return { column: lngColumn, reason: lng.reason };
	if (lat !== 0 || lng !== 0) return { position: [lng, lat] };
	return hasPlace ? { position: null } : { column: latColumn, reason: NULL_ISLAND };
}

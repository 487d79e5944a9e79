import { MAX_LATITUDE } from './incident-symbols.ts';
import type { IncidentTable } from './incident-table.ts';

/** How many incidents that should be drawn as symbols are not, and why. Those without a place are counted elsewhere. */
export interface BesideMap {
	/** Too near a pole for the map's projection. */
	readonly polar: number;
	/** With a position off the earth, or with a last day before the first. */
	readonly invalid: number;
}

/** Counts in one pass what the layer of symbols leaves out. Run for a table, never for a time step. */
export function besideMap({ length, isPoint, lng, lat, startDay, endDay }: IncidentTable): BesideMap {
	let polar = 0;
	let invalid = 0;
	for (let row = 0; row < length; row++) {
		if (isPoint[row] === 0 || Number.isNaN(lng[row])) continue;
		const isOnEarth = Math.abs(lng[row]!) <= 180 && Math.abs(lat[row]!) <= 90;
		if (!isOnEarth || endDay[row]! < startDay[row]!) invalid++;
		else if (Math.abs(lat[row]!) > MAX_LATITUDE) polar++;
	}
	return { polar, invalid };
}

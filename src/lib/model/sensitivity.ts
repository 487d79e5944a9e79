import type { Position } from './fields.ts';
import { keysOf, type PlaceKind, SENSITIVITIES, type Sensitivity } from './vocabulary.ts';

const LEAST: Partial<Record<PlaceKind, Sensitivity>> = { hospital: 'care', shelter: 'care', home: 'home' };
const BY_CARE = keysOf(SENSITIVITIES);

/** The class a place of a kind has at least; an editor may give it a stricter one. */
export function leastSensitivity(kind: PlaceKind): Sensitivity {
	return LEAST[kind] ?? 'none';
}

/** The stricter of two classes. */
export function stricter(a: Sensitivity, b: Sensitivity): Sensitivity {
	return BY_CARE.indexOf(a) > BY_CARE.indexOf(b) ? a : b;
}

/** The crossing of the grid of the class that is nearest to the position; the position itself where there is no grid. */
export function coarsePosition([lng, lat]: Position, sensitivity: Sensitivity): Position {
	const { gridDegrees } = SENSITIVITIES[sensitivity];
	if (gridDegrees === null) return [lng, lat];
	// By whole steps, as 0.05 has no exact binary form.
	const perDegree = Math.round(1 / gridDegrees);
	return [Math.round(lng * perDegree) / perDegree, Math.round(lat * perDegree) / perDegree];
}

/**
 * A place as its class lets it be written. One that is moved gets a radius wider by the most that rounding moves
 * anything, not by what it moved this one: that would tell on which circle the place lies. Done twice it changes nothing.
 */
export function coarsened(
	place: { position: Position; uncertaintyKm: number },
	sensitivity: Sensitivity,
): { position: Position; uncertaintyKm: number } {
	const { leastKm } = SENSITIVITIES[sensitivity];
	const position = coarsePosition(place.position, sensitivity);
	const isMoved = position[0] !== place.position[0] || position[1] !== place.position[1];
	const uncertaintyKm = isMoved
		? Math.round((place.uncertaintyKm + leastKm) * 10) / 10
		: Math.max(place.uncertaintyKm, leastKm);
	return { position, uncertaintyKm };
}

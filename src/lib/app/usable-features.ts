import { parseDay } from '../model/day.ts';
import type { ReadCollection } from './read-collection.ts';

/**
 * Leaves out features that would break the page: without an id, without real dates, or with coordinates that are not
 * finite or not on earth. How many were left out becomes the layer's problem, so that a reader can see it.
 */
export function usableFeatures<Feature>({ features, problem }: ReadCollection<Feature>): ReadCollection<Feature> {
	const usable = features.filter(isUsable);
	const dropped = features.length - usable.length;
	if (dropped === 0) return { features, problem };
	const told = `${dropped} of its ${features.length} features have no usable id, date or coordinates and are left out`;
	return { features: usable, problem: problem === null ? told : `${problem}; ${told}` };
}

function isUsable(feature: unknown): boolean {
	if (!isObject(feature) || typeof feature.id !== 'string' || !isObject(feature.properties)) return false;
	const { date_start: start, date_end: end, claims, responds_to: links } = feature.properties;
	if (!isDay(start) || !isDay(end) || end < start || !Array.isArray(claims) || !Array.isArray(links)) return false;
	return feature.geometry === null || isOnEarth(feature.geometry);
}

function isDay(value: unknown): value is string {
	return typeof value === 'string' && parseDay(value) !== null;
}

function isOnEarth(geometry: unknown): boolean {
	if (!isObject(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return false;
	const [lng, lat] = geometry.coordinates as unknown[];
	return isWithin(lng, 180) && isWithin(lat, 90);
}

function isWithin(value: unknown, limit: number): boolean {
	return typeof value === 'number' && Math.abs(value) <= limit;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

import type { Refusal } from './read-date.ts';
import { readAngle, readCoordinate } from './read-coordinate.ts';

/** Longitude, latitude. */
export type LngLat = [number, number];

const LONGEST = 160;
const WKT_POINT = /^(?:srid=4326;)?\s*point\s*z?\s*\(\s*(\S+)\s+(\S+)(?:\s+\S+)?\s*\)$/i;
const GEO_URI = /^geo:([^,;?]+),([^,;?]+)(?:[,;?].*)?$/i;
/** Marks that can part two coordinates, surest first; a comma may also be a decimal sign. */
const MARKS = [
	/\s*[;|/]\s*/g,
	/\s*,\s+/g,
	/\s+,\s*/g,
	/(?<=[nsew])\s*,?\s*(?=[\d+-])/gi,
	/\s*,\s*/g,
	/\s+(?=[nsew+-]?\s*\d)/gi,
];
const REMEDY = 'Write latitude and longitude as in 33.3152, 44.3661.';

/**
 * Reads latitude and longitude out of one cell: two numbers, two angles in degrees, minutes and seconds, a WKT point, or
 * a `geo:` address. Without hemisphere letters the latitude is taken to come first, as in spoken use, unless
 * `longitudeFirst`. A cell that can be parted in two ways with different results is refused.
 */
export function readPosition(written: string, longitudeFirst = false): LngLat | Refusal {
	if (written.length > LONGEST) return { reason: `A position has at most ${LONGEST} characters. ${REMEDY}` };
	const text = written.trim().replace(/^[([{]\s*(.*?)\s*[)\]}]$/s, '$1');
	const [point, geo] = [WKT_POINT.exec(text), GEO_URI.exec(text)];
	if (point) return inOrder(point[1]!, point[2]!, true);
	if (geo) return inOrder(geo[1]!, geo[2]!, false);
	const found = new Map<string, LngLat>();
	let refusal: Refusal | null = null;
	for (const mark of MARKS) {
		for (const match of [...text.matchAll(mark)].slice(0, 8)) {
			const left = text.slice(0, match.index).trim();
			const right = text.slice(match.index + match[0].length).trim();
			if (left === '' || right === '') continue;
			const isRead = readAngle(left, 'latitude') !== null && readAngle(right, 'longitude') !== null;
			if (!isRead) continue;
			const position = inOrder(left, right, longitudeFirst);
			if ('reason' in position) refusal ??= position;
			else found.set(position.join(), position);
		}
		if (found.size === 1) return [...found.values()][0]!;
		if (found.size > 1) return { reason: `It can be parted in more than one way. ${REMEDY}` };
		if (refusal) return refusal;
	}
	return { reason: `It is not a position in a form that is known. ${REMEDY}` };
}

function inOrder(first: string, second: string, longitudeFirst: boolean): LngLat | Refusal {
	const [one, other] = [readAngle(first, 'latitude'), readAngle(second, 'longitude')];
	const lettered = one !== null && 'axis' in one && other !== null && 'axis' in other ? [one.axis, other.axis] : [];
	const swapped =
		lettered[0] === 'longitude' || lettered[1] === 'latitude' || (longitudeFirst && !lettered.some(Boolean));
	const latitude = readCoordinate(swapped ? second : first, 'latitude');
	const longitude = readCoordinate(swapped ? first : second, 'longitude');
	if (typeof latitude === 'object') return { reason: `The latitude: ${latitude.reason}` };
	if (typeof longitude === 'object') return { reason: `The longitude: ${longitude.reason}` };
	return [longitude, latitude];
}

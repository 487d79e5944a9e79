import { formatDay } from '../../model/day.ts';
import type { OriginalObject } from '../../model/original.ts';
import { LIMITS } from '../limits.ts';

type Value = OriginalObject[string];

/** Longer than these, bytes are only counted. */
const MOST_BYTES = 10_000;
/** Days of the years 0 to 9999, which a date of four digits can tell. */
const [FIRST_DAY, LAST_DAY] = [-719_528, 2_932_896];
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** A number that JavaScript cannot tell from its neighbours stays text. */
export function plainInteger(value: bigint): number | string {
	return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** `null` for what is no number, and for infinity. */
export function finite(value: number): number | null {
	return Number.isFinite(value) ? value : null;
}

export function utf8(bytes: Uint8Array): string {
	return DECODER.decode(bytes);
}

/** The value of a JSON text; the text itself where it is not one, or is nested deeper than is read. */
export function fromJson(text: string): Value {
	if (depthOf(text) > LIMITS.nesting) return text;
	try {
		return JSON.parse(text) as Value;
	} catch {
		return text;
	}
}

/** How many brackets are open at once; those within texts are none. */
function depthOf(text: string): number {
	let [depth, deepest, isText] = [0, 0, false];
	for (let at = 0; at < text.length; at++) {
		const letter = text[at];
		if (isText) {
			if (letter === '\\') at++;
			else if (letter === '"') isText = false;
		} else if (letter === '"') isText = true;
		else if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
		else if (letter === ']' || letter === '}') depth--;
	}
	return deepest;
}

/** Bytes that are no text, in hexadecimal digits; of many only how many they are. */
export function bytesAsText(bytes: Uint8Array): string {
	if (bytes.length > MOST_BYTES) return `${bytes.length} bytes`;
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The ISO date of a count of days since 1970; the count itself, as text, where it is beyond any calendar. */
export function dayAsText(days: number): string {
	return days >= FIRST_DAY && days <= LAST_DAY ? formatDay(Math.floor(days)) : `${days} days since 1970-01-01`;
}

/** The ISO date and time, in UTC, of a count of units since 1970, of which there are `perSecond`. */
export function instantAsText(count: bigint | number, perSecond: number): string {
	const seconds = Math.floor(Number(count) / perSecond);
	const days = Math.floor(seconds / 86_400);
	if (!(days >= FIRST_DAY && days <= LAST_DAY)) return `${seconds} seconds since 1970-01-01`;
	return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

import { LIMITS } from '../limits.ts';

/** What may become another value when it is written again: a negative zero, and numbers without an end. */
const ODD_NUMBER = /-0(?:\.0*)?(?![.\d])|\d[eE]\+?\d{3}/;
const LONGEST_PATH = 150;

/** Parses a text; `undefined` where it is no JSON. Numbers too large for a number become texts, -0 becomes 0. */
export function parseValue(text: string): unknown {
	try {
		const value = JSON.parse(text) as unknown;
		return ODD_NUMBER.test(text) ? evened(value) : value;
	} catch {
		return undefined;
	}
}

/** How deep objects and arrays lie inside each other, and whether one is left open, by the brackets alone. */
export function nestingOf(text: string): { readonly deepest: number; readonly isOpen: boolean } {
	let [depth, deepest] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) at = endOfString(text, at);
		else if (code === 91 || code === 123) {
			if (++depth > deepest) deepest = depth;
		} else if (code === 93 || code === 125) depth--;
	}
	return { deepest, isOpen: depth > 0 };
}

/** The path to where a text is nested deeper than `most`, cut in its middle, for a reader's eyes. */
export function deepPath(text: string, most: number): string {
	const path: string[] = [];
	/** Of each open bracket: the index in an array, or -1 in an object. */
	const indices: number[] = [];
	let name = '';
	for (let at = 0; at < text.length && indices.length <= most; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) {
			const end = endOfString(text, at);
			name = text.slice(at + 1, Math.min(end, at + 40));
			at = end;
		} else if (code === 91 || code === 123) {
			const above = indices.at(-1);
			if (above !== undefined) path.push(above === -1 ? `.${name}` : `[${above}]`);
			indices.push(code === 91 ? 0 : -1);
		} else if (code === 93 || code === 125) {
			indices.pop();
			path.pop();
		} else if (code === 44 && (indices.at(-1) ?? -1) >= 0) indices[indices.length - 1]!++;
	}
	const whole = path.join('').replace(/^\./, '');
	return whole.length <= LONGEST_PATH ? whole : `${whole.slice(0, 80)}…${whole.slice(-60)}`;
}

/** Why a value is refused that is nested too deep. */
export function tooDeepReason(depth: number): string {
	return `${depth} objects and arrays lie inside each other, and at most ${LIMITS.nesting} are read.`;
}

/** The index of the closing quote; that of the end where there is none. */
function endOfString(text: string, from: number): number {
	for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
		let slashes = 0;
		while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
		if (slashes % 2 === 0) return at;
	}
	return text.length;
}

function evened(value: unknown): unknown {
	if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : String(value);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(evened);
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, evened(inner)]));
}

import distance from '@turf/distance';
import type { Position } from '../model/fields.ts';
import type { PlaceKind } from '../model/vocabulary.ts';
import { type GazetteerIndex, lookUp } from './gazetteer-index.ts';
import type { PlaceRow } from './gazetteer-row.ts';
import { readKindWords } from './kind-words.ts';
import { nameKey, normalizeName } from './normalize-name.ts';
import type { PlaceQuery } from './place-query.ts';

/** Farther than this from the place named beside it, a candidate is held to be another. */
const NEAR_KM = 150;
const FAR_FACTOR = 0.7;
/** Farther than this it is another even in the same country: "near" never means that. */
const TOO_FAR_KM = 400;
/** Kinds a place named beside another is taken to be, before anything else of the name. */
const ANCHOR_KINDS: ReadonlySet<PlaceKind> = new Set(['town', 'district', 'province', 'region', 'sea']);

/** What the words around a place say about where it is. */
export interface QueryContext {
	/** The country stated, or the one that the province stated is in. */
	country: string | null;
	/** Keys of the province stated, under our names; `null` if none is stated or it is not known. */
	admin1: ReadonlySet<string> | null;
	/** Possible positions of the place named beside it. */
	anchors: readonly Position[];
	/** Whether anything is stated at all. */
	given: boolean;
}

export interface ContextVerdict {
	/** Multiplies the score. */
	factor: number;
	/** What rules the row out, in words; `null` if nothing does. */
	contradiction: string | null;
	/** What speaks for it, in words. */
	support: string[];
}

/** Looks up the province and the neighbour that a query names. */
export function readContext(query: PlaceQuery, index: GazetteerIndex): QueryContext {
	const provinces = query.admin1 === null ? [] : findProvinces(query.admin1, query.country, index);
	const countries = new Set(provinces.map((row) => row.country));
	const only = countries.size === 1 ? [...countries][0]! : null;
	return {
		country: query.country ?? only,
		admin1: provinces.length === 0 ? null : new Set(provinces.map((row) => admin1Key(row.admin1 ?? row.name))),
		anchors: query.near === null ? [] : findAnchors(query.near, query.country ?? only, index),
		given: query.country !== null || query.admin1 !== null || query.near !== null,
	};
}

/** What the context says about a row. */
export function judgeContext(row: PlaceRow, query: PlaceQuery, context: QueryContext): ContextVerdict {
	const support: string[] = [];
	let factor = 1;
	if (context.country !== null && row.country !== null) {
		if (row.country !== context.country) {
			return { factor: 0.3, contradiction: `in ${row.country}, not ${context.country}`, support };
		}
		support.push(`in ${row.country}`);
	}
	if (context.admin1 !== null && row.admin1 !== null) {
		if (!context.admin1.has(admin1Key(row.admin1))) {
			return { factor: 0.5, contradiction: `in ${row.admin1}, not ${query.admin1}`, support };
		}
		support.push(`in ${row.admin1}`);
	}
	if (context.anchors.length > 0) {
		const km = context.anchors.reduce((least, anchor) => Math.min(least, distanceKm(anchor, row.position)), Infinity);
		const words = `${km.toFixed(1)} km from ${query.near}`;
		if (km <= NEAR_KM) support.push(words);
		else if (context.country === null || km > TOO_FAR_KM) return { factor: FAR_FACTOR, contradiction: words, support };
		else {
			factor = FAR_FACTOR;
			support.push(`though ${words}`);
		}
	}
	return { factor, contradiction: null, support };
}

/** Great-circle distance in kilometres, to one decimal. */
export function distanceKm(a: Position, b: Position): number {
	return Math.round(distance(a, b) * 10) / 10;
}

function findProvinces(name: string, country: string | null, index: GazetteerIndex): PlaceRow[] {
	return namesakes(name, index).filter(
		(row) =>
			(country === null || row.country === country) &&
			(row.kind === 'province' || (row.kind === 'region' && row.area?.startsWith('admin1:'))),
	);
}

function findAnchors(name: string, country: string | null, index: GazetteerIndex): Position[] {
	const inCountry = namesakes(name, index).filter(
		(row) => row.kind !== 'country' && (country === null || row.country === null || row.country === country),
	);
	const anchors = [
		inCountry.filter((row) => row.origin === 'curated' && ANCHOR_KINDS.has(row.kind)),
		inCountry.filter((row) => ANCHOR_KINDS.has(row.kind)),
		inCountry,
	].find((rows) => rows.length > 0);
	return (anchors ?? []).map((row) => row.position);
}

function namesakes(name: string, index: GazetteerIndex): PlaceRow[] {
	const normalized = normalizeName(name);
	const keys = new Set([nameKey(normalized), nameKey(readKindWords(normalized).bare)]);
	return [...keys].flatMap((key) => lookUp(index, key).map(({ row }) => row));
}

function admin1Key(name: string): string {
	return nameKey(readKindWords(normalizeName(name)).bare);
}

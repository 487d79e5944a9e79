import { byCodePoint } from '../model/code-point-order.ts';
import { countryCode } from '../model/country-table.ts';
import { keysOf, PLACE_KINDS, type PlaceKind } from '../model/vocabulary.ts';
import type { GazetteerIndex } from './gazetteer-index.ts';
import { CLEAR_LEAD, geocode, type GeocodeAnswer, isAcceptable, SAME_PLACE_KM, whyAmbiguous } from './geocode.ts';
import { kindFit } from './kind-compatibility.ts';
import { readKindWords } from './kind-words.ts';
import { normalizeName } from './normalize-name.ts';
import type { Candidate, PlaceQuery } from './place-query.ts';
import { distanceKm, readContext } from './query-context.ts';
import { type PlaceWords, readPlaceWords } from './read-place-words.ts';

/** A name from a table, with what its row says of where that is. */
export interface NamedPlace {
	readonly written: string;
	/** Alpha-3 code. */
	readonly country: string | null;
	readonly admin1: string | null;
	/** What kinds of place it can be, where the row tells; else `null`. */
	readonly kinds: readonly PlaceKind[] | null;
}

/** The answer, and the question it answers. */
export interface LocatedName extends GeocodeAnswer {
	readonly query: PlaceQuery;
}

const WIDE_KINDS: readonly PlaceKind[] = ['region', 'country'];
const OTHER_KINDS = keysOf(PLACE_KINDS).filter((kind) => kind !== 'town');
/** A score that only a place which bears the very name can have. */
const VERY_NAME_SCORE = 0.95;

/**
 * The place of a name of which nobody says what kind of place it is. Words in it may ("Balad air base"); else a town is
 * taken to be meant, also where its province has the same name, and something else only where no town can be. Where a town
 * and a region around it bear the very same name, as Gaza does, it is the wider one, which is true either way. Where two
 * places could be meant it is neither.
 */
export function locateName(place: NamedPlace, index: GazetteerIndex): LocatedName {
	const written = place.written.trim();
	const words = readPlaceWords(written);
	const whole: PlaceWords = { name: written, relation: 'at', within: [], country: null };
	const first = locate(whole, place, index);
	if (first.chosen !== null || first.isAmbiguous || words.name === written || words.name === '') return first;
	if (words.country !== null && place.country !== null && words.country !== place.country) {
		const reason = `Unlocated: the name says ${words.country} and the row ${place.country}.`;
		return { ...first, reason };
	}
	return locate(words, place, index);
}

function locate(
	{ name, relation, within, country: named }: PlaceWords,
	place: NamedPlace,
	index: GazetteerIndex,
): LocatedName {
	const country = place.country ?? named;
	const query = { name, kind: 'town', country, admin1: place.admin1, near: null, relation } as const;
	const contextual = within.length === 0 ? query : withSurroundings(query, within, index);
	return place.kinds === null ? askKinds(contextual, index) : ask(contextual, place.kinds, index);
}

/** What stands behind the name is its province where the gazetteer has one of that name, else a place beside it. */
function withSurroundings(query: PlaceQuery, within: readonly string[], index: GazetteerIndex): PlaceQuery {
	const last = within.at(-1)!;
	const isProvince = readContext({ ...query, admin1: last, near: null }, index).admin1 !== null;
	const near = isProvince ? (within.length > 1 ? within[0]! : null) : within[0]!;
	return { ...query, admin1: query.admin1 ?? (isProvince ? last : null), near };
}

function askKinds(query: PlaceQuery, index: GazetteerIndex): LocatedName {
	const code = countryCode(query.name);
	if (code !== null && (query.country === null || query.country === code)) return ask(query, ['country'], index);
	const { kinds } = readKindWords(normalizeName(query.name));
	if (kinds !== null) return ask(query, kinds, index);
	const town = ask(query, ['town'], index);
	if (town.chosen !== null) return widerNamesake(query, index) ?? town;
	const isTown = town.candidates.some(({ row, eligible }) => eligible && kindFit('town', row.kind) > 0);
	if (isTown) return town;
	const other = ask(query, OTHER_KINDS, index);
	return other.chosen !== null || other.isAmbiguous ? other : town;
}

/** Asks for each of several kinds. Of what answers, the best must be clearly so, or all that are as good lie together. */
function ask(query: PlaceQuery, kinds: readonly PlaceKind[], index: GazetteerIndex): LocatedName {
	const answers = kinds.map((kind) => {
		const asked = { ...query, kind };
		return { ...geocode(asked, index), query: asked };
	});
	const byRow = new Map<string, { readonly answer: LocatedName; readonly candidate: Candidate }>();
	for (const answer of answers) {
		for (const candidate of answer.candidates.filter(isAcceptable)) {
			const known = byRow.get(candidate.row.id)?.candidate.score ?? 0;
			if (candidate.score > known) byRow.set(candidate.row.id, { answer, candidate });
		}
	}
	const fit = [...byRow.values()].sort((a, b) => b.candidate.score - a.candidate.score);
	const [best] = fit;
	if (!best) return answers.find(({ candidates }) => candidates.length > 0) ?? answers[0]!;
	const equals = fit.filter(({ candidate }) => best.candidate.score - candidate.score < CLEAR_LEAD).sort(widestFirst);
	const [widest] = equals as [typeof best];
	const rivals = equals.filter(({ candidate }) => kmBetween(candidate, widest.candidate) > SAME_PLACE_KM);
	if (rivals.length === 0) {
		const { answer, candidate } = widest;
		return { ...answer, chosen: candidate, isAmbiguous: false, reason: candidate.reason };
	}
	const reason = whyAmbiguous([widest, ...rivals].map(({ candidate }) => candidate));
	return { ...widest.answer, chosen: null, isAmbiguous: true, reason };
}

function widerNamesake(query: PlaceQuery, index: GazetteerIndex): LocatedName | null {
	const wide = ask(query, WIDE_KINDS, index);
	return wide.chosen !== null && wide.chosen.score > VERY_NAME_SCORE ? wide : null;
}

function widestFirst(a: { readonly candidate: Candidate }, b: { readonly candidate: Candidate }): number {
	const [first, second] = [a.candidate.row, b.candidate.row];
	return second.uncertaintyKm - first.uncertaintyKm || byCodePoint(first.id, second.id);
}

function kmBetween(a: Candidate, b: Candidate): number {
	return distanceKm(a.row.position, b.row.position);
}

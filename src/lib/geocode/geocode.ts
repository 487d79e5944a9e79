import { byCodePoint } from '../model/code-point-order.ts';
import type { GazetteerIndex } from './gazetteer-index.ts';
import { ORIGINS, type PlaceRow } from './gazetteer-row.ts';
import { kindFit, kindPhrase } from './kind-compatibility.ts';
import { guessName, matchName, type NameMatch } from './match-name.ts';
import type { Candidate, PlaceQuery } from './place-query.ts';
import { distanceKm, judgeContext, type QueryContext, readContext } from './query-context.ts';

/** Below this score too much does not fit. */
const LEAST_SCORE = 0.5;
/** Two candidates whose scores differ by less, and that lie farther apart than `SAME_PLACE_KM`, are equally good. */
export const CLEAR_LEAD = 0.02;
export const SAME_PLACE_KM = 10;
/** A town below this population, found by a name from an alternate list alone, needs some context to be believed. */
const KNOWN_POPULATION = 15_000;
const WRONG_KIND_FACTOR = 0.2;
/** The fit of an alternate name: less is a name without its kind words, or a hint. */
const LEAST_KNOWN_FIT = 0.95;

export interface GeocodeAnswer {
	/** `null` is "unlocated". */
	chosen: Candidate | null;
	/** Every row that bears the name, best first, the chosen one included. */
	candidates: Candidate[];
	/** Whether nothing was chosen because several fit equally well. */
	isAmbiguous: boolean;
	/** Why this answer, in a sentence. */
	reason: string;
}

/**
 * The place meant by a query, or "unlocated" where no name of a kind that may answer matches, where the spelling would
 * have to be guessed without a country or province to hold on to, where the context contradicts, or where two places
 * are equally good. Depends on the query and the set of rows only.
 *
 * A score is the product of how well the names agree (`FIT`), the kinds (`kindFit`), the context (`judgeContext`) and
 * how prominent the place is (`prominence`).
 */
export function geocode(query: PlaceQuery, index: GazetteerIndex): GeocodeAnswer {
	const context = readContext(query, index);
	const exact = matchName(query.name, index);
	const namesake = context.given ? undefined : otherKindNamesake(query, exact);
	const rate = (match: NameMatch) => rateMatch(match, query, context, namesake);
	let candidates = exact.map(rate);
	if (context.country !== null && !candidates.some(isAcceptable) && !isKnownName(exact, context.country)) {
		const seen = new Set(exact.map(({ row }) => row.id));
		const guesses = guessName(query, context.country, index).filter(({ row }) => !seen.has(row.id));
		candidates = [...candidates, ...guesses.map(rate)];
	}
	candidates.sort(compareCandidates);

	const best = candidates[0];
	if (!best || !isAcceptable(best)) {
		return { chosen: null, candidates, isAmbiguous: false, reason: whyNone(query, candidates) };
	}
	const rivals = candidates.filter(
		(other) =>
			other !== best &&
			isAcceptable(other) &&
			best.score - other.score < CLEAR_LEAD &&
			distanceKm(best.row.position, other.row.position) > SAME_PLACE_KM,
	);
	if (rivals.length > 0) {
		return { chosen: null, candidates, isAmbiguous: true, reason: whyAmbiguous([best, ...rivals]) };
	}
	return { chosen: best, candidates, isAmbiguous: false, reason: best.reason };
}

function rateMatch(
	match: NameMatch,
	query: PlaceQuery,
	context: QueryContext,
	namesake: PlaceRow | undefined,
): Candidate {
	const { row } = match;
	const fit = kindFit(query.kind, row.kind);
	const kind = match.kindDenied ? 0 : fit;
	const verdict = judgeContext(row, query, context);
	const against = [
		fit === 0 ? `it is ${kindPhrase(row.kind)}, not ${kindPhrase(query.kind)}` : null,
		fit > 0 && match.kindDenied ? `it is ${kindPhrase(row.kind)}, and the name says otherwise` : null,
		verdict.contradiction,
		namesake && row.origin !== 'curated' ? `the name is better known for ${nameWithCountry(namesake)}` : null,
		isObscure(match) && !context.given
			? 'only an alternate name of a small place, and nothing else points there'
			: null,
	].filter((words) => words !== null);
	const score = match.fit * (kind === 0 ? WRONG_KIND_FACTOR : kind) * verdict.factor * prominence(row);
	return {
		row,
		score: Math.round(score * 1000) / 1000,
		eligible: against.length === 0,
		reason: sentence([
			match.reason,
			kind > 0 ? kindPhrase(row.kind) : null,
			...verdict.support,
			against.length > 0 ? `ruled out: ${against.join('; ')}` : null,
		]),
	};
}

/** 0.85 to 1 by population; curated places count no less than a city of 300,000. */
function prominence(row: PlaceRow): number {
	const byPopulation = 0.85 + 0.15 * Math.min(1, Math.log10(row.population + 1) / 7);
	return row.origin === 'curated' ? Math.max(0.97, byPopulation) : byPopulation;
}

/**
 * A curated place that has the very name but is of another kind, where no curated place of the kind meant has it:
 * without context, no stranger may take the name ("Ovda" is not the village in Nigeria).
 */
function otherKindNamesake(query: PlaceQuery, matches: readonly NameMatch[]): PlaceRow | undefined {
	const curated = matches.filter(({ row, fit }) => row.origin === 'curated' && fit === 1).map(({ row }) => row);
	if (curated.some((row) => kindFit(query.kind, row.kind) > 0)) return undefined;
	return curated.sort((a, b) => byCodePoint(a.id, b.id))[0];
}

/** Whether something in the country has the very name: then it is no misspelling of another. */
function isKnownName(matches: readonly NameMatch[], country: string): boolean {
	return matches.some(({ row, fit }) => row.country === country && fit >= LEAST_KNOWN_FIT);
}

function isObscure({ row, fit }: NameMatch): boolean {
	return fit < 1 && row.origin === 'geonames' && row.population < KNOWN_POPULATION;
}

/** Whether nothing rules it out and enough fits. */
export function isAcceptable(candidate: Candidate): boolean {
	return candidate.eligible && candidate.score >= LEAST_SCORE;
}

function compareCandidates(a: Candidate, b: Candidate): number {
	return (
		Number(b.eligible) - Number(a.eligible) ||
		b.score - a.score ||
		ORIGINS.indexOf(a.row.origin) - ORIGINS.indexOf(b.row.origin) ||
		b.row.population - a.row.population ||
		byCodePoint(a.row.id, b.row.id)
	);
}

function whyNone(query: PlaceQuery, candidates: readonly Candidate[]): string {
	const best = candidates[0];
	if (!best) {
		const hint = query.country === null && query.admin1 === null ? '; spelling is not guessed without a country' : '';
		return `Unlocated: no place in the gazetteer bears this name${hint}.`;
	}
	const count = candidates.length === 1 ? 'the one place' : `none of the ${candidates.length} places`;
	return `Unlocated: ${count} with this name ${candidates.length === 1 ? 'does not fit' : 'fits'}; closest is ${nameWithCountry(best.row)}.`;
}

/** The sentence for places of which each could be meant. */
export function whyAmbiguous(equals: readonly Pick<Candidate, 'row'>[]): string {
	const named = equals.slice(0, 4).map(({ row }) => nameWithCountry(row));
	const more = equals.length > named.length ? ` and ${equals.length - named.length} more` : '';
	return `Unlocated: ambiguous, ${equals.length} places fit equally well: ${named.join(', ')}${more}.`;
}

function nameWithCountry(row: PlaceRow): string {
	const where = [row.admin1 === row.name ? null : row.admin1, row.country].filter((word) => word !== null);
	return where.length > 0 ? `${row.name} (${where.join(', ')})` : row.name;
}

function sentence(parts: readonly (string | null)[]): string {
	const text = parts.filter((part) => part !== null).join('; ');
	return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

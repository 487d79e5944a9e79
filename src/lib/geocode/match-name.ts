import type { GazetteerIndex, MatchTier } from './gazetteer-index.ts';
import { keysOfRow, lookUp, MATCH_TIERS } from './gazetteer-index.ts';
import type { GazetteerRow } from './gazetteer-row.ts';
import { kindFit } from './kind-compatibility.ts';
import { readKindWords } from './kind-words.ts';
import { nameKey, normalizeName } from './normalize-name.ts';
import type { PlaceQuery } from './place-query.ts';
import { allowedMistakes, consonants, single, spellingDistance } from './spelling-distance.ts';

/** A row whose name answers to the name asked for. */
export interface NameMatch {
	row: GazetteerRow;
	/** 0 to 1: how well the names agree. */
	fit: number;
	/** Whether the spelling had to be guessed. */
	guessed: boolean;
	/** Whether words in the name asked for ("air base") speak against the row's kind. */
	kindDenied: boolean;
	reason: string;
}

const FIT: Record<MatchTier, number> = { name: 1, alias: 0.95, bare: 0.93, hint: 0.85 };
const FIT_GUESSED = [1, 0.75, 0.65];
const GUESSED_TIERS: ReadonlySet<MatchTier> = new Set(['name', 'bare']);
const REASON: Record<MatchTier, string> = {
	name: 'the name matches',
	alias: 'an alternate name matches',
	bare: 'the name matches without the words for its kind',
	hint: 'it serves the place named',
};

/** Rows that bear exactly this name (after folding), each once: by the whole name, else without its kind words. */
export function matchName(name: string, index: GazetteerIndex): NameMatch[] {
	const { full, bare, kinds } = queryKeys(name);
	const matches = new Map<string, NameMatch>();
	const add = (match: NameMatch) => {
		if (!matches.has(match.row.id)) matches.set(match.row.id, match);
	};
	for (const { row, tier } of lookUp(index, full)) {
		add({ row, fit: FIT[tier], guessed: false, kindDenied: false, reason: REASON[tier] });
	}
	if (bare !== full) {
		for (const { row, tier } of lookUp(index, bare)) {
			const bareTier = tier === 'hint' ? 'hint' : 'bare';
			const kindDenied = !kinds!.includes(row.kind);
			add({ row, fit: FIT[bareTier], guessed: false, kindDenied, reason: REASON[bareTier] });
		}
	}
	return [...matches.values()];
}

/**
 * Rows of one country whose name begins with the same letter, has the same consonants (`consonants`), and is within the
 * allowed number of spelling mistakes (`allowedMistakes`). Only rows of a kind that may answer are looked at, and only
 * their names: to guess at a spelling from a list nobody has gone through would be to guess twice.
 */
export function guessName(query: PlaceQuery, country: string, index: GazetteerIndex): NameMatch[] {
	const { full, bare, kinds } = queryKeys(query.name);
	const matches: NameMatch[] = [];
	for (const number of index.byCountry.get(country) ?? []) {
		const row = index.rows[number]!;
		if (kindFit(query.kind, row.kind) === 0) continue;
		let best = Infinity;
		for (const [key, tier] of keysOfRow(row)) {
			if (!GUESSED_TIERS.has(MATCH_TIERS[tier]!)) continue;
			best = Math.min(best, mistakes(full, key));
			if (bare !== full && kinds!.includes(row.kind)) best = Math.min(best, mistakes(bare, key));
		}
		if (best >= FIT_GUESSED.length) continue;
		const reason = `the name matches but for ${best === 1 ? 'one letter' : `${best} letters`}`;
		matches.push({ row, fit: FIT_GUESSED[best]!, guessed: true, kindDenied: false, reason });
	}
	return matches;
}

function mistakes(asked: string, key: string): number {
	const allowed = Math.min(allowedMistakes(asked), allowedMistakes(key));
	if (allowed === 0 || asked[0] !== key[0] || consonants(asked) !== consonants(key)) return Infinity;
	const distance = Math.max(1, spellingDistance(single(asked), single(key), allowed));
	return distance > allowed ? Infinity : distance;
}

function queryKeys(name: string) {
	const normalized = normalizeName(name);
	const { bare, kinds } = readKindWords(normalized);
	return { full: nameKey(normalized), bare: nameKey(bare), kinds };
}

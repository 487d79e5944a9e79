import type { GazetteerIndex, MatchTier } from './gazetteer-index.ts';
import { lookUp } from './gazetteer-index.ts';
import type { PlaceRow } from './gazetteer-row.ts';
import { kindFit } from './kind-compatibility.ts';
import { readKindWords } from './kind-words.ts';
import { nameKey, normalizeName } from './normalize-name.ts';
import type { PlaceQuery } from './place-query.ts';
import { allowedMistakes, single, spellingDistance } from './spelling-distance.ts';

/** A row whose name answers to the name asked for. */
export interface NameMatch {
	row: PlaceRow;
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
 * their names.
 */
export function guessName(query: PlaceQuery, country: string, index: GazetteerIndex): NameMatch[] {
	const { full, bare, kinds } = queryKeys(query.name);
	const best = new Map<number, number>();
	const hold = (asked: string, isAllowed: (row: PlaceRow) => boolean) => {
		for (const { key, row: number } of index.guesses.near(asked, country)) {
			const row = index.row(number);
			if (kindFit(query.kind, row.kind) === 0 || !isAllowed(row)) continue;
			best.set(number, Math.min(best.get(number) ?? Infinity, mistakes(asked, key)));
		}
	};
	hold(full, () => true);
	if (bare !== full) hold(bare, (row) => kinds!.includes(row.kind));
	return [...best].flatMap(([number, count]) => {
		if (count >= FIT_GUESSED.length) return [];
		const reason = `the name matches but for ${count === 1 ? 'one letter' : `${count} letters`}`;
		return [{ row: index.row(number), fit: FIT_GUESSED[count]!, guessed: true, kindDenied: false, reason }];
	});
}

/** Mistakes in a name of the same first letter and consonants as another; `Infinity` where there are too many. */
function mistakes(asked: string, key: string): number {
	const allowed = Math.min(allowedMistakes(asked), allowedMistakes(key));
	const distance = Math.max(1, spellingDistance(single(asked), single(key), allowed));
	return distance > allowed ? Infinity : distance;
}

function queryKeys(name: string) {
	const normalized = normalizeName(name);
	const { bare, kinds } = readKindWords(normalized);
	return { full: nameKey(normalized), bare: nameKey(bare), kinds };
}

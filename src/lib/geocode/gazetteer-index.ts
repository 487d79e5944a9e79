import type { GazetteerRow, PlaceRow } from './gazetteer-row.ts';
import { type GuessedName, GuessIndex } from './guess-index.ts';
import { readKindWords } from './kind-words.ts';
import { nameKey, normalizeName } from './normalize-name.ts';

/** How a name came to match, best first. */
export const MATCH_TIERS = ['name', 'alias', 'bare', 'hint'] as const;
export type MatchTier = (typeof MATCH_TIERS)[number];

/** Places by name and by country, however they are kept. */
export interface GazetteerIndex {
	row(number: number): PlaceRow;
	/** Row number * 4 + tier number, in no particular order. */
	postings(key: string): readonly number[];
	/** Names that a misspelling may be of. */
	readonly guesses: Pick<GuessIndex, 'near'>;
}

/** An index that was built from the rows, and still has them. */
export interface BuiltIndex extends GazetteerIndex {
	readonly rows: readonly GazetteerRow[];
}

/** Indexes the rows by every name they have. The order of the rows changes no answer. */
export function buildGazetteerIndex(rows: readonly GazetteerRow[]): BuiltIndex {
	const keys = new KeyTable();
	rows.forEach((row, number) => {
		for (const [key, tier] of keysOfRow(row)) keys.add(key, number, tier);
	});
	return { rows, ...indexOf(keys, (number) => rows[number]!) };
}

/** Every key with the rows it leads to. */
export class KeyTable {
	/** A single posting is kept by itself: most keys have one. */
	readonly #postings = new Map<string, number | number[]>();

	add(key: string, row: number, tier: number): void {
		const posting = row * 4 + tier;
		const known = this.#postings.get(key);
		if (known === undefined) this.#postings.set(key, posting);
		else if (typeof known === 'number') this.#postings.set(key, [known, posting]);
		else known.push(posting);
	}

	get(key: string): readonly number[] {
		const known = this.#postings.get(key) ?? [];
		return typeof known === 'number' ? [known] : known;
	}

	/**
	 * Names that may be misspelt, with or without their kind words; to guess at a spelling from a list nobody has gone
	 * through would be to guess twice.
	 */
	*guessed(): Generator<GuessedName> {
		for (const key of this.#postings.keys()) {
			for (const posting of this.get(key)) {
				const tier = MATCH_TIERS[posting & 3]!;
				if (tier === 'name' || tier === 'bare') yield { key, row: posting >> 2 };
			}
		}
	}
}

/** An index over keys and the rows they lead to. */
export function indexOf(keys: KeyTable, row: (number: number) => PlaceRow): GazetteerIndex {
	const guesses = new GuessIndex(
		() => keys.guessed(),
		(number) => row(number).country,
	);
	return { row, postings: (key) => keys.get(key), guesses };
}

/** Rows and tiers under a key. */
export function lookUp(index: GazetteerIndex, key: string): { row: PlaceRow; tier: MatchTier }[] {
	return index.postings(key).map((posting) => ({ row: index.row(posting >> 2), tier: MATCH_TIERS[posting & 3]! }));
}

/** Every key of a row with the number of the best tier it has there. */
export function keysOfRow(row: GazetteerRow): Map<string, number> {
	const keys = new Map<string, number>();
	const add = (key: string, tier: MatchTier) => {
		const number = MATCH_TIERS.indexOf(tier);
		if (key !== '' && number < (keys.get(key) ?? Infinity)) keys.set(key, number);
	};
	const names = [row.name, ...row.aliases].map(normalizeName);
	for (const name of names) add(nameKey(name), 'name');
	for (const alternate of row.alternates) add(nameKey(normalizeName(alternate)), 'alias');
	if (row.kind !== 'town') {
		for (const name of names) {
			const { bare, kinds } = readKindWords(name);
			if (kinds?.includes(row.kind)) add(nameKey(bare), 'bare');
		}
	}
	for (const hint of row.hints) add(nameKey(normalizeName(hint)), 'hint');
	return keys;
}

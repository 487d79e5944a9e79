import { allowedMistakes, consonants } from './spelling-distance.ts';

/** A key that a misspelling may be of, and the number of the row that bears it. */
export interface GuessedName {
	readonly key: string;
	readonly row: number;
}

/**
 * Names by country and by what a slip of the pen leaves alone, so that a misspelling is held against a handful of names
 * and not against a country's. Made when first asked: most questions need no guess.
 */
export class GuessIndex {
	readonly #names: () => Iterable<GuessedName>;
	readonly #countryOf: (row: number) => string | null;
	#groups: Map<string, GuessedName[]> | null = null;

	constructor(names: () => Iterable<GuessedName>, countryOf: (row: number) => string | null) {
		this.#names = names;
		this.#countryOf = countryOf;
	}

	/** Names in the country with the same first letter and the same consonants that are long enough to be guessed. */
	near(key: string, country: string): readonly GuessedName[] {
		if (allowedMistakes(key) === 0) return [];
		this.#groups ??= this.#gather();
		return this.#groups.get(groupOf(key, country)) ?? [];
	}

	#gather(): Map<string, GuessedName[]> {
		const groups = new Map<string, GuessedName[]>();
		for (const name of this.#names()) {
			const country = this.#countryOf(name.row);
			if (country === null || allowedMistakes(name.key) === 0) continue;
			const group = groupOf(name.key, country);
			const others = groups.get(group);
			if (others) others.push(name);
			else groups.set(group, [name]);
		}
		return groups;
	}
}

function groupOf(key: string, country: string): string {
	return `${country} ${key[0]!} ${consonants(key)}`;
}

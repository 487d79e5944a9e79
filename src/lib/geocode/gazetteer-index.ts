import type { GazetteerRow } from './gazetteer-row.ts';
import { readKindWords } from './kind-words.ts';
import { nameKey, normalizeName } from './normalize-name.ts';

/** How a name came to match, best first. */
export const MATCH_TIERS = ['name', 'alias', 'bare', 'hint'] as const;
export type MatchTier = (typeof MATCH_TIERS)[number];

/** Rows by name and by country. Built once; `geocode` only reads it. */
export interface GazetteerIndex {
	rows: readonly GazetteerRow[];
	/** Row number * 4 + tier number, by name key. */
	postings: ReadonlyMap<string, readonly number[]>;
	byCountry: ReadonlyMap<string, readonly number[]>;
}

/** Indexes the rows by every name they have. The order of the rows changes no answer. */
export function buildGazetteerIndex(rows: readonly GazetteerRow[]): GazetteerIndex {
	const postings = new Map<string, number[]>();
	const byCountry = new Map<string, number[]>();
	rows.forEach((row, number) => {
		if (row.country !== null) push(byCountry, row.country, number);
		for (const [key, tier] of keysOfRow(row)) push(postings, key, number * 4 + tier);
	});
	return { rows, postings, byCountry };
}

/** Rows and tiers under a key. */
export function lookUp(index: GazetteerIndex, key: string): { row: GazetteerRow; tier: MatchTier }[] {
	const found = index.postings.get(key) ?? [];
	return found.map((posting) => ({ row: index.rows[posting >> 2]!, tier: MATCH_TIERS[posting & 3]! }));
}

/** Every key of a row with the best tier it has there. */
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

function push<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
	const values = map.get(key);
	if (values) values.push(value);
	else map.set(key, [value]);
}

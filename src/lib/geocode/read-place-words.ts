import { countryCode } from '../model/country-table.ts';
import type { Relation } from '../model/vocabulary.ts';

/** A place as a table writes it, taken apart. */
export interface PlaceWords {
	readonly name: string;
	readonly relation: Relation;
	/** Places named behind it, from the nearest to the widest, without the country. */
	readonly within: readonly string[];
	/** Alpha-3 code of the country named last; `null` where none is. */
	readonly country: string | null;
}

const AT = /^(?:in|at)\s+(?=\S)/i;
const RELATIONS: readonly (readonly [RegExp, Relation])[] = [
	[/^(?:on\s+)?(?:the\s+)?(?:\S+\s+)?(?:outskirts|edge)\s+of\s+/i, 'outskirts-of'],
	[/^(?:near|close\s+to|around|outside(?:\s+of)?|(?:in\s+)?(?:the\s+)?vicinity\s+of)\s+/i, 'near'],
];
/** The first word of a direction decides: no offset is made of it, only a wide circle. */
const DIRECTION =
	/^(?:(?:about|some)\s+)?(?:\d+(?:[.,]\d+)?\s*(?:km|kilomet(?:er|re)s?|miles?)\s+)?(?:to\s+the\s+)?(north|south|east|west)-?(?:east|west)?(?:ern)?\s+of\s+/i;

/** Reads "near X", "outskirts of X", "20 km south of X" and what stands behind commas. */
export function readPlaceWords(written: string): PlaceWords {
	const [first = '', ...others] = written
		.split(/[,،]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const { name, relation } = readRelation(first);
	const country = others.length > 0 ? countryCode(others.at(-1)!) : null;
	return { name, relation, within: country === null ? others : others.slice(0, -1), country };
}

function readRelation(words: string): Pick<PlaceWords, 'name' | 'relation'> {
	const direction = DIRECTION.exec(words);
	if (direction) {
		const relation = `${direction[1]!.toLowerCase()}-of` as Relation;
		return { name: words.slice(direction[0].length), relation };
	}
	for (const [pattern, relation] of RELATIONS) {
		const match = pattern.exec(words);
		if (match) return { name: words.slice(match[0].length), relation };
	}
	return { name: words.replace(AT, ''), relation: 'at' };
}

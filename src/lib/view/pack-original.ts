import type { Geometry } from 'geojson';
import type { OriginalObject } from '../model/original.ts';

/** What a row of a file has besides its incident. */
export interface RowOriginal {
	readonly number: number;
	readonly sources: readonly string[];
	/** Lines and areas, of which the incident has only a point. */
	readonly shape: Exclude<Geometry, { type: 'Point' }> | null;
	readonly original: OriginalObject;
}

/** Rows with more different sets of columns than this have their names written out. */
const MOST_SCHEMAS = 1000;
const NO_SCHEMA = -1;
/** Shorter texts are as short as what would stand for them. */
const LEAST_SHARED = 20;
const NOWHERE = -1;

/** Packs what rows have besides their incidents; the names of columns, which most rows share, are kept once. */
export class OriginalPacker {
	readonly schemas: string[][] = [];
	readonly #codes = new Map<string, number>();

	/** `summary` is kept with the details of the row: a column that holds the same is not kept again. */
	pack({ number, sources, shape, original }: RowOriginal, summary: string): string {
		const names = Object.keys(original);
		const schema = this.#schemaOf(names);
		if (schema === NO_SCHEMA) return JSON.stringify([number, sources, shape, schema, NOWHERE, original]);
		const values = names.map((name) => original[name]);
		const told = summary.length < LEAST_SHARED ? NOWHERE : values.indexOf(summary);
		if (told !== NOWHERE) values[told] = null;
		return JSON.stringify([number, sources, shape, schema, told, ...values]);
	}

	#schemaOf(names: string[]): number {
		const key = JSON.stringify(names);
		const known = this.#codes.get(key);
		if (known !== undefined) return known;
		if (this.schemas.length >= MOST_SCHEMAS) return NO_SCHEMA;
		this.#codes.set(key, this.schemas.length);
		return this.schemas.push(names) - 1;
	}
}

/** What was packed. A column called `__proto__` is a column like any other. */
export function unpackOriginal(
	packed: string,
	schemas: readonly (readonly string[])[],
	summaryOf: () => string,
): RowOriginal {
	const [number, sources, shape, schema, told, ...values] = JSON.parse(packed) as [
		RowOriginal['number'],
		RowOriginal['sources'],
		RowOriginal['shape'],
		number,
		number,
		...OriginalObject[string][],
	];
	if (told !== NOWHERE) values[told] = summaryOf();
	const original =
		schema === NO_SCHEMA
			? (values[0] as OriginalObject)
			: Object.fromEntries(schemas[schema]!.map((name, at) => [name, values[at]!]));
	return { number, sources, shape, original };
}

import * as v from 'valibot';
import { Casualties, Claim, CountRange } from '../lib/model/claim.ts';
import { Facts, SomeFacts } from '../lib/model/correction.ts';
import { Alpha3, Count, Edtf, Id, IsoDay, Position, PositiveCount, Text } from '../lib/model/fields.ts';
import { Kilometres } from '../lib/model/place.ts';

/** The parts of a valibot schema that say how its value is built. */
interface SchemaShape {
	type: string;
	entries?: Record<string, SchemaShape>;
	item?: SchemaShape;
	wrapped?: SchemaShape;
	options?: readonly unknown[];
	literal?: unknown;
	pipe?: readonly unknown[];
}

/** Schemas that have a name of their own in the dictionary. */
const NAMED = new Map<unknown, string>([
	[Id, 'id'],
	[Text, 'text'],
	[Edtf, 'EDTF date'],
	[IsoDay, 'ISO date'],
	[Alpha3, 'country code'],
	[Count, 'whole number, 0 or more'],
	[PositiveCount, 'whole number, 1 or more'],
	[Kilometres, 'number, km'],
	[Position, '[longitude, latitude]'],
	[Claim, '[claim](#claim)'],
	[Casualties, '[casualties](#casualties)'],
	[CountRange, '[range](#range)'],
	[Facts, '[facts](#facts)'],
	[SomeFacts, 'some of the [facts](#facts)'],
]);
/** Longer lists of words are told in a vocabulary of their own. */
const MOST_WORDS = 5;

/** A Markdown table of every property of an object schema: name, type, meaning. Objects within are told by path. */
export function schemaTable(schema: v.GenericSchema, vocabularies: ReadonlyMap<string, string>): string {
	const rows = rowsOf(schema as unknown as SchemaShape, '', vocabularies);
	return ['| property | type | meaning |', '|---|---|---|', ...rows].join('\n');
}

/** Key under which a list of words is looked up among the vocabularies. */
export function wordsKey(words: readonly unknown[]): string {
	return words.join('|');
}

function rowsOf(schema: SchemaShape, path: string, vocabularies: ReadonlyMap<string, string>): string[] {
	return Object.entries(schema.entries ?? {}).flatMap(([name, child]) => {
		const at = `${path}${name}`;
		const meaning = v.getDescription(child as unknown as v.GenericSchema) ?? '';
		const row = `| \`${at}\` | ${typeName(child, vocabularies)} | ${escapeCell(meaning)} |`;
		const inner = innerObject(child);
		return inner ? [row, ...rowsOf(inner.schema, `${at}${inner.suffix}.`, vocabularies)] : [row];
	});
}

/** The object without a name of its own that a property holds, or a list of. */
function innerObject(schema: SchemaShape): { schema: SchemaShape; suffix: string } | null {
	if (nameOf(schema) !== null) return null;
	if (schema.wrapped) return innerObject(schema.wrapped);
	if (schema.item) {
		const inner = innerObject(schema.item);
		return inner && { schema: inner.schema, suffix: `[]${inner.suffix}` };
	}
	return schema.entries ? { schema, suffix: '' } : null;
}

function typeName(schema: SchemaShape, vocabularies: ReadonlyMap<string, string>): string {
	const name = nameOf(schema);
	if (name !== null) return name;
	if (schema.wrapped) {
		const inner = typeName(schema.wrapped, vocabularies);
		return inner === 'null' ? inner : `${inner}, or null`;
	}
	switch (schema.type) {
		case 'array':
			return `list of ${typeName(schema.item!, vocabularies)}`;
		case 'picklist':
			return words(schema.options!, vocabularies);
		case 'literal':
			return code(schema.literal);
		case 'variant':
			return 'one of several forms';
		case 'strict_object':
			return 'object';
		case 'strict_tuple':
			return 'pair';
		case 'boolean':
			return 'true or false';
		case 'string':
			return 'text';
		default:
			return schema.type;
	}
}

function words(options: readonly unknown[], vocabularies: ReadonlyMap<string, string>): string {
	const heading = vocabularies.get(wordsKey(options));
	if (heading !== undefined) return `[code](#${heading.toLowerCase().replaceAll(' ', '-')})`;
	return options.length > MOST_WORDS ? 'code' : options.map(code).join(', ');
}

/** The name of the schema, or of the one it was made from by adding a description. */
function nameOf(schema: SchemaShape): string | null {
	const own = NAMED.get(schema);
	if (own !== undefined) return own;
	const made = schema.pipe?.[0];
	return made === undefined || made === schema ? null : nameOf(made as SchemaShape);
}

function code(value: unknown): string {
	return `\`${JSON.stringify(value)}\``;
}

function escapeCell(text: string): string {
	return text.replaceAll('|', '\\|');
}

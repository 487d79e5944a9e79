import { ImportError } from '../format.ts';
import { BrokenBytes, type FlatTable } from './guarded-flatbuffer.ts';
import { LIMITS } from '../limits.ts';

/** Types of Arrow by their numbers in its schema, from 1. */
const TYPES = [
	'None',
	'Null',
	'Int',
	'FloatingPoint',
	'Binary',
	'Utf8',
	'Bool',
	'Decimal',
	'Date',
	'Time',
	'Timestamp',
	'Interval',
	'List',
	'Struct',
	'Union',
	'FixedSizeBinary',
	'FixedSizeList',
	'Map',
	'Duration',
	'LargeBinary',
	'LargeUtf8',
	'LargeList',
	'RunEndEncoded',
	'BinaryView',
	'Utf8View',
	'ListView',
	'LargeListView',
] as const;
type ArrowType = (typeof TYPES)[number];

/** A column of a table of Arrow, or of something inside one. */
export interface ArrowField {
	readonly name: string;
	readonly type: ArrowType;
	/** Of numbers, their bits; of lists and bytes of fixed length, that length. */
	readonly size: number;
	readonly isSigned: boolean;
	/** Of times the unit, 0 for seconds to 3 for nanoseconds; of dates 0 for days and 1 for milliseconds; of decimals the scale. */
	readonly unit: number;
	readonly children: readonly ArrowField[];
	/** What it holds are numbers of values in the dictionary of this id; `null` where it holds the values. */
	readonly dictionary: { readonly id: number; readonly index: ArrowField } | null;
	readonly metadata: ReadonlyMap<string, string>;
}

export interface ArrowSchema {
	readonly fields: readonly ArrowField[];
	readonly metadata: ReadonlyMap<string, string>;
}

/** Fields of the tables of Arrow's own description, by their order in it. */
const SCHEMA = { endianness: 0, fields: 1, metadata: 2 } as const;
const FIELD = { name: 0, typeNumber: 2, type: 3, dictionary: 4, children: 5, metadata: 6 } as const;
const DICTIONARY = { id: 0, index: 1 } as const;
const KEY_VALUE = { key: 0, value: 1 } as const;
const BITS_OF_FLOATS = [16, 32, 64];
const [MILLISECONDS, BITS_OF_TIMES] = [1, 32];

/** The columns that a message describes. Throws an `ImportError` where there are too many or a type is not read. */
export function arrowSchema(table: FlatTable): ArrowSchema {
	if (table.short(SCHEMA.endianness) !== 0) {
		throw new ImportError('Its numbers have their highest byte first, as few machines do. Save it again on another.');
	}
	const fields = table.tables(SCHEMA.fields).map((field) => fieldOf(field, 1));
	if (fields.length > LIMITS.columns) {
		throw new ImportError(
			`The file has ${fields.length.toLocaleString('en')} columns, and at most ${LIMITS.columns.toLocaleString('en')} are read. Remove those that are not needed.`,
		);
	}
	return { fields, metadata: pairsOf(table, SCHEMA.metadata) };
}

function fieldOf(field: FlatTable, depth: number): ArrowField {
	const name = field.text(FIELD.name) ?? '';
	if (depth > LIMITS.nesting) {
		throw new ImportError(`Column "${name}" is nested deeper than ${LIMITS.nesting}, the most that is read.`);
	}
	const encoding = field.table(FIELD.dictionary);
	const index = encoding?.table(DICTIONARY.index) ?? null;
	const plain = {
		name,
		...typeOf(field.byte(FIELD.typeNumber), field.table(FIELD.type)),
		children: field.tables(FIELD.children).map((child) => fieldOf(child, depth + 1)),
		metadata: pairsOf(field, FIELD.metadata),
	};
	if (encoding === null) return { ...plain, dictionary: null };
	const numbers = index === null ? { type: 'Int' as const, size: 32, isSigned: true, unit: 0 } : typeOf(2, index);
	const none = { name, children: [], metadata: new Map<string, string>(), dictionary: null };
	return { ...plain, dictionary: { id: encoding.long(DICTIONARY.id), index: { ...none, ...numbers } } };
}

function typeOf(number: number, table: FlatTable | null): Pick<ArrowField, 'type' | 'size' | 'isSigned' | 'unit'> {
	const type = TYPES[number];
	if (type === undefined || type === 'None') throw new BrokenBytes(`a column of type ${number}`);
	const plain = { type, size: 0, isSigned: true, unit: 0 };
	if (table === null) return plain;
	switch (type) {
		case 'Int':
			return { ...plain, size: table.int(0), isSigned: table.byte(1) !== 0 };
		case 'FloatingPoint':
			return { ...plain, size: BITS_OF_FLOATS[table.short(0)] ?? 0 };
		case 'Decimal':
			return { ...plain, size: table.int(2, 128), unit: table.int(1) };
		case 'Date':
			return { ...plain, unit: table.short(0, MILLISECONDS) };
		case 'Time':
			return { ...plain, unit: table.short(0, MILLISECONDS), size: table.int(1, BITS_OF_TIMES) };
		case 'Timestamp':
			return { ...plain, unit: table.short(0) };
		case 'FixedSizeBinary':
		case 'FixedSizeList':
			return { ...plain, size: table.int(0) };
		default:
			return plain;
	}
}

function pairsOf(table: FlatTable, field: number): Map<string, string> {
	return new Map(table.tables(field).map((pair) => [pair.text(KEY_VALUE.key) ?? '', pair.text(KEY_VALUE.value) ?? '']));
}

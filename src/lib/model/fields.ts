import * as v from 'valibot';
import { parseDay } from './day.ts';
import { parseEdtf } from './edtf.ts';

/** Small schemas that the records share. Each carries the sentence that the data dictionary prints. */

export const Id = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words and digits joined by single hyphens'),
	v.maxLength(80),
);

export const Text = v.pipe(
	v.string(),
	v.minLength(1, 'must not be empty; write null where nothing is known'),
	v.maxLength(2000),
	v.check((text) => text === text.trim(), 'must not begin or end with white space'),
);

export const Edtf = v.pipe(
	v.string(),
	v.check(
		(text) => parseEdtf(text) !== null,
		'must be an EDTF date that exists: 2024-07-30, 2024-07, 2024, an interval of two of these joined by "/", or one ending in "~"',
	),
);

export const IsoDay = v.pipe(
	v.string(),
	v.check((text) => parseDay(text) !== null, 'must be an ISO date that exists, such as 2024-07-30'),
);

export const Alpha3 = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be an ISO 3166-1 alpha-3 code such as IRQ'));

export const Count = v.pipe(
	v.number(),
	v.safeInteger('must be a whole number'),
	v.minValue(0, 'must not be negative; write null where nothing is known'),
);

export const PositiveCount = v.pipe(
	v.number(),
	v.safeInteger('must be a whole number'),
	v.minValue(1, 'counts from 1'),
);

/** A longitude, latitude pair in degrees, WGS 84. */
export const Position = v.strictTuple([
	v.pipe(
		v.number('longitude must be a number'),
		v.finite(),
		v.minValue(-180, 'longitude must be at least -180'),
		v.maxValue(180, 'longitude must be at most 180'),
	),
	v.pipe(
		v.number('latitude must be a number'),
		v.finite(),
		v.minValue(-90, 'latitude must be at least -90; coordinates are [longitude, latitude]'),
		v.maxValue(90, 'latitude must be at most 90; coordinates are [longitude, latitude]'),
	),
]);
export type Position = v.InferOutput<typeof Position>;

/** `null` or the schema, with the meaning of `null` left to the description. */
export function orNull<const T extends v.GenericSchema>(schema: T) {
	return v.nullable(schema);
}

/** Adds the sentence that the data dictionary prints for a property. */
export function described<const T extends v.GenericSchema>(schema: T, sentence: string) {
	return v.pipe(schema, v.description(sentence));
}

import * as v from 'valibot';
import { described, Edtf, Id, orNull, PositiveCount, Text } from './fields.ts';
import { keysOf, REPORT_KINDS } from './vocabulary.ts';

/** A source report. Its text is not kept; the outline lets every locator be checked without it. */
export const Report = v.strictObject({
	id: described(Id, 'Permanent name; equal to the file name'),
	label: described(Text, 'What it reports, in our words; not its headline'),
	publisher: described(orNull(Text), 'Publisher, as far as the text itself tells'),
	kind: described(v.picklist(keysOf(REPORT_KINDS)), 'Kind of publisher'),
	published: described(Edtf, 'Date of publication, no finer than it is known'),
	published_basis: described(Text, 'How the date of publication is known'),
	language: described(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)), 'Language of the text, ISO 639'),
	url: described(orNull(v.pipe(v.string(), v.url())), 'Address, if the text gives one'),
	sha256: described(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), 'SHA-256 of the text as read'),
	outline: described(
		v.pipe(v.array(PositiveCount), v.minLength(1)),
		'Number of sentences in each paragraph; a paragraph is a line that is not blank. Locators count from 1',
	),
	note: described(orNull(Text), 'What a reader of the record should know about the text'),
});
export type Report = v.InferOutput<typeof Report>;

/** Where in a report something stands. */
export const Locator = v.strictObject({
	report: described(Id, 'Id of the report'),
	paragraph: described(PositiveCount, 'Paragraph, counted from 1'),
	sentence: described(PositiveCount, 'Sentence within the paragraph, counted from 1'),
});
export type Locator = v.InferOutput<typeof Locator>;

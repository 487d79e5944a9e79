import * as v from 'valibot';
import { Count, described, Edtf, Id, orNull, Text } from './fields.ts';
import { Locator } from './report.ts';
import { CLAIMANT_KINDS, keysOf, OUTCOMES, STANCES, WEAPONS } from './vocabulary.ts';

/** A number of people: exact when low equals high, open above when high is `null`. */
export const CountRange = v.pipe(
	v.strictObject({
		low: described(Count, 'At least'),
		high: described(orNull(Count), 'At most; null where the claimant sets no upper limit ("more than 90")'),
	}),
	v.check((range) => range.high === null || range.low <= range.high, 'low must not be above high'),
);
export type CountRange = v.InferOutput<typeof CountRange>;

export const Casualties = v.strictObject({
	killed: described(orNull(CountRange), 'Killed'),
	injured: described(orNull(CountRange), 'Injured'),
	abducted: described(orNull(CountRange), 'Taken captive'),
	scope: described(
		v.picklist(['total', 'part', 'besides']),
		'"total" of the event; "part": people who may or may not be inside a total; "besides": in addition to someone named in a "part"',
	),
	person: described(orNull(Text), 'Name, for holders of office or command only'),
});
export type Casualties = v.InferOutput<typeof Casualties>;

const common = {
	id: described(v.pipe(v.string(), v.regex(/^c[1-9][0-9]*$/)), 'c1, c2 ... within the record'),
	...Locator.entries,
	claimant: described(
		v.strictObject({
			actor: described(orNull(Id), 'Id of the actor, if it is one'),
			name: described(Text, 'Who says it, in our words'),
		}),
		'Who makes the claim',
	),
	claimant_kind: described(v.picklist(keysOf(CLAIMANT_KINDS)), 'Kind of claimant'),
	via: described(orNull(Text), 'Whom they told, if the report names another outlet or channel'),
	said: described(
		orNull(Edtf),
		'When the claimant said it, where the report tells; null: known from the publication of the report',
	),
	stance: described(v.picklist(keysOf(STANCES)), 'How the claimant stands to what is claimed'),
	hedged: described(v.boolean(), 'True where the wording leaves it open ("reportedly", "apparent", "suspected")'),
};
const paraphrase = { paraphrase: described(Text, 'The claim in our words') };

function about<const Topic extends string, const Value extends v.GenericSchema>(topic: Topic, value: Value) {
	return v.strictObject({
		...common,
		topic: described(v.literal(topic), 'What the claim is about'),
		value: described(orNull(value), 'What is claimed; its form follows the topic'),
		...paraphrase,
	});
}

/** Who says what, where in which report. The unit of the whole project. */
export const Claim = v.variant('topic', [
	about('occurrence', v.null()),
	about('perpetrator', v.pipe(v.array(Id), v.minLength(1))),
	about('target', v.pipe(v.array(Id), v.minLength(1))),
	about('weapon', v.pipe(v.array(v.picklist(keysOf(WEAPONS))), v.minLength(1))),
	about('outcome', v.picklist(keysOf(OUTCOMES))),
	about('casualties', Casualties),
	about('motive', Text),
	about('place', Text),
	about('date', Edtf),
]);
export type Claim = v.InferOutput<typeof Claim>;

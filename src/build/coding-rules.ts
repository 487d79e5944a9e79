import type { Actor } from '../lib/model/actor.ts';
import { ATTRIBUTION_RULE, deriveAttribution } from '../lib/model/attribution.ts';
import type { Claim } from '../lib/model/claim.ts';
import { formatDay } from '../lib/model/day.ts';
import { parseEdtf } from '../lib/model/edtf.ts';
import { deriveGrading, GRADING_RULE } from '../lib/model/grading.ts';
import { deriveToll, TOLL_RULE } from '../lib/model/toll.ts';
import { LINK_RULE, ROUTE_RULE } from './link-rules.ts';

export const DATE_RULE = [
	'A date is no finer than the report allows. It is written in EDTF (ISO 8601-2): a day `2024-07-30`, a month `2024-07`, a year `2024`, an interval `2023-10-14/2023-10-20`, and `~` for "about".',
	'`when.words` are the few words that give the date, `when.anchor` the date they were resolved against, `when.reasoning` how one became the other.',
	'"Last week" is the seven days before the day it is told from; a night between two days is both days; a weekday is the last such day up to publication.',
	'What was only announced has the date of its announcement, and `when.dates` says so.',
	'A report without a date of its own is dated by what it mentions, as widely as that forces.',
];
export const PLACE_RULE = [
	'The place is written as the report writes it; no site named means no site. The geocoder finds it by name, kind, country, province and what is near, in a pinned gazetteer, and answers "unlocated" rather than guess; the candidates it rejected are kept with the record.',
	'`geo_precision` says what was named, `uncertainty_km` the radius around the point within which the true site is believed to lie. "Near" a place widens to 30 km at least and "south of" it to 60 km; no offset is invented. What is coarser than a town is drawn as an outline or a disc, never as a dot.',
	'`where_prec` is the scale of UCDP GED: 1 a named site or town, 2 near or beside it, 3 a district, 4 a first-order division, 5 a wider region, 6 a country, 7 waters.',
];
const CARE_RULE = [
	'People are named only where they hold office or command; each is an actor of kind `person` with that `office`. Nobody else is named, and no age, address, telephone number or account of anyone is kept: the number of people is enough. Who may be named is decided by editors in `actors.json`; a claim, a toll, a title or a note with any other name is refused as far as a rule can tell a name.',
	'Each curated place has a class of [sensitivity](#sensitivities). Hospitals, shelters and other places of care stand on a grid of 0.01 degrees (about a kilometre), private homes on one of 0.05 degrees (about five), before their coordinates are written anywhere: in `places/`, in the layers, on the basemap. That a hospital is known to all the world makes no difference.',
	'A place that is rounded gets a wider radius, by the most that rounding can move anything (0.8 km, 4 km), so that the map stays true: the site lies within it. A home is drawn as a town at best. Rounding does not hide which hospital a report names; it keeps our files from being a guide to a door.',
];
export const UNIT_RULE = [
	'An incident is one event at one time and place. One event told by several reports, or told differently by two sides, is one record; two events at one base are two.',
	'An aggregate is a sum of events ("more than 500 operations") or a war. It has no geometry and no toll, and its dates are a bracket in the timeline.',
	'A statement is something said on a date: a threat, a vow, a denial, a condemnation. It has a PLOVER code, no geometry, and a track of its own in the timeline.',
	'A record states what its reports say. What an editor knows from elsewhere stands in `editor_note` and moves no date, place or figure.',
];

/** The coding rules in prose, each with an example that the rules themselves have worked out. */
export function codingRules(): string {
	return [
		'## Coding rules',
		section('Units', UNIT_RULE),
		section('Dates', DATE_RULE),
		dateExample(),
		section('Places', PLACE_RULE),
		section('Links and chains', LINK_RULE),
		section('Routes', ROUTE_RULE),
		section('Tolls', TOLL_RULE),
		tollExample(),
		section('Attribution', ['The first that holds decides:', ordered(ATTRIBUTION_RULE), PARTY]),
		attributionExample(),
		section('Grading', ['After Airwars, restated. The first that holds decides:', ordered(GRADING_RULE)]),
		gradingExample(),
		section('Care for people', CARE_RULE),
	].join('\n\n');
}

const PARTY =
	'Two actors are one party if one belongs to the other (`member_of`) or both are organs of one state. Members of one coalition are not one party with each other.';

function section(title: string, paragraphs: readonly string[]): string {
	return [`### ${title}`, ...paragraphs].join('\n\n');
}

function ordered(rule: readonly (readonly [string, string])[]): string {
	return rule.map(([name, condition], i) => `${i + 1}. \`${name}\`: ${condition}.`).join('\n');
}

function dateExample(): string {
	const { start, end, precision } = parseEdtf('2024-05-03/2024-05-09')!;
	return `Example: a paper of 2024-05-10 tells of a strike "last week". The record says \`2024-05-03/2024-05-09\`, which runs from ${formatDay(start)} to ${formatDay(end)} with precision \`${precision}\`.`;
}

function tollExample(): string {
	const person = { ...CASUALTIES, scope: 'part', person: 'A Commander', killed: { low: 1, high: 1 } };
	const claims = [
		example({ id: 'c1', topic: 'casualties', claimant_kind: 'belligerent', value: person }),
		example({ id: 'c2', topic: 'casualties', claimant_kind: 'armed-group', stance: 'denies', value: person }),
		example({
			id: 'c3',
			topic: 'casualties',
			claimant_kind: 'medical-source',
			sentence: 2,
			value: { ...CASUALTIES, scope: 'besides', killed: { low: 91, high: null } },
		}),
	];
	const denied = deriveToll(claims).killed;
	const undenied = deriveToll(claims.filter((claim) => claim.stance !== 'denies')).killed;
	return `Example: an army says a strike killed one commander, his group denies it, and doctors count "more than 90 others". Killed: low ${denied.low}, best ${denied.best}, high ${denied.high}. Without the denial: low ${undenied.low}, best ${undenied.best}, high ${undenied.high}.`;
}

function attributionExample(): string {
	const accusation = example({ topic: 'perpetrator', value: ['redland'], hedged: true });
	const silence = example({ topic: 'perpetrator', value: ['redland'], stance: 'does-not-confirm', claimant: REDLAND });
	const claim = example({ topic: 'perpetrator', value: ['redland'], claimant: REDLAND });
	const denial = { ...claim, stance: 'denies' as const };
	const says = (...claims: Claim[]) => `\`${deriveAttribution(claims, ACTORS)}\``;
	return `Example: a paper writes of "an apparent strike by Redland", and Redland does not confirm it: ${says(accusation, silence)}. Redland denies it: ${says(accusation, denial)}. Redland says it did it: ${says(accusation, claim)}.`;
}

function gradingExample(): string {
	const police = example({ claimant: { actor: null, name: 'Police' }, claimant_kind: 'security-source' });
	const hospital = example({ claimant: { actor: null, name: 'Hospital' }, claimant_kind: 'medical-source' });
	const paper = example({});
	const denial: Claim = { ...police, stance: 'denies' };
	const says = (...claims: Claim[]) => `\`${deriveGrading(claims, 'unknown')}\``;
	return `Example: a paper tells of a blast: ${says(paper)}. It names the police as its source: ${says(paper, police)}. A hospital says so too: ${says(paper, police, hospital)}. An official denies that it happened: ${says(paper, denial)}.`;
}

const CASUALTIES = { killed: null, injured: null, abducted: null, scope: 'total', person: null };
const REDLAND = { actor: 'redland', name: 'Redland' };
const ACTORS: ReadonlyMap<string, Actor> = new Map();

type Parts = Partial<Omit<Claim, 'topic' | 'value'>> & { topic?: Claim['topic']; value?: unknown };

/** A claim of an invented report. */
function example(parts: Parts): Claim {
	const claim = {
		id: 'c1',
		report: 'example',
		paragraph: 1,
		sentence: 1,
		claimant: { actor: null, name: 'Example Post' },
		claimant_kind: 'media-own-voice',
		via: null,
		said: null,
		stance: 'asserts',
		hedged: false,
		topic: 'occurrence',
		value: null,
		paraphrase: 'An example',
		...parts,
	};
	return claim as Claim;
}

import type {
	Attribution,
	ClaimantKind,
	DatePrecision,
	GeoPrecision,
	Grading,
	Kind,
	LinkKind,
	Outcome,
	PlaceKind,
	Plover,
	Relation,
	REPORT_KINDS,
	RouteRole,
	Stance,
	Topic,
	Weapon,
} from '../../../model/vocabulary.ts';
import type { LinkCertainty } from '../../../view/link-arcs.ts';
import type { SideOrUnnamed } from '../../../view/view.ts';

const kinds: Record<Kind | 'war', string> = {
	'air-strike': 'Air strike',
	'drone-attack': 'Drone attack',
	'rocket-missile-attack': 'Rocket or missile attack',
	interception: 'Interception',
	explosion: 'Unexplained explosion',
	'ground-attack': 'Ground attack',
	killing: 'Killing',
	protest: 'Protest',
	other: 'Other',
	war: 'War',
};

const sides: Record<SideOrUnnamed, string> = {
	israel: 'Israel',
	'us-coalition': 'United States and coalition',
	iran: 'Iran',
	'iran-aligned': 'Iran-aligned groups',
	'palestinian-groups': 'Palestinian armed groups',
	iraq: 'Iraqi state',
	'islamic-state': 'Islamic State',
	civilians: 'Civilians',
	other: 'Other',
	unnamed: 'Not named, or mixed',
};

const attributions: Record<Attribution, string> = {
	confirmed: 'Confirmed',
	claimed: 'Claimed',
	attributed: 'Attributed',
	suspected: 'Suspected',
	disputed: 'Disputed',
	denied: 'Denied',
	unknown: 'Unknown',
};

const attributionMeanings: Record<Attribution, string> = {
	confirmed: 'The party named accepts it, through its own officials.',
	claimed: 'The group named says that it did it.',
	attributed: 'Others say outright who did it; the party named has not accepted it.',
	suspected: 'Who did it is only hinted at or suspected.',
	disputed: 'Claimants name different parties, or name one that denies it.',
	denied: 'The only party named denies it, and nobody states it outright.',
	unknown: 'No report names anyone.',
};

const gradings: Record<Grading, string> = {
	confirmed: 'Confirmed',
	fair: 'Fair',
	weak: 'Weak',
	contested: 'Contested',
	discounted: 'Discounted',
};

const gradingMeanings: Record<Grading, string> = {
	confirmed: 'A party to it accepts that it happened.',
	fair: 'Two or more independent claimants report it.',
	weak: 'One claimant reports it.',
	contested: 'Claimants contradict each other on who did it or on what happened.',
	discounted: 'All that is left is a denial.',
};

const outcomes: Record<Outcome, string> = {
	hit: 'Hit',
	damage: 'Damage',
	intercepted: 'Intercepted',
	crashed: 'Crashed',
	missed: 'Missed',
	'no-damage': 'No damage',
	disputed: 'Disputed',
	unknown: 'Not stated',
};

const weapons: Record<Weapon, string> = {
	aircraft: 'aircraft',
	drone: 'drone',
	rocket: 'rocket',
	missile: 'missile',
	'air-defence': 'air defence',
	bomb: 'bomb',
	explosive: 'explosive',
	'small-arms': 'small arms',
};

const stances: Record<Stance, string> = {
	asserts: 'states',
	'claims-responsibility': 'claims responsibility',
	denies: 'denies',
	hints: 'hints',
	'does-not-confirm': 'neither confirms nor denies',
	condemns: 'condemns',
};

const topics: Record<Topic, string> = {
	occurrence: 'Whether it happened',
	perpetrator: 'Who did it',
	target: 'Against whom or what',
	weapon: 'By what means',
	outcome: 'What it did',
	casualties: 'Casualties',
	motive: 'Why',
	place: 'Where',
	date: 'When',
};

const claimantKinds: Record<ClaimantKind, string> = {
	belligerent: 'a party to the conflict',
	'official-named': 'named official',
	'official-anonymous': 'official, not named',
	'security-source': 'security source',
	'medical-source': 'medical source',
	'armed-group': 'armed group',
	'third-party-data': 'data project or monitor',
	'media-own-voice': 'no source named',
	headline: 'headline or caption, no source named',
};

/** The record at hand answers, or accompanies, the one named after these words. */
const links: Record<LinkKind, string> = {
	'retaliation-claimed-for': 'Claimed as retaliation for',
	'response-to': 'Reported as a response to',
	'same-salvo': 'Part of one attack with',
	'intercepted-by': 'Met by',
	follows: 'Reported as following',
};

/** The same links seen from the other end. */
const linksBack: Record<LinkKind, string> = {
	'retaliation-claimed-for': 'Named as the reason for',
	'response-to': 'Reportedly answered by',
	'same-salvo': 'Part of one attack with',
	'intercepted-by': 'Was the answer to',
	follows: 'Reportedly followed by',
};

const linkCertainties: Record<LinkCertainty, string> = {
	asserted: 'Somebody says so',
	hedged: 'Said with reserve',
	inferred: 'Inferred by the editors; no report says it',
};

/** The part a place has in how an attack flew. */
const routeRoles: Record<RouteRole, string> = {
	'launched-from': 'launched from',
	'intercepted-over': 'intercepted over',
	'fell-at': 'fell at',
	hit: 'hit',
	'aimed-at': 'aimed at',
};

const datePrecisions: Record<DatePrecision, string> = {
	day: 'day known',
	days: 'known to a few days',
	week: 'known to a week',
	month: 'known to a month',
	year: 'known to more than a month',
	approx: 'approximate',
};

const geoPrecisions: Record<GeoPrecision, string> = {
	site: 'site',
	town: 'town',
	district: 'district',
	province: 'province',
	region: 'region',
	country: 'country',
};

const placeKinds: Record<PlaceKind, string> = {
	site: 'site',
	'air-base': 'air base',
	'military-base': 'military base',
	airport: 'airport',
	port: 'port',
	crossing: 'border crossing',
	embassy: 'embassy',
	hospital: 'hospital',
	shelter: 'shelter',
	home: 'private home',
	'nuclear-site': 'nuclear site',
	'oil-site': 'oil or gas site',
	town: 'town',
	district: 'district',
	province: 'province',
	region: 'region',
	country: 'country',
	sea: 'sea',
};

const relations: Record<Relation, string> = {
	at: 'at',
	in: 'in',
	near: 'near',
	'outskirts-of': 'on the outskirts of',
	'north-of': 'north of',
	'south-of': 'south of',
	'east-of': 'east of',
	'west-of': 'west of',
};

const plover: Record<Plover, string> = {
	AGREE: 'Agreement',
	CONSULT: 'Consultation',
	SUPPORT: 'Support',
	CONCEDE: 'Concession',
	COOPERATE: 'Cooperation',
	AID: 'Aid',
	RETREAT: 'Withdrawal',
	INVESTIGATE: 'Inquiry or accusation',
	DEMAND: 'Demand',
	DISAPPROVE: 'Criticism',
	REJECT: 'Refusal or denial',
	THREATEN: 'Threat or warning',
	SANCTION: 'Sanction',
	PROTEST: 'Protest',
	CRIME: 'Crime',
	MOBILIZE: 'Mobilisation',
	COERCE: 'Repression',
	ASSAULT: 'Use of force',
};

const reportKinds: Record<keyof typeof REPORT_KINDS, string> = {
	'news-agency': 'news agency',
	newspaper: 'newspaper',
	broadcaster: 'broadcaster',
	'online-news': 'online news outlet',
	'state-media': 'state-owned media',
	aggregator: 'joins texts of others',
	unknown: 'kind of outlet not stated',
};

/** A short name for every code of the record, and the words for figures that all parts share. */
export const vocabulary = {
	kinds,
	sides,
	attributions,
	attributionMeanings,
	gradings,
	gradingMeanings,
	outcomes,
	weapons,
	stances,
	topics,
	claimantKinds,
	links,
	linksBack,
	linkCertainties,
	routeRoles,
	datePrecisions,
	geoPrecisions,
	placeKinds,
	relations,
	plover,
	reportKinds,
	notStated: 'not stated',
	notNamed: 'not named',
	unlocated: 'No place on the map',
	exactly: (count: string) => count,
	orMore: (count: string) => `${count} or more`,
	between: (low: string, high: string) => `${low}–${high}`,
	about: (date: string) => `about ${date}`,
	kilometres: (count: string) => `${count} km`,
};

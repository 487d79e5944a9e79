/**
 * The closed lists of words a record may use, each with its meaning. ACLED, UCDP and PLOVER terms stand as their
 * codebooks write them; the meanings are in our words. Schemas, filters, legend and data dictionary all read these.
 */

/** ACLED event types with their sub-event types (ACLED Codebook, 2024 edition). */
export const ACLED_TYPES = {
	Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
	'Explosions/Remote violence': [
		'Chemical weapon',
		'Air/drone strike',
		'Suicide bomb',
		'Shelling/artillery/missile attack',
		'Remote explosive/landmine/IED',
		'Grenade',
	],
	'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
	Protests: ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
	Riots: ['Violent demonstration', 'Mob violence'],
	'Strategic developments': [
		'Agreement',
		'Arrests',
		'Change to group/activity',
		'Disrupted weapons use',
		'Headquarters or base established',
		'Looting/property destruction',
		'Non-violent transfer of territory',
		'Other',
	],
} as const;

/** What happened, grouped so that a foiled attack stays beside one that hit. Decides the symbol's shape. */
export const KINDS = {
	'air-strike': 'A strike from the air by aircraft, or one reported without naming the weapon',
	'drone-attack': 'An attack by uncrewed aircraft, whether or not they arrived',
	'rocket-missile-attack': 'An attack by rockets or missiles, also together with drones',
	interception: 'Something in flight brought down, where that is itself the event',
	explosion: 'An explosion whose cause no report establishes',
	'ground-attack': 'An attack by people on the ground',
	killing: 'A killing reported without its means',
	protest: 'People gathering to protest',
	other: 'Anything else',
} as const;
export type Kind = keyof typeof KINDS;

export const WEAPONS = {
	aircraft: 'Crewed aircraft, or an air strike not described further',
	drone: 'Uncrewed aircraft',
	rocket: 'Unguided rockets',
	missile: 'Guided or ballistic missiles',
	'air-defence': 'Weapons that bring down aircraft, drones or missiles',
	bomb: 'A bomb',
	explosive: 'An explosion not described further',
	'small-arms': 'Firearms and light weapons',
} as const;
export type Weapon = keyof typeof WEAPONS;

export const OUTCOMES = {
	hit: 'Reached its target',
	damage: 'Damage is reported',
	intercepted: 'Brought down before it arrived',
	crashed: 'Came down by itself',
	missed: 'Did not hit its target',
	'no-damage': 'No damage is reported',
	disputed: 'Claims about the outcome contradict each other',
	unknown: 'No claim says',
} as const;
export type Outcome = keyof typeof OUTCOMES;

export const STANCES = {
	asserts: 'States that it is so',
	'claims-responsibility': 'Says that it did it',
	denies: 'States that it is not so',
	hints: 'Suggests without stating',
	'does-not-confirm': 'Was asked or spoke, and neither confirmed nor denied',
	condemns: 'Judges it, which also acknowledges it',
} as const;
export type Stance = keyof typeof STANCES;

export const TOPICS = {
	occurrence: 'That it happened',
	perpetrator: 'Who did it',
	target: 'Against whom or what',
	weapon: 'By what means',
	outcome: 'What it did',
	casualties: 'Who was killed, injured or taken',
	motive: 'Why',
	place: 'Where',
	date: 'When',
} as const;
export type Topic = keyof typeof TOPICS;

export const CLAIMANT_KINDS = {
	belligerent: 'A state or its forces taking part',
	'official-named': 'An official speaking under a name or office',
	'official-anonymous': 'An official who is not named',
	'security-source': 'Police, army or security services, not named',
	'medical-source': 'Hospitals, medics, health authorities',
	'armed-group': 'An armed group other than a state',
	'third-party-data': 'A data project or monitoring organisation',
	'media-own-voice': 'The report itself, naming no source',
	headline: 'A headline or caption, naming no source',
} as const;
export type ClaimantKind = keyof typeof CLAIMANT_KINDS;

export const LINK_KINDS = {
	'retaliation-claimed-for': 'Said by its perpetrator to repay the other',
	'response-to': 'Reported as answering the other',
	'same-salvo': 'Part of one attack with the other',
	'intercepted-by': 'Met by the other',
	follows: 'Reported as coming after the other, without a cause',
} as const;
export type LinkKind = keyof typeof LINK_KINDS;

export const LINK_BASES = {
	asserted: 'Said by the actor named, or by the report in its own voice',
	inferred: 'Put together by the editors from what the report says; nobody says it',
} as const;

/** What a place was to something that flew, in the order in which it passes them. */
export const ROUTE_ROLES = {
	'launched-from': 'Where it set out, as the report says',
	'intercepted-over': 'Over or near which it was brought down',
	'fell-at': 'Where it came down by itself',
	hit: 'What it struck',
	'aimed-at': 'What it was meant for, whether or not it got there',
} as const;
export type RouteRole = keyof typeof ROUTE_ROLES;

/** PLOVER event types, used for statements. */
export const PLOVER = {
	AGREE: 'Agrees or promises',
	CONSULT: 'Meets or talks',
	SUPPORT: 'Voices support',
	CONCEDE: 'Gives way',
	COOPERATE: 'Works together',
	AID: 'Gives aid',
	RETREAT: 'Withdraws',
	INVESTIGATE: 'Looks into, or accuses upon inquiry',
	DEMAND: 'Demands',
	DISAPPROVE: 'Criticises, accuses or condemns',
	REJECT: 'Refuses or denies',
	THREATEN: 'Threatens or warns',
	SANCTION: 'Reduces relations',
	PROTEST: 'Protests',
	CRIME: 'Takes part in crime',
	MOBILIZE: 'Prepares forces',
	COERCE: 'Represses',
	ASSAULT: 'Uses force',
} as const;
export type Plover = keyof typeof PLOVER;

/** With whom an actor stands, as the reports describe it. Decides the symbol's colour. */
export const SIDES = {
	israel: 'Israel',
	'us-coalition': 'United States and the coalition it leads',
	iran: 'Iran',
	'iran-aligned': 'Groups reported as aligned with Iran',
	'palestinian-groups': 'Palestinian armed groups',
	iraq: 'Iraqi state',
	'islamic-state': 'Islamic State',
	civilians: 'Civilians',
	other: 'Others',
} as const;
export type Side = keyof typeof SIDES;

export const ACTOR_KINDS = {
	state: 'A state',
	'state-forces': 'Armed forces or services of a state',
	'armed-group': 'An armed group',
	coalition: 'Several of these acting together',
	'international-organisation': 'An organisation of states, or a monitoring body',
	person: 'Someone holding office or command',
	civilians: 'Civilians',
	other: 'Anyone else',
} as const;

/** How well the reports support who did it, derived from the claims (see `attribution.ts`). Decides the symbol's ring. */
export const ATTRIBUTIONS = {
	confirmed: 'Accepted by the party named, through its officials',
	claimed: 'Claimed by the group named',
	attributed: 'Stated by others; the party named has not accepted it',
	suspected: 'Only suggested or suspected',
	disputed: 'Different claimants name different parties, or some name one that denies it',
	denied: 'The only party named denies it',
	unknown: 'No report names anyone',
} as const;
export type Attribution = keyof typeof ATTRIBUTIONS;

/** How well the reports support that it happened as told, derived from the claims (see `grading.ts`). */
export const GRADINGS = {
	confirmed: 'A party to it accepts it',
	fair: 'Two or more independent claimants report it',
	weak: 'One claimant reports it',
	contested: 'Claimants contradict each other on who did it or whether it happened',
	discounted: 'All that is left is a denial',
} as const;
export type Grading = keyof typeof GRADINGS;

export const DATE_PRECISIONS = {
	day: { ucdp: 1, meaning: 'The day is known' },
	days: { ucdp: 2, meaning: 'Two to six days' },
	week: { ucdp: 3, meaning: 'Seven days' },
	month: { ucdp: 4, meaning: 'Eight to thirty-one days' },
	year: { ucdp: 5, meaning: 'More than a month' },
	approx: { ucdp: 5, meaning: 'About this time' },
} as const;
export type DatePrecision = keyof typeof DATE_PRECISIONS;

export const GEO_PRECISIONS = {
	site: { ucdp: 1, meaning: 'A named base, building or facility' },
	town: { ucdp: 1, meaning: 'A named town' },
	district: { ucdp: 3, meaning: 'A district, or the surroundings of a town' },
	province: { ucdp: 4, meaning: 'A province' },
	region: { ucdp: 5, meaning: 'A region wider than a province, or part of a country' },
	country: { ucdp: 6, meaning: 'Somewhere in a country' },
} as const;
export type GeoPrecision = keyof typeof GEO_PRECISIONS;

export const PLACE_KINDS = {
	site: 'A building, facility or other site',
	'air-base': 'A military airfield',
	'military-base': 'A military base',
	airport: 'An airport',
	port: 'A port',
	crossing: 'A border crossing',
	embassy: 'An embassy or consulate',
	hospital: 'A hospital',
	shelter: 'A shelter, or a building used as one',
	home: 'A private home',
	'nuclear-site': 'A nuclear facility',
	'oil-site': 'An oil or gas facility',
	town: 'A town, city or village',
	district: 'A district or governorate part',
	province: 'A first-order division: province, governorate, muhafazah',
	region: 'A named region without an administration of its own',
	country: 'A country or territory',
	sea: 'A sea, gulf or strait',
} as const;
export type PlaceKind = keyof typeof PLACE_KINDS;

/** Where the event lay against the place named. */
export const RELATIONS = {
	at: 'At the place',
	in: 'Somewhere inside it',
	near: 'Near it',
	'outskirts-of': 'On its edge',
	'north-of': 'North of it',
	'south-of': 'South of it',
	'east-of': 'East of it',
	'west-of': 'West of it',
} as const;
export type Relation = keyof typeof RELATIONS;

/**
 * How carefully a place is written, in rising order. Rounding keeps a map from being a guide to a door; it hides nothing
 * that is in the reports. The radius is half the diagonal of a cell at the equator or more.
 */
export const SENSITIVITIES = {
	none: { gridDegrees: null, leastKm: 0, meaning: 'Written as it is known' },
	care: { gridDegrees: 0.01, leastKm: 0.8, meaning: 'A hospital, a shelter, or another place where people seek care' },
	home: { gridDegrees: 0.05, leastKm: 4, meaning: 'A private home' },
} as const;
export type Sensitivity = keyof typeof SENSITIVITIES;

export const CHANGES = {
	added: 'It is new',
	changed: 'Facts that were published are others now',
	renamed: 'It has another id; the old one leads to it',
	removed: 'It is gone; its address says why',
} as const;

export const REPORT_KINDS = {
	'news-agency': 'News agency',
	newspaper: 'Newspaper',
	broadcaster: 'Broadcaster',
	'online-news': 'Online news outlet',
	'state-media': 'State-owned media',
	aggregator: 'Joins texts of others',
	unknown: 'The text does not say',
} as const;

/** Keys of a vocabulary as a non-empty tuple, the form `v.picklist` wants. */
export function keysOf<T extends object>(vocabulary: T): [keyof T & string, ...(keyof T & string)[]] {
	return Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]];
}

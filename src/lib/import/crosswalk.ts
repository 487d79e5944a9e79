import { ACLED_TYPES, type GeoPrecision, type Kind, type Outcome, type Weapon } from '../model/vocabulary.ts';
import { foldWord } from './cells/clean-cell.ts';

type EventType = keyof typeof ACLED_TYPES;
type SubEventType = (typeof ACLED_TYPES)[EventType][number];

/** What a foreign code becomes here. */
export interface Coding {
	readonly kind: Kind;
	readonly event_type: EventType;
	readonly sub_event_type: SubEventType;
	readonly weapon: readonly Weapon[];
	readonly outcome: Outcome;
}
/** How precise a foreign place code is here, with UCDP's `where_prec` for it. */
export interface PlaceCoding {
	readonly geoPrecision: GeoPrecision;
	readonly wherePrec: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/**
 * The crosswalk is ours and loses something in every line: foreign lists group by form or by party, ours by what
 * happened. What a code does not say is not filled in: a weapon stands here only where the code itself names it, an
 * outcome nowhere but for things brought down. ACTOR1, side_a and Actor1 become `perpetrators` and the second ones
 * `targets`, which these projects do not quite say, so attribution stays `unknown`; a row is one project's word, so its
 * grading is `weak` however many sources it names. The row's own columns are kept beside.
 */
const OTHER: Coding = coding('other', 'Strategic developments', 'Other');

/**
 * By ACLED sub-event type. A suicide bomb and a grenade are brought by people on the ground. Mines and planted bombs are
 * nearest to our explosions, although their cause is known. Shelling by guns goes with rockets and missiles.
 */
const BY_SUB_EVENT: Readonly<Record<SubEventType, readonly [Kind, ...Weapon[]]>> = {
	'Armed clash': ['ground-attack'],
	'Government regains territory': ['ground-attack'],
	'Non-state actor overtakes territory': ['ground-attack'],
	'Chemical weapon': ['other'],
	'Air/drone strike': ['air-strike'],
	'Suicide bomb': ['ground-attack', 'bomb'],
	'Shelling/artillery/missile attack': ['rocket-missile-attack'],
	'Remote explosive/landmine/IED': ['explosion', 'explosive'],
	Grenade: ['ground-attack', 'explosive'],
	'Sexual violence': ['other'],
	Attack: ['ground-attack'],
	'Abduction/forced disappearance': ['other'],
	'Peaceful protest': ['protest'],
	'Protest with intervention': ['protest'],
	'Excessive force against protesters': ['protest'],
	'Violent demonstration': ['protest'],
	'Mob violence': ['ground-attack'],
	Agreement: ['other'],
	Arrests: ['other'],
	'Change to group/activity': ['other'],
	'Disrupted weapons use': ['interception'],
	'Headquarters or base established': ['other'],
	'Looting/property destruction': ['other'],
	'Non-violent transfer of territory': ['other'],
	Other: ['other'],
};

/** Event types alone, and those of ACLED before 2019, as the sub-event type that says least more. */
const BY_EVENT: Readonly<Record<string, SubEventType>> = {
	battles: 'Armed clash',
	battlenochangeofterritory: 'Armed clash',
	battlegovernmentregainsterritory: 'Government regains territory',
	battlenonstateactorovertakesterritory: 'Non-state actor overtakes territory',
	explosionsremoteviolence: 'Remote explosive/landmine/IED',
	remoteviolence: 'Remote explosive/landmine/IED',
	violenceagainstcivilians: 'Attack',
	protests: 'Peaceful protest',
	riots: 'Violent demonstration',
	riotsprotests: 'Peaceful protest',
	strategicdevelopments: 'Other',
	strategicdevelopment: 'Other',
	headquartersorbaseestablished: 'Headquarters or base established',
	nonviolenttransferofterritory: 'Non-violent transfer of territory',
};
/** Sub-event types that ACLED has renamed. */
const RENAMED: Readonly<Record<string, SubEventType>> = {
	airstrike: 'Air/drone strike',
	dronestrike: 'Air/drone strike',
	shellingartillerymissileattack: 'Shelling/artillery/missile attack',
	suicidebombing: 'Suicide bomb',
	protestwithinterventions: 'Protest with intervention',
	abductionforceddisappearances: 'Abduction/forced disappearance',
};

const EVENT_OF = new Map<SubEventType, EventType>();
const SUB_EVENTS = new Map<string, SubEventType>(Object.entries(RENAMED));
for (const [event, subs] of Object.entries(ACLED_TYPES) as [EventType, readonly SubEventType[]][]) {
	for (const sub of subs) {
		EVENT_OF.set(sub, event);
		SUB_EVENTS.set(foldWord(sub), sub);
	}
}

const BROUGHT_DOWN = /\b(?:intercept\w*|shot down|shoot\w* down|brought down|downed|air defen[cs]es?)\b/i;
const FOUND_OR_DEFUSED =
	/\b(?:defus\w*|dismantl\w*|deactivat\w*|disarm\w*|demin\w*|seiz\w*|confiscat\w*|discover\w*|found|cache|safely detonat\w*)\b/i;
const NOTES_LOOKED_AT = 2000;

/**
 * What an ACLED row becomes. "Disrupted weapons use" stands for missiles and drones brought down, which belong beside
 * the attacks, and also for bombs defused and weapons seized, which do not: the notes tell them apart, and where they do
 * not, it counts as an interception, so that no attack is lost, with its outcome unknown. Old "Riots/Protests" are riots
 * where the first party is rioters (INTER1 5).
 */
export function codeAcled(eventType: string, subEventType: string, notes: string, inter1: string): Coding {
	const event = foldWord(eventType);
	const isRiot = event === 'riotsprotests' && inter1 === '5';
	const listed = SUB_EVENTS.get(foldWord(subEventType));
	const sub =
		listed ?? (isRiot ? 'Violent demonstration' : Object.hasOwn(BY_EVENT, event) ? BY_EVENT[event]! : 'Other');
	if (sub === 'Disrupted weapons use') return codeDisrupted(notes.slice(0, NOTES_LOOKED_AT));
	return codeOf(sub);
}

/** A sub-event type by its name, in any spelling of case and punctuation; `null` if ACLED has none such. */
export function codeSubEvent(name: string): Coding | null {
	const folded = foldWord(name);
	const sub = SUB_EVENTS.get(folded) ?? (Object.hasOwn(BY_EVENT, folded) ? BY_EVENT[folded]! : null);
	return sub === null ? null : codeOf(sub);
}

function codeOf(sub: SubEventType): Coding {
	const [kind, ...weapon] = BY_SUB_EVENT[sub];
	return { ...coding(kind, EVENT_OF.get(sub)!, sub), weapon };
}

function codeDisrupted(notes: string): Coding {
	const isBroughtDown = BROUGHT_DOWN.test(notes);
	const kind = isBroughtDown || !FOUND_OR_DEFUSED.test(notes) ? 'interception' : 'other';
	const outcome = isBroughtDown ? 'intercepted' : 'unknown';
	return { ...coding(kind, 'Strategic developments', 'Disrupted weapons use'), outcome };
}

/** What a position is held to be whose file does not say. */
export const UNSTATED_PLACE: PlaceCoding = { geoPrecision: 'town', wherePrec: 1 };

/** ACLED's `geo_precision`. 3 is a larger region, shown at its capital or at a landmark: a province, as a rule. */
export const ACLED_PLACES: ReadonlyMap<string, PlaceCoding> = new Map<string, PlaceCoding>([
	['1', { geoPrecision: 'town', wherePrec: 1 }],
	['2', { geoPrecision: 'district', wherePrec: 2 }],
	['3', { geoPrecision: 'province', wherePrec: 4 }],
]);

/**
 * UCDP's `type_of_violence`. It names the parties and never the means, and lists an event for its dead: hence "a killing
 * reported without its means". State-based and non-state fighting become battles, one-sided violence an attack.
 */
export const UCDP_TYPES: ReadonlyMap<string, Coding> = new Map<string, Coding>([
	['1', coding('killing', 'Battles', 'Armed clash')],
	['2', coding('killing', 'Battles', 'Armed clash')],
	['3', coding('killing', 'Violence against civilians', 'Attack')],
]);

/** UCDP's `where_prec`. 5 is also a line between two places, 7 water or air that no country owns. */
export const UCDP_PLACES: ReadonlyMap<string, PlaceCoding> = new Map<string, PlaceCoding>([
	['1', { geoPrecision: 'town', wherePrec: 1 }],
	['2', { geoPrecision: 'district', wherePrec: 2 }],
	['3', { geoPrecision: 'district', wherePrec: 3 }],
	['4', { geoPrecision: 'province', wherePrec: 4 }],
	['5', { geoPrecision: 'region', wherePrec: 5 }],
	['6', { geoPrecision: 'country', wherePrec: 6 }],
	['7', { geoPrecision: 'region', wherePrec: 7 }],
]);

/** GDELT's `ActionGeo_Type`: 1 country, 2 and 5 first-order division, 3 and 4 town or landmark; the point is a centroid. */
export const GDELT_PLACES: ReadonlyMap<string, PlaceCoding> = new Map<string, PlaceCoding>([
	['1', { geoPrecision: 'country', wherePrec: 6 }],
	['2', { geoPrecision: 'province', wherePrec: 4 }],
	['3', { geoPrecision: 'town', wherePrec: 1 }],
	['4', { geoPrecision: 'town', wherePrec: 1 }],
	['5', { geoPrecision: 'province', wherePrec: 4 }],
]);

/** CAMEO codes of events that are incidents, the longest that fits deciding: roots 14, 15, 17, 18, 19 and 20. */
const CAMEO: Readonly<Record<string, Coding>> = {
	14: coding('protest', 'Protests', 'Peaceful protest'),
	145: coding('protest', 'Riots', 'Violent demonstration'),
	15: OTHER,
	17: OTHER,
	171: coding('other', 'Strategic developments', 'Looting/property destruction'),
	173: coding('other', 'Strategic developments', 'Arrests'),
	175: coding('other', 'Violence against civilians', 'Attack'),
	18: coding('ground-attack', 'Violence against civilians', 'Attack'),
	181: coding('other', 'Violence against civilians', 'Abduction/forced disappearance'),
	1821: coding('other', 'Violence against civilians', 'Sexual violence'),
	1823: coding('killing', 'Violence against civilians', 'Attack'),
	183: coding('explosion', 'Explosions/Remote violence', 'Remote explosive/landmine/IED', 'bomb'),
	1831: coding('ground-attack', 'Explosions/Remote violence', 'Suicide bomb', 'bomb'),
	184: coding('other', 'Violence against civilians', 'Attack'),
	186: coding('killing', 'Violence against civilians', 'Attack'),
	19: coding('ground-attack', 'Battles', 'Armed clash'),
	191: OTHER,
	193: coding('ground-attack', 'Battles', 'Armed clash', 'small-arms'),
	194: coding('rocket-missile-attack', 'Explosions/Remote violence', 'Shelling/artillery/missile attack'),
	195: coding('air-strike', 'Explosions/Remote violence', 'Air/drone strike', 'aircraft'),
	1952: coding('drone-attack', 'Explosions/Remote violence', 'Air/drone strike', 'drone'),
	20: coding('killing', 'Violence against civilians', 'Attack'),
	201: coding('other', 'Violence against civilians', 'Attack'),
	204: coding('other', 'Explosions/Remote violence', 'Chemical weapon'),
};

/**
 * What a GDELT row becomes, by its CAMEO event code and root code; `null` for what people say, agree on or give, which
 * is no incident. Some copies have lost the zeros in front, so that 014 reads 14: the root code decides.
 */
export function codeCameo(eventCode: string, rootCode: string): Coding | null {
	if (!/^\d{1,2}$/.test(rootCode) || !/^\d{0,4}$/.test(eventCode)) return null;
	const root = rootCode.padStart(2, '0');
	const code = eventCode.startsWith(root) ? eventCode : root;
	for (let length = code.length; length >= 2; length--) {
		const found = CAMEO[code.slice(0, length)];
		if (found) return found;
	}
	return null;
}

function coding(kind: Kind, event: EventType, sub: SubEventType, ...weapon: Weapon[]): Coding {
	return { kind, event_type: event, sub_event_type: sub, weapon, outcome: 'unknown' };
}

export { OTHER as UNCODED };

import { keysOf, type Kind, KINDS, type Outcome, OUTCOMES, type Weapon, WEAPONS } from '../../model/vocabulary.ts';
import { foldWord } from './clean-cell.ts';
import { codeSubEvent, type Coding, UNCODED } from '../crosswalk.ts';

/** For each kind of ours the ACLED pair that says least more than it. */
const PAIRS: Readonly<Record<Kind, string>> = {
	'air-strike': 'Air/drone strike',
	'drone-attack': 'Air/drone strike',
	'rocket-missile-attack': 'Shelling/artillery/missile attack',
	interception: 'Disrupted weapons use',
	explosion: 'Remote explosive/landmine/IED',
	'ground-attack': 'Armed clash',
	killing: 'Attack',
	protest: 'Peaceful protest',
	other: 'Other',
};
/** Words by which tables of any kind tell what happened, the first that is met deciding. */
const WORDS: readonly (readonly [RegExp, Kind])[] = [
	[/\b(?:intercept\w*|shot down|shootdown)\b/i, 'interception'],
	[/\b(?:drones?|uavs?|uas|uncrewed|unmanned|loitering munitions?)\b/i, 'drone-attack'],
	[/\b(?:missiles?|rockets?|shell(?:s|ing)?|artillery|mortars?)\b/i, 'rocket-missile-attack'],
	[/\b(?:air ?strikes?|air[- ]?raids?|airstrikes?|aerial (?:attacks?|bombing|strikes?))\b/i, 'air-strike'],
	[/\b(?:protests?|demonstrations?|rall(?:y|ies))\b/i, 'protest'],
	[/\b(?:explosions?|blasts?|ieds?|landmines?|bombings?)\b/i, 'explosion'],
	[
		/\b(?:clash(?:es)?|battles?|raids?|ambush(?:es)?|shootings?|armed attacks?|ground attacks?|assaults?)\b/i,
		'ground-attack',
	],
	[/\b(?:killings?|assassinations?|executions?)\b/i, 'killing'],
];
const LOOKED_AT = 500;

/**
 * What a word for the event becomes: a kind of ours, an ACLED type, or a kind that one of a few English words names.
 * Anything else is `other`, and stays readable in the row's own columns.
 */
export function codeKind(written: string): Coding {
	const folded = foldWord(written);
	const own = keysOf(KINDS).find((kind) => foldWord(kind) === folded);
	if (own) return ofKind(own);
	const acled = codeSubEvent(written);
	if (acled) return acled;
	const text = written.slice(0, LOOKED_AT);
	const word = WORDS.find(([pattern]) => pattern.test(text));
	return word ? ofKind(word[1]) : UNCODED;
}

/** The outcome that a cell names in our own word; `unknown` for any other. */
export function codeOutcome(written: string): Outcome {
	const folded = foldWord(written);
	return keysOf(OUTCOMES).find((outcome) => foldWord(outcome) === folded) ?? 'unknown';
}

/** The weapons that a cell names in our own words, parted by commas or semicolons; others are left out. */
export function codeWeapons(written: string): Weapon[] {
	const named = written
		.slice(0, LOOKED_AT)
		.split(/[;,|/]/)
		.map(foldWord);
	return keysOf(WEAPONS).filter((weapon) => named.includes(foldWord(weapon)) || named.includes(`${foldWord(weapon)}s`));
}

function ofKind(kind: Kind): Coding {
	return { ...codeSubEvent(PAIRS[kind])!, kind, weapon: [], outcome: 'unknown' };
}

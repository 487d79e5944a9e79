import { cleanCell, foldWord } from '../cells/clean-cell.ts';
import { type Confidence, type Mapping, type Role, ROLES } from '../mapping.ts';
import { readCoordinate } from '../cells/read-coordinate.ts';
import { readDate } from '../cells/read-date.ts';
import { readFigure } from '../cells/read-figure.ts';
import { readPosition } from '../cells/read-position.ts';
import { ROLE_NAMES } from './role-names.ts';

/** Which column holds what, and how sure that is, 0 to 1. */
export interface Guess {
	readonly mapping: Mapping;
	readonly confidence: Confidence;
}

const ROLE_LIST = Object.keys(ROLES) as Role[];
const NAMES: readonly (readonly [Role, readonly string[]])[] = ROLE_LIST.map((role) => [
	role,
	ROLE_NAMES[role].split(',').map(foldWord),
]);
const MOST_VALUES = 50;
/** Longest first words of a name are surer than a name that only holds them somewhere. */
const [WHOLE_NAME, START_OF_NAME, IN_NAME] = [1, 0.7, 0.55];
/** A shorter word is part of too many names. */
const LEAST_LETTERS = 4;
/** A guess from values alone. */
const VALUES_ALONE = 0.5;
const LEAST_CONFIDENCE = 0.35;
const TIME_OF_DAY = /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$/i;

/** Of the filled values how many fit a role, 0 to 1; `null` where any text may fit. */
const FITS: Readonly<Partial<Record<Role, (value: string) => boolean>>> = {
	date: (value) => !('reason' in readDate(value, null)),
	dateEnd: (value) => !('reason' in readDate(value, null)),
	time: (value) => TIME_OF_DAY.test(value),
	latitude: (value) =>
		typeof readCoordinate(value, 'latitude') === 'number' || typeof readCoordinate(value, 'longitude') === 'number',
	longitude: (value) => typeof readCoordinate(value, 'longitude') === 'number',
	position: (value) => Array.isArray(readPosition(value)),
	killed: isToll,
	killedLow: isToll,
	killedHigh: isToll,
	injured: isToll,
};
/** Roles that a column may get by its values alone, where its name says nothing. */
const BY_VALUES: readonly Role[] = ['date', 'position'];

/**
 * Guesses what each column holds, from its name in a dozen languages and from the values of the first rows. A column
 * gets one role and a role one column: the surest first. Nothing is guessed below a confidence of 0.35.
 */
export function guessMapping(columns: readonly string[], rows: readonly (readonly string[])[]): Guess {
	const offers = columns.flatMap((name, column) => {
		const values = rows
			.map((cells) => cleanCell(cells[column]))
			.filter((value) => value !== '')
			.slice(0, MOST_VALUES);
		return ROLE_LIST.map((role) => ({ role, column, score: scoreOf(role, foldWord(name), values) }));
	});
	offers.sort((a, b) => b.score - a.score || a.column - b.column);
	const mapping: Partial<Record<Role, number>> = {};
	const confidence: Partial<Record<Role, number>> = {};
	const taken = new Set<number>();
	for (const { role, column, score } of offers) {
		if (score < LEAST_CONFIDENCE) break;
		if (mapping[role] !== undefined || taken.has(column)) continue;
		mapping[role] = column;
		confidence[role] = Math.round(score * 100) / 100;
		taken.add(column);
	}
	if ((mapping.latitude === undefined) !== (mapping.longitude === undefined)) {
		delete mapping.latitude;
		delete mapping.longitude;
		delete confidence.latitude;
		delete confidence.longitude;
	}
	return { mapping, confidence };
}

function scoreOf(role: Role, name: string, values: readonly string[]): number {
	const byName = nameScore(role, name);
	const fits = FITS[role];
	if (fits === undefined) return byName;
	if (values.length === 0) return byName * 0.8;
	const share = values.filter(fits).length / values.length;
	if (byName > 0) return byName * share;
	return BY_VALUES.includes(role) && share > 0.9 && !values.every((value) => /^[\d.,]+$/.test(value))
		? VALUES_ALONE * share
		: 0;
}

function nameScore(role: Role, name: string): number {
	if (name === '') return 0;
	const [, aliases] = NAMES.find(([each]) => each === role)!;
	const rank = aliases.indexOf(name);
	// Names stand in the order of how surely they mean the role.
	if (rank !== -1) return WHOLE_NAME - Math.min(rank, 50) * 0.002;
	const parts = aliases.filter((alias) => alias.length >= LEAST_LETTERS);
	if (parts.some((alias) => name.startsWith(alias))) return START_OF_NAME;
	return parts.some((alias) => name.includes(alias)) ? IN_NAME : 0;
}

/** Years and coordinates are numbers too, and no tolls: a toll is a whole number, in words or with bounds. */
function isToll(value: string): boolean {
	const { low, best, high, reason } = readFigure(value);
	if (low !== null || best !== null || high !== null) return true;
	return reason !== null && /^\p{L}/u.test(value) && value.length < 30;
}

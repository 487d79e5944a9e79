import type { PlaceKind } from '../model/vocabulary.ts';

/** For each kind that may be meant, the kinds of row that may answer, with how well they do. Any other never does. */
const COMPATIBLE: Record<PlaceKind, Partial<Record<PlaceKind, number>>> = {
	site: {
		site: 1,
		'military-base': 0.9,
		'air-base': 0.9,
		airport: 0.9,
		port: 0.9,
		crossing: 0.9,
		embassy: 0.9,
		hospital: 0.9,
		shelter: 0.9,
		'nuclear-site': 0.9,
		'oil-site': 0.9,
	},
	'air-base': { 'air-base': 1, airport: 0.9, 'military-base': 0.9 },
	'military-base': { 'military-base': 1, 'air-base': 0.95, site: 0.8, airport: 0.8 },
	airport: { airport: 1, 'air-base': 0.9 },
	port: { port: 1, 'oil-site': 0.8, site: 0.8, town: 0.7 },
	crossing: { crossing: 1, site: 0.8 },
	embassy: { embassy: 1, site: 0.8 },
	hospital: { hospital: 1, site: 0.8 },
	shelter: { shelter: 1, site: 0.8 },
	home: { home: 1 },
	'nuclear-site': { 'nuclear-site': 1, site: 0.8, 'military-base': 0.8 },
	'oil-site': { 'oil-site': 1, port: 0.8, site: 0.8 },
	town: { town: 1, district: 0.8 },
	district: { district: 1, town: 0.8 },
	province: { province: 1, region: 0.8 },
	region: { region: 1, province: 0.9, sea: 0.8, country: 0.7 },
	country: { country: 1, region: 0.7 },
	sea: { sea: 1 },
};

/** How well a row of kind `found` answers for a place of kind `meant`: 1 fully, 0 not at all. */
export function kindFit(meant: PlaceKind, found: PlaceKind): number {
	return COMPATIBLE[meant][found] ?? 0;
}

/** A kind as words in a sentence: "an air base", "a town". */
export function kindPhrase(kind: PlaceKind): string {
	const words = kind.replace('-', ' ');
	return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

import type { FacetName } from '../../../view/view.ts';

const facets: Record<FacetName, string> = {
	side: 'Side',
	kind: 'What happened',
	attribution: 'Attribution',
	grading: 'Corroboration',
	outcome: 'Outcome',
	place: 'Place',
};

/** Strings of the filters. */
export const filters = {
	heading: 'Filters',
	facets,
	facetHints: {
		side: 'Side of whoever is named as having done it',
		kind: 'Grouped so that a foiled attack stays beside one that hit',
		attribution: 'How well the claims support who did it',
		grading: 'How well the claims support that it happened as told',
		outcome: 'What it did, as far as any claim says',
		place: 'Place as located on the map',
	} satisfies Record<FacetName, string>,
	chosen: (count: number) => `${count} chosen`,
	search: 'Titles, claims, names, places',
	searchLabel: 'Search',
	narrowPlaces: 'Find a place',
	morePlaces: (count: number) =>
		count === 1 ? '1 more place; type to find it' : `${count} more places; type to find them`,
	noPlaces: 'No place has that name.',
	incidents: (count: number) => (count === 1 ? '1 incident' : `${count} incidents`),
	shown: (shown: string, total: string) => `${shown} of ${total} incidents`,
	active: 'Filters in use',
	remove: (facet: string, value: string) => `Remove filter: ${facet}, ${value}`,
	textChip: (text: string) => `“${text}”`,
	by: (name: string) => `By ${name}`,
	against: (name: string) => `Against ${name}`,
	nobody: 'nobody named',
	removeParty: (label: string) => `Remove filter: ${label}`,
	clearAll: 'Clear all',
	contestedOnly: 'Contested only',
};

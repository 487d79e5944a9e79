import type { CHANGES } from '../../../model/vocabulary.ts';

const changes: Record<keyof typeof CHANGES, string> = {
	added: 'Added',
	changed: 'Corrected',
	renamed: 'Renamed',
	removed: 'Removed',
};

/** Strings of the page of corrections and of the feeds. */
export const corrections = {
	title: 'Corrections and additions',
	description:
		'What was added to the atlas and what of it was changed, renamed or removed after publication: when, from what to what, and why.',
	feeds: 'To be told of them, subscribe to a feed:',
	atom: 'Atom',
	json: 'JSON Feed',
	count: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
	changes,
	headline: (change: string, title: string) => `${change}: ${title}`,
	why: (why: string) => `Why: ${why}`,
	fact: (name: string, was: string, now: string) => `${name}: was ${was}, is ${now}`,
	facts: {
		unit: 'Kind of record',
		date: 'Date',
		date_of: 'What the date is of',
		place: 'Place',
		killed: 'Killed',
		injured: 'Injured',
		abducted: 'Taken captive',
		count: 'Number of events',
		perpetrators: 'Named as perpetrator',
		attribution: 'Attribution',
		grading: 'Grading',
	},
	units: { incident: 'incident', statement: 'statement', aggregate: 'total of many events' },
	datesOf: { event: 'the event', announcement: 'its announcement' },
	renamedFrom: (id: string) => `It was found under the id ${id} before; that address leads here.`,
	nothing: 'none',
	best: (figure: string, best: string) => `${figure} (best ${best})`,
	unlocated: (name: string) => `“${name}”, not on the map`,
	located: (name: string, latitude: string, longitude: string, distance: string) =>
		`${name} (latitude ${latitude}, longitude ${longitude}), within ${distance}`,
};

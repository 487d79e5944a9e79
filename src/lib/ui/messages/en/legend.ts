import type { Reading } from '../../../model/reading.ts';

const figures: Record<Reading['figure'], string> = { low: 'lowest', best: 'best', high: 'highest' };

/** Strings of the legend. */
export const legend = {
	heading: 'Legend',
	shape: 'Shape: what happened',
	colour: 'Colour: side of whoever is named',
	ring: 'Ring: who did it',
	contestedRing: 'The same ring where they contradict each other on what happened.',
	contestedArea: 'A heavy, broken edge: claimants contradict each other on who did it or on what happened.',
	size: (figure: Reading['figure']) => `Size: people killed, ${figures[figure]} figure`,
	sizeUnknown: 'not stated, or none',
	links: 'Links: what answered what',
	linksText:
		'Drawn for the incident that is selected, for a chain that is followed, or, by the map options, for all. In playback a link grows from the earlier day to the later. No line leads to a place known only to an area.',
	routes: 'Where it was aimed at, brought down, struck',
	routesText:
		'Around or beside the incident that is selected or under the pointer, where a report says so. A line from the place of launch is drawn only where both ends are known to a site or a town.',
	fading: 'Fading',
	fadingText: 'In playback a symbol fades as its day recedes.',
	areas: 'Areas',
	areasText:
		'A place known only to a district, province or wider is drawn as that area, hatched and with a dashed edge. The event may have been anywhere in it.',
	uncertaintyText:
		'A dashed disc around the incident that is selected or under the pointer: it may have been anywhere in it.',
	states: 'Also on the map',
	pulseText: 'A ring that widens once: the incident has just begun, in playback.',
	stackText: 'A number: so many incidents at one place, the latest on top. Press it to set them apart.',
	dimmedText: 'Grey, if you choose so in the map options: what the filters exclude.',
	density: 'Hexagons: incidents in each',
	densityText:
		'Where thousands would be drawn the map counts them instead. Press a hexagon to list what it holds or to move closer.',
	andMore: (count: string) => `${count} or more`,
	dates: 'Uncertain dates',
	datesText:
		'An event known only to an interval stays on the map for all of it. In the histogram its share is drawn lighter.',
	sums: 'Not on the map',
	sumsText: 'Totals of many events and wars appear as brackets in the timeline, statements as marks of their own.',
	certain: 'day known',
	uncertain: 'interval',
};

/** Strings of the legend. */
export const legend = {
	heading: 'Legend',
	shape: 'Shape: what happened',
	colour: 'Colour: side of whoever is named',
	ring: 'Ring: who did it',
	size: 'Size: people killed, best figure',
	sizeUnknown: 'not stated, or none',
	fading: 'Fading',
	fadingText: 'In playback a symbol fades as its day recedes.',
	areas: 'Areas',
	areasText:
		'A place known only to a district, province or wider is drawn as that area, hatched and with a dashed edge. The event may have been anywhere in it.',
	dates: 'Uncertain dates',
	datesText:
		'An event known only to an interval stays on the map for all of it. In the histogram its share is drawn lighter.',
	sums: 'Not on the map',
	sumsText: 'Totals of many events and wars appear as brackets in the timeline, statements as marks of their own.',
	certain: 'day known',
	uncertain: 'interval',
};

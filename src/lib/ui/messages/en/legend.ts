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
		'A place known only to a district, province or wider is drawn as that area, with its edge dashed. The event may have been anywhere in it.',
	dates: 'Uncertain dates',
	datesText:
		'An event known only to an interval stays on the map for all of it. In the histogram its share is drawn lighter.',
	sums: 'Not on the map',
	sumsText: 'Sums and wars appear as brackets under the timeline, statements as ticks.',
	certain: 'day known',
	uncertain: 'interval',
};

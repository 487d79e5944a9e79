const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Strings of the timeline and its controls. */
export const timeline = {
	playback: 'Playback',
	play: 'Play',
	pause: 'Pause',
	previous: 'Previous date with an event',
	next: 'Next date with an event',
	options: 'Playback options',
	mode: 'What is shown at a date',
	modes: { window: 'Window', cumulative: 'Cumulative' },
	modeMeanings: {
		window: 'The last days up to the date',
		cumulative: 'Everything from the start of the range up to the date',
	},
	windowLength: 'Length of the window',
	windowDays: (days: number) => (days === 365 ? '1 year' : plural(days, 'day', 'days')),
	speed: 'Speed of playback',
	daysPerSecond: (days: number) => (days === 365 ? '1 year/s' : `${plural(days, 'day', 'days')}/s`),
	dates: 'Dates',
	from: 'From',
	to: 'To',
	goTo: 'Go to date',
	wholeRange: 'Whole range',
	wholeRangeMeaning: 'Show all dates at once',
	brushed: 'Chosen range',
	zoomIn: 'Zoom in on the timeline',
	zoomOut: 'Zoom out of the timeline',
	fitRange: 'Fit the timeline to the range',
	chart: (bins: string) => `Incidents over time, by kind, in bars of ${bins}`,
	binLength: (days: number) => {
		if (days % 364 === 0) return plural(days / 364, 'year', 'years');
		return days % 7 === 0 ? plural(days / 7, 'week', 'weeks') : plural(days, 'day', 'days');
	},
	position: 'Date on show',
	positionWhole: (range: string) => `${range}, whole range`,
	rangeStart: 'Start of the range',
	rangeEnd: 'End of the range',
	incidents: (count: number) => plural(count, 'incident', 'incidents'),
	noIncidents: 'No incidents',
	onUncertainDays: (share: string) => `and ${share} on uncertain days`,
	records: 'Statements and totals',
	statements: 'Statements',
	aggregates: 'Totals',
	noStatements: 'No statements',
	noAggregates: 'No totals',
	more: (count: number) => `and ${count} more`,
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Strings of the timeline and its controls. */
export const timeline = {
	playback: 'Playback',
	play: 'Play',
	pause: 'Pause',
	previous: { event: 'Previous date with an event', day: 'Previous day', week: 'A week back', month: 'A month back' },
	next: { event: 'Next date with an event', day: 'Next day', week: 'A week on', month: 'A month on' },
	stepBy: 'Step by',
	stepUnits: { event: 'Event', day: 'Day', week: 'Week', month: 'Month' },
	loop: 'Loop within the range',
	skipIdle: 'Skip empty stretches (over 30 days)',
	fold: 'Fold long gaps (over 60 days)',
	toll: 'Show the number killed',
	eventsStay:
		'Each event stays on the map for at least 0.2 seconds at any speed, so a short window plays slower where events are many.',
	noHours: 'The record tells days and no times of day, so the timeline zooms in to days.',
	options: 'Playback options',
	mode: 'What is shown at a date',
	modes: { cumulative: 'Cumulative', window: 'Window', trail: 'Trail' },
	modeMeanings: {
		window: 'The last days up to the date',
		cumulative: 'Everything from the start of the range up to the date',
		trail: 'Everything from the start of the range, fainter by age over the length of the window',
	},
	windowLength: 'Length of the window',
	windowDays: (days: number) => (days === 365 ? '1 year' : plural(days, 'day', 'days')),
	speed: 'Speed of playback',
	daysPerSecond: (days: number) => `${plural(days, 'day', 'days')}/s (${days}×)`,
	lengthInDays: 'Window in days',
	speedInDays: 'Days per second',
	from: 'From',
	to: 'To',
	goTo: 'Go to date',
	wholeRange: 'Whole range',
	wholeRangeMeaning: 'Show all dates at once',
	brushed: 'Chosen range',
	zoomIn: 'Zoom in on the timeline',
	zoomOut: 'Zoom out of the timeline',
	fitRange: 'Fit the timeline to the range',
	chart: (bins: string, by: 'kind' | 'layer') => `Incidents over time, by ${by}, in bars of ${bins}`,
	bars: 'Bars by',
	barsBy: { kind: 'Kind', layer: 'Layer' },
	binLength: (days: number) => {
		if (days % 364 === 0) return plural(days / 364, 'year', 'years');
		return days % 7 === 0 ? plural(days / 7, 'week', 'weeks') : plural(days, 'day', 'days');
	},
	position: 'Date on show',
	positionWhole: (range: string) => `${range}, whole range`,
	positionWith: (date: string, content: string) => `${date}. ${content}`,
	binWith: (span: string, parts: readonly string[]) => `${span}: ${parts.join('; ')}`,
	folds: (count: number, days: number) =>
		`${plural(count, 'stretch', 'stretches')} without incidents, ${plural(days, 'day', 'days')} in all, folded`,
	folded: (days: number) => `${plural(days, 'day', 'days')} without incidents, folded`,
	foldMark: (days: number) => `${days} d`,
	tollScale: (most: string) => `Killed (log), to ${most}`,
	tollScaleMeaning:
		'Number killed, on a logarithmic scale: a line at the figure chosen, a band from the lowest to the highest, an arrow where it is open above',
	killed: (taken: string, low: string, high: string | null) => {
		if (high === null) return `${taken} killed (${low} or more)`;
		return low === high ? `${taken} killed` : `${taken} killed (${low} to ${high})`;
	},
	tollUnknown: (share: string) => `no figure for ${share} of them`,
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

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const range = (low: number, high: number) => (low === high ? String(low) : `${low}–${high}`);
const incidentsText = (low: number, high: number) => `${range(low, high)} ${high === 1 ? 'incident' : 'incidents'}`;

/** Strings of the panel of who acts against whom, and how much. */
export const glance = {
	heading: 'Escalation at a glance',
	what: 'Who against whom, weeks, days since',
	close: 'Close',
	caution:
		'Counts measure what the reports of this atlas tell, and they are few and chosen. Fewer incidents may be fewer reports.',

	matrix: 'Who against whom',
	matrixCaption: (days: string) => `Incidents by who acted (rows) and against whom (columns), ${days}`,
	matrixMeaning:
		'Incidents on show, and below them the killed from lowest to highest figure. An incident with several parties counts in each of their cells, and once in a total.',
	keySure: 'perpetrator confirmed, claimed or attributed',
	keyUnsure: 'only suspected, disputed or denied',
	grouping: 'Rows and columns',
	groupings: { sides: 'Sides', actors: 'Actors' },
	by: 'By',
	against: 'Against',
	all: 'All',
	unnamed: 'Not named',
	rest: 'Further actors',
	noIncidents: 'No incident passes the other filters.',
	cell: (by: string, against: string, count: string) => `${by} against ${against}: ${count}`,
	cellEmpty: 'none',
	gridHint: 'Arrow keys move between the cells, Enter shows only what is in one.',
	unsureCount: (count: string) => `+${count}`,
	orMore: (count: string) => `${count}+`,
	sure: (count: number) => plural(count, 'incident', 'incidents'),
	unsure: (count: number) => `${plural(count, 'incident', 'incidents')} suspected, disputed or denied`,
	killed: (figure: string) => `${figure} killed`,
	noFigure: (count: number) => `no figure of killed for ${count}`,
	filterBy: (name: string) => `Show what is by ${name}`,
	filterAgainst: (name: string) => `Show what is against ${name}`,

	weeks: 'Week by week',
	weeksMeaning:
		'Dark: certainly in that week. Light: possibly, as the date or the figure is a range; the light parts of several weeks may be one incident. An arrow: open above. A line on the ground: no figure.',
	events: 'Incidents',
	killedWord: 'Killed',
	killedLabel: 'Killed (log)',
	chartText: (chart: string, range: string, most: string) =>
		`${chart}, ${range}; the scale goes to ${most}. Every week is in the table below.`,
	eventsChart: 'Incidents per week, from certain to possible',
	killedChart: 'Killed per week, from lowest to highest, on a logarithmic scale',
	ceiling: (label: string, most: string) => `${label}, to ${most}`,
	week: 'Week',
	weekName: (span: string, name: string) => `${span} (${name})`,
	weekEvents: (low: number, high: number) => (high === 0 ? 'no incidents' : incidentsText(low, high)),
	weekUnknown: (count: number) => `no figure for ${count}`,
	weekLine: (week: string, parts: readonly string[]) => `${week}: ${parts.join('; ')}`,
	slider: 'Week',
	sliderHint: 'Enter goes to the week',
	asTable: 'Weeks as a table',
	tableCaption: 'Weeks in which something may have happened',
	firstWeeks: (shown: number, total: number) => `The last ${shown} of ${total} weeks with an incident`,

	since: 'Since the last incident',
	sinceMeaning:
		'Seen from the date on show, over the whole record before it. A range where the last date is one. No incident told is not the same as none.',
	sinceCaption: (date: string) => `Days since the last incident of each pair, seen from ${date}`,
	pair: 'By and against',
	lastDate: 'Last',
	days: 'Days',
	daysSince: (least: number, most: number | null) =>
		most === null ? `${least}, or not yet` : least === most ? String(least) : `${least}–${most}`,
	daysSinceLong: (least: number, most: number | null) => {
		if (most === null) return `${plural(least, 'day', 'days')}, or not yet`;
		return least === most ? plural(least, 'day', 'days') : `at least ${least}, at most ${most} days`;
	},
	notYet: 'none yet',
	noDate: '–',
	againstWord: 'against',
	until: (date: string) => `by ${date}`,

	intensity: 'Intensity curve',
	intensityOff:
		'Off, because it adds up unlike things by weights that we chose. Switched on, it shows the range between the lowest and the highest reading of dates, figures and support.',
	intensityMeaning: (halfLife: number) =>
		`Our weights, halved every ${halfLife} days; from the least to the most that dates, figures and support allow. It ranks weeks of this record and measures nothing else.`,
	intensityLabel: 'Intensity',
	intensityAt: (figure: string, date: string) => `Intensity ${figure} on ${date}`,
	intensityOpen: (count: number) =>
		`${plural(count, 'incident has', 'incidents have')} no highest figure of killed; the most would be more.`,
	weights: 'The weights',
};

/** Strings around the map itself. */
export const map = {
	map: 'Map of incidents',
	controls: 'Map view',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	fitShown: 'Fit what is shown',
	reset: 'Back to the start',
	more: (count: number, isCut: boolean) => `and ${isCut ? `at least ${count}` : count} more here`,
	options: 'Map options',
	projection: 'Earth',
	projections: { mercator: 'Flat', globe: 'Globe' },
	show: 'Incidents as',
	shows: { auto: 'Automatic', symbols: 'Symbols', density: 'Counts' },
	links: 'All links, not only those of one incident',
	dimmed: 'Show what filters exclude, dimmed',
	dimmedInCounts: 'Not while incidents are counted: a hexagon counts what passes the filters.',
	counted: (count: number) => (count === 1 ? '1 incident' : `${count} incidents`),
	degraded:
		'This device cannot draw a symbol for each of so many incidents, so the map counts them in hexagons. The table holds every incident.',
	credits: 'Map data',
	noWebgl: 'This browser cannot draw the map (WebGL 2 is missing). The table holds the same incidents.',
	workerBlocked:
		'The map could not start its background worker, so its land, borders and areas are missing. The table holds every incident.',
	basemapFailed: 'The background map could not be loaded. Incidents are still shown, and the table holds them all.',
	contextLost: 'The graphics card was reset. The map is being drawn again.',
	severalHere: (count: number, isCut: boolean) =>
		isCut
			? `${count} incidents or more here. These are the nearest; filter or zoom in to see others`
			: `${count} incidents here`,
};

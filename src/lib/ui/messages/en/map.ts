/** Strings around the map itself. */
export const map = {
	label: 'Map of incidents',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	fitAll: 'Show all incidents',
	credits: 'Map data',
	noWebgl: 'This browser cannot draw the map (WebGL 2 is missing). The table below holds the same incidents.',
	workerBlocked: 'The map could not start its background worker, so its areas and borders are missing. The table holds every incident.',
	basemapFailed: 'The background map could not be loaded. Incidents are still shown.',
	contextLost: 'The graphics card was reset. The map is being drawn again.',
	severalHere: (count: number) => `${count} incidents here`,
};

/** Strings of the page as a whole. */
export const page = {
	title: 'Escalation Atlas',
	tagline: 'Who says what happened, where and when',
	description:
		'A map of strikes, attacks, interceptions and killings in which every figure leads back to the claim it came from.',
	skipToTable: 'Skip to the table of incidents',
	filters: 'Filters',
	showMap: 'Map',
	showTable: 'Table',
	panelLabel: 'What to show',
	theme: 'Colours',
	themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
	loading: 'Loading incidents',
	layerFailed: (layer: string, reason: string) =>
		`The layer “${layer}” could not be read: ${reason}. Reload the page, or see the data files listed in the README.`,
	settled: (date: string, count: number) => `${date}: ${count === 1 ? '1 incident' : `${count} incidents`} shown`,
	shown: (count: number, total: number) => `${count} of ${total} incidents`,
	close: 'Close',
	legend: 'Legend',
	linkCopied: 'Link copied',
	copyLink: 'Copy link',
};

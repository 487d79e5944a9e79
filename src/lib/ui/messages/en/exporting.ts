/** Strings of the export menu. */
export const exporting = {
	button: 'Export',
	heading: 'Export what is shown',
	holds: (count: number, from: string, to: string) =>
		`${count === 1 ? '1 incident' : `${count} incidents`}, ${from === to ? from : `${from} to ${to}`}`,
	empty: 'Nothing is shown, so there is nothing to export. Widen the range or the filters.',
	oneFile: 'GeoJSON, one file',
	byKind: 'GeoJSON, a file for each kind',
	licence: 'RFC 7946. Data under CC BY 4.0: name Escalation Atlas and the reports.',
	done: (names: string[]) => `Saved ${names.join(', ')}`,
	failed: (reason: string) => `The export was not written: ${reason}`,
};

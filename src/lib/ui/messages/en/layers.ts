const number = new Intl.NumberFormat('en');

function counted(count: number, one: string, many: string): string {
	return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** Strings of the list of layers, and of the card of a row that came from a file. */
export const layers = {
	heading: 'Layers',
	ours: 'Escalation Atlas',
	oursHint: 'Our own records',
	show: (name: string) => `Show ${name}`,
	count: (count: number) => counted(count, 'row', 'rows'),
	incidents: (count: number) => counted(count, 'incident', 'incidents'),
	actions: (name: string) => `More for ${name}`,
	only: 'Only this',
	onlyOf: (name: string) => `Show only ${name}`,
	zoom: 'Zoom to it',
	zoomOf: (name: string) => `Zoom to ${name}`,
	report: 'Report',
	reportOf: (name: string) => `Import report of ${name}`,
	remove: 'Remove',
	removeOf: (name: string) => `Remove ${name}`,
	removeSure: (name: string) => `Remove ${name} from the map and from this browser?`,
	colour: 'Colour',
	colourOf: (name: string) => `Colour of ${name}`,
	bySide: 'By side',
	palette: { 1: 'Pink', 2: 'Petrol', 3: 'Coral', 4: 'Violet', 5: 'Leaf', 6: 'Orchid' },
	kept: (size: string) => `${size} kept in this browser`,
	keptOf: (size: string, quota: string) => `${size} of ${quota} kept in this browser`,
	notKept: 'Not kept: closing the page forgets these layers.',
	forget: 'Forget everything',
	forgetSure: (count: number) =>
		`Forget ${counted(count, 'added layer', 'added layers')}, what was remembered of columns, and every copy in this browser? Your own files stay where they are.`,
	forgetYes: 'Forget',
	removeYes: 'Remove',
	no: 'Keep',
	forgotten: 'Everything that was added is forgotten.',
	removed: (name: string) => `${name} was removed.`,

	importedRow: 'Row of an added file',
	from: (file: string, row: number, format: string) => `${file}, row ${number.format(row)}, ${format}`,
	noClaims: 'This row has no claims.',
	noClaimsHint: 'It is one file’s word: nobody here has compared it with another report.',
	sources: 'Sources named in the row',
	noSources: 'The row names no source.',
	original: 'The row as it was',
	originalColumn: 'Column',
	originalValue: 'Value',
	emptyValue: 'empty',
	moreCharacters: (count: number) => `… and ${counted(count, 'character', 'characters')} more`,
	originalUnread: 'The columns of this row could not be read again.',
};

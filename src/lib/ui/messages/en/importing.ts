import type { ImportReport } from '../../../import/import-report.ts';

const number = new Intl.NumberFormat('en');

function counted(count: number, one: string, many: string): string {
	return `${number.format(count)} ${count === 1 ? one : many}`;
}

const rows = (count: number) => counted(count, 'row', 'rows');

/** Strings of adding files: the dialog, its questions and the report. */
export const importing = {
	button: 'Add data',
	/** Where there is little room; the beginning of the same. */
	buttonShort: 'Add',
	drop: 'Drop to add to the map',
	dropHint: 'The file is read here and does not leave this browser.',
	notAFile: 'Only files can be dropped here. Folders, text and links are not read.',
	heading: 'Add data',
	startIntro:
		'Put a file of your own beside ours: filter, compare and play it back with them. It is read in this browser and goes nowhere else.',
	choose: 'Choose files',
	orDrop: 'or drop them anywhere on the page',
	accepted: 'What can be read',
	acceptedNote: 'A file is known by its content; its name does not matter.',
	families: [
		{ name: 'Event data', formats: 'ACLED, UCDP GED, GDELT 1 and 2, TimeMap, our own exports' },
		{ name: 'Maps', formats: 'GeoJSON, newline-delimited GeoJSON, KML, KMZ, GPX, FlatGeobuf, GeoParquet, Arrow' },
		{ name: 'Tables', formats: 'Any CSV, TSV or Excel workbook; you say what its columns hold' },
	],
	formats: {
		acled: 'ACLED',
		ucdp: 'UCDP GED',
		gdelt: 'GDELT',
		timemap: 'TimeMap',
		table: 'Table',
		'atlas-table': 'Table of our own',
		'atlas-package': 'Data package of our own',
		geojson: 'GeoJSON',
		ndjson: 'Newline-delimited GeoJSON',
		kml: 'KML',
		kmz: 'KMZ',
		gpx: 'GPX',
		flatgeobuf: 'FlatGeobuf',
		geoparquet: 'GeoParquet',
		arrow: 'Arrow',
	} as Record<string, string>,
	cancel: 'Cancel',
	close: 'Close',
	background: 'Go on in the background',
	more: 'Add another file',
	queued: (count: number) => `${counted(count, 'more file', 'more files')} after this`,

	looking: (file: string) => `Looking at ${file}`,
	lookingHint: 'Finding out what kind of file it is, and what its dates and columns say.',
	reading: (file: string) => `Reading ${file}`,
	readSoFar: (count: number) => `${rows(count)} so far`,
	readShare: (percent: number) => `${percent}% read`,
	bytesOf: (read: string, total: string) => `${read} of ${total}`,
	arranging: (file: string) => `Arranging the rows of ${file}`,
	arrangingHint: 'Sorting by date, and keeping a copy in this browser.',
	failed: (file: string) => `${file} was not added`,
	failedHint: 'Nothing of it was kept.',
	asking: (file: string) => `${file}: a question before it is read`,

	askHeading: (file: string) => `Before ${file} is read`,
	askFormat: (format: string, columns: number) => `${format}, ${counted(columns, 'column', 'columns')}`,
	columnsHeading: 'What the columns hold',
	columnsHint: 'We guessed from names and values. Change what is wrong; a column that is not used stays with its row.',
	needed: 'Needed',
	neededDate: 'a date',
	neededPlace: 'a position, or the name of a place',
	isGiven: 'given',
	isMissing: 'missing',
	withoutPlace: 'Without either, the rows are listed as unlocated and nothing is drawn.',
	column: 'Column',
	values: 'First values',
	holds: 'Holds',
	notUsed: 'Not used',
	noValues: 'no values',
	roleOf: (column: string) => `What ${column} holds`,
	moved: (role: string, column: string) => `${role} was taken from ${column}, which is now not used.`,
	confidence: {
		sure: 'a sure guess',
		likely: 'a likely guess',
		unsure: 'an unsure guess',
		chosen: 'your choice',
	},
	previewHeading: 'As the first rows will be read',
	previewRow: 'Row',
	previewDate: 'Date',
	previewPlace: 'Place',
	previewPosition: 'Position',
	previewKilled: 'Killed',
	at: (latitude: number, longitude: number) =>
		`${degrees(latitude)}° ${latitude < 0 ? 'S' : 'N'}, ${degrees(longitude)}° ${longitude < 0 ? 'W' : 'E'}`,
	unknown: 'unknown',
	noPlace: 'none',
	noPosition: 'none',
	wouldBeRejected: (column: string | null) => (column === null ? 'Left out:' : `Left out, for ${column}:`),
	orderHeading: 'Which comes first, day or month?',
	orderHint: 'No date in the file tells. Until you say, such dates would span both readings.',
	orders: { 'day-first': 'The day', 'month-first': 'The month' },
	orderExample: (written: string, date: string) => `${written} is ${date}`,
	orderUnknown: 'I do not know: keep both',
	orderUnknownHint: 'Such rows span both days and say so.',
	swapHeading: 'Latitude and longitude may stand in each other’s place',
	swapReason: {
		yes: 'Some positions lie beyond the poles as they are written, and none does the other way around.',
		likely: 'Nearly all positions lie in the country their row names only the other way around.',
	},
	swap: 'Interchange them',
	keep: 'Read them as they are written',
	datelessHeading: 'There are no dates',
	datelessLabel: 'One date for all rows without',
	datelessHint: 'As in 2024-02-18, 2024-02 or 2024. Left empty, rows without a date are left out.',
	datelessWrong: 'This is no date. Write it as 2024-02-18, 2024-02 or 2024.',
	placesHeading: 'There are no coordinates',
	places: 'Look places up by name',
	placesHint: 'In our own gazetteer, on this page. What cannot be placed surely is listed as unlocated, never guessed.',
	run: 'Add to the map',
	runBlocked: 'Say which column holds the date, or give one date for all rows.',

	reportHeading: (file: string) => `${file} is on the map`,
	reportsHeading: (count: number) => `${counted(count, 'file is', 'files are')} on the map`,
	readAs: (format: string) => `Read as ${format}`,
	added: (file: string, accepted: number, rejected: number) =>
		`${file}: ${rows(accepted)} added${rejected === 0 ? '' : `, ${number.format(rejected)} left out`}.`,
	zoom: 'Show on the map',
	showAgain: 'Show',
	showReport: 'Report',
	reportHeadingEmpty: (file: string) => `Nothing of ${file} could be added`,
	reportSentence: ({
		read,
		accepted,
		folded,
		rejected,
	}: Pick<ImportReport, 'read' | 'accepted' | 'folded'> & { rejected: number }) =>
		`${rows(read)} read: ${number.format(accepted)} added, ${number.format(folded)} folded into a row they repeat, ${number.format(rejected)} left out.`,
	reportCaption: 'What became of the rows',
	read: 'Read',
	acceptedRows: 'Added',
	folded: 'Repeated, folded',
	rejected: 'Left out',
	unlocated: 'without a place on the map',
	coarse: 'known only to a province or country, drawn as areas',
	undrawn: 'lines, areas or coarse places beyond the number that is drawn; they are in the table',
	renumbered: 'numbered anew, as another row has the same identifier',
	ofThem: 'Of those added',
	none: 'None',
	adds: (accepted: string, folded: string, rejected: string, read: string) =>
		`${accepted} + ${folded} + ${rejected} = ${read}`,
	rejectedHeading: (count: number) => `${rows(count)} left out, and why`,
	rejectedNumber: 'Row',
	rejectedColumn: 'Column',
	rejectedValue: 'Value',
	rejectedReason: 'Why',
	wholeRow: 'the row',
	emptyValue: 'empty',
	notListed: (count: number) => `${rows(count)} more are left out and not listed one by one.`,
	download: 'Download as CSV',
	downloadName: (file: string) => `${file.replace(/\.[^.]*$/u, '')}-left-out.csv`,
	unlocatedHeading: (count: number) => `${rows(count)} without a place on the map`,
	unlocatedHint: 'They count in the timeline and stand in the table.',
	asWritten: 'Place as written',
	noneWritten: 'no place is named',
	previousRows: 'Previous rows',
	nextRows: 'Next rows',
	page: (from: number, to: number, all: number) =>
		`${number.format(from)} to ${number.format(to)} of ${number.format(all)}`,
	remembered: 'The columns were read as you chose for a file with the same columns.',
	chooseAgain: 'Choose again',

	size: sizeOf,
};

function degrees(angle: number): string {
	return Math.abs(angle).toFixed(2);
}

function sizeOf(bytes: number): string {
	if (bytes < 1000) return counted(bytes, 'byte', 'bytes');
	const [divisor, unit] = bytes < 1e6 ? [1e3, 'kB'] : bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
	const figure = bytes / divisor;
	return `${figure.toFixed(figure < 10 ? 1 : 0)} ${unit}`;
}

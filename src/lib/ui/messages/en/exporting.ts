const number = new Intl.NumberFormat('en');

function counted(count: number, one: string, many: string): string {
	return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** Strings of the export menu. */
export const exporting = {
	button: 'Export',
	heading: 'Export what is shown',
	holds: (count: number, from: string, to: string) =>
		`${counted(count, 'incident', 'incidents')}, ${from === to ? from : `${from} to ${to}`}`,
	empty: 'Nothing is shown, so there is nothing to export. Widen the range or the filters.',
	groups: { maps: 'For maps', tables: 'For tables', specialists: 'For specialists' },
	/** `holds` says what the file holds, `loses` what it has no room for. */
	formats: {
		geojson: {
			name: 'GeoJSON',
			holds:
				'Every property of each record, with its claims and links inside. RFC 7946; opens in QGIS and any web map.',
			loses: 'Nothing.',
		},
		'geojson-by-kind': {
			name: 'GeoJSON, a file for each kind',
			holds: 'The same, in one file for each kind of event, one for statements and one for totals.',
			loses: 'Nothing. The browser may ask whether it may save several files.',
		},
		kml: {
			name: 'KML',
			holds:
				'Points, areas and links in the colours of the sides, with times for the time slider of Google Earth; claims in the balloon and as JSON.',
			loses: 'Symbols: every incident gets the plain pin.',
		},
		kmz: {
			name: 'KMZ',
			holds: 'The same as KML, packed with the symbols of the map.',
			loses: 'Nothing.',
		},
		gpx: {
			name: 'GPX',
			holds: 'A waypoint for each incident that has a place, with its figures and dates as extensions.',
			loses:
				'Claims, areas, statements, totals and incidents without a place. No time is written, as GPX wants an hour.',
		},
		csv: {
			name: 'CSV, incidents',
			holds:
				'A row for each incident, with longitude and latitude. UTF-8; formulas are made harmless by an apostrophe.',
			loses: 'Claims are only counted: export them as a second table.',
		},
		'claims-csv': {
			name: 'CSV, claims',
			holds: 'A row for each claim: who says what, where in which report. Joins the incidents by id.',
			loses: 'The incidents themselves.',
		},
		xlsx: {
			name: 'Excel workbook',
			holds:
				'Sheets for incidents, claims, statements, totals, links, reports and actors. Dates are dates; nothing is a formula.',
			loses: 'Areas. A sheet holds 1,048,575 rows and a cell 32,767 characters.',
		},
		'data-package': {
			name: 'Data package',
			holds:
				'A zip of every table with a description of each column, the same as GeoJSON, areas, licence, citation and checksums. Frictionless.',
			loses: 'Nothing.',
		},
		ndjson: {
			name: 'Newline-delimited GeoJSON',
			holds: 'A feature a line, for tools that read line by line.',
			loses: 'The head with licence and permalink.',
		},
		flatgeobuf: {
			name: 'FlatGeobuf',
			holds: 'Incidents with typed columns, claims as JSON inside; quick to open in QGIS and GDAL.',
			loses: 'Areas, statements and totals.',
		},
		geoparquet: {
			name: 'GeoParquet',
			holds:
				'Incidents for DuckDB, GeoPandas and other column stores: dates as dates, lists as lists, claims as JSON, areas as a second geometry.',
			loses: 'Statements and totals.',
		},
		acled: {
			name: 'CSV in the columns of ACLED',
			holds:
				'The 31 columns of ACLED, with its precision codes. Unknown fatalities are empty, never 0. A text beside it says what is lost; the coding is ours.',
			loses: 'Claims, injured, lowest and highest figures, weapons, outcomes, links, statements and totals.',
		},
		ucdp: {
			name: 'CSV in the columns of UCDP GED',
			holds:
				'The 49 columns of UCDP GED, with low, best and high. Unknown deaths are empty, never 0. A text beside it says what is lost; the coding is ours.',
			loses:
				'Claims, injured, weapons, outcomes, attribution, links, statements and totals; numbers that only UCDP gives.',
		},
	},
	losesLabel: 'Left out:',
	includes: 'In the file',
	incidents: (count: number) => counted(count, 'incident', 'incidents'),
	leftOut: (count: number) => `${counted(count, 'incident', 'incidents')} without a place left out`,
	claims: (count: number) => counted(count, 'claim', 'claims'),
	statements: (count: number) => counted(count, 'statement', 'statements'),
	totals: (count: number) => counted(count, 'total', 'totals'),
	others: 'Statements and totals too',
	othersImpossible: 'This format has no room for statements and totals.',
	fileName: 'File name',
	fileNames: (name: string) => `${name}, and so on for each kind`,
	run: 'Export',
	cancel: 'Cancel',
	writing: (percent: number) => `Writing: ${percent}%`,
	licence: 'Data under CC BY 4.0: name Escalation Atlas and the reports.',
	done: (files: readonly { readonly name: string; readonly bytes: number }[]) =>
		`Saved ${files.map(({ name, bytes }) => `${name} (${size(bytes)})`).join(', ')}`,
	cancelled: 'Nothing was saved.',
	failed: (reason: string) => `The export was not written: ${reason}`,
};

function size(bytes: number): string {
	if (bytes < 1000) return counted(bytes, 'byte', 'bytes');
	const isSmall = bytes < 1_000_000;
	const figure = bytes / (isSmall ? 1000 : 1_000_000);
	return `${figure.toFixed(figure < 10 ? 1 : 0)} ${isSmall ? 'kB' : 'MB'}`;
}

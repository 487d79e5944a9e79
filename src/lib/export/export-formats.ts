/** What a format can hold besides the incidents. */
export interface ExportFormat {
	readonly id: string;
	readonly group: 'maps' | 'tables' | 'specialists';
	/** End of the file's name; several files have one each. */
	readonly ending: string;
	/** Claims inside each record, in a table of their own, or left out. */
	readonly claims: 'inside' | 'beside' | 'no';
	/** Whether statements and totals can go in, which have no place on the map. */
	readonly others: boolean;
	/** Whether incidents without a place can. */
	readonly unlocated: boolean;
}

/** Every format that can be exported to, in the order of the menu. */
export const EXPORT_FORMATS = [
	{ id: 'geojson', group: 'maps', ending: '.geojson', claims: 'inside', others: true, unlocated: true },
	{ id: 'geojson-by-kind', group: 'maps', ending: '.geojson', claims: 'inside', others: true, unlocated: true },
	{ id: 'kml', group: 'maps', ending: '.kml', claims: 'inside', others: true, unlocated: true },
	{ id: 'kmz', group: 'maps', ending: '.kmz', claims: 'inside', others: true, unlocated: true },
	{ id: 'gpx', group: 'maps', ending: '.gpx', claims: 'no', others: false, unlocated: false },
	{ id: 'csv', group: 'tables', ending: '.csv', claims: 'no', others: false, unlocated: true },
	{ id: 'claims-csv', group: 'tables', ending: '_claims.csv', claims: 'beside', others: true, unlocated: true },
	{ id: 'xlsx', group: 'tables', ending: '.xlsx', claims: 'beside', others: true, unlocated: true },
	{ id: 'data-package', group: 'tables', ending: '_data-package.zip', claims: 'beside', others: true, unlocated: true },
	{ id: 'ndjson', group: 'specialists', ending: '.ndjson', claims: 'inside', others: true, unlocated: true },
	{ id: 'flatgeobuf', group: 'specialists', ending: '.fgb', claims: 'inside', others: false, unlocated: true },
	{ id: 'geoparquet', group: 'specialists', ending: '.parquet', claims: 'inside', others: false, unlocated: true },
	{ id: 'acled', group: 'specialists', ending: '_acled-shaped.csv', claims: 'no', others: false, unlocated: true },
	{ id: 'ucdp', group: 'specialists', ending: '_ucdp-shaped.csv', claims: 'no', others: false, unlocated: true },
] as const satisfies readonly ExportFormat[];
export type ExportFormatId = (typeof EXPORT_FORMATS)[number]['id'];

/** How much is on show. */
export interface ExportCounts {
	readonly incidents: number;
	/** Of these, without a place. */
	readonly unlocated: number;
	/** Of the incidents. */
	readonly claims: number;
	readonly statements: number;
	readonly totals: number;
	/** Claims of statements and totals. */
	readonly otherClaims: number;
}

/** How much of that an export to this format holds; `others`: whether statements and totals are wanted. */
export function countsHeld(
	shown: ExportCounts,
	{ claims, others, unlocated }: ExportFormat,
	wanted: boolean,
): ExportCounts {
	const withOthers = others && wanted;
	return {
		incidents: unlocated ? shown.incidents : shown.incidents - shown.unlocated,
		unlocated: unlocated ? shown.unlocated : 0,
		claims: claims === 'no' ? 0 : shown.claims + (withOthers ? shown.otherClaims : 0),
		statements: withOthers ? shown.statements : 0,
		totals: withOthers ? shown.totals : 0,
		otherClaims: withOthers && claims !== 'no' ? shown.otherClaims : 0,
	};
}

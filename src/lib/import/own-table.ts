import type { IncidentFeature } from '../model/feature.ts';
import { splitList } from '../model/join-list.ts';
import type { OriginalObject } from '../model/original.ts';
import { plainCell } from '../model/plain-cell.ts';
import { type Format, ImportError, type ReadOptions } from './format.ts';
import { openTable } from './table/open-table.ts';
import { LISTS, NAMES, NUMBERS } from './table/own-cells.ts';
import { readOwn } from './feature/own-feature.ts';
import { readCoordinate } from './cells/read-coordinate.ts';
import { readTable, type RowAnswer } from './table/read-table.ts';
import type { LngLat } from './cells/read-position.ts';
import { surveyTable } from './table/survey-table.ts';
import type { TableRow } from './table/table-row.ts';
import { looksLikeXlsx } from './table/xlsx.ts';

/** Columns that only our tables of incidents have together. */
const SIGNS = [
	'id',
	'date_edtf',
	'date_basis',
	'sub_event_type',
	'geo_precision',
	'killed_low',
	'responds_to',
	'editor_note',
];
/** Columns of our tables of claims, statements, totals and links, which hold no incidents. */
const OTHER_TABLES = [
	['record', 'unit', 'claim', 'claimant_name', 'stance', 'paraphrase'],
	['id', 'date_edtf', 'plover', 'speakers', 'addressees'],
	['id', 'date_edtf', 'count_low', 'count_high', 'count_of'],
	['from', 'to', 'kind', 'basis', 'asserted_by'],
];
const SURELY = 1;
const HEAD_BYTES = 65_536;
const ORIGINAL = 'original_';

/**
 * The table of incidents of our own exports, as CSV or the first sheet of a workbook. Claims are in a table of their own
 * there and do not come back, nor who says what of links; both are whole in GeoJSON.
 */
export const ownTable: Format = {
	id: 'atlas-table',

	recognise({ cells: [header = []] }) {
		const names = header.map(plainCell);
		return [SIGNS, ...OTHER_TABLES].some((signs) => hasAll(names, signs)) ? SURELY : 0;
	},

	async survey(source, signal) {
		const table = await openTable(source, signal);
		const columns = namesOf(table.columns);
		const none = { dates: [], latitude: -1, longitude: -1, country: -1 };
		const survey = await surveyTable({ ...table, columns }, none, signal);
		return { ...survey, columns, format: 'atlas-table', mapping: null, hasDates: true, hasCoordinates: true };
	},

	async read(source, options: ReadOptions, sink) {
		const table = await openTable(source, options.signal, (bytes) => sink.progress(bytes));
		const columns = namesOf(table.columns);
		// A workbook marks text as text and needs no apostrophe before it.
		const isBook = looksLikeXlsx(await source.slice(0, HEAD_BYTES));
		const plain = isBook ? (cell: string) => cell : plainCell;
		const read = rowReader(columns, plain);
		const originals = columns.some((name) => name.startsWith(ORIGINAL));
		const own: typeof sink = {
			reject: (rejection) => sink.reject(rejection),
			progress: (bytes) => sink.progress(bytes),
			accept: (row) => sink.accept({ ...row, original: originals ? originalOf(row.original, plain) : {} }),
		};
		await readTable({ columns, rows: table.rows }, read, own, options.signal);
	},
};

function namesOf(header: readonly string[]): string[] {
	const columns = header.map(plainCell);
	if (hasAll(columns, SIGNS)) return columns;
	throw new ImportError(
		'It is a table of our own that holds no incidents: claims, statements, totals and links stand beside them. Import the table of incidents, or the GeoJSON, which holds all of it.',
	);
}

function hasAll(names: readonly string[], signs: readonly string[]): boolean {
	return signs.every((sign) => names.includes(sign));
}

function rowReader(columns: readonly string[], plain: (cell: string) => string): (row: TableRow) => RowAnswer {
	const indexOf = new Map(columns.map((name, index) => [name, index]));
	return ({ cells, line }) => {
		const text = (name: string) => plain(cells[indexOf.get(name) ?? -1] ?? '');
		const point = positionOf(text('latitude'), text('longitude'));
		if (point !== null && 'reason' in point) return { ...point, column: indexOf.get('latitude') ?? null };
		const properties = Object.fromEntries(NAMES.map((name) => [name, valueOf(name, text(name))] as const));
		const own = { number: line, id: text('id'), geometry: undefined, properties: properties as OriginalObject };
		const row = readOwn(own, { point, shape: null });
		if (!('reason' in row)) return { feature: row.feature, sources: [] };
		return { column: indexOf.get(row.column?.split('.')[0] ?? '') ?? null, reason: row.reason };
	};
}

function valueOf(name: string, cell: string): IncidentFeature['properties'][keyof IncidentFeature['properties']] {
	if (name === 'claims' || name === 'responds_to') return [];
	if (LISTS.has(name)) return splitList(cell);
	if (cell === '') return null;
	return NUMBERS.has(name) ? Number(cell) : cell;
}

function positionOf(latitude: string, longitude: string): LngLat | null | { readonly reason: string } {
	if (latitude === '' && longitude === '') return null;
	const [lat, lng] = [readCoordinate(latitude, 'latitude'), readCoordinate(longitude, 'longitude')];
	if (typeof lat === 'object') return lat;
	return typeof lng === 'object' ? lng : [lng, lat];
}

/** The columns that the row had in a file of others; a row with nothing in any of them had no such file. */
function originalOf(row: OriginalObject, plain: (cell: string) => string): OriginalObject {
	const columns = Object.entries(row).filter(([name]) => name.startsWith(ORIGINAL));
	if (columns.every(([, cell]) => cell === '')) return {};
	return Object.fromEntries(columns.map(([name, cell]) => [name.slice(ORIGINAL.length), plain(String(cell))]));
}

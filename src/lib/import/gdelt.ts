import { buildIncident, NO_FIGURE } from './rows/build-incident.ts';
import { cleanCell } from './cells/clean-cell.ts';
import { countryCode } from '../model/country-table.ts';
import { codeCameo, GDELT_PLACES } from './crosswalk.ts';
import { basisOf, dateReader, datelessDate } from './cells/date-cells.ts';
import type { Format, ReadOptions } from './format.ts';
import { locateRow } from './cells/locate-row.ts';
import { openTable } from './table/open-table.ts';
import { readTable, type RowAnswer } from './table/read-table.ts';
import { splitSources } from './cells/split-sources.ts';
import { surveyTable } from './table/survey-table.ts';
import { columnFinder } from './table/table-header.ts';
import type { TableRow } from './table/table-row.ts';

const ACTOR =
	'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code';
const EVENT =
	'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone';
const GEO_1 = 'Type FullName CountryCode ADM1Code Lat Long FeatureID';
const GEO_2 = 'Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID';

/** What a point without a type is held to be. */
const COUNTRY_AT_BEST = { geoPrecision: 'country', wherePrec: 6 } as const;

/**
 * GDELT 1 (57 columns, 58 with the address) and 2 (61), with or without a header. Its machine-coded events are rows of
 * every kind of news; those that are no incidents (CAMEO roots other than 14, 15, 17 to 20) are rejected and say so.
 */
export const gdelt: Format = {
	id: 'gdelt',

	recognise({ cells: [first = []] }) {
		if (namesOf(first) !== null) return 1;
		const columns = findColumns(first);
		const { id, day, eventCode, rootCode, geoType, latitude } = columns;
		const signs = [id, day, eventCode, rootCode, geoType, latitude];
		const found = signs.filter((column) => column !== -1).length;
		return rootCode === -1 || found < 5 ? 0 : found / signs.length;
	},

	async survey(source, signal) {
		const table = await openTable(source, signal, undefined, namesOf);
		const { day, latitude, longitude } = findColumns(table.columns);
		const survey = await surveyTable(table, { dates: [day], latitude, longitude, country: -1 }, signal);
		const hasCoordinates = latitude !== -1 && longitude !== -1;
		return { ...survey, format: 'gdelt', mapping: null, hasDates: day !== -1, hasCoordinates };
	},

	async read(source, options, sink) {
		const table = await openTable(source, options.signal, sink.progress, namesOf);
		await readTable(table, rowReader(table.columns, options), sink, options.signal);
	},
};

/** The columns of a row without a header, by their number; `null` where the first row is a header or none of GDELT. */
function namesOf(first: readonly string[]): readonly string[] | null {
	if (![57, 58, 61].includes(first.length)) return null;
	if (!/^\d+$/.test(first[0]!.trim()) || !/^\d{8}$/.test(first[1]!.trim())) return null;
	const geo = first.length === 61 ? GEO_2 : GEO_1;
	const prefixed = (prefix: string, names: string) => names.split(' ').map((name) => prefix + name);
	return [
		...['GLOBALEVENTID', 'SQLDATE', 'MonthYear', 'Year', 'FractionDate'],
		...prefixed('Actor1', ACTOR),
		...prefixed('Actor2', ACTOR),
		...EVENT.split(' '),
		...['Actor1Geo_', 'Actor2Geo_', 'ActionGeo_'].flatMap((prefix) => prefixed(prefix, geo)),
		'DATEADDED',
		...(first.length === 57 ? [] : ['SOURCEURL']),
	];
}

function findColumns(names: readonly string[]) {
	const find = columnFinder(names);
	return {
		id: find('GLOBALEVENTID'),
		day: find('SQLDATE', 'Day'),
		actor1: find('Actor1Name'),
		actor2: find('Actor2Name'),
		eventCode: find('EventCode'),
		rootCode: find('EventRootCode'),
		geoType: find('ActionGeo_Type'),
		place: find('ActionGeo_FullName'),
		latitude: find('ActionGeo_Lat'),
		longitude: find('ActionGeo_Long', 'ActionGeo_Lon'),
		url: find('SOURCEURL'),
	};
}

function rowReader(names: readonly string[], options: ReadOptions): (row: TableRow) => RowAnswer {
	const columns = findColumns(names);
	const dateOf = dateReader(options.dateOrder);
	const fallback = datelessDate(options.dateless);
	return ({ cells, line }) => {
		const text = (column: number) => cleanCell(cells[column]);
		const [eventCode, rootCode] = [text(columns.eventCode), text(columns.rootCode)];
		const coding = codeCameo(eventCode, rootCode);
		if (coding === null) {
			return {
				column: columns.rootCode === -1 ? null : columns.rootCode,
				reason:
					'Its CAMEO root code is that of words, deals or aid and not of an incident: 14, 15, 17, 18, 19 and 20 are read.',
			};
		}
		const written = text(columns.day);
		const date = written === '' && fallback !== null ? fallback : dateOf(written);
		if ('reason' in date) return { column: columns.day === -1 ? null : columns.day, reason: date.reason };
		const place = text(columns.place) || null;
		const located = locateRow(cells, columns.latitude, columns.longitude, options.latitudeFirst, place !== null);
		if ('reason' in located) return located;
		const [first, second] = [text(columns.actor1), text(columns.actor2)];
		const parts = (place ?? '').split(',').map((part) => part.trim());
		const summary = [
			`CAMEO ${eventCode || rootCode}`,
			first && `first actor: ${first}`,
			second && `second actor: ${second}`,
		];
		const feature = buildIncident({
			id: text(columns.id) || `row-${line}`,
			title: null,
			summary: summary.filter(Boolean).join('; '),
			date,
			datePrec: null,
			dateBasis: basisOf(names[columns.day] ?? 'SQLDATE', written || date.edtf, date.note),
			coding,
			position: located.position,
			place,
			country: countryCode(parts.at(-1) ?? ''),
			admin1: parts.length > 1 ? parts.at(-2)! : null,
			precision: GDELT_PLACES.get(text(columns.geoType).replace(/\.0$/, '')) ?? COUNTRY_AT_BEST,
			perpetrators: [first].filter(Boolean),
			targets: [second].filter(Boolean),
			killed: NO_FIGURE,
			injured: NO_FIGURE,
		});
		return { feature, sources: splitSources(cells[columns.url] ?? '') };
	};
}

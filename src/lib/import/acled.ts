import { formatDay, monthSpan } from '../model/day.ts';
import { formatEdtf, precisionOf } from '../model/edtf.ts';
import { buildIncident, NO_FIGURE } from './rows/build-incident.ts';
import { cleanCell } from './cells/clean-cell.ts';
import { countryCode } from '../model/country-table.ts';
import { ACLED_PLACES, codeAcled, UNSTATED_PLACE } from './crosswalk.ts';
import { basisOf, dateReader, datelessDate } from './cells/date-cells.ts';
import type { Format, ReadOptions } from './format.ts';
import { locateRow } from './cells/locate-row.ts';
import { openTable } from './table/open-table.ts';
import type { DateOrder, ReadDate } from './cells/read-date.ts';
import { readFigure } from './cells/read-figure.ts';
import { readTable, type RowAnswer } from './table/read-table.ts';
import { splitSources } from './cells/split-sources.ts';
import { surveyTable } from './table/survey-table.ts';
import { columnFinder } from './table/table-header.ts';
import type { TableRow } from './table/table-row.ts';

/** Half of the week within which an event of `time_precision` 2 happened. */
const HALF_WEEK = 3;

/**
 * ACLED's export in all its forms: of now, in either case; older, with `data_id` and `iso3`; oldest, with `GWNO`,
 * `GEO_PRECIS` and dates that begin with the day; and from shapefiles, with names cut to ten characters. `FATALITIES` 0
 * is "none or unknown" there, and unknown here.
 */
export const acled: Format = {
	id: 'acled',

	recognise({ cells: [header = []] }) {
		const columns = findColumns(header);
		const { date, eventType, actor1, latitude, fatalities, id, notes, country } = columns;
		const signs = [date, eventType, actor1, latitude, fatalities, id, notes, country];
		const found = signs.filter((column) => column !== -1).length;
		return date === -1 || eventType === -1 || actor1 === -1 || found < 6 ? 0 : found / signs.length;
	},

	async survey(source, signal) {
		const table = await openTable(source, signal);
		const { date, latitude, longitude, country, isOldest } = findColumns(table.columns);
		const survey = await surveyTable(table, { dates: [date], latitude, longitude, country }, signal);
		const dateOrder = isOldest && survey.dateOrder === 'ambiguous' ? 'day-first' : survey.dateOrder;
		const hasCoordinates = latitude !== -1 && longitude !== -1;
		return { ...survey, dateOrder, format: 'acled', mapping: null, hasDates: date !== -1, hasCoordinates };
	},

	async read(source, options, sink) {
		const table = await openTable(source, options.signal, sink.progress);
		await readTable(table, acledRowReader(table.columns, options), sink, options.signal);
	},
};

function findColumns(names: readonly string[]) {
	const find = columnFinder(names);
	return {
		id: find('event_id_cnty', 'event_id_no_cnty', 'data_id'),
		date: find('event_date'),
		timePrecision: find('time_precision', 'time_prec'),
		eventType: find('event_type'),
		subEventType: find('sub_event_type'),
		actor1: find('actor1'),
		inter1: find('inter1'),
		actor2: find('actor2'),
		iso: find('iso', 'iso3'),
		country: find('country'),
		admin1: find('admin1'),
		admin2: find('admin2'),
		location: find('location'),
		latitude: find('latitude'),
		longitude: find('longitude'),
		geoPrecision: find('geo_precision', 'geo_precis'),
		source: find('source'),
		notes: find('notes'),
		fatalities: find('fatalities'),
		isOldest: find('gwno') !== -1,
	};
}

/** Reads rows with these columns, one by one. */
export function acledRowReader(
	names: readonly string[],
	options: Pick<ReadOptions, 'dateOrder' | 'latitudeFirst' | 'dateless'>,
): (row: TableRow) => RowAnswer {
	const columns = findColumns(names);
	const order: DateOrder | null = options.dateOrder ?? (columns.isOldest ? 'day-first' : null);
	const dateOf = dateReader(order);
	const fallback = datelessDate(options.dateless);
	return ({ cells, line }) => {
		const text = (column: number) => cleanCell(cells[column]);
		const written = text(columns.date);
		const given = written === '' && fallback !== null ? fallback : dateOf(written);
		if ('reason' in given) return { column: columns.date === -1 ? null : columns.date, reason: given.reason };
		const places = [columns.location, columns.admin2, columns.admin1, columns.country].map(text);
		const place = places.find((name) => name !== '') ?? null;
		const located = locateRow(cells, columns.latitude, columns.longitude, options.latitudeFirst, place !== null);
		if ('reason' in located) return located;
		const notes = text(columns.notes);
		const party = (column: number) => [text(column)].filter((name) => name !== '');
		const killed = readFigure(cells[columns.fatalities]);
		const feature = buildIncident({
			id: text(columns.id) || `row-${line}`,
			title: null,
			summary: notes,
			date: widen(given, text(columns.timePrecision)),
			datePrec: null,
			dateBasis: basisOf(names[columns.date] ?? 'event_date', written || given.edtf, given.note),
			coding: codeAcled(text(columns.eventType), text(columns.subEventType), notes, text(columns.inter1)),
			position: located.position,
			place,
			country: countryCode(text(columns.iso)) ?? countryCode(text(columns.country)),
			admin1: text(columns.admin1),
			precision: ACLED_PLACES.get(text(columns.geoPrecision).replace(/\.0$/, '')) ?? UNSTATED_PLACE,
			perpetrators: party(columns.actor1),
			targets: party(columns.actor2),
			killed: killed.best === 0 ? NO_FIGURE : killed,
			injured: NO_FIGURE,
		});
		return { feature, sources: splitSources(cells[columns.source] ?? '') };
	};
}

/** `time_precision` 2 is "within a week", here the week around the day; 3 is "within a month", here the calendar's. */
function widen(date: ReadDate, timePrecision: string): Pick<ReadDate, 'start' | 'end' | 'edtf' | 'precision'> {
	if (date.start !== date.end || !/^[23](?:\.0)?$/.test(timePrecision)) return date;
	const [year, month] = formatDay(date.start).split('-').map(Number) as [number, number];
	const [start, end] = timePrecision.startsWith('2')
		? [date.start - HALF_WEEK, date.end + HALF_WEEK]
		: monthSpan(year, month);
	return { start, end, edtf: formatEdtf(start, end), precision: precisionOf(end - start + 1) };
}

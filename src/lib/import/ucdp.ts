import { buildIncident, NO_FIGURE } from './rows/build-incident.ts';
import { cleanCell } from './cells/clean-cell.ts';
import { countryCode } from '../model/country-table.ts';
import { UCDP_PLACES, UCDP_TYPES, UNCODED, UNSTATED_PLACE } from './crosswalk.ts';
import { basisOf, datelessDate } from './cells/date-cells.ts';
import type { Format, ReadOptions } from './format.ts';
import { locateRow } from './cells/locate-row.ts';
import { openTable } from './table/open-table.ts';
import { readFigure } from './cells/read-figure.ts';
import { readTable, type RowAnswer } from './table/read-table.ts';
import { splitSources } from './cells/split-sources.ts';
import { surveyTable } from './table/survey-table.ts';
import { columnFinder } from './table/table-header.ts';
import type { TableRow } from './table/table-row.ts';
import { ucdpDates } from './cells/ucdp-dates.ts';

const DATE_PRECS = [1, 2, 3, 4, 5] as const;

/**
 * UCDP's Georeferenced Event Dataset, 49 columns. Low, best and high stand as they are. Copies that write dates with
 * slashes may use one order in `date_start` and the other in `date_end`: see `ucdpDates`.
 */
export const ucdp: Format = {
	id: 'ucdp',

	recognise({ cells: [header = []] }) {
		const columns = findColumns(header);
		const { type, sideA, sideB, start, best, wherePrec, latitude, dyad } = columns;
		const signs = [type, sideA, sideB, start, best, wherePrec, latitude, dyad];
		const found = signs.filter((column) => column !== -1).length;
		return type === -1 || start === -1 || found < 6 ? 0 : found / signs.length;
	},

	async survey(source, signal) {
		const table = await openTable(source, signal);
		const { start, end, latitude, longitude, country } = findColumns(table.columns);
		const dates = [start, end].filter((column) => column !== -1);
		const survey = await surveyTable(table, { dates, latitude, longitude, country }, signal);
		const hasCoordinates = latitude !== -1 && longitude !== -1;
		return { ...survey, format: 'ucdp', mapping: null, hasDates: start !== -1, hasCoordinates };
	},

	async read(source, options, sink) {
		const table = await openTable(source, options.signal, sink.progress);
		await readTable(table, ucdpRowReader(table.columns, options), sink, options.signal);
	},
};

function findColumns(names: readonly string[]) {
	const find = columnFinder(names);
	return {
		id: find('id'),
		year: find('year'),
		type: find('type_of_violence'),
		dyad: find('dyad_name'),
		sideA: find('side_a'),
		sideB: find('side_b'),
		sources: find('source_article'),
		headline: find('source_headline'),
		wherePrec: find('where_prec'),
		place: find('where_coordinates'),
		where: find('where_description'),
		admin1: find('adm_1'),
		latitude: find('latitude'),
		longitude: find('longitude'),
		country: find('country'),
		datePrec: find('date_prec'),
		start: find('date_start'),
		end: find('date_end'),
		low: find('low', 'low_est'),
		best: find('best', 'best_est'),
		high: find('high', 'high_est'),
	};
}

/** Reads rows with these columns, one by one. */
export function ucdpRowReader(
	names: readonly string[],
	options: Pick<ReadOptions, 'dateOrder' | 'latitudeFirst' | 'dateless'>,
): (row: TableRow) => RowAnswer {
	const columns = findColumns(names);
	const fallback = datelessDate(options.dateless);
	return ({ cells, line }) => {
		const text = (column: number) => cleanCell(cells[column]);
		const written = {
			start: text(columns.start),
			end: text(columns.end),
			year: text(columns.year),
			datePrec: text(columns.datePrec),
		};
		const date = written.start === '' && fallback !== null ? fallback : ucdpDates(written, options.dateOrder);
		if ('reason' in date) return { column: columns.start === -1 ? null : columns.start, reason: date.reason };
		const places = [columns.place, columns.admin1, columns.country].map(text);
		const place = places.find((name) => name !== '') ?? null;
		const located = locateRow(cells, columns.latitude, columns.longitude, options.latitudeFirst, place !== null);
		if ('reason' in located) return located;
		const [dyad, sideA, sideB] = [columns.dyad, columns.sideA, columns.sideB].map(text) as [string, string, string];
		const [low, best, high] = [columns.low, columns.best, columns.high].map((column) => readFigure(cells[column]).best);
		const days = [written.start, written.end].filter((day) => day !== '').join(' to ');
		const feature = buildIncident({
			id: text(columns.id) || `row-${line}`,
			title: [dyad, place].filter(Boolean).join(', '),
			summary: text(columns.where) || text(columns.headline),
			date,
			datePrec: DATE_PRECS.find((code) => String(code) === written.datePrec) ?? null,
			dateBasis: basisOf('date_start, date_end', days || date.edtf, date.note),
			coding: UCDP_TYPES.get(text(columns.type)) ?? UNCODED,
			position: located.position,
			place,
			country: countryCode(text(columns.country)),
			admin1: text(columns.admin1),
			precision: UCDP_PLACES.get(text(columns.wherePrec)) ?? UNSTATED_PLACE,
			perpetrators: [sideA].filter(Boolean),
			targets: [sideB].filter(Boolean),
			killed: { low: low ?? null, best: best ?? null, high: high ?? null },
			injured: NO_FIGURE,
		});
		return { feature, sources: splitSources(cells[columns.sources] ?? '') };
	};
}

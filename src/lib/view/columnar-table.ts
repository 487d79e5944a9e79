import { formatDay } from '../model/day.ts';
import { formatEdtf, precisionOf } from '../model/edtf.ts';
import type { IncidentFeature } from '../model/feature.ts';
import { DATE_PRECISIONS, GEO_PRECISIONS } from '../model/vocabulary.ts';
import {
	ATTRIBUTION_CODES,
	GRADING_CODES,
	type IncidentColumns,
	type IncidentTable,
	KIND_CODES,
	OUTCOME_CODES,
	SIDE_CODES,
	UNLOCATED,
} from './incident-table.ts';
import { listAt } from './list-column.ts';
import { stringAt, type StringColumn, StringRows } from './string-column.ts';

/** Incidents that exist as columns only, as a worker makes them from a large file. */
export interface ColumnarIncidents {
	readonly columns: IncidentColumns;
	readonly ids: StringColumn;
	readonly titles: StringColumn;
}

/** The buffers of a message that hands incidents over; all of them, so that nothing is copied but strings. */
export function buffersOf({ columns, ids, titles }: ColumnarIncidents): ArrayBuffer[] {
	const { search, perpetrators, targets } = columns;
	const views = [columns, search, perpetrators, targets, ids, titles].flatMap(Object.values);
	return views.filter((view) => ArrayBuffer.isView(view)).map((view) => view.buffer as ArrayBuffer);
}

/** A table whose features are made, from the columns, only when one is asked for. */
export function columnarTable({ columns, ids, titles }: ColumnarIncidents): IncidentTable {
	let rows: StringRows | null = null;
	const idOf = (row: number) => stringAt(ids, row);
	return {
		...columns,
		idOf,
		rowOf: { get: (id) => (rows ??= new StringRows(ids)).get(id) },
		feature: (row) => featureAt(columns, row, idOf(row), stringAt(titles, row)),
		linking: [],
	};
}

function known(figure: number): number | null {
	return figure < 0 ? null : figure;
}

/** What the columns do not hold is unknown: `null`, empty or the vocabulary's rest. */
function featureAt(columns: IncidentColumns, row: number, id: string, title: string): IncidentFeature {
	const [start, end] = [columns.startDay[row]!, columns.endDay[row]!];
	const precision = precisionOf(end - start + 1);
	const place = columns.places[columns.place[row]!]!;
	const side = SIDE_CODES[columns.side[row]!]!;
	const isLocated = !Number.isNaN(columns.lng[row]);
	const geoPrecision = !isLocated ? null : columns.isPoint[row] === 1 ? 'town' : 'province';
	return {
		type: 'Feature',
		id,
		geometry: isLocated ? { type: 'Point', coordinates: [columns.lng[row]!, columns.lat[row]!] } : null,
		properties: {
			title,
			summary: title,
			date_edtf: formatEdtf(start, end),
			date_start: formatDay(start),
			date_end: formatDay(end),
			date_precision: precision,
			date_prec: DATE_PRECISIONS[precision].ucdp,
			date_of: 'event',
			date_basis: formatEdtf(start, end),
			kind: KIND_CODES[columns.kind[row]!]!,
			event_type: 'Strategic developments',
			sub_event_type: 'Other',
			weapon: [],
			outcome: OUTCOME_CODES[columns.outcome[row]!]!,
			place_id: place.id === UNLOCATED ? null : place.id,
			place_name: place.id === UNLOCATED ? null : place.name,
			place_as_written: null,
			country: null,
			admin1: null,
			geo_precision: geoPrecision,
			where_prec: geoPrecision && GEO_PRECISIONS[geoPrecision].ucdp,
			uncertainty_km: null,
			perpetrators: listAt(columns.perpetrators, row).map((code) => columns.actorIds[code]!),
			targets: listAt(columns.targets, row).map((code) => columns.actorIds[code]!),
			side: side === 'unnamed' ? null : side,
			attribution: ATTRIBUTION_CODES[columns.attribution[row]!]!,
			grading: GRADING_CODES[columns.grading[row]!]!,
			killed_low: known(columns.killedLow[row]!),
			killed_best: known(columns.killedBest[row]!),
			killed_high: known(columns.killedHigh[row]!),
			injured_low: known(columns.injuredLow[row]!),
			injured_best: known(columns.injuredBest[row]!),
			injured_high: known(columns.injuredHigh[row]!),
			reports: [],
			claims: [],
			responds_to: [],
			editor_note: null,
		},
	};
}

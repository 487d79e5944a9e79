import { type Day, formatDay } from '../model/day.ts';
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
		feature: (row) => plainFeature(factsAt(columns, row, idOf(row), stringAt(titles, row))),
		linking: [],
	};
}

/** What columns tell of an incident. */
export interface ColumnFacts {
	readonly id: string;
	readonly title: string;
	readonly start: Day;
	readonly end: Day;
	/** Degrees; NaN where unlocated. */
	readonly lng: number;
	readonly lat: number;
	readonly isPoint: boolean;
	readonly kind: number;
	readonly side: number;
	readonly attribution: number;
	readonly grading: number;
	readonly outcome: number;
	readonly place: { readonly id: string; readonly name: string };
	readonly perpetrators: readonly string[];
	readonly targets: readonly string[];
	/** Lowest, best and highest; -1 where unknown. */
	readonly killed: readonly [number, number, number];
	readonly injured: readonly [number, number, number];
}

/** What the columns of a table tell of a row. */
export function factsAt(columns: IncidentColumns, row: number, id: string, title: string): ColumnFacts {
	return {
		id,
		title,
		start: columns.startDay[row]!,
		end: columns.endDay[row]!,
		lng: columns.lng[row]!,
		lat: columns.lat[row]!,
		isPoint: columns.isPoint[row] === 1,
		kind: columns.kind[row]!,
		side: columns.side[row]!,
		attribution: columns.attribution[row]!,
		grading: columns.grading[row]!,
		outcome: columns.outcome[row]!,
		place: columns.places[columns.place[row]!]!,
		perpetrators: listAt(columns.perpetrators, row).map((code) => columns.actorIds[code]!),
		targets: listAt(columns.targets, row).map((code) => columns.actorIds[code]!),
		killed: [columns.killedLow[row]!, columns.killedBest[row]!, columns.killedHigh[row]!],
		injured: [columns.injuredLow[row]!, columns.injuredBest[row]!, columns.injuredHigh[row]!],
	};
}

function known(figure: number): number | null {
	return figure < 0 ? null : figure;
}

/** The incident of which nothing else is known: what columns do not tell is `null`, empty or the vocabulary's rest. */
export function plainFeature(facts: ColumnFacts): IncidentFeature {
	const { start, end, title, place } = facts;
	const precision = precisionOf(end - start + 1);
	const side = SIDE_CODES[facts.side]!;
	const isLocated = !Number.isNaN(facts.lng);
	const geoPrecision = !isLocated ? null : facts.isPoint ? 'town' : 'province';
	const edtf = formatEdtf(start, end);
	return {
		type: 'Feature',
		id: facts.id,
		geometry: isLocated ? { type: 'Point', coordinates: [facts.lng, facts.lat] } : null,
		properties: {
			title,
			summary: title,
			date_edtf: edtf,
			date_start: formatDay(start),
			date_end: formatDay(end),
			date_precision: precision,
			date_prec: DATE_PRECISIONS[precision].ucdp,
			date_of: 'event',
			date_basis: edtf,
			kind: KIND_CODES[facts.kind]!,
			event_type: 'Strategic developments',
			sub_event_type: 'Other',
			weapon: [],
			outcome: OUTCOME_CODES[facts.outcome]!,
			place_id: place.id === UNLOCATED ? null : place.id,
			place_name: place.id === UNLOCATED ? null : place.name,
			place_as_written: null,
			country: null,
			admin1: null,
			geo_precision: geoPrecision,
			where_prec: geoPrecision && GEO_PRECISIONS[geoPrecision].ucdp,
			uncertainty_km: null,
			perpetrators: [...facts.perpetrators],
			targets: [...facts.targets],
			side: side === 'unnamed' ? null : side,
			attribution: ATTRIBUTION_CODES[facts.attribution]!,
			grading: GRADING_CODES[facts.grading]!,
			killed_low: known(facts.killed[0]),
			killed_best: known(facts.killed[1]),
			killed_high: known(facts.killed[2]),
			injured_low: known(facts.injured[0]),
			injured_best: known(facts.injured[1]),
			injured_high: known(facts.injured[2]),
			reports: [],
			claims: [],
			responds_to: [],
			editor_note: null,
		},
	};
}

import type { Actor } from '../model/actor.ts';
import { parseDay, type Day } from '../model/day.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { Reading } from '../model/reading.ts';
import { ATTRIBUTIONS, GRADINGS, keysOf, KINDS, OUTCOMES, SIDES } from '../model/vocabulary.ts';
import { foldText } from './fold-text.ts';
import { type ListColumn, listColumn } from './list-column.ts';
import { type SearchIndex, searchIndex } from './search-index.ts';
import type { SideOrUnnamed } from './view.ts';

export const KIND_CODES = keysOf(KINDS);
export const SIDE_CODES: readonly SideOrUnnamed[] = [...keysOf(SIDES), 'unnamed'];
export const ATTRIBUTION_CODES = keysOf(ATTRIBUTIONS);
export const GRADING_CODES = keysOf(GRADINGS);
export const OUTCOME_CODES = keysOf(OUTCOMES);
export const UNLOCATED = 'unlocated';

/**
 * Incidents as columns, one row each, ordered by first day, then last day, then id. Codes index the `*_CODES` lists.
 * All of it can be made in a worker and handed over without a copy.
 */
export interface IncidentColumns {
	readonly length: number;
	readonly startDay: Int32Array;
	readonly endDay: Int32Array;
	/** Rows in order of their last day. */
	readonly byEnd: Uint32Array;
	/** Longest `endDay - startDay`: how far before a window a row that reaches into it may start. */
	readonly longestDays: number;
	/** Degrees; NaN where the incident has no point on the map. */
	readonly lng: Float64Array;
	readonly lat: Float64Array;
	/** 1 where the place is a site or a town and so is drawn as a symbol; 0 where it is an area or unlocated. */
	readonly isPoint: Uint8Array;
	readonly kind: Uint8Array;
	readonly side: Uint8Array;
	readonly attribution: Uint8Array;
	readonly grading: Uint8Array;
	readonly outcome: Uint8Array;
	/** Index into `places`. */
	readonly place: Uint32Array;
	readonly places: readonly { id: string; name: string }[];
	/** The figure of killed that the reading takes; 0 also where unknown, as it only sizes the symbol. */
	readonly symbolToll: Uint32Array;
	/** Fewest, best and most killed; -1 where unknown, and for the most also where it is open above. */
	readonly killedLow: Int32Array;
	readonly killedBest: Int32Array;
	readonly killedHigh: Int32Array;
	/** The same of the injured. */
	readonly injuredLow: Int32Array;
	readonly injuredBest: Int32Array;
	readonly injuredHigh: Int32Array;
	/** Ids of the actors that `perpetrators` and `targets` are codes of. */
	readonly actorIds: readonly string[];
	readonly perpetrators: ListColumn;
	readonly targets: ListColumn;
	readonly search: SearchIndex;
	/** First and last day of the data; `null` when there are no rows. */
	readonly extent: readonly [Day, Day] | null;
}

/** Columns, and what belongs to single rows: made when asked for, so never to be asked for all rows at once. */
export interface IncidentTable extends IncidentColumns {
	readonly feature: (row: number) => IncidentFeature;
	readonly idOf: (row: number) => string;
	readonly rowOf: { get(id: string): number | undefined };
	/** Rows that name records they respond to. */
	readonly linking: readonly number[];
	/** Which layer each row is of, as an index into `layers`; left out where all rows are of one. */
	readonly layer?: Uint8Array;
	/** Ids of layers that have rows here, `OWN_LAYER` for ours. */
	readonly layers?: readonly string[];
}

/** Orders features by time and lays them out as columns; the features themselves stay at hand. With `actors`, a search also finds their names and aliases. */
export function buildIncidentTable(
	unsorted: readonly IncidentFeature[],
	actors: ReadonlyMap<string, Actor> = new Map(),
): IncidentTable {
	const features = [...unsorted].sort(
		(a, b) =>
			compare(a.properties.date_start, b.properties.date_start) ||
			compare(a.properties.date_end, b.properties.date_end) ||
			compare(a.id, b.id),
	);
	const length = features.length;
	const table = {
		startDay: new Int32Array(length),
		endDay: new Int32Array(length),
		lng: new Float64Array(length),
		lat: new Float64Array(length),
		isPoint: new Uint8Array(length),
		kind: new Uint8Array(length),
		side: new Uint8Array(length),
		attribution: new Uint8Array(length),
		grading: new Uint8Array(length),
		outcome: new Uint8Array(length),
		place: new Uint32Array(length),
		symbolToll: new Uint32Array(length),
		killedLow: new Int32Array(length),
		killedBest: new Int32Array(length),
		killedHigh: new Int32Array(length),
		injuredLow: new Int32Array(length),
		injuredBest: new Int32Array(length),
		injuredHigh: new Int32Array(length),
	};
	const places: { id: string; name: string }[] = [];
	const placeIndex = new Map<string, number>();
	const rowOf = new Map<string, number>();
	let longestDays = 0;
	let lastDay = -Infinity;

	features.forEach((feature, row) => {
		const { properties, geometry } = feature;
		const start = dayOf(feature, properties.date_start);
		const end = dayOf(feature, properties.date_end);
		table.startDay[row] = start;
		table.endDay[row] = end;
		longestDays = Math.max(longestDays, end - start);
		lastDay = Math.max(lastDay, end);
		table.lng[row] = geometry ? geometry.coordinates[0] : NaN;
		table.lat[row] = geometry ? geometry.coordinates[1] : NaN;
		table.isPoint[row] = geometry && isSymbol(properties.geo_precision) ? 1 : 0;
		table.kind[row] = KIND_CODES.indexOf(properties.kind);
		table.side[row] = SIDE_CODES.indexOf(properties.side ?? 'unnamed');
		table.attribution[row] = ATTRIBUTION_CODES.indexOf(properties.attribution);
		table.grading[row] = GRADING_CODES.indexOf(properties.grading);
		table.outcome[row] = OUTCOME_CODES.indexOf(properties.outcome);
		table.symbolToll[row] = properties.killed_best ?? 0;
		table.killedLow[row] = properties.killed_low ?? -1;
		table.killedBest[row] = properties.killed_best ?? -1;
		table.killedHigh[row] = properties.killed_high ?? -1;
		table.injuredLow[row] = properties.injured_low ?? -1;
		table.injuredBest[row] = properties.injured_best ?? -1;
		table.injuredHigh[row] = properties.injured_high ?? -1;
		const placeId = properties.place_id ?? UNLOCATED;
		let place = placeIndex.get(placeId);
		if (place === undefined) {
			place = places.push({ id: placeId, name: properties.place_name ?? UNLOCATED }) - 1;
			placeIndex.set(placeId, place);
		}
		table.place[row] = place;
		rowOf.set(feature.id, row);
	});

	const actorIds = [...new Set(features.flatMap(({ properties: p }) => [...p.perpetrators, ...p.targets]))];
	const actorCodes = new Map(actorIds.map((id, code) => [id, code]));
	const codesOf = (ids: readonly string[]) => ids.map((id) => actorCodes.get(id)!);

	return {
		...table,
		length,
		actorIds,
		perpetrators: listColumn(length, (row) => codesOf(features[row]!.properties.perpetrators)),
		targets: listColumn(length, (row) => codesOf(features[row]!.properties.targets)),
		byEnd: rowsByEnd(table.endDay),
		longestDays,
		places,
		search: searchIndex(length, (row) => searchableText(features[row]!, actors)),
		feature: (row) => features[row]!,
		idOf: (row) => features[row]!.id,
		rowOf,
		linking: [...features.keys()].filter((row) => features[row]!.properties.responds_to.length > 0),
		extent: length === 0 ? null : [table.startDay[0]!, lastDay],
	};
}

/** The table with its symbols sized by another figure; a highest that is open above counts as the best. */
export function withFigure(table: IncidentTable, figure: Reading['figure']): IncidentTable {
	const { killedLow, killedBest, killedHigh } = table;
	const figures = { low: killedLow, best: killedBest, high: killedHigh }[figure];
	const least = figure === 'high' ? killedBest : killedLow;
	const symbolToll = Uint32Array.from(figures, (killed, row) => Math.max(killed, least[row]!, 0));
	return { ...table, symbolToll };
}

/** Rows in order of their last day, those of one day as they stand. */
export function rowsByEnd(endDay: Int32Array): Uint32Array {
	let first = Infinity;
	let last = -Infinity;
	for (const day of endDay) {
		if (day < first) first = day;
		if (day > last) last = day;
	}
	const rows = new Uint32Array(endDay.length);
	if (endDay.length === 0) return rows;
	const next = new Uint32Array(last - first + 2);
	for (const day of endDay) next[day - first + 1]!++;
	for (let day = 1; day < next.length; day++) next[day]! += next[day - 1]!;
	for (let row = 0; row < endDay.length; row++) rows[next[endDay[row]! - first]!++] = row;
	return rows;
}

/** Whether a place is precise enough to be drawn as a symbol. */
export function isSymbol(precision: IncidentFeature['properties']['geo_precision']): boolean {
	return precision === 'site' || precision === 'town';
}

/** All that a search looks for in an incident, folded. */
export function searchableText({ id, properties: p }: IncidentFeature, actors: ReadonlyMap<string, Actor>): string {
	const parts = [id, p.title, p.summary, p.place_name, p.place_as_written, p.country, p.admin1, p.event_type];
	parts.push(p.sub_event_type, ...p.weapon, ...p.reports);
	const actorIds = new Set([...p.perpetrators, ...p.targets]);
	for (const claim of p.claims) {
		parts.push(claim.paraphrase, claim.claimant.name);
		if (claim.claimant.actor !== null) actorIds.add(claim.claimant.actor);
	}
	for (const actorId of actorIds) {
		const actor = actors.get(actorId);
		parts.push(actorId, ...(actor ? [actor.name, ...actor.aliases] : []));
	}
	return foldText(parts.filter((part) => part !== null).join(' '));
}

function dayOf(feature: IncidentFeature, iso: string): Day {
	const day = parseDay(iso);
	if (day === null) throw new Error(`Incident ${feature.id}: ${iso} is not a date`);
	return day;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

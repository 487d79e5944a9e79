import type { Actor } from '../model/actor.ts';
import { parseDay } from '../model/day.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { ColumnFacts } from './columnar-table.ts';
import { GrowingColumns } from './growing-columns.ts';
import { orderRows } from './incident-order.ts';
import {
	ATTRIBUTION_CODES,
	GRADING_CODES,
	isSymbol,
	KIND_CODES,
	OUTCOME_CODES,
	rowsByEnd,
	searchableText,
	SIDE_CODES,
	UNLOCATED,
} from './incident-table.ts';
import { LAYER_AREAS } from './layer-areas.ts';
import type { LayerTexts } from './layer-texts.ts';
import { ListColumnBuilder } from './list-column.ts';
import type { TablePart } from './merge-tables.ts';
import { packDetails } from './pack-details.ts';
import { OriginalPacker, type RowOriginal } from './pack-original.ts';
import { SearchIndexBuilder } from './search-index.ts';
import { StringColumnBuilder, StringRows } from './string-column.ts';
import { TextPiecesBuilder } from './text-pieces.ts';

/** An incident of a file, with what its row held besides. */
export interface LayerRow extends RowOriginal {
	readonly feature: IncidentFeature;
}

/** A layer as it is kept: columns in the order of time, texts in the order of the file. */
export interface CollectedLayer {
	readonly part: TablePart & { readonly order: Uint32Array<ArrayBuffer> };
	readonly texts: LayerTexts;
	/** West, south, east and north; `null` where no row is located. */
	readonly bounds: readonly [number, number, number, number] | null;
	/** Rows whose place is no point and that are beyond the number of areas drawn. */
	readonly undrawnAreas: number;
}

/** Different places and actors beyond these numbers are found by a search only, not by a filter. */
const MOST_PLACES = 50_000;
const MOST_ACTORS = 50_000;
/** The place of points that have no name, so that a filter does not list every coordinate. */
export const UNNAMED_PLACE = { id: 'other-places', name: 'Other places of imported files' };

/** Gathers the rows of a file in typed arrays and bytes, so that a million of them are no million objects. */
export class ColumnCollector {
	readonly #layer: string;
	readonly #actors: ReadonlyMap<string, Actor>;
	readonly #columns = new GrowingColumns();
	readonly #places: { id: string; name: string }[] = [];
	readonly #placeCodes = new Map<string, number>();
	readonly #actorIds: string[] = [];
	readonly #actorCodes = new Map<string, number>();
	readonly #perpetrators = new ListColumnBuilder();
	readonly #targets = new ListColumnBuilder();
	readonly #search = new SearchIndexBuilder();
	readonly #ids = new StringColumnBuilder();
	readonly #details = new TextPiecesBuilder();
	readonly #originals = new TextPiecesBuilder();
	readonly #packer = new OriginalPacker();
	readonly #unlocated: number[] = [];
	readonly #areas: number[] = [];
	#areaPositions = 0;
	#undrawnAreas = 0;
	#bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];

	/** With `actors`, a search also finds their names and aliases. */
	constructor(layer: string, actors: ReadonlyMap<string, Actor> = new Map()) {
		this.#layer = layer;
		this.#actors = actors;
	}

	get length(): number {
		return this.#columns.length;
	}

	add(row: LayerRow): void {
		const feature = { ...row.feature, id: `${this.#layer}/${row.feature.id}` };
		const facts = this.#factsOf(feature, this.#isPoint(row));
		this.#columns.add(facts, this.#placeCode(facts.place));
		this.#perpetrators.add(facts.perpetrators.map((id) => this.#actorCode(id)!));
		this.#targets.add(facts.targets.map((id) => this.#actorCode(id)!));
		this.#ids.add(feature.id);
		this.#details.add(packDetails(feature, facts));
		this.#originals.add(this.#packer.pack(row, feature.properties.summary));
		this.#search.add(searchableText(feature, this.#actors));
	}

	/** To be called once. */
	finish(): CollectedLayer {
		const { length } = this;
		const ids = this.#ids.finish();
		const inFile = this.#columns.finish();
		const order = orderRows(inFile.startDay, inFile.endDay, ids);
		const rank = new Uint32Array(length);
		for (let row = 0; row < length; row++) rank[order[row]!] = row;
		const columns = this.#columns.ordered(order);
		let longestDays = 0;
		let lastDay = -Infinity;
		for (let row = 0; row < length; row++) {
			longestDays = Math.max(longestDays, columns.endDay[row]! - columns.startDay[row]!);
			lastDay = Math.max(lastDay, columns.endDay[row]!);
		}
		return {
			part: {
				layer: this.#layer,
				columns: {
					...columns,
					length,
					byEnd: rowsByEnd(columns.endDay),
					longestDays,
					places: this.#places,
					actorIds: this.#actorIds,
					perpetrators: this.#perpetrators.finish(order),
					targets: this.#targets.finish(order),
					search: this.#search.finish(rank),
					extent: length === 0 ? null : [columns.startDay[0]!, lastDay],
				},
				ids,
				order,
			},
			texts: {
				ids,
				idSlots: new StringRows(ids).slots,
				details: this.#details.finish(),
				originals: this.#originals.finish(),
				schemas: this.#packer.schemas,
				unlocated: Uint32Array.from(this.#unlocated),
				areas: Uint32Array.from(this.#areas),
			},
			bounds: this.#bounds[0] === Infinity ? null : this.#bounds,
			undrawnAreas: this.#undrawnAreas,
		};
	}

	/** Whether a row is drawn as a symbol; notes those that are drawn as areas. Shapes beyond their number become symbols. */
	#isPoint({ feature: { geometry, properties }, shape }: LayerRow): boolean {
		const row = this.length;
		if (geometry === null) {
			this.#unlocated.push(row);
			return false;
		}
		const [lng, lat] = geometry.coordinates;
		const [west, south, east, north] = this.#bounds;
		this.#bounds = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)];
		const isSpot = shape === null ? isSymbol(properties.geo_precision) : shape.type === 'MultiPoint';
		if (isSpot) return true;
		const positions = shape === null ? LAYER_AREAS.discPositions : countPositions(shape);
		const hasRoom = this.#areas.length < LAYER_AREAS.most;
		if (hasRoom && this.#areaPositions + positions <= LAYER_AREAS.mostPositions) {
			this.#areaPositions += positions;
			this.#areas.push(row);
			return false;
		}
		if (shape !== null) return true;
		this.#undrawnAreas++;
		return false;
	}

	#factsOf(feature: IncidentFeature, isPoint: boolean): ColumnFacts {
		const { geometry, properties: p } = feature;
		const [start, end] = [parseDay(p.date_start), parseDay(p.date_end)];
		if (start === null || end === null) throw new Error(`Incident ${feature.id} has no dates`);
		const [lng, lat] = geometry?.coordinates ?? [NaN, NaN];
		return {
			id: feature.id,
			title: p.title,
			start,
			end,
			lng,
			lat,
			isPoint,
			kind: KIND_CODES.indexOf(p.kind),
			side: SIDE_CODES.indexOf(p.side ?? 'unnamed'),
			attribution: ATTRIBUTION_CODES.indexOf(p.attribution),
			grading: GRADING_CODES.indexOf(p.grading),
			outcome: OUTCOME_CODES.indexOf(p.outcome),
			place: this.#placeOf(p, isPoint),
			perpetrators: this.#known(p.perpetrators),
			targets: this.#known(p.targets),
			killed: [figureOf(p.killed_low), figureOf(p.killed_best), figureOf(p.killed_high)],
			injured: [figureOf(p.injured_low), figureOf(p.injured_best), figureOf(p.injured_high)],
		};
	}

	#placeOf({ place_id: id, place_name: name }: IncidentFeature['properties'], isPoint: boolean) {
		if (id === null) return { id: UNLOCATED, name: UNLOCATED };
		const code = this.#placeCodes.get(id);
		if (code !== undefined) return this.#places[code]!;
		// Areas of one place share what their fill covers, so that those without a name must be apart.
		const isApart = (name !== null || !isPoint) && this.#places.length < MOST_PLACES;
		return isApart ? { id, name: name ?? id } : UNNAMED_PLACE;
	}

	#placeCode(place: ColumnFacts['place']): number {
		let code = this.#placeCodes.get(place.id);
		if (code === undefined) {
			code = this.#places.push(place) - 1;
			this.#placeCodes.set(place.id, code);
		}
		return code;
	}

	/** All of the ids, or none where one of them is too many. */
	#known(ids: readonly string[]): readonly string[] {
		return ids.every((id) => this.#actorCode(id) !== null) ? ids : [];
	}

	#actorCode(id: string): number | null {
		let code = this.#actorCodes.get(id);
		if (code === undefined) {
			if (this.#actorIds.length >= MOST_ACTORS) return null;
			code = this.#actorIds.push(id) - 1;
			this.#actorCodes.set(id, code);
		}
		return code;
	}
}

const MOST_COUNTED = 2 ** 31 - 1;

/** A figure that a column cannot hold is told by the details alone. */
function figureOf(figure: number | null): number {
	return figure === null ? -1 : Math.min(figure, MOST_COUNTED);
}

function countPositions(shape: NonNullable<RowOriginal['shape']>): number {
	if (shape.type === 'GeometryCollection') {
		return shape.geometries.reduce((sum, part) => sum + (part.type === 'Point' ? 1 : countPositions(part)), 0);
	}
	return shape.coordinates.flat(Infinity).length / 2;
}

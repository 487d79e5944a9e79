import type { GazetteerIndex } from '../../geocode/gazetteer-index.ts';
import { locateName, type LocatedName } from '../../geocode/locate-name.ts';
import { placeExtent } from '../../geocode/place-extent.ts';
import { wherePrec } from '../../geocode/where-prec.ts';
import type { IncidentFeature } from '../../model/feature.ts';
import type { PlaceKind } from '../../model/vocabulary.ts';
import type { RowCollector } from '../import-file.ts';
import type { ImportReport } from '../import-report.ts';
import type { ImportedRow } from '../imported-row.ts';

/** What became of the rows that had a place in words only. */
export interface GeocodeTally {
	/** Rows looked up, and of these found. Rows without a name, or with coordinates, are not looked up. */
	readonly asked: number;
	readonly located: number;
	/** Of these found no finer than a province. */
	readonly coarse: number;
	/** Why names were not found, for the first `MOST_UNPLACED` of them, with how many rows bear each. */
	readonly unplaced: readonly UnplacedName[];
	/** Names that were not found, all of them. */
	readonly unplacedNames: number;
}

/** A name that the gazetteer could not place. */
export interface UnplacedName {
	readonly name: string;
	readonly country: string | null;
	readonly admin1: string | null;
	readonly rows: number;
	readonly reason: string;
}

const COARSE: ReadonlySet<string> = new Set(['province', 'region', 'country']);
/** What a row is about that names no place within a province. */
const DIVISIONS: readonly PlaceKind[] = ['province', 'region'];
const MOST_UNPLACED = 10_000;
const MOST_REMEMBERED = 200_000;
type Found = Pick<LocatedName, 'chosen' | 'query' | 'reason'>;

/**
 * Hands rows on to another collector, those that only name their place with what the gazetteer has of it: its point, how
 * precise that is, and the radius around it. A name it cannot place stays unlocated and is counted with the reason.
 */
export class GeocodeRows implements RowCollector {
	readonly #inner: RowCollector;
	readonly #index: GazetteerIndex;
	readonly #known = new Map<string, Found>();
	readonly #unplaced = new Map<string, { -readonly [Key in keyof UnplacedName]: UnplacedName[Key] }>();
	#tally = { asked: 0, located: 0, coarse: 0, unplacedNames: 0 };

	constructor(inner: RowCollector, index: GazetteerIndex) {
		this.#inner = inner;
		this.#index = index;
	}

	add(row: ImportedRow): void | Promise<void> {
		return this.#inner.add(this.#place(row));
	}

	/** What was done so far. */
	tally(): GeocodeTally {
		return { ...this.#tally, unplaced: [...this.#unplaced.values()] };
	}

	/** The report of the import, which counts rows as they were before, as they are now. */
	amend(report: ImportReport): ImportReport {
		const { located, coarse } = this.#tally;
		return { ...report, unlocated: report.unlocated - located, coarse: report.coarse + coarse };
	}

	#place(row: ImportedRow): ImportedRow {
		const { feature, shape } = row;
		const { place_as_written: written, country, admin1 } = feature.properties;
		if (feature.geometry !== null || shape !== null || written === null) return row;
		this.#tally.asked++;
		const isDivision = admin1 === written && !isWrittenTwice(row, written);
		const key = JSON.stringify([written, country, admin1, isDivision]);
		const kinds = isDivision ? DIVISIONS : null;
		const found = this.#find(key, { written, country, admin1: isDivision ? null : admin1, kinds });
		if (found.chosen === null) {
			this.#countUnplaced(key, { name: written, country, admin1, rows: 0, reason: found.reason });
			return row;
		}
		const located = locatedFeature(feature, found);
		this.#tally.located++;
		if (COARSE.has(located.properties.geo_precision ?? '')) this.#tally.coarse++;
		return { ...row, feature: located };
	}

	#find(key: string, place: Parameters<typeof locateName>[0]): Found {
		let found = this.#known.get(key);
		if (found === undefined) {
			const { chosen, query, reason } = locateName(place, this.#index);
			found = { chosen, query, reason };
			if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
			this.#known.set(key, found);
		}
		return found;
	}

	#countUnplaced(key: string, name: UnplacedName): void {
		let counted = this.#unplaced.get(key);
		if (counted === undefined) {
			this.#tally.unplacedNames++;
			if (this.#unplaced.size >= MOST_UNPLACED) return;
			counted = { ...name };
			this.#unplaced.set(key, counted);
		}
		counted.rows++;
	}
}

/** A town of its province's name stands in a column of its own beside the province's. */
function isWrittenTwice({ original }: ImportedRow, name: string): boolean {
	return Object.values(original).filter((value) => value === name).length > 1;
}

/** What the row says of country and province stays; where it says nothing, it is what the gazetteer says. */
function locatedFeature(feature: IncidentFeature, { chosen, query }: Found): IncidentFeature {
	const { row } = chosen!;
	const { geoPrecision, uncertaintyKm } = placeExtent(row, query);
	const { properties } = feature;
	return {
		...feature,
		geometry: { type: 'Point', coordinates: [...row.position] },
		properties: {
			...properties,
			place_id: row.id,
			place_name: row.name,
			country: properties.country ?? row.country,
			admin1: properties.admin1 ?? row.admin1,
			geo_precision: geoPrecision,
			where_prec: wherePrec(geoPrecision, query, row),
			uncertainty_km: uncertaintyKm,
		},
	};
}

import { countryCode } from '../../model/country-table.ts';
import { formatEdtf, precisionOf } from '../../model/edtf.ts';
import { GEO_PRECISIONS, keysOf } from '../../model/vocabulary.ts';
import { buildIncident, NO_FIGURE } from '../rows/build-incident.ts';
import { cleanCell } from '../cells/clean-cell.ts';
import { codeKind, codeOutcome, codeWeapons } from '../cells/code-kind.ts';
import { ACLED_PLACES, type PlaceCoding, UCDP_PLACES } from '../crosswalk.ts';
import { basisOf, dateReader, datelessDate } from '../cells/date-cells.ts';
import type { ReadOptions } from '../format.ts';
import { locateRow, NULL_ISLAND, type RowFault } from '../cells/locate-row.ts';
import type { Mapping, Role } from '../mapping.ts';
import type { ReadDate, Refusal } from '../cells/read-date.ts';
import { type ReadFigure, readFigure } from '../cells/read-figure.ts';
import { type LngLat, readPosition } from '../cells/read-position.ts';
import type { RowAnswer } from './read-table.ts';
import { remembering } from '../rows/remembering.ts';
import { splitSources } from '../cells/split-sources.ts';
import { columnFinder } from './table-header.ts';

/** What a row has beside its cells, where it is a feature of a map. */
export interface Given {
	/** The identifier of the feature itself; `null` where its columns may hold one. */
	readonly id: string | null;
	/** The position of its geometry, or `undefined` where it has none and columns may hold one. */
	readonly position: LngLat | undefined;
	/** What its shape says of its precision; `null` where it is a point, which says nothing. */
	readonly precision: PlaceCoding | null;
}

/** Columns of codes for the precision of places: ACLED's, or words of ours; and UCDP's. */
export const PRECISION_COLUMNS = ['geo_precision', 'geo_precis', 'where_prec'] as const;
const PROVINCE = /\b(?:province|governorate|muhafazah|oblast|wilayah?)\b/i;

/** Reads rows whose columns hold what a mapping says. `given` stands for the columns that a map's feature need not have. */
export function mappedRowReader(
	names: readonly string[],
	mapping: Mapping,
	options: Pick<ReadOptions, 'dateOrder' | 'latitudeFirst' | 'dateless'>,
): (cells: readonly string[], number: number, given?: Given) => RowAnswer {
	const dateOf = dateReader(options.dateOrder);
	const fallback = datelessDate(options.dateless);
	const codedPrecision = precisionReader(names);
	const kindOf = remembering(codeKind);
	const countryOf = remembering(countryCode);
	const sourcesOf = remembering(splitSources);
	return (cells, number, given) => {
		const text = (role: Role) => (mapping[role] === undefined ? '' : cleanCell(cells[mapping[role]]));
		const date =
			text('date') === '' && fallback !== null ? fallback : dateRange(dateOf, text('date'), text('dateEnd'), options);
		if ('reason' in date) return { column: mapping.date ?? null, reason: date.reason };
		const [place, admin1, country] = [text('place'), text('admin1'), text('country')];
		const named = [place, admin1, country].find((name) => name !== '') ?? null;
		const located =
			given?.position === undefined
				? locate(cells, mapping, options.latitudeFirst, named !== null)
				: unlessNull(given.position, given.precision === null, named !== null);
		if ('reason' in located) return located;
		const days = [text('date'), text('dateEnd')].filter((day) => day !== '').join(' to ');
		const kind = kindOf(text('kind'));
		const weapon = codeWeapons(text('weapon'));
		const unit = given === undefined ? 'Row' : 'Feature';
		const feature = buildIncident({
			id: given?.id ?? (text('id') || `${unit.toLowerCase()}-${number}`),
			title: text('title') || [text('kind'), named].filter(Boolean).join(', ') || `${unit} ${number}`,
			summary: text('summary'),
			date,
			datePrec: null,
			dateBasis: basisOf(names[mapping.date ?? -1] ?? 'Given for all rows', days || date.edtf, date.note),
			coding: {
				...kind,
				weapon: weapon.length > 0 ? weapon : kind.weapon,
				outcome: mapping.outcome === undefined ? kind.outcome : codeOutcome(text('outcome')),
			},
			position: located.position,
			place: named,
			country: countryOf(country),
			admin1,
			precision:
				codedPrecision(cells) ??
				given?.precision ??
				precisionOfPlace(place, admin1, country, located.written, countryOf),
			perpetrators: partiesOf(text('perpetrators')),
			targets: partiesOf(text('targets')),
			killed: tollOf(text('killed'), text('killedLow'), text('killedHigh')),
			injured: text('injured') === '' ? NO_FIGURE : readFigure(text('injured')),
		});
		return { feature, sources: sourcesOf(mapping.sources === undefined ? '' : (cells[mapping.sources] ?? '')) };
	};
}

/** What a column of codes or words says of the precision: UCDP's by its name, ACLED's, or ours; else `null`. */
function precisionReader(names: readonly string[]): (cells: readonly string[]) => PlaceCoding | null {
	const find = columnFinder(names);
	const [now, older, ucdpName] = PRECISION_COLUMNS;
	const [ours, ucdp] = [find(now, older), find(ucdpName)];
	return (cells) => {
		const word = cleanCell(cells[ours]).toLowerCase();
		const precision = keysOf(GEO_PRECISIONS).find((each) => each === word);
		if (precision !== undefined) return { geoPrecision: precision, wherePrec: GEO_PRECISIONS[precision].ucdp };
		return ACLED_PLACES.get(word) ?? UCDP_PLACES.get(cleanCell(cells[ucdp])) ?? null;
	};
}

function unlessNull(position: LngLat, isPoint: boolean, hasPlace: boolean): Located | RowFault {
	const isNull = isPoint && position[0] === 0 && position[1] === 0;
	if (!isNull) return { position, written: position.map(String) };
	return hasPlace ? { position: null, written: [] } : { column: null, reason: NULL_ISLAND };
}

/** From the first to the last day, where there are two columns. */
function dateRange(
	dateOf: (cell: string) => ReadDate | Refusal,
	first: string,
	last: string,
	{ dateOrder }: Pick<ReadOptions, 'dateOrder'>,
): ReadDate | Refusal {
	const from = dateOf(first);
	if ('reason' in from || last === '') return from;
	const to = dateOf(last);
	if ('reason' in to) return { reason: `The last day: ${to.reason}` };
	if (to.end < from.start) return { reason: 'The last day is before the first. Interchange them.' };
	const [start, end] = [from.start, Math.max(from.end, to.end)];
	const isAbout = from.precision === 'approx' || to.precision === 'approx';
	return {
		start,
		end,
		edtf: formatEdtf(start, end) + (isAbout ? '~' : ''),
		precision: isAbout ? 'approx' : precisionOf(end - start + 1),
		orderMattered: dateOrder === null && (from.orderMattered || to.orderMattered),
		note: from.note ?? to.note,
	};
}

interface Located {
	readonly position: LngLat | null;
	readonly written: readonly string[];
}

function locate(
	cells: readonly string[],
	mapping: Mapping,
	areSwapped: boolean,
	hasPlace: boolean,
): Located | RowFault {
	const { latitude, longitude, position: column } = mapping;
	if (latitude !== undefined && longitude !== undefined) {
		const located = locateRow(cells, latitude, longitude, areSwapped, hasPlace);
		const written = [cleanCell(cells[latitude]), cleanCell(cells[longitude])];
		return 'reason' in located ? located : { ...located, written };
	}
	const text = column === undefined ? '' : cleanCell(cells[column]);
	if (text === '') return { position: null, written: [] };
	const position = readPosition(text, areSwapped);
	if ('reason' in position) return { column: column!, reason: position.reason };
	return { position, written: position.map(String) };
}

/**
 * How precise a position is, where no column says: that of a country or province where the place named is one, or where
 * it is in whole degrees, as a centroid is; else that of a town.
 */
function precisionOfPlace(
	place: string,
	admin1: string,
	country: string,
	written: readonly string[],
	countryOf: (name: string) => string | null,
): PlaceCoding {
	const isWhole = written.length === 2 && written.every((text) => /^[+-]?\d{1,3}(?:[.,]0*)?$/.test(text));
	const onlyCountry = place === '' && admin1 === '' && country !== '';
	if (countryOf(place) !== null || (isWhole && onlyCountry)) return { geoPrecision: 'country', wherePrec: 6 };
	if (isWhole || PROVINCE.test(place)) return { geoPrecision: 'province', wherePrec: 4 };
	return { geoPrecision: 'town', wherePrec: 1 };
}

function partiesOf(text: string): string[] {
	return text
		.split(/\s*[;|]\s*/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
}

/** One column of ranges and bounds, or one each for the lowest and the highest. */
function tollOf(best: string, lowest: string, highest: string): Omit<ReadFigure, 'reason'> {
	const { low, best: exact, high } = readFigure(best);
	const [least, most] = [readFigure(lowest), readFigure(highest)];
	const isOrdered = (first: number | null, second: number | null) =>
		first === null || second === null || first <= second;
	const [from, to] = [least.best ?? least.low ?? low, most.best ?? most.high ?? high];
	if (!isOrdered(from, to) || !isOrdered(from, exact) || !isOrdered(exact, to)) return { low, best: exact, high };
	return { low: from, best: exact, high: to };
}

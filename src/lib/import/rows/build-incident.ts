import type { IncidentFeature } from '../../model/feature.ts';
import type { Figure } from '../../model/record.ts';
import { DATE_PRECISIONS, type DatePrecision } from '../../model/vocabulary.ts';
import { formatDay } from '../../model/day.ts';
import { cleanText } from '../cells/clean-cell.ts';
import type { Coding, PlaceCoding } from '../crosswalk.ts';
import type { ReadDate } from '../cells/read-date.ts';
import type { LngLat } from '../cells/read-position.ts';

/** What a row of a foreign table tells, read. */
export interface RowFacts {
	readonly id: string;
	readonly title: string | null;
	readonly summary: string | null;
	readonly date: Pick<ReadDate, 'start' | 'end' | 'edtf' | 'precision'>;
	/** UCDP's code where the file has one of its own. */
	readonly datePrec: 1 | 2 | 3 | 4 | 5 | null;
	/** The words that give the date, with their column, and how they were understood. */
	readonly dateBasis: string;
	readonly coding: Coding;
	readonly position: LngLat | null;
	readonly place: string | null;
	/** Alpha-3 code. */
	readonly country: string | null;
	readonly admin1: string | null;
	/** Ignored where there is no position. */
	readonly precision: PlaceCoding;
	readonly perpetrators: readonly string[];
	readonly targets: readonly string[];
	readonly killed: Readonly<Figure>;
	readonly injured: Readonly<Figure>;
}

export const NO_FIGURE: Readonly<Figure> = { low: null, best: null, high: null };

const DECIMALS = 1e7;

/**
 * The incident of a row, complete. A row has no claims, so its attribution is unknown, and it is one project's word, so
 * its grading is weak. `place_id` of a located row is the name as written: rows of one name can be chosen together.
 */
export function buildIncident(facts: RowFacts): IncidentFeature {
	const { date, coding, position, killed, injured } = facts;
	const isDay = date.precision === 'day' && date.edtf.length === 10;
	const place = cleanText(facts.place ?? '');
	const title =
		cleanText(facts.title ?? '') ?? [coding.sub_event_type, place].filter((part) => part !== null).join(', ');
	return {
		type: 'Feature',
		id: facts.id,
		geometry: position === null ? null : { type: 'Point', coordinates: [round(position[0]), round(position[1])] },
		properties: {
			title,
			summary: cleanText(facts.summary ?? '') ?? title,
			date_edtf: date.edtf,
			date_start: isDay ? date.edtf : formatDay(date.start),
			date_end: isDay ? date.edtf : formatDay(date.end),
			date_precision: date.precision,
			date_prec: facts.datePrec ?? precOf(date.precision),
			date_of: 'event',
			date_basis: cleanText(facts.dateBasis) ?? date.edtf,
			kind: coding.kind,
			event_type: coding.event_type,
			sub_event_type: coding.sub_event_type,
			weapon: [...coding.weapon],
			outcome: coding.outcome,
			place_id: position === null ? null : (place ?? position.join(',')),
			place_name: position === null ? null : place,
			place_as_written: place,
			country: facts.country,
			admin1: cleanText(facts.admin1 ?? ''),
			geo_precision: position === null ? null : facts.precision.geoPrecision,
			where_prec: position === null ? null : facts.precision.wherePrec,
			uncertainty_km: null,
			perpetrators: [...facts.perpetrators],
			targets: [...facts.targets],
			side: null,
			attribution: 'unknown',
			grading: 'weak',
			killed_low: killed.low,
			killed_best: killed.best,
			killed_high: killed.high,
			injured_low: injured.low,
			injured_best: injured.best,
			injured_high: injured.high,
			reports: [],
			claims: [],
			responds_to: [],
			editor_note: null,
		},
	};
}

function precOf(precision: DatePrecision): 1 | 2 | 3 | 4 | 5 {
	return DATE_PRECISIONS[precision].ucdp;
}

/** To a centimetre, which no file knows; more is noise of the number's form. */
function round(degrees: number): number {
	return Math.round(degrees * DECIMALS) / DECIMALS;
}

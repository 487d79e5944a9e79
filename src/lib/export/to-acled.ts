import { countryOf } from '../model/country-table.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { DatePrecision, GeoPrecision } from '../model/vocabulary.ts';
import type { Column, Value } from './column.ts';
import { type ExportContext, type ExportFile, figuresOf, sentencesAbout } from './export-context.ts';
import { fileName } from './file-name.ts';
import { originalColumns } from './incident-columns.ts';
import { nameOf, publishersOf } from './names.ts';
import { csvFile } from './to-csv.ts';

/** ACLED's three steps; its widest is "within a month", so wider dates are understated. */
export const ACLED_TIME: Readonly<Record<DatePrecision, 1 | 2 | 3>> = {
	day: 1,
	days: 2,
	week: 2,
	month: 3,
	year: 3,
	approx: 3,
};
export const ACLED_GEO: Readonly<Record<GeoPrecision, 1 | 2 | 3>> = {
	site: 1,
	town: 1,
	district: 2,
	province: 3,
	region: 3,
	country: 3,
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DISORDER: Readonly<Record<IncidentFeature['properties']['event_type'], string>> = {
	Battles: 'Political violence',
	'Explosions/Remote violence': 'Political violence',
	'Violence against civilians': 'Political violence',
	Protests: 'Demonstrations',
	Riots: 'Demonstrations',
	'Strategic developments': 'Strategic developments',
};

const LOST = [
	'The columns are those of ACLED; the coding is not ACLED’s, and ACLED has not seen it.',
	'ACTOR1 is whom any claim names as having done it and ACTOR2 against whom it was directed; how well the claims support that stands in TAGS.',
	'FATALITIES is the figure that the reading takes, where ACLED takes the lowest. Unknown is empty, where ACLED writes 0. Lowest and highest are lost.',
	'EVENT_DATE is the first day it may have happened. TIME_PRECISION 3 stands for a month and for anything wider.',
	'GEO_PRECISION 3 stands for a province, a region or a whole country; empty with the coordinates for no place.',
	'Lost are the claims, injured, weapons, outcomes, links, statements, totals and areas. REGION, ADMIN2, ADMIN3, CIVILIAN_TARGETING, SOURCE_SCALE and TIMESTAMP are empty.',
];

/** The incidents in the 31 columns of ACLED, and a text that says what that loses. */
export async function toAcled(context: ExportContext): Promise<ExportFile[]> {
	const columns = [...acledColumns(context), ...(await originalColumns(context))];
	return [
		csvFile(fileName(context, '_acled-shaped.csv'), { columns, rows: context.features }),
		noteFile(fileName(context, '_acled-shaped_note.txt'), context, LOST),
	];
}

/** A text that goes with a file whose format has no room for it. */
export function noteFile(name: string, context: ExportContext, sentences: readonly string[]): ExportFile {
	const text = [...sentencesAbout(context), '', ...sentences].join('\n');
	return { name, mediaType: 'text/plain;charset=utf-8', chunks: [`${text}\n`] };
}

function acledColumns(context: ExportContext): Column<IncidentFeature>[] {
	const { actors } = context;
	const names = (ids: readonly string[]) => ids.map((id) => nameOf(id, actors));
	const inter = ([id]: readonly string[]) => (id === undefined ? null : (actors.get(id)?.inter ?? null));
	const cells: Readonly<Record<string, (feature: IncidentFeature) => Value>> = {
		EVENT_ID_CNTY: ({ id }) => id,
		EVENT_DATE: ({ properties: p }) => acledDate(p.date_start),
		YEAR: ({ properties: p }) => Number(p.date_start.slice(0, 4)),
		TIME_PRECISION: ({ properties: p }) => ACLED_TIME[p.date_precision],
		DISORDER_TYPE: ({ properties: p }) => disorder(p),
		EVENT_TYPE: ({ properties: p }) => p.event_type,
		SUB_EVENT_TYPE: ({ properties: p }) => p.sub_event_type,
		ACTOR1: ({ properties: p }) => names(p.perpetrators)[0] ?? null,
		ASSOC_ACTOR_1: ({ properties: p }) => names(p.perpetrators).slice(1).join('; '),
		INTER1: ({ properties: p }) => inter(p.perpetrators),
		ACTOR2: ({ properties: p }) => names(p.targets)[0] ?? null,
		ASSOC_ACTOR_2: ({ properties: p }) => names(p.targets).slice(1).join('; '),
		INTER2: ({ properties: p }) => inter(p.targets),
		INTERACTION: ({ properties: p }) => interaction(inter(p.perpetrators), inter(p.targets)),
		CIVILIAN_TARGETING: () => null,
		ISO: ({ properties: p }) => countryOf(p.country)?.numeric ?? null,
		REGION: () => null,
		COUNTRY: ({ properties: p }) => countryOf(p.country)?.name ?? p.country,
		ADMIN1: ({ properties: p }) => p.admin1,
		ADMIN2: () => null,
		ADMIN3: () => null,
		LOCATION: ({ properties: p }) => p.place_name ?? p.place_as_written,
		LATITUDE: ({ geometry }) => geometry?.coordinates[1] ?? null,
		LONGITUDE: ({ geometry }) => geometry?.coordinates[0] ?? null,
		GEO_PRECISION: ({ properties: p }) => (p.geo_precision === null ? null : ACLED_GEO[p.geo_precision]),
		SOURCE: ({ properties: p }) => publishersOf(p.reports, context.reports).join('; '),
		SOURCE_SCALE: () => null,
		NOTES: ({ properties: p }) => p.summary,
		FATALITIES: (feature) => figuresOf(feature, context).killed,
		TAGS: ({ properties: p }) => `attribution=${p.attribution}; grading=${p.grading}`,
		TIMESTAMP: () => null,
	};
	return Object.entries(cells).map(([name, value]) => ({ name, kind: 'text', description: name, value }));
}

/** As ACLED writes it: `21-April-2024`. */
function acledDate(iso: string): string {
	const [year, month, day] = iso.split('-') as [string, string, string];
	return `${day}-${MONTHS[Number(month) - 1]}-${year}`;
}

function disorder({ event_type, sub_event_type }: IncidentFeature['properties']): string {
	if (sub_event_type === 'Excessive force against protesters') return 'Political violence; Demonstrations';
	return sub_event_type === 'Mob violence' ? 'Political violence' : DISORDER[event_type];
}

/** Both codes, the smaller first, 0 for a party that is missing; empty where no party's code is known. */
function interaction(one: number | null, two: number | null): number | null {
	const codes = [one, two].filter((code) => code !== null).sort((a, b) => a - b);
	return codes.length === 0 ? null : codes[0]! * 10 + (codes[1] ?? 0);
}

import type { IncidentFeature } from '../model/feature.ts';
import { formatDay } from '../model/day.ts';
import { chosenFigure } from '../model/chosen-figure.ts';
import type { Reading } from '../model/reading.ts';
import type { Kind } from '../model/vocabulary.ts';
import type { DayRange } from '../view/select.ts';
import type { Filters } from '../view/view.ts';

const LICENCE = 'CC BY 4.0';
const LICENCE_URL = 'https://creativecommons.org/licenses/by/4.0/';

/** What was on show when the reader exported. */
export interface ExportContext {
	readonly features: readonly IncidentFeature[];
	readonly days: DayRange | null;
	readonly filters: Filters;
	/** How the claims were read, for machines and in words. */
	readonly reading: Reading;
	readonly readingWords: string;
	/** Address that shows the same view again. */
	readonly permalink: string;
	/** ISO day of the export. */
	readonly exportedOn: string;
}

/** A file to hand to the reader. */
export interface ExportFile {
	readonly name: string;
	readonly text: string;
}

/** One RFC 7946 file with everything on show. */
export function toGeojson(context: ExportContext): ExportFile {
	return fileOf(context, context.features, null);
}

/** One RFC 7946 file for each kind of event on show, in the order of the vocabulary. */
export function toGeojsonByKind(context: ExportContext, kinds: readonly Kind[]): ExportFile[] {
	return kinds
		.map((kind) => ({ kind, features: context.features.filter((feature) => feature.properties.kind === kind) }))
		.filter(({ features }) => features.length > 0)
		.map(({ kind, features }) => fileOf(context, features, kind));
}

function fileOf(context: ExportContext, features: readonly IncidentFeature[], kind: Kind | null): ExportFile {
	const [from, to] = context.days ? context.days.map(formatDay) : [null, null];
	const head = {
		type: 'FeatureCollection',
		name: 'Escalation Atlas',
		licence: LICENCE,
		licence_url: LICENCE_URL,
		exported_on: context.exportedOn,
		permalink: context.permalink,
		date_from: from,
		date_to: to,
		count: features.length,
		reading: readingForMachines(context.reading),
		reading_in_words: context.readingWords,
	};
	return {
		name: fileName(context, kind),
		text: serialise(
			head,
			features.map((each) => withFigures(each, context.reading)),
		),
	};
}

/** The feature with `killed` and `injured`, the figures the reading takes; a highest that is open above is the best. */
function withFigures(feature: IncidentFeature, { figure }: Reading): object {
	const { properties: p } = feature;
	const killed = chosenFigure({ low: p.killed_low, best: p.killed_best, high: p.killed_high }, figure);
	const injured = chosenFigure({ low: p.injured_low, best: p.injured_best, high: p.injured_high }, figure);
	return { ...feature, properties: { ...p, killed: killed?.count ?? null, injured: injured?.count ?? null } };
}

/** The reading in the names and forms of the address. */
function readingForMachines({ figure, toldBy, sources, knownOn }: Reading): object {
	return {
		figure,
		told_by: toldBy === null ? null : { [toldBy.kind]: toldBy.kind === 'report' ? toldBy.id : toldBy.key },
		sources,
		known_on: knownOn === null ? null : formatDay(knownOn),
	};
}

/** A file name that tells what the file holds: `escalation-atlas_2023-10-14_2024-04-20_drone-attack_iran-aligned.geojson`. */
export function fileName(
	{ days, filters, reading }: Pick<ExportContext, 'days' | 'filters' | 'reading'>,
	kind: Kind | null,
): string {
	const dates = days ? [...new Set(days.map(formatDay))] : ['empty'];
	const chosen = [
		...(kind ? [kind] : filters.kind),
		...filters.side,
		...readingParts(reading),
		...filters.attribution,
		...filters.grading,
		...filters.outcome,
		...filters.place,
		...(filters.text ? [`text ${filters.text}`] : []),
	];
	const words = chosen.map((word) =>
		word
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, '-')
			.replace(/^-|-$/g, ''),
	);
	const described = words.length > 4 ? [...words.slice(0, 4), `and-${words.length - 4}-more`] : words;
	return ['escalation-atlas', ...dates, ...described.filter(Boolean)].join('_').slice(0, 150) + '.geojson';
}

/** What sets the reading apart from the plain one, for a file name. */
function readingParts({ figure, toldBy, sources, knownOn }: Reading): string[] {
	return [
		...(knownOn === null ? [] : [`known ${formatDay(knownOn)}`]),
		...(toldBy === null ? [] : [`told ${toldBy.kind === 'report' ? toldBy.id : toldBy.key}`]),
		...(sources <= 1 ? [] : [`sources ${sources}`]),
		...(figure === 'best' ? [] : [figure]),
	];
}

/** One feature per line, so that two exports can be compared line by line. */
export function serialise(head: object, features: readonly object[]): string {
	const opening = JSON.stringify({ ...head, features: [] }).slice(0, -2);
	if (features.length === 0) return `${opening}]}\n`;
	return `${opening}\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
}

import type { AggregateFeature, IncidentFeature, StatementFeature } from '../model/feature.ts';
import { formatDay } from '../model/day.ts';
import type { Reading } from '../model/reading.ts';
import { keysOf, type Kind, KINDS } from '../model/vocabulary.ts';
import {
	daysOf,
	type ExportContext,
	type ExportFile,
	figuresOf,
	geometryOf,
	LICENCE,
	LICENCE_URL,
	titleOf,
} from './export-context.ts';
import { fileName } from './file-name.ts';

/** One RFC 7946 file with everything on show: incidents, then statements, then totals, told apart by `unit`. */
export function toGeojson(context: ExportContext): ExportFile[] {
	return [fileOf(context, null)];
}

/** One RFC 7946 file for each kind of event on show, and one each for statements and totals. */
export async function toGeojsonByKind(context: ExportContext): Promise<ExportFile[]> {
	const counts = new Map<Kind, number>();
	for await (const { properties } of context.features) {
		counts.set(properties.kind, (counts.get(properties.kind) ?? 0) + 1);
	}
	const none = { features: [], count: 0, statements: [], aggregates: [] };
	const parts: [string, ExportContext][] = keysOf(KINDS)
		.filter((kind) => counts.has(kind))
		.map((kind) => [kind, { ...context, ...none, features: ofKind(context.features, kind), count: counts.get(kind)! }]);
	if (context.statements.length > 0)
		parts.push(['statements', { ...context, ...none, statements: context.statements }]);
	if (context.aggregates.length > 0) parts.push(['totals', { ...context, ...none, aggregates: context.aggregates }]);
	return parts.map(([name, part]) => fileOf(part, name));
}

/** What is on show as features of RFC 7946, with the figures that the reading takes, and of imported ones with their sources and columns. */
export async function* featuresOn(context: ExportContext): AsyncGenerator<object> {
	for await (const feature of context.features) yield withFigures(feature, context);
	for (const statement of context.statements) yield withUnit(statement, 'statement');
	for (const aggregate of context.aggregates) yield withUnit(aggregate, 'aggregate');
}

/** A feature collection with one feature a line, so that two exports can be compared line by line. */
export async function* collection(
	head: object,
	features: Iterable<object> | AsyncIterable<object>,
): AsyncGenerator<string> {
	yield JSON.stringify({ ...head, features: [] }).slice(0, -2);
	let separator = '\n';
	for await (const feature of features) {
		yield separator + JSON.stringify(feature);
		separator = ',\n';
	}
	yield separator === '\n' ? ']}\n' : '\n]}\n';
}

function fileOf(context: ExportContext, part: string | null): ExportFile {
	const [from, to] = daysOf(context);
	const isOurs = context.importedFrom === undefined;
	const head = {
		type: 'FeatureCollection',
		name: titleOf(context),
		...(isOurs ? { licence: LICENCE, licence_url: LICENCE_URL } : { imported_from: context.importedFrom }),
		exported_on: context.exportedOn,
		permalink: context.permalink,
		date_from: from,
		date_to: to,
		...(context.count === null ? {} : { count: context.count }),
		statements: context.statements.length,
		totals: context.aggregates.length,
		reading: readingForMachines(context.reading),
		reading_in_words: context.readingWords,
	};
	return {
		name: fileName(context, '.geojson', part),
		mediaType: 'application/geo+json',
		chunks: collection(head, featuresOn(context)),
	};
}

async function* ofKind(features: ExportContext['features'], kind: Kind): AsyncGenerator<IncidentFeature> {
	for await (const feature of features) if (feature.properties.kind === kind) yield feature;
}

function withFigures(feature: IncidentFeature, context: ExportContext): object {
	const original = context.originals?.(feature) ?? {};
	const sources = context.sources?.(feature) ?? [];
	return {
		...feature,
		geometry: geometryOf(feature, context),
		properties: {
			unit: 'incident',
			...feature.properties,
			...figuresOf(feature, context),
			...(sources.length === 0 ? {} : { sources }),
			...(Object.keys(original).length === 0 ? {} : { original }),
		},
	};
}

function withUnit(feature: StatementFeature | AggregateFeature, unit: 'statement' | 'aggregate'): object {
	return { ...feature, properties: { unit, ...feature.properties } };
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

import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson';
import type { OriginalObject } from '../model/original.ts';
import type { Actor } from '../model/actor.ts';
import { chosenFigure } from '../model/chosen-figure.ts';
import type { AggregateFeature, IncidentFeature, StatementFeature } from '../model/feature.ts';
import { formatDay } from '../model/day.ts';
import type { Reading } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { DayRange } from '../view/select.ts';
import type { Filters } from '../view/view.ts';

export const LICENCE = 'CC BY 4.0';
export const LICENCE_URL = 'https://creativecommons.org/licenses/by/4.0/';
export const ATLAS = 'Escalation Atlas';

/** What was on show when the reader exported. */
export interface ExportContext {
	/**
	 * The incidents. Formats go over them once, those with columns for `originals` first to collect these, unless
	 * `originalColumns` names them; `geojson-by-kind` and the data package several times.
	 */
	readonly features: Iterable<IncidentFeature> | AsyncIterable<IncidentFeature>;
	/** How many incidents; `null` where that is known only at the end. */
	readonly count: number | null;
	/** What has no place on the map. Empty where it is not wanted. */
	readonly statements: readonly StatementFeature[];
	readonly aggregates: readonly AggregateFeature[];
	/** Where an incident may have been, if that is wider than a town, with the incident's id as their id. */
	readonly areas: readonly Feature<Polygon | MultiPolygon>[];
	readonly actors: ReadonlyMap<string, Actor>;
	readonly reports: ReadonlyMap<string, Report>;
	readonly days: DayRange | null;
	readonly filters: Filters;
	/** How the claims were read, for machines and in words. */
	readonly reading: Reading;
	readonly readingWords: string;
	/** Address that shows the same view again. */
	readonly permalink: string;
	/** ISO day of the export. */
	readonly exportedOn: string;
	/** The columns an imported incident had in its own file. */
	readonly originals?: (feature: IncidentFeature) => OriginalObject | null;
	/** What an imported incident named as its sources. */
	readonly sources?: (feature: IncidentFeature) => readonly string[];
	/** Names of the columns that `originals` have, in order. */
	readonly originalColumns?: readonly string[];
	/** The line or area of an imported incident, of which the feature has only a point. */
	readonly shapes?: (feature: IncidentFeature) => Geometry | null;
	/** Names of the files of others that all of it is from: then it is not called ours, nor put under our licence. */
	readonly importedFrom?: readonly string[];
}

/** A piece of a file: text is written as UTF-8. */
export type Chunk = string | Uint8Array;

/** A file to hand to the reader, written while it is gone over. */
export interface ExportFile {
	readonly name: string;
	readonly mediaType: string;
	readonly chunks: Iterable<Chunk> | AsyncIterable<Chunk>;
}

/** The line or area of the incident, else its point, else nothing. */
export function geometryOf(feature: IncidentFeature, { shapes }: Pick<ExportContext, 'shapes'>): Geometry | null {
	return shapes?.(feature) ?? feature.geometry;
}

/** The figures that the reading takes; a highest that is open above is the best. */
export function figuresOf(
	{ properties: p }: IncidentFeature,
	{ reading: { figure } }: Pick<ExportContext, 'reading'>,
): { killed: number | null; injured: number | null } {
	const killed = chosenFigure({ low: p.killed_low, best: p.killed_best, high: p.killed_high }, figure);
	const injured = chosenFigure({ low: p.injured_low, best: p.injured_best, high: p.injured_high }, figure);
	return { killed: killed?.count ?? null, injured: injured?.count ?? null };
}

/** First and last day of what is on show, as ISO dates. */
export function daysOf({ days }: Pick<ExportContext, 'days'>): [from: string, to: string] | [null, null] {
	return days ? [formatDay(days[0]), formatDay(days[1])] : [null, null];
}

/** What the file is called: ours, unless all of it is from files of others. */
export function titleOf({ importedFrom }: Pick<ExportContext, 'importedFrom'>): string {
	return importedFrom === undefined ? ATLAS : importedFrom.join(', ');
}

/** What the file is, whence and under which licence, a sentence each, for formats that hold such a text. */
export function sentencesAbout(context: ExportContext): string[] {
	const [from, to] = daysOf(context);
	if (context.importedFrom !== undefined) {
		return [
			`Imported from ${titleOf(context)} on ${context.exportedOn}, by ${ATLAS}.`,
			'An empty figure is unknown, never 0; a highest figure that is empty beside a lowest one is open above.',
			'Licence: that of the data imported. Name whose they are.',
		];
	}
	return [
		`${ATLAS}: what was shown on ${context.exportedOn}${from === null ? '' : `, ${from} to ${to}`}.`,
		`Read as: ${context.readingWords}.`,
		'An empty figure is unknown, never 0; a highest figure that is empty beside a lowest one is open above.',
		`Licence: ${LICENCE}, ${LICENCE_URL}. Name ${ATLAS} and the reports.`,
		`The same view again: ${context.permalink}`,
	];
}

/** Everything of a file in one piece. */
export async function textOf(chunks: ExportFile['chunks']): Promise<string> {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let text = '';
	for await (const chunk of chunks) text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
	return text + decoder.decode();
}

/** The bytes of a file in one piece. */
export async function bytesOf(chunks: ExportFile['chunks']): Promise<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	const pieces: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
		pieces.push(bytes);
		length += bytes.length;
	}
	const whole = new Uint8Array(length);
	let offset = 0;
	for (const piece of pieces) {
		whole.set(piece, offset);
		offset += piece.length;
	}
	return whole;
}

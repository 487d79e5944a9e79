import type { ReadOptions, Survey } from '../import/format.ts';
import { readHead } from '../import/head.ts';
import { importFile } from '../import/import-file.ts';
import type { ImportReport } from '../import/import-report.ts';
import type { ImportAnswer, ImportNeeds, ImportTask } from '../import/import-task.ts';
import type { Mapping } from '../import/mapping.ts';
import { recognise } from '../import/recognise.ts';
import { actorResolver } from '../import/rows/resolve-actors.ts';
import type { SourceFile } from '../import/source-file.ts';
import type { Actor } from '../model/actor.ts';
import { type CollectedLayer, ColumnCollector } from '../view/collect-columns.ts';

const PROGRESS_EVERY_MS = 100;
/** Of a table any column may be anything, so its reader is asked what they are; other formats say so themselves. */
const TABLE = 'table';

/** Whoever runs an import. */
export interface ImportOwner {
	readonly actors: readonly Actor[];
	tell(task: ImportTask): void;
	/** Waits for what the reader says. */
	ask(): Promise<ImportAnswer>;
	/** What columns of these names were taken for before. */
	remembered(columns: readonly string[]): Promise<Mapping | null>;
	remember(columns: readonly string[], mapping: Mapping): Promise<void>;
	/** The gazetteer as it is sent. */
	gazetteer(signal: AbortSignal): Promise<Uint8Array>;
}

/** A file that was read. */
export interface ImportedFile {
	readonly report: ImportReport;
	readonly collected: CollectedLayer;
}

/** A file of the page as readers take it. */
export function sourceOf(file: File): SourceFile {
	return {
		name: file.name,
		size: file.size,
		stream: () => file.stream(),
		slice: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
	};
}

/**
 * Reads a file as the rows of a layer. Asks only what cannot be known, and with `isAsking` also what columns are that are
 * remembered. Throws an `ImportError`, or the signal's reason.
 */
export async function importAsLayer(
	source: SourceFile,
	layer: string,
	owner: ImportOwner,
	isAsking: boolean,
	signal: AbortSignal,
): Promise<ImportedFile> {
	const file = source.name;
	owner.tell({ phase: 'looking', file });
	const [{ format }] = recognise(await readHead(source));
	signal.throwIfAborted();
	const looked = await format.survey(source, signal);
	signal.throwIfAborted();
	const remembered = looked.format === TABLE ? await owner.remembered(looked.columns) : null;
	const survey = remembered ? { ...looked, mapping: remembered, confidence: undefined } : looked;
	const isRemembered = remembered !== null && !isAsking;
	const needs = needsOf(survey, isRemembered);
	let answer = answerOf(survey);
	if (Object.values(needs).some(Boolean)) {
		owner.tell({ phase: 'asking', file, survey, needs });
		answer = await owner.ask();
		signal.throwIfAborted();
	}
	const mapping = answer.mapping ?? survey.mapping;
	if (survey.format === TABLE && mapping) await owner.remember(survey.columns, mapping);

	const collector = new ColumnCollector(layer, new Map(owner.actors.map((actor) => [actor.id, actor])));
	const resolve = actorResolver(owner.actors);
	const resolving = {
		add: (row: Parameters<typeof collector.add>[0]) => collector.add({ ...row, feature: resolve(row.feature) }),
	};
	let geocoding = null;
	if (answer.geocode) {
		const { geocodingCollector } = await import('../import/rows/geocoding-collector.ts');
		geocoding = geocodingCollector(resolving, await owner.gazetteer(signal));
	}
	const options: ReadOptions = { ...answer, mapping, dateOrder: answer.dateOrder ?? provenOrder(survey), signal };
	let told = -Infinity;
	const tell = (bytes: number) => {
		const now = performance.now();
		if (now - told < PROGRESS_EVERY_MS) return;
		told = now;
		owner.tell({ phase: 'reading', file, bytes, total: source.size, rows: collector.length, isRemembered });
	};
	tell(0);
	const report = await importFile(source, format, options, geocoding ?? resolving, tell);
	owner.tell({ phase: 'arranging', file });
	return { report: geocoding ? geocoding.amend(report) : report, collected: collector.finish() };
}

function needsOf(survey: Survey, isRemembered: boolean): ImportNeeds {
	return {
		mapping: survey.format === TABLE && !isRemembered,
		dateOrder: survey.dateOrder === 'ambiguous',
		latitudeFirst: survey.latitudeFirst !== 'no',
		dateless: !survey.hasDates,
		places: !survey.hasCoordinates,
	};
}

/** What is done where nothing is asked. */
function answerOf({ mapping }: Survey): ImportAnswer {
	return { mapping, dateOrder: null, latitudeFirst: false, dateless: null, geocode: false };
}

function provenOrder({ dateOrder }: Survey): ReadOptions['dateOrder'] {
	return dateOrder === 'day-first' || dateOrder === 'month-first' ? dateOrder : null;
}

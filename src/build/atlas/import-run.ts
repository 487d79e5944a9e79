import type { GazetteerIndex } from '../../lib/geocode/gazetteer-index.ts';
import { type Format, ImportError, type ReadOptions, type Survey } from '../../lib/import/format.ts';
import { GeocodeRows, type GeocodeTally } from '../../lib/import/rows/geocode-rows.ts';
import { importFile, type RowCollector } from '../../lib/import/import-file.ts';
import type { ImportReport } from '../../lib/import/import-report.ts';
import type { ImportedRow, Rejection } from '../../lib/import/imported-row.ts';
import type { SourceFile } from '../../lib/import/source-file.ts';
import { type Streams, UsageError } from './command.ts';
import { openSource } from './disk-source.ts';
import type { ImportSettings } from './import-options.ts';
import { inputFormat } from './input-formats.ts';
import { type Progress, megabytes } from './progress.ts';
import { pump } from './pump.ts';
import { readMapping } from './read-mapping.ts';

/** A foreign file, looked through and ready to be read. */
export interface OpenedFile {
	readonly source: SourceFile;
	readonly format: Format;
	readonly survey: Survey;
	readonly options: Omit<ReadOptions, 'signal'>;
	/** What whoever runs the command should know before trusting the outcome, in sentences. */
	readonly cautions: readonly string[];
}

/** What became of a file's rows. `accepted + folded + rejected` is `read`, always. */
export type FileReport = Omit<ImportReport, 'rejected'> & {
	readonly rejected: number;
	readonly geocoded: GeocodeTally | null;
};

/** What goes on beside the reading. */
export interface RunHooks {
	readonly index: GazetteerIndex | null;
	readonly resolve: (feature: ImportedRow['feature']) => ImportedRow['feature'];
	readonly onreject: (rejection: Rejection) => void;
	readonly onend: (report: FileReport) => void;
	/** A line of progress that ends with the file. */
	readonly progress: Progress;
}

/** Looks a file through and decides how to read it. Throws an `ImportError` or a `UsageError`. */
export async function openFile(path: string, settings: ImportSettings, streams: Streams): Promise<OpenedFile> {
	const source = await openSource(path, streams);
	const { format, survey } = await toldOf(source, async () => {
		const format = await inputFormat(source, settings.format);
		return { format, survey: await format.survey(source, new AbortController().signal) };
	});
	const isMapped = settings.mapping.length > 0;
	if (isMapped && survey.mapping === null) {
		throw new UsageError(`${source.name}: ${format.id} has columns of its own, so that --mapping has nothing to say.`);
	}
	const mapping = isMapped ? readMapping(settings.mapping, survey.columns, survey.mapping) : survey.mapping;
	return {
		source,
		format,
		survey,
		options: {
			mapping,
			dateOrder: settings.dateOrder ?? provenOrder(survey),
			latitudeFirst: settings.latitudeFirst,
			dateless: settings.dateless,
		},
		cautions: cautionsOf(survey, settings),
	};
}

/** The file's rows, one by one, as fast as they are taken. The report comes at the end. */
export function rowsOf({ source, format, options }: OpenedFile, hooks: RunHooks): AsyncGenerator<ImportedRow> {
	return pump(async (give, signal) => {
		let [rejected, rows] = [0, 0];
		const tapped: Format = {
			...format,
			read: (from, how, sink) =>
				format.read(from, how, {
					accept: (row) => {
						rows++;
						return sink.accept({ ...row, feature: hooks.resolve(row.feature) });
					},
					// Counted and handed on, not kept: a file may have millions of them.
					reject(rejection) {
						rejected++;
						hooks.onreject(rejection);
					},
					progress: (bytes) => sink.progress(bytes),
				}),
		};
		const collector: RowCollector = { add: give };
		const geocoding = hooks.index === null ? null : new GeocodeRows(collector, hooks.index);
		const progress = (bytes: number) => hooks.progress.update(() => progressWords(source, bytes, rows));
		const counted = await toldOf(source, () =>
			importFile(source, tapped, { ...options, signal }, geocoding ?? collector, progress),
		);
		hooks.progress.end();
		const report = geocoding?.amend(counted) ?? counted;
		hooks.onend({ ...report, read: report.read + rejected, rejected, geocoded: geocoding?.tally() ?? null });
	});
}

/** Says of which file an `ImportError` speaks. */
async function toldOf<T>({ name }: SourceFile, task: () => Promise<T>): Promise<T> {
	try {
		return await task();
	} catch (error) {
		throw error instanceof ImportError ? new ImportError(`${name}: ${error.message}`) : error;
	}
}

function provenOrder({ dateOrder }: Survey): ReadOptions['dateOrder'] {
	return dateOrder === 'day-first' || dateOrder === 'month-first' ? dateOrder : null;
}

function cautionsOf(survey: Survey, settings: ImportSettings): string[] {
	const isOpen = survey.dateOrder === 'ambiguous' && settings.dateOrder === null;
	return [
		isOpen
			? 'its dates can be read day first and month first; each is taken to lie between both readings. --date-order settles it.'
			: null,
		survey.latitudeFirst !== 'no' && !settings.latitudeFirst
			? 'its positions make more sense with latitude and longitude interchanged. --lat-first does that.'
			: null,
		!survey.hasDates && settings.dateless === null ? 'it has no dates. --dateless gives all rows one.' : null,
		!survey.hasCoordinates && !settings.geocode
			? 'it has no coordinates. --geocode looks its places up by name.'
			: null,
	].filter((caution) => caution !== null);
}

function progressWords({ name, size }: SourceFile, bytes: number, rows: number): string {
	const share = size === null || size === 0 ? '' : ` of ${megabytes(size)}, ${Math.floor((bytes / size) * 100)} %`;
	return `${name}: ${megabytes(bytes)}${share}, ${rows.toLocaleString('en')} rows`;
}

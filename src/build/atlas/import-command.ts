import { parseArgs } from 'node:util';
import { writeExport } from '../../lib/export/write-export.ts';
import type { ImportedRow } from '../../lib/import/imported-row.ts';
import { actorResolver } from '../../lib/import/rows/resolve-actors.ts';
import { type Command, type ExitCode, STANDARD_STREAM, type Streams, UsageError } from './command.ts';
import { importContext } from './import-context.ts';
import { IMPORT_OPTIONS, IMPORT_OPTIONS_HELP, type ImportSettings, importSettings } from './import-options.ts';
import { type FileReport, openFile, type OpenedFile, rowsOf } from './import-run.ts';
import { startProgress } from './progress.ts';
import { loadIndex, readActors, today } from './project.ts';
import { rejectedReport, type RejectedReport } from './rejected-report.ts';
import { reportLines } from './report-lines.ts';
import { checkTarget, FORMAT_NAMES, targetFormat, writeTarget } from './write-target.ts';

const HELP = `Usage: npm run atlas -- import FILE... [options]

Reads foreign files, of any size and in little memory, and writes them in any format of ours.
- is standard input. What is read, folded, rejected and unlocated is told on standard error.

  --output FILE, -o     where it goes; the ending tells the format; a folder takes files under their
                        own names; - is standard output. Without it, the files are only gone over
  --to FORMAT           ${FORMAT_NAMES.slice(0, 8).join(', ')},
                        ${FORMAT_NAMES.slice(8).join(', ')}
${IMPORT_OPTIONS_HELP}  --report FILE         rejected rows as CSV: file, row, column, value, reason
  --strict              exit code 1 where any row is rejected
  --json                the report as JSON on standard output (on standard error beside --output -)
  --help                this text

The file that is written appears when all of it is there; an interrupted run leaves what was there.
Exit codes: 0 done, 1 rows rejected (--strict), 2 wrong use, or a file that cannot be read or written.
`;

interface Options {
	readonly files: readonly string[];
	readonly settings: ImportSettings;
	readonly output: string | undefined;
	readonly to: string | undefined;
	readonly report: string | undefined;
	readonly isStrict: boolean;
	readonly isJson: boolean;
}

/** `npm run atlas -- import`. */
export const importCommand: Command = {
	summary: 'foreign files into any format of ours',
	help: HELP,
	async run(args, streams) {
		const options = readOptions(args);
		const format = targetFormat(options.output, options.to);
		if (options.output !== undefined) checkTarget(options.output, format, streams);
		const opened: OpenedFile[] = [];
		for (const path of options.files) opened.push(await openFile(path, options.settings, streams));
		const reports: FileReport[] = [];
		const rejected = options.report === undefined ? null : await rejectedReport(options.report);
		let paths: string[] = [];
		try {
			const rows = await passes(opened, options.settings, reports, rejected, streams);
			if (options.output === undefined) for await (const row of rows()) void row;
			else {
				const context = importContext(
					rows,
					actorsById(),
					columnsOf(opened),
					today(),
					opened.map(({ source }) => source.name),
				);
				paths = await writeTarget(await writeExport(format, context), options.output, streams);
			}
			await rejected?.finish();
		} catch (error) {
			await rejected?.abandon();
			throw error;
		}
		tell(options, opened, reports, paths, streams);
		return exitCode(options, reports);
	},
};

function readOptions(args: readonly string[]): Options {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			...IMPORT_OPTIONS,
			output: { type: 'string', short: 'o' },
			to: { type: 'string' },
			report: { type: 'string' },
			strict: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	});
	if (positionals.length === 0) throw new UsageError('No file was named.');
	if (positionals.filter((file) => file === STANDARD_STREAM).length > 1) {
		throw new UsageError('Standard input can be read once only.');
	}
	return {
		files: positionals,
		settings: importSettings(values),
		output: values.output,
		to: values.to,
		report: values.report,
		isStrict: values.strict,
		isJson: values.json,
	};
}

/** Goes over all files; each time anew, as some formats do so several times. The first time is the one reported. */
async function passes(
	opened: readonly OpenedFile[],
	{ geocode }: ImportSettings,
	reports: FileReport[],
	rejected: RejectedReport | null,
	streams: Streams,
): Promise<() => AsyncGenerator<ImportedRow>> {
	const index = geocode ? await loadIndex() : null;
	const resolve = actorResolver(readActors());
	let isFirst = true;
	return () => {
		const isReported = isFirst;
		isFirst = false;
		const read = (file: OpenedFile) =>
			rowsOf(file, {
				index,
				resolve,
				progress: startProgress(streams),
				onreject: (rejection) => {
					if (isReported) rejected?.add(file.source.name, rejection);
				},
				onend: (report) => {
					if (isReported) reports.push(report);
				},
			});
		return opened.length === 1 ? read(opened[0]!) : rowsOfAll(opened, read);
	};
}

/** The rows of one file behind those of another, told apart by its name, as both may give them the same ids. */
async function* rowsOfAll(
	opened: readonly OpenedFile[],
	read: (file: OpenedFile) => AsyncIterable<ImportedRow>,
): AsyncGenerator<ImportedRow> {
	for (const file of opened) {
		for await (const row of read(file)) {
			yield { ...row, feature: { ...row.feature, id: `${file.source.name}/${row.feature.id}` } };
		}
	}
}

function actorsById() {
	return new Map(readActors().map((actor) => [actor.id, actor]));
}

/** The columns of tables are all known beforehand; properties of features may turn up anywhere. */
function columnsOf(opened: readonly OpenedFile[]): string[] | null {
	if (opened.some(({ source, survey }) => source.size === null || survey.columns.length === 0)) return null;
	return opened.every(({ format }) => TABLES.has(format.id))
		? [...new Set(opened.flatMap(({ survey }) => survey.columns))]
		: null;
}
const TABLES: ReadonlySet<string> = new Set(['acled', 'ucdp', 'gdelt', 'table']);

function tell(
	{ output, isJson }: Options,
	opened: readonly OpenedFile[],
	reports: readonly FileReport[],
	paths: readonly string[],
	{ output: standardOutput, notes }: Streams,
): void {
	opened.forEach(({ source, cautions }, at) => {
		for (const caution of cautions) notes.write(`${source.name}: ${caution}\n`);
		for (const line of reportLines(reports[at]!)) notes.write(`${line}\n`);
	});
	for (const path of paths) notes.write(`wrote ${path}\n`);
	if (!isJson) return;
	const files = reports.map((report, at) => ({ ...report, cautions: opened[at]!.cautions }));
	(output === STANDARD_STREAM ? notes : standardOutput).write(`${JSON.stringify({ files, wrote: paths })}\n`);
}

function exitCode({ isStrict }: Options, reports: readonly FileReport[]): ExitCode {
	return isStrict && reports.some(({ rejected }) => rejected > 0) ? 1 : 0;
}

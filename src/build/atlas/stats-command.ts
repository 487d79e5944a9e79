import { parseArgs } from 'node:util';
import { actorResolver } from '../../lib/import/rows/resolve-actors.ts';
import { type Command, STANDARD_STREAM, UsageError } from './command.ts';
import { IMPORT_OPTIONS, IMPORT_OPTIONS_HELP, importSettings } from './import-options.ts';
import { type FileReport, openFile, rowsOf } from './import-run.ts';
import { startProgress } from './progress.ts';
import { loadIndex, readActors } from './project.ts';
import { type Stats, StatsTally } from './stats.ts';

const HELP = `Usage: npm run atlas -- stats FILE... [options]

Tells of any file that can be read what its rows add up to: how many, of which kinds, from when to
when, how many have a place, and the tolls. - is standard input.

${IMPORT_OPTIONS_HELP}  --json                as JSON, a line for each file
  --help                this text

A toll that is unknown adds nothing and is counted apart; it is not 0. A figure that a row leaves
out is taken from the one beside it: a best alone is also its lowest and highest.
Exit codes: 0 done, 2 wrong use, or a file that cannot be read.
`;

/** `npm run atlas -- stats`. */
export const statsCommand: Command = {
	summary: 'what the rows of any readable file add up to',
	help: HELP,
	async run(args, streams) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { ...IMPORT_OPTIONS, json: { type: 'boolean', default: false } },
		});
		if (positionals.length === 0) throw new UsageError('No file was named.');
		if (positionals.filter((file) => file === STANDARD_STREAM).length > 1) {
			throw new UsageError('Standard input can be read once only.');
		}
		const settings = importSettings(values);
		const index = settings.geocode ? await loadIndex() : null;
		const resolve = actorResolver(readActors());
		for (const path of positionals) {
			const opened = await openFile(path, settings, streams);
			const progress = startProgress(streams);
			const tally = new StatsTally();
			const reports: FileReport[] = [];
			const hooks = {
				index,
				resolve,
				progress,
				onreject: () => undefined,
				onend: (each: FileReport) => reports.push(each),
			};
			for await (const { feature } of rowsOf(opened, hooks)) tally.add(feature);
			for (const caution of opened.cautions) streams.notes.write(`${opened.source.name}: ${caution}\n`);
			const { file, format, read, folded, rejected } = reports[0]!;
			const told = { file, format, read, folded, rejected, ...tally.stats() };
			streams.output.write(values.json ? `${JSON.stringify(told)}\n` : written(told));
		}
		return 0;
	},
};

type Told = Stats & Pick<FileReport, 'file' | 'format' | 'read' | 'folded' | 'rejected'>;

function written(told: Told): string {
	const lines: (readonly [string, string])[] = [
		[
			'rows',
			`${count(told.rows)} of ${count(told.read)} read; ${count(told.folded)} folded, ${count(told.rejected)} rejected`,
		],
		['dates', told.from === null ? 'none' : `${told.from} to ${told.to}`],
		['located', `${count(told.located)}, of these ${count(told.coarse)} no finer than a province`],
		['killed', toll(told.killed)],
		['injured', toll(told.injured)],
		...Object.entries(told.byKind).map(([kind, rows]) => [kind, count(rows)] as const),
	];
	return `${told.file} (${told.format})\n${lines.map(([name, words]) => `  ${name.padEnd(24)}${words}\n`).join('')}`;
}

function toll({ low, best, high, unknown, openAbove }: Stats['killed']): string {
	if (low === null || best === null || high === null) return 'unknown';
	const open = openAbove > 0 ? `, open above in ${count(openAbove)}` : '';
	return `${count(low)} lowest, ${count(best)} best, ${count(high)} highest${open}; unknown in ${count(unknown)} rows`;
}

function count(rows: number): string {
	return rows.toLocaleString('en');
}

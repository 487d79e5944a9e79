import { ImportError } from '../../lib/import/format.ts';
import { type Command, type ExitCode, type Streams, UsageError } from './command.ts';
import { exportCommand } from './export-command.ts';
import { geocodeCommand } from './geocode-command.ts';
import { importCommand } from './import-command.ts';
import { statsCommand } from './stats-command.ts';
import { validateCommand } from './validate-command.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
	import: importCommand,
	validate: validateCommand,
	geocode: geocodeCommand,
	export: exportCommand,
	stats: statsCommand,
};
const HELP = `Usage: npm run atlas -- COMMAND [options]

${Object.entries(COMMANDS)
	.map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}\n`)
	.join('')}
npm run atlas -- COMMAND --help tells the options of a command.
In a pipe say npm run --silent atlas -- ..., or npm writes two lines of its own.
Exit codes: 0 fine, 1 problems in the data, 2 wrong use, or a file that cannot be read or written.
`;

/** Runs the command that the arguments name. */
async function run([name, ...args]: readonly string[], streams: Streams): Promise<ExitCode> {
	const { output, notes } = streams;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		(name === undefined ? notes : output).write(HELP);
		return name === undefined ? 2 : 0;
	}
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : null;
	if (command === null) {
		notes.write(`There is no command "${name}".\n\n${HELP}`);
		return 2;
	}
	const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
	if (options.includes('--help') || options.includes('-h')) {
		output.write(command.help);
		return 0;
	}
	try {
		return await command.run(args, streams);
	} catch (error) {
		if (!isForPeople(error)) throw error;
		notes.write(`${error.message}\n`);
		return 2;
	}
}

/** Wrong use, a file that cannot be read, and what the system says of files; anything else is a fault of ours. */
function isForPeople(error: unknown): error is Error {
	if (error instanceof UsageError || error instanceof ImportError) return true;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return code.startsWith('ERR_PARSE_ARGS') || /^E[A-Z]+$/.test(code);
}

const { stdin, stdout, stderr } = process;
for (const stream of [stdout, stderr]) {
	// Whoever reads may have seen enough, as `head` has.
	stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
}
process.exitCode = await run(process.argv.slice(2), { input: stdin, output: stdout, notes: stderr });

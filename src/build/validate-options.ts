import { parseArgs } from 'node:util';

/** What the command was asked to do. */
export interface ValidateOptions {
	/** Paths; `-` is standard input. */
	files: string[];
	isFixing: boolean;
	isJson: boolean;
	output: string | null;
}

export const VALIDATE_HELP = `Usage: npm run validate -- FILE... [--fix] [--json] [--output FILE]

Tells every problem of GeoJSON files: what breaks RFC 7946, and what misleads common tools.
A FILE of any size is read in little memory; - is standard input.

  --fix          closes and turns rings, drops repeated vertices, rounds to 7 decimals, cuts at the
                 antimeridian and sets wrong bboxes, where that is safe; tells what is left.
                 Every other byte stays. A fixed standard input goes to standard output.
  --output FILE  with --fix, where the fixed file goes; otherwise, where the problems go
  --json         problems as JSON, one on each line
  --help         this text

Exit codes: 0 no problems, 1 problems, 2 a file or an option cannot be read.
`;

/** The options, or a sentence that says what is wrong with them; `null` where help was asked for. */
export function readValidateOptions(args: readonly string[]): ValidateOptions | string | null {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				fix: { type: 'boolean', default: false },
				json: { type: 'boolean', default: false },
				output: { type: 'string' },
				help: { type: 'boolean', default: false },
			},
		});
		if (values.help) return null;
		if (positionals.length === 0) return 'No file was named.';
		if (values.fix && values.output !== undefined && positionals.length > 1) {
			return `--output takes one fixed file, and ${positionals.length} were named.`;
		}
		if (positionals.filter((file) => file === '-').length > 1) return 'Standard input can be read once only.';
		return { files: positionals, isFixing: values.fix, isJson: values.json, output: values.output ?? null };
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

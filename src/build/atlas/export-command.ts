import { parseArgs } from 'node:util';
import { writeExport } from '../../lib/export/write-export.ts';
import { type Command, STANDARD_STREAM, UsageError } from './command.ts';
import { readLayers } from './layers-data.ts';
import { today } from './project.ts';
import { readView, shownContext } from './shown-context.ts';
import { checkTarget, FORMAT_NAMES, targetFormat, writeTarget } from './write-target.ts';

const HELP = `Usage: npm run atlas -- export [options]

Writes our own layers, as the page shows them at an address, in any format.

  --view ADDRESS        what the page's address holds behind its ?, or all of it, such as
                        'range=2023-10-07..2024-04-19&kind=drone-attack&side=iran-aligned&figure=low'
  --output FILE, -o     where it goes; the ending tells the format; a folder takes files under their
                        own names; without it, or with -, to standard output
  --to FORMAT           ${FORMAT_NAMES.slice(0, 8).join(', ')},
                        ${FORMAT_NAMES.slice(8).join(', ')}
  --without-others      only incidents: no statements and no totals
  --json                what was written as JSON, on standard output (on standard error beside
                        --output -)
  --help                this text

Exit codes: 0 done, 2 wrong use, or a file that cannot be written.
`;

/** `npm run atlas -- export`. */
export const exportCommand: Command = {
	summary: 'our own layers, as an address of the page shows them, in any format',
	help: HELP,
	async run(args, streams) {
		const { values } = parseArgs({
			args: [...args],
			options: {
				view: { type: 'string', default: '' },
				output: { type: 'string', short: 'o', default: STANDARD_STREAM },
				to: { type: 'string' },
				'without-others': { type: 'boolean', default: false },
				json: { type: 'boolean', default: false },
			},
		});
		if (values.output === '') throw new UsageError('--output names no file.');
		const format = targetFormat(values.output, values.to);
		checkTarget(values.output, format, streams);
		const context = shownContext(readLayers(), readView(values.view), !values['without-others'], today());
		const paths = await writeTarget(await writeExport(format, context), values.output, streams);
		for (const path of paths) streams.notes.write(`wrote ${path}\n`);
		const { count: incidents, statements, aggregates } = context;
		const told = { format, incidents, statements: statements.length, totals: aggregates.length, wrote: paths };
		const place = values.output === STANDARD_STREAM ? streams.notes : streams.output;
		if (values.json) place.write(`${JSON.stringify(told)}\n`);
		return 0;
	},
};

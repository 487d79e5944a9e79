import { validateFiles } from '../validate-files.ts';
import { VALIDATE_HELP } from '../validate-options.ts';
import type { Command } from './command.ts';

/** `npm run atlas -- validate`, the same as `npm run validate`. */
export const validateCommand: Command = {
	summary: 'every problem of GeoJSON files, and fixes for the safe ones',
	help: VALIDATE_HELP,
	run: (args, streams) => validateFiles(args, streams),
};

import type { DateOrder } from '../../lib/import/cells/read-date.ts';
import { parseEdtf } from '../../lib/model/edtf.ts';
import { UsageError } from './command.ts';
import { INPUT_FORMAT_NAMES } from './input-formats.ts';

/** How foreign files are to be read. */
export interface ImportSettings {
	readonly format: string | undefined;
	readonly mapping: readonly string[];
	readonly dateOrder: DateOrder | null;
	readonly dateless: string | null;
	readonly latitudeFirst: boolean;
	readonly geocode: boolean;
}

/** The options of every command that reads foreign files, for `parseArgs`. */
export const IMPORT_OPTIONS = {
	format: { type: 'string' },
	mapping: { type: 'string', multiple: true },
	'date-order': { type: 'string' },
	dateless: { type: 'string' },
	'lat-first': { type: 'boolean', default: false },
	geocode: { type: 'boolean', default: false },
} as const;

export const IMPORT_OPTIONS_HELP = `  --format NAME         ${INPUT_FORMAT_NAMES.join(', ')};
                        else told by what is in the file, never by its name
  --mapping ROLE=COLUMN,...
                        of a table: which column holds what, by name or number; added to what is guessed
  --date-order ORDER    day-first or month-first, where the dates prove neither
  --dateless DATE       the date of rows without one (EDTF: 2024, 2024-07, 2024-07-30, 2024~);
                        without it they are rejected
  --lat-first           latitude and longitude stand in each other's place
  --geocode             places named without coordinates are looked up in the gazetteer
`;

interface Given {
	readonly format?: string | undefined;
	readonly mapping?: readonly string[] | undefined;
	readonly 'date-order'?: string | undefined;
	readonly dateless?: string | undefined;
	readonly 'lat-first': boolean;
	readonly geocode: boolean;
}

/** What the options say. Throws a `UsageError`. */
export function importSettings(given: Given): ImportSettings {
	const { format, mapping = [], 'date-order': order, dateless = null } = given;
	if (format !== undefined && !INPUT_FORMAT_NAMES.includes(format)) {
		throw new UsageError(`--format ${format}: it is none of ${INPUT_FORMAT_NAMES.join(', ')}.`);
	}
	if (order !== undefined && order !== 'day-first' && order !== 'month-first') {
		throw new UsageError(`--date-order ${order}: it is day-first or month-first.`);
	}
	if (dateless !== null && parseEdtf(dateless) === null) {
		throw new UsageError(`--dateless ${dateless}: it is no date such as 2024, 2024-07 or 2024-07-30.`);
	}
	return {
		format,
		mapping,
		dateOrder: order ?? null,
		dateless,
		latitudeFirst: given['lat-first'],
		geocode: given.geocode,
	};
}

import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { GazetteerIndex } from '../../lib/geocode/gazetteer-index.ts';
import { locateName } from '../../lib/geocode/locate-name.ts';
import { placeExtent } from '../../lib/geocode/place-extent.ts';
import { countryCode } from '../../lib/model/country-table.ts';
import { replaceFile } from '../replace-file.ts';
import { type Command, STANDARD_STREAM, type Streams, UsageError } from './command.ts';
import { csvLines } from './csv-lines.ts';
import { openSource } from './disk-source.ts';
import { type ListedName, namesOf } from './name-list.ts';
import { startProgress } from './progress.ts';
import { loadIndex } from './project.ts';

const HELP = `Usage: npm run atlas -- geocode FILE [options]
       npm run atlas -- geocode --name NAME [--country COUNTRY] [--admin1 PROVINCE]

Looks names of places up in the gazetteer: a name a line, or a table with columns for place, country
and province. - is standard input. Each name gets a place with its precision and the reason, or
stays unlocated, and the reason says why. Nothing is guessed.

  --name NAME           a name to look up; may be given several times
  --country COUNTRY     the country of all names that come without one, by name or ISO code
  --admin1 PROVINCE     the province of those that come without one
  --mapping ROLE=COLUMN,...
                        of a table: place, country and admin1, by name or number
  --output FILE, -o     where the answers go; without it, to standard output
  --json                a line of JSON for each, instead of CSV
  --strict              exit code 1 where any name stays unlocated
  --help                this text

Exit codes: 0 done, 1 names unlocated (--strict), 2 wrong use, or a file that cannot be read or
written.
`;
const LINES_AT_ONCE = 200;

/** `npm run atlas -- geocode`. */
export const geocodeCommand: Command = {
	summary: 'names of places looked up in the gazetteer, each with the reason',
	help: HELP,
	async run(args, streams) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				name: { type: 'string', multiple: true, default: [] },
				country: { type: 'string' },
				admin1: { type: 'string' },
				mapping: { type: 'string', multiple: true, default: [] },
				output: { type: 'string', short: 'o' },
				json: { type: 'boolean', default: false },
				strict: { type: 'boolean', default: false },
			},
		});
		if (positionals.length + Math.min(values.name.length, 1) !== 1) {
			throw new UsageError('Name one file, or names by --name.');
		}
		const country = values.country === undefined ? null : countryCode(values.country);
		if (values.country !== undefined && country === null) {
			throw new UsageError(`--country ${values.country}: it is no country that is known.`);
		}
		const given = values.name.map((written, at) => ({
			line: at + 1,
			written,
			country: null,
			admin1: null,
			kinds: null,
		}));
		const source = positionals.length === 0 ? null : await openSource(positionals[0]!, streams);
		const names = source === null ? given : namesOf(source, values.mapping, new AbortController().signal);
		const context = { country, admin1: values.admin1 ?? null };
		const unlocated = await answerAll(names, context, values, streams);
		return values.strict && unlocated > 0 ? 1 : 0;
	},
};

async function answerAll(
	names: Iterable<ListedName> | AsyncIterable<ListedName>,
	context: Pick<ListedName, 'country' | 'admin1'>,
	{ output, json }: { readonly output?: string | undefined; readonly json: boolean },
	streams: Streams,
): Promise<number> {
	const target = await openTarget(output, streams);
	const progress = startProgress(streams);
	try {
		const index = await loadIndex();
		let lines: Answer[] = [];
		let [isFirst, asked, unlocated] = [true, 0, 0];
		const flush = async () => {
			const rows = lines.map((line) => Object.values(line));
			const header = isFirst && lines.length > 0 ? [Object.keys(lines[0]!)] : [];
			await target.write(
				json
					? lines.map((line) => `${JSON.stringify(line)}\n`).join('')
					: lines.length > 0
						? csvLines([...header, ...rows])
						: '',
			);
			isFirst = false;
			lines = [];
		};
		for await (const name of names) {
			if (name.written === '') continue;
			const answer = answerOf(
				{ ...name, country: name.country ?? context.country, admin1: name.admin1 ?? context.admin1 },
				index,
			);
			asked++;
			if (answer.place_id === null) unlocated++;
			lines.push(answer);
			progress.update(() => `${asked.toLocaleString('en')} names`);
			if (lines.length >= LINES_AT_ONCE) await flush();
		}
		await flush();
		await target.finish();
		progress.end();
		streams.notes.write(`${asked - unlocated} of ${asked} names located\n`);
		return unlocated;
	} catch (error) {
		await target.abandon();
		throw error;
	}
}

async function openTarget(
	path: string | undefined,
	{ output }: Streams,
): Promise<Awaited<ReturnType<typeof replaceFile>>> {
	if (path !== undefined && path !== STANDARD_STREAM) return replaceFile(path);
	const nothing = () => Promise.resolve();
	return {
		async write(piece) {
			if (piece.length > 0 && !output.write(piece)) await once(output, 'drain');
		},
		finish: nothing,
		abandon: nothing,
	};
}

/** An answer in the columns of the output. */
type Answer = ReturnType<typeof answerOf>;

function answerOf(name: ListedName, index: GazetteerIndex) {
	const { chosen, query, reason } = locateName(name, index);
	const row = chosen?.row ?? null;
	const extent = row && placeExtent(row, query);
	return {
		line: name.line,
		name: name.written,
		country: name.country,
		admin1: name.admin1,
		place_id: row?.id ?? null,
		place_name: row?.name ?? null,
		place_kind: row?.kind ?? null,
		place_country: row?.country ?? null,
		place_admin1: row?.admin1 ?? null,
		longitude: row?.position[0] ?? null,
		latitude: row?.position[1] ?? null,
		geo_precision: extent?.geoPrecision ?? null,
		uncertainty_km: extent?.uncertaintyKm ?? null,
		reason: extent?.note ? `${reason} ${extent.note}` : reason,
	};
}

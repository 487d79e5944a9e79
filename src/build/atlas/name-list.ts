import type { NamedPlace } from '../../lib/geocode/locate-name.ts';
import { cleanCell } from '../../lib/import/cells/clean-cell.ts';
import { decodeText } from '../../lib/import/table/decode-text.ts';
import { guessMapping } from '../../lib/import/table/guess-mapping.ts';
import { readHead } from '../../lib/import/head.ts';
import { type Mapping } from '../../lib/import/mapping.ts';
import { openTable } from '../../lib/import/table/open-table.ts';
import type { SourceFile } from '../../lib/import/source-file.ts';
import { countryCode } from '../../lib/model/country-table.ts';
import { readMapping } from './read-mapping.ts';

/** A name to be looked up, with the line it stands on. */
export interface ListedName extends NamedPlace {
	readonly line: number;
}

/**
 * Names of a file: of a table with a column of places, with its columns of countries and provinces; of any other text a
 * name a line. `pairs` says which column is which, as for imports.
 */
export async function* namesOf(
	source: SourceFile,
	pairs: readonly string[],
	signal: AbortSignal,
): AsyncGenerator<ListedName> {
	const { cells } = await readHead(source);
	const [header = [], ...rows] = cells;
	const guess = placeColumns(guessMapping(header, rows).mapping, header);
	if (header.length < 2 || (guess.place === undefined && pairs.length === 0)) {
		yield* namesInLines(source, signal);
		return;
	}
	const table = await openTable(source, signal);
	const { place, country, admin1 } = readMapping(pairs, table.columns, guess);
	for await (const batch of table.rows) {
		for (const row of batch) {
			const text = (column: number | undefined) => (column === undefined ? '' : cleanCell(row.cells[column]));
			yield {
				line: row.line,
				written: text(place),
				country: countryCode(text(country)),
				admin1: text(admin1) || null,
				kinds: null,
			};
		}
	}
}

/** In a list of names, `name` is the place's. */
function placeColumns(guess: Mapping, header: readonly string[]): Mapping {
	const named = header.findIndex((name) => /^(?:name|place_?name)$/i.test(cleanCell(name)));
	return guess.place === undefined && named !== -1 ? { ...guess, place: named } : guess;
}

async function* namesInLines(source: SourceFile, signal: AbortSignal): AsyncGenerator<ListedName> {
	let rest = '';
	let line = 0;
	const named = (text: string) => ({ line: ++line, written: text.trim(), country: null, admin1: null, kinds: null });
	for await (const piece of decodeText(source, signal, () => undefined)) {
		const lines = (rest + piece).split('\n');
		rest = lines.pop()!;
		for (const text of lines) yield named(text);
	}
	if (rest !== '') yield named(rest);
}

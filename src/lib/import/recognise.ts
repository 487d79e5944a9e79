import { type Format, type Head, ImportError } from './format.ts';
import { FORMATS } from './formats.ts';

/** A format that a file may be in, and how likely, 0 to 1. */
export interface Likeness {
	readonly format: Format;
	readonly score: number;
}

const ACCEPTED =
	'GeoJSON, also newline-delimited, KML, KMZ, GPX, FlatGeobuf, GeoParquet, Arrow, TimeMap events, CSV, TSV and XLSX, among them those of ACLED, UCDP and GDELT';

/**
 * The formats that a file may be in, the likeliest first, by its content and never by its name. Throws an `ImportError`
 * where it is none that is known, or two are equally likely.
 */
export function recognise(head: Head, formats: readonly Format[] = FORMATS): [Likeness, ...Likeness[]] {
	if (head.bytes.length === 0) throw new ImportError(`The file is empty. Accepted are ${ACCEPTED}.`);
	const ranked = formats
		.map((format) => ({ format, score: format.recognise(head) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score);
	const [first, second] = ranked;
	if (first === undefined) throw new ImportError(`The file is in no format that is known. Accepted are ${ACCEPTED}.`);
	if (second?.score === first.score) {
		throw new ImportError(
			`The file may as well be ${first.format.id} as ${second.format.id}. Say which it is. Accepted are ${ACCEPTED}.`,
		);
	}
	return [first, ...ranked.slice(1)];
}

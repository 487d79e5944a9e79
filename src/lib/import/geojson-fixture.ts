import type { Format } from './format.ts';
import type { ImportedRow, Rejection } from './imported-row.ts';
import { sourceFixture } from './source-fixture.ts';

export const DAY = { date: '2024-02-18' };

/** A feature at a position. */
export const at = (coordinates: unknown, properties: unknown = DAY) => ({
	type: 'Feature',
	geometry: { type: 'Point', coordinates },
	properties,
});

/** A file of features. */
export const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

/** Reads a file to where it breaks. */
export async function readUntil(format: Format, content: string | Uint8Array, pieceBytes = 64) {
	const rows: ImportedRow[] = [];
	const rejected: Rejection[] = [];
	const { signal } = new AbortController();
	const options = { mapping: null, dateOrder: null, latitudeFirst: false, dateless: null, signal };
	const sink = {
		accept: (row: ImportedRow) => void rows.push(row),
		reject: (each: Rejection) => void rejected.push(each),
		progress: () => undefined,
	};
	const error: unknown = await format.read(sourceFixture(content, pieceBytes), options, sink).then(
		() => null,
		(caught: unknown) => caught,
	);
	return { rows, rejected, error };
}

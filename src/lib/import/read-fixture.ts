import type { Format, ReadOptions } from './format.ts';
import type { ImportedRow, Rejection } from './imported-row.ts';
import { sourceFixture } from './source-fixture.ts';

/** Reads a made-up file whole with a format, asking nothing. */
export async function readFixture(
	format: Format,
	content: string | Uint8Array,
	options: Partial<ReadOptions> = {},
): Promise<{ rows: ImportedRow[]; rejected: Rejection[] }> {
	const rows: ImportedRow[] = [];
	const rejected: Rejection[] = [];
	const { signal } = new AbortController();
	const all = { mapping: null, dateOrder: null, latitudeFirst: false, dateless: null, signal, ...options };
	await format.read(sourceFixture(content), all, {
		accept: (row) => void rows.push(row),
		reject: (rejection) => void rejected.push(rejection),
		progress: () => undefined,
	});
	return { rows, rejected };
}

import { FoldRows } from './rows/fold-rows.ts';
import type { Format, ReadOptions } from './format.ts';
import type { ImportedRow, Rejection } from './imported-row.ts';
import type { ImportReport } from './import-report.ts';
import type { SourceFile } from './source-file.ts';

/** Where the rows go that are neither rejected nor repeated. */
export interface RowCollector {
	add(row: ImportedRow): void | Promise<void>;
}

const COARSE: ReadonlySet<string | null> = new Set(['province', 'region', 'country']);

/**
 * Reads a file whole: every row ends up collected, folded or rejected, and the report says how many did. Throws an
 * `ImportError` where the file cannot be read on, and the signal's reason where it was cancelled.
 */
export async function importFile(
	source: SourceFile,
	format: Format,
	options: ReadOptions,
	collector: RowCollector,
	onprogress: (bytes: number) => void,
): Promise<ImportReport> {
	const fold = new FoldRows();
	const rejected: Rejection[] = [];
	let [accepted, folded, unlocated, coarse, renumbered] = [0, 0, 0, 0, 0];
	await format.read(source, options, {
		accept(offered) {
			const taken = fold.take(offered);
			if (taken === null) {
				folded++;
				return;
			}
			accepted++;
			const { geometry, properties } = taken.row.feature;
			if (taken.isRenumbered) renumbered++;
			if (geometry === null) unlocated++;
			if (COARSE.has(properties.geo_precision)) coarse++;
			return collector.add(taken.row);
		},
		reject: (rejection) => rejected.push(rejection),
		progress: onprogress,
	});
	options.signal.throwIfAborted();
	const read = accepted + folded + rejected.length;
	return { file: source.name, format: format.id, read, accepted, folded, rejected, unlocated, coarse, renumbered };
}

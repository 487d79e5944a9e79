import type { Rejection } from '../../lib/import/imported-row.ts';
import { replaceFile } from '../replace-file.ts';
import { type Cell, csvLines } from './csv-lines.ts';

const LINES_AT_ONCE = 500;
const HEADER = ['file', 'row', 'column', 'value', 'reason'];

/** Rejected rows as a CSV, written as they come. */
export interface RejectedReport {
	add(file: string, rejection: Rejection): void;
	finish(): Promise<void>;
	abandon(): Promise<void>;
}

/** Starts the report at a path. Rejects where that cannot be written. */
export async function rejectedReport(path: string): Promise<RejectedReport> {
	const replacement = await replaceFile(path);
	let lines: Cell[][] = [HEADER];
	let written = Promise.resolve();
	const flush = () => {
		const text = csvLines(lines);
		lines = [];
		written = written.then(() => replacement.write(text));
		// Told by `finish`; until then nobody listens.
		written.catch(() => undefined);
	};
	return {
		add(file, { number, column, value, reason }) {
			lines.push([file, number, column, value, reason]);
			if (lines.length >= LINES_AT_ONCE) flush();
		},
		async finish() {
			if (lines.length > 0) flush();
			await written;
			await replacement.finish();
		},
		abandon: () => replacement.abandon(),
	};
}

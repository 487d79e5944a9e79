import type { Position } from 'geojson';
import type { ReadOptions, Survey } from '../format.ts';
import { mappedRowReader } from './mapped-row.ts';
import type { Mapping } from '../mapping.ts';
import { type ReadDate, readDate } from '../cells/read-date.ts';

/** A row of a sample as it would be read, or why it would be left out. */
export interface PreviewRow {
	/** In the sample, from 1. */
	readonly number: number;
	readonly read: {
		/** EDTF as far as it goes: first and last day. */
		readonly start: string;
		readonly end: string;
		readonly place: string | null;
		/** Longitude, latitude; `null` where the row has none. */
		readonly position: Position | null;
		readonly killed: readonly [low: number | null, best: number | null, high: number | null];
	} | null;
	readonly column: string | null;
	readonly reason: string | null;
}

/** A date that means two days, each read one way. */
export interface OpenDate {
	readonly written: string;
	readonly dayFirst: number;
	readonly monthFirst: number;
}

const OPEN_DATES = 2;

/** The rows of a table's sample as they would be read with these answers. */
export function previewRows(
	{ columns, sample }: Pick<Survey, 'columns' | 'sample'>,
	mapping: Mapping,
	options: Pick<ReadOptions, 'dateOrder' | 'latitudeFirst' | 'dateless'>,
): PreviewRow[] {
	const read = mappedRowReader(columns, mapping, options);
	return sample.map((cells, index) => {
		const number = index + 1;
		const answer = read(cells, number);
		if ('reason' in answer) {
			const column = answer.column === null ? null : (columns[answer.column] ?? null);
			return { number, read: null, column, reason: answer.reason };
		}
		const { geometry, properties: p } = answer.feature;
		return {
			number,
			read: {
				start: p.date_start,
				end: p.date_end,
				place: p.place_as_written,
				position: geometry?.coordinates ?? null,
				killed: [p.killed_low, p.killed_best, p.killed_high],
			},
			column: null,
			reason: null,
		};
	});
}

/** Dates of a sample that are another day when day and month change places, a few of them, each read both ways. */
export function openDates({ sample }: Pick<Survey, 'sample'>): OpenDate[] {
	const found = new Map<string, OpenDate>();
	for (const cell of sample.flat()) {
		const [dayFirst, monthFirst] = [readDate(cell, 'day-first'), readDate(cell, 'month-first')];
		if (!isDay(dayFirst) || !isDay(monthFirst) || dayFirst.start === monthFirst.start) continue;
		found.set(cell, { written: cell, dayFirst: dayFirst.start, monthFirst: monthFirst.start });
		if (found.size === OPEN_DATES) break;
	}
	return [...found.values()];
}

function isDay(date: ReturnType<typeof readDate>): date is ReadDate {
	return !('reason' in date) && date.start === date.end;
}

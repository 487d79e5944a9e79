import type { OriginalObject } from '../../model/original.ts';
import { acled, acledRowReader } from '../acled.ts';
import { flattenProperties } from '../feature/flatten-properties.ts';
import type { ReadOptions } from '../format.ts';
import type { Given } from '../table/mapped-row.ts';
import type { RowAnswer } from '../table/read-table.ts';
import { columnFinder } from '../table/table-header.ts';
import type { TableRow } from '../table/table-row.ts';
import { ucdp, ucdpRowReader } from '../ucdp.ts';

/** What only the reader of a file can know. */
export type Answers = Pick<ReadOptions, 'dateOrder' | 'latitudeFirst' | 'dateless'>;
type RowReader = (names: readonly string[], options: Answers) => (row: TableRow) => RowAnswer;

const CODED: readonly (readonly [typeof acled, RowReader])[] = [
	[acled, acledRowReader],
	[ucdp, ucdpRowReader],
];
/** So many of the columns by which a table is known must be there. */
const LEAST_LIKE = 0.7;

/**
 * A reader for features whose properties are the columns of ACLED or UCDP, as when these are turned into a map file; it
 * knows their codes, and that a toll of 0 is unknown in ACLED. `null` for any other properties.
 */
export function codedReaderOf(columns: readonly string[]): RowReader | null {
	const head = { bytes: new Uint8Array(), text: '', cells: [columns] };
	return CODED.find(([format]) => format.recognise(head) >= LEAST_LIKE)?.[1] ?? null;
}

/** How the properties of a feature become cells, and these a row. */
export interface FeatureCells {
	/** Of each cell; by these a column at fault is told. */
	readonly names: readonly string[];
	readonly cellsOf: (properties: OriginalObject) => string[];
	readonly read: (cells: readonly string[], number: number, given: Given) => RowAnswer;
}

/** Reads features by such a reader, with the position of the geometry in the place of the columns that would hold it. */
export function codedFeatures(reader: RowReader, columns: readonly string[], options: Answers): FeatureCells {
	const find = columnFinder(columns);
	const names = [...columns, ...['latitude', 'longitude'].filter((name) => find(name) === -1)];
	const indexOf = columnFinder(names);
	const [latitude, longitude] = [indexOf('latitude'), indexOf('longitude')];
	const byGeometry = reader(names, { ...options, latitudeFirst: false });
	const byColumns = reader(names, options);
	return {
		names,
		cellsOf: (properties) => {
			const flat = flattenProperties(properties);
			return names.map((name) => flat.get(name) ?? '');
		},
		read: (written, number, { position }) => {
			if (position === undefined) return byColumns({ cells: written, line: number });
			const cells = [...written];
			cells[longitude] = String(position[0]);
			cells[latitude] = String(position[1]);
			return byGeometry({ cells, line: number });
		},
	};
}

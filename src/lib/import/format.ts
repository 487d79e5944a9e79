import type { DateOrderProof } from './cells/date-order.ts';
import type { DateOrder } from './cells/read-date.ts';
import type { ImportedRow, Rejection } from './imported-row.ts';
import type { Confidence, Mapping } from './mapping.ts';
import type { SourceFile } from './source-file.ts';

/** The start of a file, by which its format is recognised. */
export interface Head {
	/** The first 64 KB, or all of a smaller file. */
	readonly bytes: Uint8Array;
	/** The same as text: UTF-8, or UTF-16 where a byte order mark says so. Garbled where the file is binary. */
	readonly text: string;
	/** First cells of a table, row by row, where the text looks like one; else empty. */
	readonly cells: readonly (readonly string[])[];
}

/** What a reader is told of a file before it is read: what was understood, and what only the reader can know. */
export interface Survey {
	readonly format: string;
	/** Columns or properties met, in order. */
	readonly columns: readonly string[];
	/** A few rows, by column. */
	readonly sample: readonly (readonly string[])[];
	/** What each column is taken for. `null` where the format leaves no choice. */
	readonly mapping: Mapping | null;
	/** How sure that is, 0 to 1, where columns were guessed. */
	readonly confidence?: Confidence;
	/**
	 * The order of day and month that the whole of the file's dates proves; `ambiguous` must be asked. Nothing is asked of
	 * `mixed`: rows that prove their own order are read, the others span both readings and say so.
	 */
	readonly dateOrder: DateOrderProof;
	/** Whether positions only make sense, or make more sense, with latitude and longitude interchanged. */
	readonly latitudeFirst: 'no' | 'yes' | 'likely';
	/** Whether there are dates at all. Without them the reader may give one for all rows. */
	readonly hasDates: boolean;
	/** Whether there are coordinates. Without them, places are looked up by name. */
	readonly hasCoordinates: boolean;
}

/** How a file is to be read. */
export interface ReadOptions {
	readonly mapping: Mapping | null;
	readonly dateOrder: DateOrder | null;
	/** Latitude and longitude stand in each other's place, against what the format or the columns say. */
	readonly latitudeFirst: boolean;
	/** EDTF date for rows without one; `null` rejects them. */
	readonly dateless: string | null;
	readonly signal: AbortSignal;
}

/** What a format gives its rows to. Readers wait for what it returns, so that it can hold them back. */
export interface ImportSink {
	accept(row: ImportedRow): void | Promise<void>;
	reject(rejection: Rejection): void;
	/** Bytes of the source read so far. */
	progress(bytes: number): void;
}

/** One foreign format. Each stands in a file of its own and is listed in `formats.ts`. */
export interface Format {
	/** Short name, as in `acled`; also the name used on the command line. */
	readonly id: string;
	/** From 0, not this format, to 1, certainly this one. Looks at content only, never at the file's name. */
	recognise(head: Head): number;
	/** Reads as much of the file as it takes to know what to ask. Throws an `ImportError`. */
	survey(source: SourceFile, signal: AbortSignal): Promise<Survey>;
	/** Reads the rows in order. Every row ends in the sink, accepted or rejected. Throws an `ImportError`. */
	read(source: SourceFile, options: ReadOptions, sink: ImportSink): Promise<void>;
}

/** A file that cannot be read at all, or not beyond some point. The message says what, where, and what to do. */
export class ImportError extends Error {
	override readonly name = 'ImportError';
}

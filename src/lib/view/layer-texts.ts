import type { StringColumn } from './string-column.ts';

/** Texts of many rows in pieces of some megabytes, so that they can grow, be kept and be handed over piece by piece. */
export interface TextPieces {
	readonly pieces: readonly Uint8Array<ArrayBuffer>[];
	/** First row of each piece, and after them the number of rows. */
	readonly firstRow: Uint32Array<ArrayBuffer>;
	/** Where each row begins in its piece. */
	readonly start: Uint32Array<ArrayBuffer>;
}

/** What of an imported layer is text, in the order of its file. */
export interface LayerTexts {
	/** With the layer's id in front. */
	readonly ids: StringColumn;
	/** Slots of a hash table of the ids, see `StringRows`. */
	readonly idSlots: Int32Array<ArrayBuffer>;
	/** What columns cannot tell of the incident, see `packDetails`. */
	readonly details: TextPieces;
	/** Number, sources, shape and the file's own values, see `packOriginal`. */
	readonly originals: TextPieces;
	/** The file's own column names, for each order in which rows have them. */
	readonly schemas: readonly (readonly string[])[];
	/** Rows without a place on the map, and rows that are drawn as areas, in the order of the file. */
	readonly unlocated: Uint32Array<ArrayBuffer>;
	readonly areas: Uint32Array<ArrayBuffer>;
}

/** The buffers of a message that hands texts over; but for the ids, which are copied. */
export function buffersOfTexts({ idSlots, details, originals, unlocated, areas }: LayerTexts): ArrayBuffer[] {
	const pieces = [details, originals].flatMap((texts) => [...texts.pieces, texts.firstRow, texts.start]);
	return [idSlots, unlocated, areas, ...pieces].map((view) => view.buffer);
}

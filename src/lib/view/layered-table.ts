import { factsAt } from './columnar-table.ts';
import type { IncidentTable } from './incident-table.ts';
import { OWN_LAYER } from './layer-style.ts';
import type { LayerTexts } from './layer-texts.ts';
import type { MergedTables } from './merge-tables.ts';
import { type RowOriginal, unpackOriginal } from './pack-original.ts';
import { unpackDetails, unpackedProperties } from './pack-details.ts';
import { stringAt, StringRows } from './string-column.ts';
import { textAt } from './text-pieces.ts';

/** The layer that a row's id says it is of: `l1` of `l1/row-5`; `null` for ours. */
export function layerOfId(id: string): string | null {
	return /^(l\d+)\//.exec(id)?.[1] ?? null;
}

/** What belongs to single rows of an imported layer: made when asked for. */
export class LayerRows {
	readonly texts: LayerTexts;
	readonly #rows: StringRows;

	constructor(texts: LayerTexts) {
		this.texts = texts;
		this.#rows = new StringRows(texts.ids, texts.idSlots);
	}

	/** Where a row's texts stand. */
	find(id: string): number | undefined {
		return this.#rows.get(id);
	}

	idAt(at: number): string {
		return stringAt(this.texts.ids, at);
	}

	/** The row's place as its file writes it; `null` where it names none. */
	placeAt(at: number): string | null {
		const packed = unpackedProperties(textAt(this.texts.details, at));
		return packed.place_as_written ?? null;
	}

	originalAt(at: number): RowOriginal {
		return unpackOriginal(textAt(this.texts.originals, at), this.texts.schemas, () => {
			const { title, summary = title } = unpackedProperties(textAt(this.texts.details, at));
			return summary;
		});
	}
}

/** The one table of ours and of imported layers, from columns that a worker merged and the texts of each layer. */
export function layeredTable(
	merged: MergedTables,
	own: IncidentTable,
	layers: ReadonlyMap<string, LayerRows>,
): IncidentTable {
	const { columns, layer, sourceRow, rowOf } = merged;
	const rowsOf = merged.layers.map((id) => (id === OWN_LAYER ? null : layers.get(id)!));
	const ownPart = merged.layers.indexOf(OWN_LAYER);
	const idOf = (row: number) => rowsOf[layer[row]!]?.idAt(sourceRow[row]!) ?? own.idOf(sourceRow[row]!);
	return {
		...columns,
		layer,
		layers: merged.layers,
		idOf,
		rowOf: {
			get(id) {
				const layerId = layerOfId(id);
				const part = merged.layers.indexOf(layerId ?? OWN_LAYER);
				const at = layerId === null ? own.rowOf.get(id) : rowsOf[part]?.find(id);
				return part === -1 || at === undefined ? undefined : rowOf[part]![at];
			},
		},
		feature(row) {
			const rows = rowsOf[layer[row]!];
			const at = sourceRow[row]!;
			if (!rows) return own.feature(at);
			return unpackDetails(textAt(rows.texts.details, at), factsAt(columns, row, rows.idAt(at), ''));
		},
		linking: ownPart === -1 ? [] : own.linking.map((row) => rowOf[ownPart]![row]!),
	};
}

import type { Feature } from 'geojson';
import type { ImportedLayer } from '../ui/imported-layer.ts';
import type { IncidentTable } from '../view/incident-table.ts';
import { layerArea } from '../view/layer-areas.ts';
import type { LayerStyle } from '../view/layer-style.ts';
import { layerOfId, LayerRows } from '../view/layered-table.ts';
import type { LayerTexts } from '../view/layer-texts.ts';
import type { RowOriginal } from '../view/pack-original.ts';

/** The texts of layers, and what is made of them. */
export class LayerShelf {
	readonly rows = new Map<string, LayerRows>();
	/** Made anew only where the style changes. */
	readonly #areas = new Map<string, { readonly style: LayerStyle; readonly areas: readonly Feature[] }>();

	add(id: string, texts: LayerTexts): void {
		this.rows.set(id, new LayerRows(texts));
	}

	drop(id: string): void {
		this.rows.delete(id);
		this.#areas.delete(id);
	}

	/** What a row has besides its incident; `null` for ours. */
	find(rowId: string): RowOriginal | null {
		const rows = this.rows.get(layerOfId(rowId) ?? '');
		const at = rows?.find(rowId);
		return at === undefined ? null : rows!.originalAt(at);
	}

	/** Lines, areas and discs of a layer that has rows in the table; `rowOf` says where its texts' rows stand there. */
	areasOf({ id, style }: ImportedLayer, table: IncidentTable, rowOf: Uint32Array): readonly Feature[] {
		const known = this.#areas.get(id);
		if (known?.style === style) return known.areas;
		const rows = this.rows.get(id);
		const areas = [...(rows?.texts.areas ?? [])].flatMap(
			(at) => layerArea(table.feature(rowOf[at]!), rows!.originalAt(at), style) ?? [],
		);
		this.#areas.set(id, { style, areas });
		return areas;
	}
}

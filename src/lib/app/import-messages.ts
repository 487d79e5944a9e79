import type { ImportAnswer, ImportTask } from '../import/import-task.ts';
import type { Actor } from '../model/actor.ts';
import type { ImportedLayer, LayerStorage } from '../ui/imported-layer.ts';
import type { LayerStyle } from '../view/layer-style.ts';
import type { LayerTexts } from '../view/layer-texts.ts';
import type { MergedTables, TablePart } from '../view/merge-tables.ts';

/** To the worker that reads files, keeps the columns of layers and lays them into one table. */
export type ToImportWorker =
	/** Read a file as the layer of this id; it is asked about as `task` says. */
	| { readonly kind: 'import'; readonly id: string; readonly file: File }
	| { readonly kind: 'answer'; readonly answer: ImportAnswer }
	/** Ask after all, although the columns are remembered. */
	| { readonly kind: 'ask' }
	| { readonly kind: 'cancel' }
	/** Who the actors are that names stand for. */
	| { readonly kind: 'actors'; readonly actors: readonly Actor[] }
	/** Lay these layers and our own table into one, which comes back as `merged` with this number. */
	| {
			readonly kind: 'merge';
			readonly number: number;
			readonly layers: readonly string[];
			readonly own: TablePart | null;
	  }
	/** Keep how a layer is shown. */
	| { readonly kind: 'keep'; readonly id: string; readonly isShown: boolean; readonly style: LayerStyle }
	| { readonly kind: 'remove'; readonly id: string }
	| { readonly kind: 'forget' }
	/** Hand over what was kept. */
	| { readonly kind: 'restore' };

/** From the worker. */
export type FromImportWorker =
	| { readonly kind: 'task'; readonly task: ImportTask | null }
	| { readonly kind: 'layer'; readonly layer: ImportedLayer; readonly texts: LayerTexts; readonly isRestored: boolean }
	| { readonly kind: 'merged'; readonly number: number; readonly merged: MergedTables }
	| { readonly kind: 'storage'; readonly storage: LayerStorage }
	| { readonly kind: 'restored' };

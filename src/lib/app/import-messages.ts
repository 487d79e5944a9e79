import type { ImportAnswer, ImportTask } from '../import/import-task.ts';
import type { Actor } from '../model/actor.ts';
import type { ImportedLayer, LayerStorage } from '../ui/imported-layer.ts';
import type { LayerStyle } from '../view/layer-style.ts';
import type { LayerTexts } from '../view/layer-texts.ts';
import type { MergedTables, TablePart } from '../view/merge-tables.ts';
import type { MessagePart } from './message-parts.ts';

/** To the worker that reads files, keeps the columns of layers and lays them into one table. */
export type ToImportWorker =
	/** Once, before anything else: who the actors are that names stand for, and where the gazetteer is. */
	| { readonly kind: 'start'; readonly actors: readonly Actor[]; readonly gazetteer: string }
	/** Hand over what was kept; ends with `restored`. */
	| { readonly kind: 'restore' }
	/** Read a file; ends with its `layer`, or with `left`. */
	| { readonly kind: 'import'; readonly file: File; readonly isAsking: boolean }
	| { readonly kind: 'answer'; readonly answer: ImportAnswer }
	| { readonly kind: 'cancel' }
	/** Lay these layers and our own table into one, which comes back as `merged` with this number. */
	| {
			readonly kind: 'merge';
			readonly number: number;
			readonly layers: readonly string[];
			readonly own: TablePart | null;
	  }
	/** Keep how a layer is shown. */
	| { readonly kind: 'keep'; readonly id: string; readonly isShown: boolean; readonly style: LayerStyle }
	/** Each ends with `done` and the same number. */
	| { readonly kind: 'remove'; readonly id: string; readonly number: number }
	| { readonly kind: 'forget'; readonly number: number };

/** From the worker; `layer` and `merged` come in parts. */
export type FromImportWorker =
	| { readonly kind: 'task'; readonly task: ImportTask }
	| { readonly kind: 'layer'; readonly layer: ImportedLayer; readonly texts: LayerTexts; readonly isRestored: boolean }
	/** A file is left: it failed for this reason, or with `null` was cancelled. */
	| { readonly kind: 'left'; readonly file: string; readonly reason: string | null }
	| { readonly kind: 'merged'; readonly number: number; readonly merged: MergedTables }
	| MessagePart
	| { readonly kind: 'storage'; readonly storage: LayerStorage }
	| { readonly kind: 'done'; readonly number: number }
	| { readonly kind: 'restored' };

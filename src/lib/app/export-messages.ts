import type { ExportContext } from '../export/export-context.ts';
import type { ExportFormatId } from '../export/export-formats.ts';
import type { IncidentFeature } from '../model/feature.ts';
import type { RowOriginal } from '../view/pack-original.ts';

/** Some of the incidents to export, with what imported ones have besides. */
export interface IncidentBatch {
	readonly features: readonly IncidentFeature[];
	/** In the order of the features; left out where none was imported. */
	readonly besides?: readonly (RowOriginal | null)[];
}

/** To the worker: what to write, then the incidents it asks for. */
export type ToExportWorker =
	| {
			readonly kind: 'write';
			readonly format: ExportFormatId;
			readonly context: Omit<ExportContext, 'features' | 'originals' | 'sources' | 'shapes' | 'count'> & {
				readonly count: number;
			};
	  }
	| ({ readonly kind: 'batch' } & IncidentBatch);

/** From the worker: which incidents it needs next, at last the files, or why there are none. */
export type FromExportWorker =
	| { readonly kind: 'need'; readonly from: number }
	| { readonly kind: 'done'; readonly files: readonly { readonly name: string; readonly blob: Blob }[] }
	| { readonly kind: 'failed'; readonly reason: string };

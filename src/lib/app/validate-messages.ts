import type { CheckedFile } from '../validate/geojson-file.ts';

/** To the worker: a file to check, or to write a fixed copy of. */
export interface ToValidateWorker {
	readonly kind: 'check' | 'fix';
	readonly file: File;
}

/** From the worker: bytes read so far, at last what was found, the copy and what is left in it, or why there is none. */
export type FromValidateWorker =
	| { readonly kind: 'progress'; readonly bytes: number }
	| { readonly kind: 'checked'; readonly checked: CheckedFile }
	| { readonly kind: 'fixed'; readonly copy: Blob; readonly checked: CheckedFile }
	| { readonly kind: 'failed'; readonly reason: string };

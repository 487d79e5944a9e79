import validateWorkerPath from './validate-worker.ts?worker&url';

/** Absolute address of the worker that checks GeoJSON. */
export function validateWorkerUrl(): string {
	return new URL(validateWorkerPath, document.baseURI).href;
}
